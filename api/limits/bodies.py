"""Bodies of requests: no larger, and no slower to come, than they may be."""

import asyncio
from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.limits.answers import RefusedError, refusal


class BoundedBodies:
    """Refuses a body that is larger than its address allows, by its header or as it comes, and one that is too slow."""

    def __init__(self, app: ASGIApp, largest: int, longest_s: float, at: Mapping[str, int]) -> None:
        """`largest` bytes within `longest_s` seconds; `at` says of a path that its bodies may be of another size."""
        self._app, self._largest, self._longest_s, self._at = app, largest, longest_s, at

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while its body is small and quick enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = _Body(receive, self._at.get(scope["path"], self._largest), self._longest_s)
        try:
            body.check_length(dict(scope["headers"]).get(b"content-length", b"0"))
            await self._app(scope, body.receive, send)
        except RefusedError as error:
            await refusal(error)(scope, receive, send)


class _Body:
    """One body as it comes."""

    def __init__(self, receive: Receive, largest: int, longest_s: float) -> None:
        self._receive, self._largest = receive, largest
        self._until = asyncio.get_running_loop().time() + longest_s
        self._seen, self._there = 0, False

    def check_length(self, said: bytes) -> None:
        """Refuse by what the header says."""
        if not said.isdigit() or len(said) > 12 or int(said) > self._largest:
            raise self._too_large()

    async def receive(self) -> Message:
        """What comes next; once the body is there, whatever the connection says, however late."""
        if self._there:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise RefusedError("the body took too long to come; send it anew", 408, "TOO_SLOW") from None
        self._seen += len(message.get("body", b""))
        self._there = not message.get("more_body", False)
        if self._seen > self._largest:
            raise self._too_large()
        return message

    def _too_large(self) -> RefusedError:
        return RefusedError(f"the body is larger than {self._largest} bytes; send less at a time", 413, "TOO_LARGE")
