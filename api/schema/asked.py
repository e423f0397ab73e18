"""What the resolvers of one request share."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date

from strawberry.extensions import SchemaExtension
from strawberry.types import Info
from strawberry.types.graphql import OperationType

from api.access.guarded import Guarded
from api.access.middleware import Admission
from api.desk import Desk
from api.jobs.board import Board
from api.jobs.uploads import Uploads
from api.limits.rates import Allowance
from api.limits.sockets import BoundedSocket
from ontology.kinds import READING_ORDER, Labels, Language


@dataclass(slots=True)
class Asked:
    """One request: the service it may use, the day it is asked on, where long work goes, and whose it is.

    `connection_params` is what a websocket said when it opened, `admission` who may let it in, `socket` the connection;
    None for HTTP. `allowance` is what its caller may still use, None = nothing is counted. `one_look`: within it the
    store is asked once what has changed.
    """

    service: Guarded
    today: date
    desk: Desk
    jobs: Board
    uploads: Uploads
    owner: str = ""
    connection_params: object = None
    admission: Admission | None = None
    allowance: Allowance | None = None
    socket: BoundedSocket | None = None
    one_look: Callable[[], AbstractContextManager[None]] = nullcontext


def asked(info: Info) -> Asked:
    """The request that a resolver answers."""
    found: Asked = info.context
    return found


def label_in(labels: Labels, language: str) -> str:
    """The preferred label in a language (ISO 639-1), else in Danish, else in English."""
    return labels.best((Language(language.casefold()[:2]), *READING_ORDER))


class OneLook(SchemaExtension):
    """Answers a query by the stores of one moment; a change sees what it has changed itself."""

    def on_execute(self) -> Iterator[None]:
        """Look once."""
        context, request = self.execution_context, self.execution_context.context
        if isinstance(request, Asked) and context.operation_type is OperationType.QUERY:
            with request.one_look():
                yield
        else:
            yield
