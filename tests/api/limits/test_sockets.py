"""Websockets that are too many, too large, too fast or silent, over queues as the two ends."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from api.limits.settings import Limits
from api.limits.sockets import BoundedSockets, Sockets, TooManySocketsError

LIMITS = replace(Limits(), sockets=3, sockets_each=2, messages=3, message_bytes=10, idle_s=60)
Conversation = Callable[["Client"], Coroutine[Any, Any, None]]


class Client:
    """One websocket's client, and the application that it talks to: what it says is heard until it ends."""

    def __init__(self, sockets: Sockets, limits: Limits = LIMITS) -> None:
        self.said, self.told, self.heard = asyncio.Queue[Message](), list[Message](), list[Message]()
        self.inside = asyncio.Event()
        self._around = BoundedSockets(self._app, sockets, limits)
        self.scope: Scope = {"type": "websocket", "client": ("192.0.2.7", 1)}
        self.running = asyncio.ensure_future(self._around(self.scope, self.said.get, self._send))

    async def _send(self, message: Message) -> None:
        self.told.append(message)

    async def _app(self, _scope: Scope, receive: Receive, _send: Send) -> None:
        self.inside.set()
        while (message := await receive())["type"] != "websocket.disconnect":
            self.heard.append(message)

    async def leave(self) -> None:
        await self.said.put({"type": "websocket.disconnect"})
        await self.running


def conversation(told: Conversation, limits: Limits = LIMITS) -> Client:
    async def held() -> Client:
        client = Client(Sockets(limits.sockets, limits.sockets_each), limits)
        await client.inside.wait()
        await told(client)
        await client.running
        return client

    return asyncio.run(held())


def text(said: str) -> Message:
    return {"type": "websocket.receive", "text": said}


@pytest.mark.parametrize("message", [text("æ" * 6), text("a" * 11), {"type": "websocket.receive", "bytes": b"a" * 11}])
def test_a_message_that_is_too_large_closes_it(message: Message) -> None:
    async def told(client: Client) -> None:
        await client.said.put(message)

    found = conversation(told)
    assert [one["code"] for one in found.told] == [1009]
    assert found.heard == []


def test_too_many_messages_a_minute_close_it() -> None:
    async def told(client: Client) -> None:
        for _ in range(4):
            await client.said.put(text("a"))

    found = conversation(told)
    assert [one["code"] for one in found.told] == [4429]
    assert len(found.heard) == 3


def test_silence_closes_it() -> None:
    async def told(client: Client) -> None:
        await client.running

    found = conversation(told, replace(LIMITS, idle_s=0))
    assert [(one["code"], one["reason"]) for one in found.told] == [(4408, "Nothing was said for too long")]


def test_no_more_are_let_in_than_may_be_and_who_leaves_makes_room() -> None:
    async def held() -> list[list[Message]]:
        sockets = Sockets(3, 2)
        inside = [Client(sockets), Client(sockets)]
        for one in inside:
            await one.inside.wait()
        third = Client(sockets)
        await third.running
        await inside[0].leave()
        fourth = Client(sockets)
        await fourth.inside.wait()
        await fourth.leave()
        await inside[1].leave()
        assert not sockets.open
        return [third.told, fourth.told]

    third, fourth = asyncio.run(held())
    assert [one["code"] for one in third] == [1013]
    assert fourth == []


def test_a_subject_has_so_many_whatever_its_addresses() -> None:
    async def held() -> list[Message]:
        sockets = Sockets(9, 2)
        clients = []
        for _ in range(3):
            clients.append(Client(sockets))
            await clients[-1].inside.wait()
            if len(clients) < 3:
                await clients[-1].scope["state"]["socket"].belongs_to("konsulent")
        with pytest.raises(TooManySocketsError):
            await clients[2].scope["state"]["socket"].belongs_to("konsulent")
        for one in clients:
            await one.leave()
        assert not sockets.open
        return clients[2].told

    assert [(one["code"], one["reason"]) for one in asyncio.run(held())] == [
        (4429, "Too many connections of this user")
    ]


def test_the_whole_service_has_so_many() -> None:
    sockets = Sockets(2, 2)
    sockets.enter("a")
    sockets.enter("b")

    with pytest.raises(TooManySocketsError):
        sockets.enter("c")
