"""GraphQL over HTTP and websockets under limits; whose it is and where it is worked on, a subclass says."""

from collections.abc import AsyncGenerator, Mapping
from datetime import timedelta
from typing import Any

import msgspec
from cross_web import AsyncHTTPRequestAdapter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.http.exceptions import NonJsonMessageReceived, WebSocketDisconnected
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from api.limits.answers import RefusedError, errors_of, refusal
from api.limits.persisted import Persisted, PersistedError
from api.limits.rates import RateError
from api.limits.reading import UnreadableError, check_media_type, checked, decoded, is_message, request_of
from api.limits.settings import Limits
from api.operation.seen import Limit, note_limit
from api.schema.asked import Asked
from api.schema.root import schema_under

_JSON = msgspec.json.Encoder()
OVER_HTTP = (OperationType.QUERY, OperationType.MUTATION)
_INIT_S = 10
_HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


class _Socket(ASGIWebSocketAdapter):
    """Reads messages strictly, and puts the document in place where a message names one by its id."""

    async def iter_json(self, *, ignore_parsing_errors: bool = False) -> AsyncGenerator[object, None]:
        """The messages of a client.

        Raises:
            NonJsonMessageReceived: One is none of the protocol; the websocket is closed.
        """
        async for message in super().iter_json(ignore_parsing_errors=ignore_parsing_errors):
            if not is_message(message):
                raise NonJsonMessageReceived
            if await self._is_understood(message):
                yield message

    async def send_json(self, message: Mapping[str, object]) -> None:
        """Send a message as text: one of bytes would be another kind of message.

        Raises:
            WebSocketDisconnected: Nobody is there any more.
        """
        try:
            await self.ws.send_text(_JSON.encode(message).decode())
        except WebSocketDisconnect as error:
            raise WebSocketDisconnected from error

    async def _is_understood(self, message: Any) -> bool:
        """Whether a message may go on; one that may not is answered with why."""
        if message["type"] != "subscribe":
            return True
        view: Any = self.view
        try:
            message["payload"]["query"] = checked(message["payload"], view.persisted) or ""
        except (UnreadableError, PersistedError) as error:
            code = error.code if isinstance(error, PersistedError) else "BAD_REQUEST"
            told = [{"message": str(error), "extensions": {"code": code}}]
            await self.send_json({"id": message["id"], "type": "error", "payload": told})
            return False
        return True


class LimitedGraphQL(GraphQL[Asked, None]):
    """No page, since GraphiQL would ask third parties; requests by POST, one at a time."""

    websocket_adapter_class = _Socket

    def __init__(self, limits: Limits, persisted: Persisted) -> None:
        """`persisted` are the documents that a request may name by an id."""
        super().__init__(
            schema_under(limits),
            graphql_ide=None,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=_INIT_S),
            max_subscriptions_per_connection=limits.subscriptions,
            allowed_origins=sorted(limits.origins),
        )
        self.limits, self.persisted = limits, persisted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection; what is refused before it runs is told in GraphQL's form."""
        try:
            await super().__call__(scope, receive, send)
        except RefusedError as error:
            if scope["type"] != "http":
                raise
            await refusal(error)(scope, receive, send)

    def is_request_allowed(self, request: object) -> bool:
        """Whether it is a POST: a link or a picture on a page can make no request.

        Raises:
            RefusedError: It is none.
        """
        if getattr(request, "method", "") != "POST":
            raise RefusedError(
                "a request is a POST with a body of JSON (docs/api/README.md)", 405, "METHOD_NOT_ALLOWED"
            )
        return True

    def encode_json(self, data: object) -> bytes:
        """The answer as JSON."""
        return _JSON.encode(data)

    def decode_json(self, data: str | bytes) -> object:
        """What a message of a websocket says."""
        return decoded(data)

    async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData:
        """The operation that is asked for.

        Raises:
            RefusedError: It cannot be read, or names a document that is not known.
        """
        try:
            check_media_type(request.content_type)
            return request_of(await request.get_body(), self.persisted)
        except UnreadableError as error:
            raise RefusedError(str(error), error.status, "BAD_REQUEST") from error
        except PersistedError as error:
            raise RefusedError(str(error), error.status, error.code) from error

    async def execute_operation(
        self,
        request: Request,
        request_adapter: AsyncHTTPRequestAdapter,
        request_data: Any,
        context: Asked,
        root_value: None,
        sub_response: Response,
    ) -> Any:
        """The answer; 429 where its caller used too much, before it is parsed where nothing at all is left.

        Raises:
            RefusedError: Nothing is left.
        """
        try:
            if context.allowance is not None:
                context.allowance.check()
        except RateError as error:
            raise RefusedError(str(error), 429, "RATE_LIMITED", error.retry_s) from error
        found = await super().execute_operation(
            request, request_adapter, request_data, context, root_value, sub_response
        )
        if isinstance(found, ExecutionResult):
            _mark(found, sub_response)
        return found

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """The answer, kept by nobody on its way; an error instead where it is too large."""
        response = super().create_response(response_data, sub_response)
        response.headers.update(_HEADERS)
        if len(response.body) <= self.limits.answer_bytes:
            return response
        note_limit(Limit.ANSWER)
        told = f"the answer is larger than {self.limits.answer_bytes} bytes; ask for smaller pages"
        return Response(errors_of(told, {"code": "ANSWER_LIMIT"}), 200, _HEADERS, "application/json")


def _mark(found: ExecutionResult, response: Response) -> None:
    """Let status and header say what an error says, for clients and proxies that read no further."""
    for error in found.errors or ():
        if isinstance(error.original_error, RateError):
            response.status_code = 429
            response.headers["retry-after"] = str(error.original_error.retry_s)
