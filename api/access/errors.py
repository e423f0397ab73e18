"""What can go wrong at the door."""

from graph.errors import UnknownRecordError
from ontology.errors import ServiceError


class AccessError(ServiceError):
    """A request is not let in, or not to this."""


class UnauthenticatedError(AccessError):
    """Nobody is known to ask; `presented` tells whether there was a token at all."""

    def __init__(self, message: str, *, presented: bool = True) -> None:
        """`message` never holds any part of the token."""
        super().__init__(message)
        self.presented = presented


class ForbiddenError(AccessError):
    """Who asks is known and may not."""


class ForeignPageError(ForbiddenError):
    """The development mode was asked under another name, or by another site's page."""


class UnseenProfileError(ForbiddenError, UnknownRecordError):
    """There is no such profile among those that the caller may see: whether there is one at all is not told."""


class IssuerUnreachableError(AccessError):
    """The issuer of tokens does not answer, and its keys are not known or too old."""
