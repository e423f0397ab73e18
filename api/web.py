"""The ASGI application: GraphQL at /graphql, and whether the service is well."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import msgspec
from cross_web import HTTPException
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from strawberry.asgi import GraphQL
from strawberry.exceptions import MissingQueryError
from strawberry.http import GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult

from api.desk import BusyError, Desk
from api.schema.asked import Asked
from api.schema.root import SCHEMA
from api.service import Service

_LARGEST_BODY = 1_000_000
_JSON = msgspec.json.Encoder()


class _Endpoint(GraphQL[Asked, None]):
    """GraphQL over one service; no page, since GraphiQL would ask third parties."""

    def __init__(self, service: Service, desk: Desk) -> None:
        super().__init__(SCHEMA, graphql_ide=None, allow_queries_via_get=False)
        self._service, self._desk = service, desk

    async def get_context(self, request: object, response: object) -> Asked:
        """What the resolvers share."""
        return Asked(self._service, datetime.now(UTC).date())

    def is_request_allowed(self, request: object) -> bool:
        """Nothing but POST: a link or a picture on a page can make no request."""
        return getattr(request, "method", "") == "POST"

    def encode_json(self, data: object) -> bytes:
        """The answer as JSON."""
        return _JSON.encode(data)

    async def execute_single(
        self,
        request: Request,
        request_adapter: object,
        sub_response: Response,
        context: Asked,
        root_value: None,
        request_data: GraphQLRequestData,
    ) -> ExecutionResult:
        """The answer to one operation, worked on at the desk."""
        operation = partial(
            SCHEMA.execute_sync,
            request_data.query,
            variable_values=request_data.variables,
            context_value=context,
            operation_name=request_data.operation_name,
        )
        try:
            return await self._desk.work(operation)
        except BusyError as error:
            raise HTTPException(503, str(error)) from error
        except (CannotGetOperationTypeError, InvalidOperationTypeError, MissingQueryError) as error:
            raise HTTPException(400, "the request holds no operation that can be run; send one in 'query'") from error


class _Bounded:
    """Refuses a body that is larger than allowed, by its header or as it comes."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self._app, self._largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while it is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"0")
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._largest:
                raise HTTPException(413, f"the body is larger than {self._largest} bytes; send less at a time")
            return message

        if not said.isdigit() or int(said) > self._largest:
            refused = PlainTextResponse(f"the body is larger than {self._largest} bytes; send less at a time", 413)
            await refused(scope, receive, send)
            return
        await self._app(scope, counted, send)


def application(service: Service, desk: Desk | None = None) -> Starlette:
    """The ASGI application: `/graphql`, `/healthz` and `/readyz`."""
    table = desk or Desk()

    async def healthz(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("degraded: the store does not answer" if service.degraded else "ok")

    async def readyz(_request: Request) -> JSONResponse:
        lacking = service.lacking()
        return JSONResponse({"ready": not lacking, "lacking": lacking}, 503 if lacking else 200)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        table.close()

    endpoint = _Endpoint(service, table)
    return Starlette(
        routes=[
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/graphql", endpoint),
            Mount("/graphql", endpoint),
        ],
        middleware=[Middleware(_Bounded, largest=_LARGEST_BODY)],
        lifespan=lifespan,
    )
