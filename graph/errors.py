"""What can go wrong in the graph room."""

from ontology.errors import ServiceError


class StoreError(ServiceError):
    """The store refused a request or cannot be reached."""


class UnknownRecordError(StoreError):
    """No profile, posting or document under that id."""


class StoreUnreachableError(StoreError):
    """The store does not answer; what was asked may be asked again."""


class AnalysisError(ServiceError):
    """A question about the labour market that has no meaning: no such month, area, group or measure."""
