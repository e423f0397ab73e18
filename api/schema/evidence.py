"""Where something was read, as a GraphQL type."""

import strawberry

from ontology.people import Evidence


@strawberry.type(description="Where something was read: characters from start to end of a redacted text.")
class EvidenceNode:
    """Evidence as GraphQL shows it."""

    document: strawberry.ID = strawberry.field(description="SHA-256 of the document")
    start: int = strawberry.field(description="First character")
    end: int = strawberry.field(description="Character after the last")
    text: str = strawberry.field(description="The characters, redacted")

    @classmethod
    def of(cls, one: Evidence) -> "EvidenceNode":
        """The node of one piece of evidence."""
        return cls(document=strawberry.ID(one.document), start=one.start, end=one.end, text=one.text)
