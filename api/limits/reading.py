"""The body of a request, and a message of a websocket, read strictly: JSON in UTF-8 of the shape that is asked for."""

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec
from strawberry.http import GraphQLRequestData

from api.limits.persisted import Persisted
from ontology.errors import ServiceError

_MEDIA_TYPE = re.compile(r'\s*application/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*', re.IGNORECASE)
_DECODER = msgspec.json.Decoder()
_SHAPES: Mapping[str, tuple[type, str]] = {
    "query": (str, "a text"),
    "variables": (dict, "an object"),
    "operationName": (str, "a text"),
    "extensions": (dict, "an object"),
}
_MESSAGES = frozenset(("connection_init", "ping", "pong", "subscribe", "complete"))


class UnreadableError(ServiceError):
    """A request is not of the one form that is read; `status` is the one of HTTP."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def decoded(body: str | bytes) -> object:
    """What JSON says. NaN and infinities are none, nor is what is nested too deeply.

    Raises:
        json.JSONDecodeError: It is no JSON, as the library expects to hear it.
    """
    try:
        return _DECODER.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise json.JSONDecodeError("no JSON that is read here", "", 0) from error


def check_media_type(given: str | None) -> None:
    """Nothing, where a body is JSON in UTF-8: a form or a page of another site cannot send that without asking first.

    Raises:
        UnreadableError: It is something else.
    """
    if not _MEDIA_TYPE.fullmatch(given or ""):
        raise UnreadableError("send the request as application/json in UTF-8", 415)


def request_of(body: bytes, persisted: Persisted) -> GraphQLRequestData:
    """The operation that a body asks for.

    Raises:
        UnreadableError: It is no JSON, an array of operations, or a parameter is of another kind.
        PersistedError: It names a document that is not known.
    """
    try:
        given = decoded(body)
    except json.JSONDecodeError as error:
        raise UnreadableError("the body is no JSON in UTF-8; NaN and deep nesting are none either") from error
    if not isinstance(given, dict):
        raise UnreadableError('the body is no object; send one operation a request, as {"query": ...}')
    return GraphQLRequestData(
        query=checked(given, persisted),
        variables=given.get("variables"),
        operation_name=given.get("operationName"),
        extensions=given.get("extensions"),
    )


def checked(given: Mapping[str, Any], persisted: Persisted) -> str | None:
    """The document that the parameters of an operation name, once they are of the kinds that they must be.

    Raises:
        UnreadableError: A parameter is of another kind.
        PersistedError: It names a document that is not known.
    """
    for name, (kind, said) in _SHAPES.items():
        if not isinstance(given.get(name), kind | None):
            raise UnreadableError(f"'{name}' must be {said} or null")
    return persisted.document(given)


def is_message(given: object) -> bool:
    """Whether a websocket's message is one of graphql-transport-ws with parts of the kinds that it must have."""
    kind = given.get("type") if isinstance(given, dict) else None
    if not isinstance(given, dict) or not isinstance(kind, str) or kind not in _MESSAGES:
        return False
    id = given.get("id")
    if kind in ("subscribe", "complete") and not (isinstance(id, str) and 0 < len(id) <= 200):
        return False
    payload = given.get("payload")
    return isinstance(payload, dict) if kind == "subscribe" else isinstance(payload, dict | None)
