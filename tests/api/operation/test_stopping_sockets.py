"""What a websocket hears of the end, and that nothing keeps the end from coming."""

import asyncio

from starlette.types import Message

from api.operation.stopping import GOING_AWAY, Socket, Stopping
from graph.errors import StoreError


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


def stopped(stopping: Stopping) -> None:
    """Have the service stop, in this loop."""
    stopping._leave(lambda: None)


def test_each_websocket_hears_of_the_end_once_also_where_each_has_a_loop_of_its_own() -> None:
    stopping, sent = Stopping(), list[Message]()

    async def send(message: Message) -> None:
        sent.append(message)

    async def coming() -> Message:
        return {"type": "websocket.receive", "text": "x"}

    async def talk() -> Message:
        socket = Socket(stopping, coming, send)
        stopping.come(socket._over)
        got = await socket.receive()
        stopping.gone(socket._over)
        return got

    async def end() -> Message:
        socket = Socket(stopping, never, send)
        stopping.come(socket._over)
        stopped(stopping)
        got = await socket.receive()
        await socket.send({"type": "websocket.send", "text": "too late"})
        stopping.gone(socket._over)
        return got

    heard = [asyncio.run(talk()), asyncio.run(talk()), asyncio.run(end())]

    assert [one["type"] for one in heard] == ["websocket.receive", "websocket.receive", "websocket.disconnect"]
    assert [one.get("code") for one in sent] == [GOING_AWAY]
    assert stopping.open == 0


def test_a_store_that_fails_does_not_keep_the_service_from_stopping() -> None:
    stopping, ended = Stopping(), list[str]()

    def broken() -> None:
        raise StoreError("the disk is full")

    async def stop() -> None:
        stopping._stop = broken
        await stopping._left(lambda: ended.append("stopped"))

    asyncio.run(stop())

    assert ended == ["stopped"]
    assert stopping.begun
