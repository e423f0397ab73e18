"""What is answered where a request is refused before anything of it runs: GraphQL's form, with a code for programs."""

from collections.abc import Mapping

import msgspec
from starlette.responses import Response

from api.operation.seen import note_code
from ontology.errors import ServiceError

_NOT_ALLOWED = 405


class RefusedError(ServiceError):
    """A request is refused; `status` is the one of HTTP, `code` what a program looks for."""

    def __init__(self, message: str, status: int, code: str, retry_s: int | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.retry_s = status, code, retry_s


def refusal(error: RefusedError) -> Response:
    """The answer over HTTP; the limit behind it is counted."""
    note_code(error.code)
    told: dict[str, object] = {"code": error.code}
    headers = {"Cache-Control": "no-store"}
    if error.retry_s is not None:
        told["retryAfter"] = error.retry_s
        headers["Retry-After"] = str(error.retry_s)
    if error.status == _NOT_ALLOWED:
        headers["Allow"] = "POST"
    return Response(errors_of(str(error), told), error.status, headers, "application/json")


def errors_of(message: str, extensions: Mapping[str, object]) -> bytes:
    """A body that holds nothing but one error."""
    return msgspec.json.encode({"errors": [{"message": message, "extensions": extensions}]})
