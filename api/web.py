"""The ASGI application: GraphQL at /graphql, files at /uploads, and whether the service is well."""

import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec
from cross_web import HTTPException
from graphql import GraphQLError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError, MissingQueryError
from strawberry.http import GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult

from api.access.door import Door
from api.access.errors import AccessError, ForbiddenError
from api.access.guarded import Guarded
from api.access.middleware import AccessMiddleware
from api.access.policy import Act, allow
from api.access.roles import NOBODY, Caller
from api.desk import BusyError, Desk
from api.jobs.board import Board
from api.jobs.uploads import UploadError, Uploads
from api.operation.running import Running
from api.operation.seen import Limit, at_desk, note_limit
from api.operation.settings import Operation
from api.operation.watching import Watched
from api.schema.asked import Asked
from api.schema.root import SCHEMA
from api.service import Service
from ingestion.formats.limits import LARGEST_BYTES
from ontology.errors import ServiceError

_LARGEST_BODY, _LARGEST_UPLOAD = 1_000_000, LARGEST_BYTES + 1
_SUBSCRIPTIONS = 10

Endpoint = Callable[[Request], Awaitable[Response]]
_JSON = msgspec.json.Encoder()


class _Endpoint(GraphQL[Asked, None]):
    """GraphQL over one service; no page, since GraphiQL would ask third parties."""

    def __init__(self, service: Service, desk: Desk, jobs: Board, uploads: Uploads) -> None:
        super().__init__(
            SCHEMA,
            graphql_ide=None,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=10),
            max_subscriptions_per_connection=_SUBSCRIPTIONS,
        )
        self._service, self._desk, self._jobs, self._uploads = service, desk, jobs, uploads

    async def get_context(self, request: Request | WebSocket, response: object) -> Asked:
        """What the resolvers share; over a websocket nobody is known before its first message."""
        caller: Caller = NOBODY if isinstance(request, WebSocket) else request.state.caller
        made = self._asked(caller)
        made.admission = request.state.admission if isinstance(request, WebSocket) else None
        return made

    async def on_ws_connect(self, context: Asked) -> None:
        """Let a websocket in by the token of its first message; it ends when the token does."""
        given = context.connection_params
        if context.admission is None:
            raise ConnectionRejectionError
        try:
            caller = await context.admission.admit(given if isinstance(given, dict) else None)
        except AccessError:
            raise ConnectionRejectionError from None
        context.service, context.owner = Guarded(self._service, caller), caller.subject

    def _asked(self, caller: Caller) -> Asked:
        today = datetime.now(UTC).date()
        ours = Guarded(self._service, caller)
        return Asked(ours, today, self._desk, self._jobs, self._uploads, caller.subject)

    def is_request_allowed(self, request: object) -> bool:
        """Nothing but POST: a link or a picture on a page can make no request."""
        return getattr(request, "method", "") == "POST"

    def encode_json(self, data: object) -> str:
        """The answer as JSON, as text: a websocket's message of bytes would be another kind of message."""
        return _JSON.encode(data).decode()

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
        try:
            return await self._desk.work(at_desk(partial(_worked_out, request_data, context)))
        except BusyError as error:
            note_limit(Limit.TIME if self._desk.here < self._desk.waiting else Limit.DESK)
            raise HTTPException(503, str(error)) from error
        except (CannotGetOperationTypeError, InvalidOperationTypeError, MissingQueryError) as error:
            raise HTTPException(400, "the request holds no operation that can be run; send one in 'query'") from error


def _worked_out(asked: GraphQLRequestData, context: Asked) -> ExecutionResult:
    """The answer once what it shows is noted; where it cannot be noted, why."""
    try:
        with context.service.noted_together():
            return SCHEMA.execute_sync(
                asked.query,
                variable_values=asked.variables,
                context_value=context,
                operation_name=asked.operation_name,
            )
    except ServiceError as error:
        return ExecutionResult(None, [GraphQLError(str(error), original_error=error)])


class _Bounded:
    """Refuses a body that is larger than its address allows, by its header or as it comes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while it is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        largest = _LARGEST_UPLOAD if scope["path"] == "/uploads" else _LARGEST_BODY
        refused = PlainTextResponse(f"the body is larger than {largest} bytes; send less at a time", 413)
        said = dict(scope["headers"]).get(b"content-length", b"0")
        if not said.isdigit() or int(said) > largest:
            await refused(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > largest:
                raise _TooLargeError
            return message

        try:
            await self._app(scope, counted, send)
        except _TooLargeError:
            await refused(scope, receive, send)


class _TooLargeError(Exception):
    """More came than the header said."""


def _hands_in(caller: Caller) -> bool:
    """Whether a caller brings anything at all."""
    for act in (Act.INGEST_CV, Act.INGEST_POSTINGS):
        try:
            allow(caller, act)
        except ForbiddenError:
            continue
        return True
    return False


def _uploads(uploads: Uploads) -> Endpoint:
    async def take(request: Request) -> JSONResponse:
        """A file in the body under `?name=`; a page of another site cannot send this kind without being asked."""
        if not _hands_in(request.state.caller):
            return JSONResponse({"error": "this role hands in no files; docs/access.md says who may"}, 403)
        if request.headers.get("content-type") != "application/octet-stream":
            return JSONResponse({"error": "send the file as application/octet-stream"}, 415)
        try:
            id = await uploads.take(request.query_params.get("name", ""), request.stream())
        except UploadError as error:
            note_limit(Limit.UPLOADS)
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"upload": id}, 201)

    return take


def application(
    service: Service,
    uploads: Path | None = None,
    door: Door | None = None,
    operation: Operation | None = None,
    records: Path | None = None,
) -> Starlette:
    """The ASGI application: `/graphql`, `/uploads`, `/healthz` and `/readyz`; `uploads` is where files wait.

    `door` None = the development mode, for this machine only; `operation` is how it is run, None = as a test does;
    `records` is the folder of the records, whose disk is watched.
    """
    folder = uploads or Path(tempfile.mkdtemp(prefix="kompetencebro-"))
    entrance, table, jobs, waiting = door or Door(None, service.vault), Desk(), Board(service.records), Uploads(folder)
    running = Running(
        service, entrance, table, jobs, {"uploads": folder, "records": records or folder}, operation or Operation()
    )
    waiting.remove_old()
    endpoint = _Endpoint(service, table, jobs, waiting)
    return Starlette(
        routes=[
            *running.routes,
            Route("/uploads", _uploads(waiting), methods=["POST"]),
            Route("/graphql", endpoint),
            WebSocketRoute("/graphql", endpoint),
            Mount("/graphql", endpoint),
        ],
        middleware=[
            Middleware(Watched, running.metrics, running.stopping, running.operation.operations),
            Middleware(AccessMiddleware, door=entrance),
            Middleware(_Bounded),
        ],
        lifespan=running.lifespan,
    )
