"""What can go wrong between a file and a profile or a posting."""

from ontology.errors import ServiceError


class IngestionError(ServiceError):
    """A document cannot become a profile or a posting."""


class UnreadableError(IngestionError):
    """The file holds no text that we can read."""
