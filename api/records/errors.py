"""What can go wrong with the decision log."""

from ontology.errors import ServiceError


class RecordsError(ServiceError):
    """The decision log cannot do what was asked."""


class RestrictedError(RecordsError):
    """The profile is kept and must not be used (GDPR art. 18)."""


class ErasedError(RecordsError):
    """The profile's key is gone: nothing more can be written about it, and nothing read."""
