"""Where something was read, as a GraphQL type."""

import strawberry

from ontology.people import DocumentId, Evidence, Hidden


@strawberry.type(
    name="Evidence", description="Where something was read: characters from start to end of a redacted text."
)
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


@strawberry.type(
    name="HiddenPlace", description="That something was hidden in a document, and what kind of thing; never the thing."
)
class HiddenNode:
    """A hidden place as GraphQL shows it."""

    document: strawberry.ID = strawberry.field(description="SHA-256 of the document")
    kind: str = strawberry.field(description="cpr, name, address, health ...")
    start: int = strawberry.field(description="First character")
    end: int = strawberry.field(description="Character after the last")

    @classmethod
    def of(cls, document: DocumentId, one: Hidden) -> "HiddenNode":
        """The node of one hidden place."""
        return cls(document=strawberry.ID(document), kind=one.kind, start=one.start, end=one.end)
