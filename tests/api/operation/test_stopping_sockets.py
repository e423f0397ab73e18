"""What a websocket hears of the end, and that nothing keeps the end from coming."""

import asyncio

from starlette.types import Message, Receive, Scope, Send

from api.operation.stopping import GOING_AWAY, Socket, Stopping
from graph.errors import StoreError

WAIT_S = 60.0


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


async def ready() -> Message:
    return {"type": "websocket.receive", "text": "x"}


def heard(stopping: Stopping, coming: Receive, sent: list[Message], *, end: bool = False) -> Message:
    """What an application gets from a websocket of a loop of its own; with `end`, the service stops meanwhile."""
    got: list[Message] = []

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        if end:
            stopping.leave(lambda: None)
        got.append(await receive())
        await send({"type": "websocket.send", "text": "an answer"})

    async def send(message: Message) -> None:
        sent.append(message)

    async def talk() -> None:
        await Socket(stopping, coming, send).run(app, {"type": "websocket"})

    asyncio.run(talk())
    return got[0]


def test_each_websocket_hears_of_the_end_also_where_each_has_a_loop_of_its_own() -> None:
    stopping, sent = Stopping(), list[Message]()

    got = [heard(stopping, ready, sent), heard(stopping, ready, sent), heard(stopping, never, sent, end=True)]

    assert [one["type"] for one in got] == ["websocket.receive", "websocket.receive", "websocket.disconnect"]
    assert [one.get("code") for one in sent] == [None, None, GOING_AWAY]
    assert stopping.open == 0


def test_a_store_that_fails_does_not_keep_the_service_from_stopping() -> None:
    async def stop() -> None:
        def broken() -> None:
            raise StoreError("the disk is full")

        stopping, ended = Stopping(), asyncio.Event()
        stopping.stop = broken
        stopping.leave(ended.set)
        await asyncio.wait_for(ended.wait(), WAIT_S)

    asyncio.run(stop())
