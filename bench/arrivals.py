"""Requests that come at a fixed rate whether or not the ones before are answered, as people do: an open loop."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

MOST_WAITING = 500
"""Connections at a time; a request that finds none free counts as lost, and the rate goes on."""
_LONGEST_S = 30.0


@dataclass(slots=True)
class Taken:
    """What came of a series: latencies in ms from the moment each request was due, and what went wrong."""

    latencies_ms: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    own_s: float = 0.0
    """Processor time that this process took."""
    span_s: float = 0.0
    late_ms: float = 0.0
    """How late the latest request was sent: a generator that falls behind measures itself."""


class Arrivals:
    """A client of one server on this machine, over connections that are kept."""

    def __init__(self, port: int) -> None:
        """`port` is on 127.0.0.1; nothing else can be asked."""
        self._port = port
        self._free: deque[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = deque()

    async def connect(self, connections: int) -> None:
        """Have connections open, as many people have; they are used in turn, so that each worker gets its share."""
        self._free.extend([await asyncio.open_connection("127.0.0.1", self._port) for _ in range(connections)])

    async def series(self, bodies: Sequence[bytes], rate: float, seconds: float) -> Taken:
        """Ask with the bodies in turn, `rate` times a second for `seconds`, and wait for the last answer."""
        taken, waiting = Taken(), set[asyncio.Task[None]]()
        own, begun = time.process_time(), time.perf_counter()
        for number in range(int(rate * seconds)):
            due = begun + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            taken.late_ms = max(taken.late_ms, 1000 * (time.perf_counter() - due))
            if len(waiting) >= MOST_WAITING:
                taken.wrong.append("lost")
                continue
            task = asyncio.create_task(self._one(bodies[number % len(bodies)], due, taken))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
        await asyncio.gather(*waiting)
        taken.own_s, taken.span_s = time.process_time() - own, time.perf_counter() - begun
        return taken

    async def ask(self, body: bytes) -> bytes:
        """The answer to one request.

        Raises:
            OSError: No connection, or one that broke.
            ValueError: The status is not 200.
        """
        reader, writer = connection = await self._connection()
        writer.write(_head(len(body), self._port) + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").casefold()
        size = next(int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:"))
        answer = await reader.readexactly(size)
        if "\r\nconnection: close\r\n" in head:
            writer.close()
        else:
            self._free.append(connection)
        status = head.split(" ", 2)[1]
        if status != "200":
            raise ValueError(f"status {status}")
        return answer

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """One that is free and that the server has not closed meanwhile, else a new one."""
        while self._free:
            reader, writer = self._free.popleft()
            if not reader.at_eof() and not writer.is_closing():
                return reader, writer
            writer.close()
        return await asyncio.open_connection("127.0.0.1", self._port)

    async def _one(self, body: bytes, due: float, taken: Taken) -> None:
        try:
            answer = await asyncio.wait_for(self.ask(body), _LONGEST_S)
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            taken.wrong.append(str(error) or type(error).__name__)
            return
        taken.latencies_ms.append(1000 * (time.perf_counter() - due))
        if b'"errors"' in answer[-2000:] and "errors" in json.loads(answer):
            taken.wrong.append("errors in the answer")

    async def close(self) -> None:
        """Let go of the connections."""
        for _, writer in self._free:
            writer.close()
        self._free.clear()


def _head(size: int, port: int) -> bytes:
    return (
        f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nContent-Length: {size}\r\n\r\n"
    ).encode()
