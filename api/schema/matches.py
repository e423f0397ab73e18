"""Matches and their lines, as GraphQL types; a line's evidence is made only where it is asked for."""

from typing import Self

import strawberry
from strawberry.relay import PageInfo
from strawberry.types import Info

from api.matching import Listed
from api.schema.asked import asked
from api.schema.evidence import EvidenceNode
from api.schema.occupations import CredentialNode
from api.schema.postings import PostingNode
from api.wording import match_why
from graph.asking import Voice
from graph.explanation import explain, reasons
from graph.gates import Gate, GateState, gate_in_words
from graph.scoring import Contribution, Note, Part
from graph.standing import Circumstance, Standing, Topic, circumstance_in_words
from ontology.kinds import Importance
from ontology.taxonomy import Taxonomy


@strawberry.type(name="Contribution", description="One line of a match; the points of all lines sum to the score.")
class ContributionNode:
    """A contribution as GraphQL shows it."""

    line: strawberry.Private[Contribution]
    part: Part = strawberry.field(description="professional, personal or occupation")
    subject: str | None = strawberry.field(description="URI of what is asked; null = what the ad does not say")
    label: str | None = strawberry.field(description="Its name, Danish first")
    importance: Importance | None = strawberry.field(description="must, nice or mentioned; null = does not apply")
    points: float = strawberry.field(description="What it gives, in [0, 1]")
    possible: float = strawberry.field(description="What it could give")
    coverage: float = strawberry.field(description="How well it is covered, in [0, 1]")
    note: Note = strawberry.field(description="What the line rests on")
    held: str | None = strawberry.field(description="Name of the skill or occupation that covers it; null = none does")
    path: list[str] = strawberry.field(description="Names of the skills on the way from the one held; empty = the same")

    @strawberry.field(description="Where the ad asks for it.")
    def asked_in(self) -> list[EvidenceNode]:
        """Evidence in the ad."""
        return [EvidenceNode.of(one) for one in self.line.asked_in]

    @strawberry.field(description="Where the CV shows it.")
    def held_in(self) -> list[EvidenceNode]:
        """Evidence in the CV."""
        one = self.line.claim or self.line.held
        return [EvidenceNode.of(place) for place in one.evidence] if one else []

    @classmethod
    def of(cls, line: Contribution, taxonomy: Taxonomy) -> Self:
        """The node of one contribution."""
        held = line.claim.skill if line.claim else line.held.occupation if line.held else None
        return cls(
            line=line,
            part=line.part,
            subject=line.subject,
            label=taxonomy.label(line.subject) if line.subject else None,
            importance=line.importance,
            points=line.points,
            possible=line.possible,
            coverage=line.coverage,
            note=line.note,
            held=taxonomy.label(held) if held else None,
            path=[taxonomy.label(step.to) for step in line.path],
        )


@strawberry.type(name="Gate", description="A credential that the ad, law or practice demands; never part of the score.")
class GateNode:
    """A gate as GraphQL shows it."""

    gate: strawberry.Private[Gate]
    credential: CredentialNode = strawberry.field(description="What is demanded")
    hard: bool = strawberry.field(description="Whether the job cannot be had without it")
    state: GateState = strawberry.field(description="met, obtainable (about ten days), unknown or unmet")
    either: bool = strawberry.field(description="Whether another such one will do instead; state is the best of them")

    @strawberry.field(description="Where the ad demands it; empty = law or practice in the occupation does.")
    def asked_in(self) -> list[EvidenceNode]:
        """Evidence in the ad."""
        return [EvidenceNode.of(one) for one in self.gate.asked_in]

    @strawberry.field(description="Where the CV shows it, or something that implies it.")
    def held_in(self) -> list[EvidenceNode]:
        """Evidence in the CV."""
        return [EvidenceNode.of(one) for one in self.gate.held_in]

    @strawberry.field(description="The line in plain Danish.")
    def in_words(self) -> str:
        """What is demanded and how the person stands to it."""
        return gate_in_words(self.gate, self.credential.label)

    @classmethod
    def of(cls, one: Gate) -> Self:
        """The node of one gate."""
        return cls(
            gate=one,
            credential=CredentialNode.of(one.credential),
            hard=one.hard,
            state=one.state,
            either=one.either,
        )


@strawberry.type(
    name="Circumstance",
    description="What an ad asks or offers beside skills and credentials; never part of the score.",
)
class CircumstanceNode:
    """A circumstance as GraphQL shows it."""

    line: strawberry.Private[Circumstance]
    topic: Topic = strawberry.field(description="Language, education, experience, hours, shifts or kind of employment")
    state: Standing = strawberry.field(description="How the person stands to it")
    hard: bool = strawberry.field(description="Whether the job cannot be had without it")
    asked: str = strawberry.field(description="What is asked or offered, in Danish")
    how: str | None = strawberry.field(description="How much, in Danish: demanded, wished for; null = it is offered")
    stated: str | None = strawberry.field(description="What the person states, in Danish; null = nothing")
    usual: bool = strawberry.field(description="Whether only practice in the occupation asks it, not the ad")
    in_words: str = strawberry.field(description="The line in plain Danish")

    @strawberry.field(description="Where the ad says it.")
    def asked_in(self) -> list[EvidenceNode]:
        """Evidence in the ad."""
        return [EvidenceNode.of(one) for one in self.line.asked_in]

    @strawberry.field(description="Where the CV states it.")
    def held_in(self) -> list[EvidenceNode]:
        """Evidence in the CV."""
        return [EvidenceNode.of(one) for one in self.line.held_in]

    @classmethod
    def of(cls, one: Circumstance) -> Self:
        """The node of one circumstance."""
        return cls(
            line=one,
            topic=one.topic,
            state=one.state,
            hard=one.hard,
            asked=one.asked,
            how=one.how or None,
            stated=one.stated or None,
            usual=one.usual,
            in_words=circumstance_in_words(one),
        )


@strawberry.type(name="Match", description="An ad that fits a profile, and why.")
class MatchNode:
    """A match as GraphQL shows it."""

    listed: strawberry.Private[Listed]
    score: float = strawberry.field(description="In [0, 1]; the sum of the contributions' points")
    minutes: float | None = strawberry.field(description="Estimated travel time; null = unknown")

    @strawberry.field(description="The ad.")
    def posting(self) -> PostingNode:
        """The ad."""
        return PostingNode.of(self.listed.match.posting)

    @strawberry.field(description="Credentials that are demanded, and whether they are held.")
    def gates(self) -> list[GateNode]:
        """The gates."""
        return [GateNode.of(one) for one in self.listed.gates]

    @strawberry.field(
        description="Language, education, hours, shifts and kind of employment, each against the profile."
    )
    def circumstances(self) -> list[CircumstanceNode]:
        """The circumstances."""
        return [CircumstanceNode.of(one) for one in self.listed.circumstances]

    @strawberry.field(description="Every line of the match.")
    def contributions(self, info: Info) -> list[ContributionNode]:
        """The lines, by part."""
        taxonomy = asked(info).service.live.taxonomy
        return [ContributionNode.of(line, taxonomy) for line in self.listed.match.contributions]

    @strawberry.field(description="The points of a part of the score.")
    def points(self, part: Part) -> float:
        """Their sum."""
        return self.listed.match.points.get(part, 0.0)

    @strawberry.field(description="Names of the skills that give most, Danish first.")
    def reasons(self, info: Info, first: int = 3) -> list[str]:
        """The strongest."""
        return list(reasons(self.listed.match, asked(info).service.live.taxonomy, max(0, min(first, 20))))

    @strawberry.field(description="Why it fits, and what lacks or is to be asked first, in one Danish sentence.")
    def why(self, info: Info, voice: Voice = Voice.CONSULTANT) -> str:
        """The sentence, to the consultant or to the citizen."""
        return match_why(self.listed, asked(info).service.live.taxonomy, voice)

    @strawberry.field(description="Each line in plain Danish, with points, evidence and path, the most points first.")
    def in_words(self, info: Info) -> list[str]:
        """The explanation."""
        return list(explain(self.listed.match, asked(info).service.live.taxonomy))

    @classmethod
    def of(cls, one: Listed) -> Self:
        """The node of one listed match."""
        return cls(listed=one, score=one.match.score, minutes=one.minutes)


@strawberry.type(name="MatchEdge", description="A match and its place in the list.")
class MatchEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Its place; it stays valid while ads come and go")
    node: MatchNode = strawberry.field(description="The match")


@strawberry.type(name="MatchConnection", description="A page of matches, the best first.")
class MatchConnection:
    """A page."""

    edges: list[MatchEdge] = strawberry.field(description="The matches of this page")
    page_info: PageInfo = strawberry.field(description="Whether there is more")
    total_count: int = strawberry.field(description="How many ads are shown in all")
    folded: int = strawberry.field(description="Ads folded for a hard demand that is not met")
    out_of_reach: int = strawberry.field(description="Live ads that are too far away")
    spared: int = strawberry.field(description="Ads left out for the work to be spared")
