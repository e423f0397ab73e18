"""Questions to a citizen, as GraphQL types."""

from typing import Self

import strawberry

from api.asking import in_words
from api.schema.occupations import CredentialNode
from api.schema.skills import SkillNode
from graph.asking import Voice, because_text
from graph.questions import Question, Subject
from ontology.kinds import EscoUri
from ontology.taxonomy import Taxonomy


@strawberry.type(name="Question", description="Something worth asking, since the answer would change the list of jobs.")
class QuestionNode:
    """A question as GraphQL shows it."""

    question: strawberry.Private[Question]
    taxonomy: strawberry.Private[Taxonomy]
    subject: Subject = strawberry.field(description="skill, credential or car")
    what: str = strawberry.field(description="To answer it: URI of a skill, code of a credential, or 'car'")
    gain: float = strawberry.field(description="How far the answer is expected to move the sum of the best 20 scores")
    because: str = strawberry.field(description="What suggests it, in Danish; empty = only the ads ask for it")

    @strawberry.field(description="The question in plain Danish, to the citizen or to the consultant.")
    def text(self, voice: Voice = Voice.CITIZEN) -> str:
        """The words."""
        return in_words(self.question, self.taxonomy, voice)

    @strawberry.field(description="The skill that it is about; null = it is about something else.")
    def skill(self) -> SkillNode | None:
        """The skill."""
        row = self.taxonomy.skill_rows.get(EscoUri(self.question.what))
        return None if row is None else SkillNode.of(self.taxonomy.skills[row])

    @strawberry.field(description="The credential that it is about; null = it is about something else.")
    def credential(self) -> CredentialNode | None:
        """The credential."""
        return CredentialNode.of(self.question.what) if self.subject is Subject.CREDENTIAL else None

    @classmethod
    def of(cls, one: Question, taxonomy: Taxonomy) -> Self:
        """The node of a question."""
        return cls(
            question=one,
            taxonomy=taxonomy,
            subject=one.subject,
            what=one.what or Subject.CAR.value,
            gain=one.gain,
            because=because_text(one, taxonomy),
        )
