"""What would open most ads, as GraphQL shows it."""

import strawberry

from api.unlocking import in_words
from graph.unlocks import Lever, Unlock
from ontology.taxonomy import Taxonomy


@strawberry.type(name="Unlock", description="One thing that alone would bring more live ads within fit.")
class UnlockNode:
    """An unlock as GraphQL shows it."""

    lever: Lever = strawberry.field(description="Skill, credential, minutes of travel or kind of job")
    what: str = strawberry.field(description="ESCO URI, code of a credential, minutes on top of the reach, or a kind")
    label: str = strawberry.field(description="The same in plain Danish")
    ads: int = strawberry.field(description="How many more live ads would fit")
    examples: list[str] = strawberry.field(description="Up to three of them, by id")

    @classmethod
    def of(cls, one: Unlock, taxonomy: Taxonomy) -> "UnlockNode":
        """The node of one unlock."""
        return cls(
            lever=one.lever,
            what=one.what,
            label=in_words(one, taxonomy),
            ads=one.ads,
            examples=[str(id) for id in one.examples],
        )
