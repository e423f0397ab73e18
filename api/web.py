"""The ASGI application: GraphQL at /graphql, files at /uploads, and whether the service is well."""

import shutil
import tempfile
import weakref
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from graphql import GraphQLError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket
from strawberry.exceptions import ConnectionRejectionError, MissingQueryError
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult

from api.access.door import Door
from api.access.errors import AccessError, ForbiddenError
from api.access.guarded import Guarded
from api.access.middleware import AccessMiddleware
from api.access.policy import Act, allow
from api.access.roles import NOBODY, Caller
from api.desk import Desk
from api.jobs.board import Board
from api.jobs.living import Living
from api.jobs.uploads import UploadError, Uploads
from api.limits.answers import RefusedError
from api.limits.doorway import layers
from api.limits.endpoint import OVER_HTTP, LimitedGraphQL
from api.limits.length import takes_long
from api.limits.persisted import Persisted, read_manifest
from api.limits.rates import Allowance, RateError, Rates
from api.limits.settings import Limits
from api.limits.sockets import TooManySocketsError
from api.operation.running import Running
from api.operation.seen import Limit, at_desk, note_limit
from api.operation.settings import Operation
from api.operation.watching import Watched
from api.schema.asked import Asked
from api.service import Service
from api.turns import BusyError
from ontology.errors import ServiceError

Endpoint = Callable[[Request], Awaitable[Response]]
_UPLOAD_UNITS = 2_000
_CROWDED = 3
"""Operations at the desk from which a kept connection is better made anew: people are not shared out evenly among
processes, and one that is busy keeps all who came to it."""


class _Endpoint(LimitedGraphQL):
    """GraphQL over one service."""

    def __init__(
        self, service: Service, desk: Desk, jobs: Board, uploads: Uploads, limits: Limits, rates: Rates
    ) -> None:
        documents = read_manifest(limits.persisted) if limits.persisted else None
        super().__init__(limits, Persisted(documents, limits.persisted_only))
        self._service, self.desk, self._jobs, self._uploads, self._rates = service, desk, jobs, uploads, rates

    async def get_context(self, request: Request | WebSocket, response: object) -> Asked:
        """What the resolvers share; over a websocket nobody is known before its first message."""
        caller: Caller = NOBODY if isinstance(request, WebSocket) else request.state.caller
        made = self._asked(caller)
        if isinstance(request, WebSocket):
            made.admission, made.socket = request.state.admission, request.state.socket
        return made

    async def on_ws_connect(self, context: Asked) -> None:
        """Let a websocket in by the token of its first message; it ends when the token does."""
        given = context.connection_params
        if context.admission is None or context.socket is None:
            raise ConnectionRejectionError
        try:
            caller = await context.admission.admit(given if isinstance(given, dict) else None)
            await context.socket.belongs_to(caller.subject)
        except (AccessError, TooManySocketsError):
            raise ConnectionRejectionError from None
        context.service, context.owner = Guarded(self._service, caller), caller.subject
        context.allowance = Allowance(self._rates, caller.subject)

    def _asked(self, caller: Caller) -> Asked:
        today = datetime.now(UTC).date()
        ours, allowance = Guarded(self._service, caller), Allowance(self._rates, caller.subject)
        made = Asked(ours, today, self.desk, self._jobs, self._uploads, caller.subject, allowance=allowance)
        made.one_look = self._service.current.one_look
        return made

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
        at_length = takes_long(request_data.query, self.limits.tokens)
        try:
            begin = at_desk(partial(self._worked_out, request_data, context))
            return await self.desk.work(begin, context.owner, at_length)
        except BusyError as error:
            raise RefusedError(str(error), error.status, error.code, error.retry_s) from error
        except (CannotGetOperationTypeError, InvalidOperationTypeError, MissingQueryError) as error:
            told = "the request holds no operation that can be run; send one in 'query'"
            raise RefusedError(told, 400, "BAD_REQUEST") from error

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response
    ) -> Response:
        """The answer; where others wait, its connection is not kept, so that the next one may find a free process."""
        response = super().create_response(response_data, sub_response)
        if self.desk.here >= _CROWDED:
            response.headers["connection"] = "close"
        return response

    def _worked_out(self, asked: GraphQLRequestData, context: Asked) -> ExecutionResult:
        """The answer once what it shows is noted; where it cannot be noted, why."""
        try:
            with context.service.noted_together():
                return self.schema.execute_sync(
                    asked.query,
                    variable_values=asked.variables,
                    context_value=context,
                    operation_name=asked.operation_name,
                    allowed_operation_types=OVER_HTTP,
                )
        except ServiceError as error:
            return ExecutionResult(None, [GraphQLError(str(error), original_error=error)])


def _hands_in(caller: Caller) -> bool:
    """Whether a caller brings anything at all."""
    for act in (Act.INGEST_CV, Act.INGEST_POSTINGS):
        try:
            allow(caller, act)
        except ForbiddenError:
            continue
        return True
    return False


def _uploads(uploads: Uploads, rates: Rates) -> Endpoint:
    async def take(request: Request) -> JSONResponse:
        """A file in the body under `?name=`; a page of another site cannot send this kind without being asked."""
        if not _hands_in(request.state.caller):
            return JSONResponse({"error": "this role hands in no files; docs/access.md says who may"}, 403)
        if request.headers.get("content-type") != "application/octet-stream":
            return JSONResponse({"error": "send the file as application/octet-stream"}, 415)
        try:
            rates.take(request.state.caller.subject, _UPLOAD_UNITS)
            id = await uploads.take(request.query_params.get("name", ""), request.stream())
        except RateError as error:
            note_limit(Limit.RATE)
            return JSONResponse({"error": str(error)}, 429, {"Retry-After": str(error.retry_s)})
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
    limits: Limits | None = None,
) -> Starlette:
    """The ASGI application: `/graphql`, `/uploads`, `/healthz` and `/readyz`; `uploads` is where files wait.

    `door` None = the development mode, for this machine only; `uploads` None = a folder that goes with the application;
    `operation` is how it is run, None = as a test does; `records` is the folder of the records, whose disk is watched
    and where processes say that they live; `limits` None = those of development.

    Raises:
        ManifestError: The manifest of documents cannot be used.
    """
    limits = limits or Limits()
    rates = Rates(limits.rate, limits.burst)
    folder = uploads or Path(tempfile.mkdtemp(prefix="kompetencebro-"))
    entrance, table = door or Door(None, service.vault), Desk(limits.waiting, limits.waiting_each, limits.answer_s)
    jobs = Board(service.records, Living(records / "processes") if records else None)
    waiting = Uploads(folder)
    running = Running(
        service, entrance, table, jobs, {"uploads": folder, "records": records or folder}, operation or Operation()
    )
    for one in jobs.bury():
        waiting.discard(one.upload)
    waiting.remove_old()
    endpoint = _Endpoint(service, table, jobs, waiting, limits, rates)
    app = Starlette(
        routes=[
            *running.routes,
            Route("/uploads", _uploads(waiting, rates), methods=["POST"]),
            Route("/graphql", endpoint),
            WebSocketRoute("/graphql", endpoint),
            Mount("/graphql", endpoint),
        ],
        middleware=[
            Middleware(Watched, running.metrics, running.stopping, running.operation.operations),
            *layers(limits, Middleware(AccessMiddleware, door=entrance)),
        ],
        lifespan=running.lifespan,
    )
    if uploads is None:
        weakref.finalize(app, shutil.rmtree, folder, ignore_errors=True)
    return app
