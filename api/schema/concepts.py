"""What every concept of ESCO has in GraphQL: its URI and its names."""

import strawberry

from api.schema.asked import label_in
from api.schema.identity import Node
from ontology.kinds import Language, Occupation, Skill


@strawberry.interface(description="A concept of ESCO, or one of ours beside it, with its names.")
class Concept(Node):
    """A skill or an occupation as GraphQL shows it."""

    concept: strawberry.Private[Skill | Occupation]
    esco_uri: str = strawberry.field(description="ESCO URI, or urn:kompetencebro where ESCO has none")

    @strawberry.field(description="What it is called in a language (ISO 639-1); else in Danish, else in English.")
    def label(self, language: str = "da") -> str:
        """The preferred label."""
        return label_in(self.concept.labels, language)

    @strawberry.field(description="Other names in a language (ISO 639-1).")
    def other_labels(self, language: str = "da") -> list[str]:
        """Alternative labels."""
        return list(self.concept.labels.alternative.get(Language(language.casefold()[:2]), ()))
