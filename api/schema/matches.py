"""Matches, their contributions with evidence, and bridges, as GraphQL types."""

import strawberry

from api.knowledge import schooling
from api.matching import Listed, municipality_name
from api.schema.evidence import EvidenceNode
from api.schema.terms import EducationDemandNode, ExperienceNode, LanguageDemandNode, TermsNode
from graph.bridges import Bridge, Carried
from graph.scoring import Contribution
from graph.stated import asked_in_words, terms_in_words
from ontology.people import DocumentId, Hidden
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting


@strawberry.type(description="That something was hidden in a document, and what kind of thing; never the thing.")
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


@strawberry.type(description="One line of a match; the points of all lines sum to the score.")
class ContributionNode:
    """A contribution as GraphQL shows it."""

    part: str = strawberry.field(description="professional, personal or occupation")
    subject: str | None = strawberry.field(description="URI of what is asked; null = what the ad does not say")
    label: str | None = strawberry.field(description="Its name, Danish first")
    points: float = strawberry.field(description="What it gives, in [0, 1]")
    possible: float = strawberry.field(description="What it could give")
    coverage: float = strawberry.field(description="How well it is covered, in [0, 1]")
    note: str = strawberry.field(description="What the line rests on")
    path: list[str] = strawberry.field(description="Names of the skills on the way from the one held; empty = the same")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad asks for it")
    held_in: list[EvidenceNode] = strawberry.field(description="Where the CV shows it")

    @classmethod
    def of(cls, line: Contribution, taxonomy: Taxonomy) -> "ContributionNode":
        """The node of one contribution."""
        proof = line.claim.evidence if line.claim else line.held.evidence if line.held else ()
        return cls(
            part=line.part.value,
            subject=line.subject,
            label=taxonomy.label(line.subject) if line.subject else None,
            points=line.points,
            possible=line.possible,
            coverage=line.coverage,
            note=line.note.value,
            path=[taxonomy.label(step.to) for step in line.path],
            asked_in=[EvidenceNode.of(one) for one in line.asked_in],
            held_in=[EvidenceNode.of(one) for one in proof],
        )


@strawberry.type(description="A job ad.")
class PostingNode:
    """A posting as GraphQL shows it."""

    id: strawberry.ID = strawberry.field(description="source:id")
    title: str = strawberry.field(description="As the ad has it")
    employer: str = strawberry.field(description="As the ad has it")
    published: str = strawberry.field(description="ISO date")
    deadline: str | None = strawberry.field(description="ISO date; null = names none")
    kind: str = strawberry.field(description="Kind of employment")
    municipalities: list[str] = strawberry.field(description="Where the work is done")
    openings: int = strawberry.field(description="How many people are sought")
    terms: TermsNode = strawberry.field(description="The terms of work that it states")
    languages: list[LanguageDemandNode] = strawberry.field(description="Languages it speaks of")
    experience: list[ExperienceNode] = strawberry.field(description="Experience it speaks of")
    education: list[EducationDemandNode] = strawberry.field(description="Formal education it speaks of")
    in_words: list[str] = strawberry.field(description="Terms and demands in plain Danish, one phrase each")

    @classmethod
    def of(cls, posting: Posting) -> "PostingNode":
        """The node of one posting."""
        return cls(
            id=strawberry.ID(posting.id),
            title=posting.title,
            employer=posting.employer,
            published=posting.published.isoformat(),
            deadline=posting.deadline.isoformat() if posting.deadline else None,
            kind=posting.kind.value,
            municipalities=[municipality_name(work.municipality) for work in posting.workplaces],
            openings=posting.openings,
            terms=TermsNode.of(posting.terms),
            languages=[LanguageDemandNode.of(one) for one in posting.languages],
            experience=[ExperienceNode.of(one) for one in posting.experience],
            education=[EducationDemandNode.of(one) for one in posting.education],
            in_words=[*terms_in_words(posting), *asked_in_words(posting)],
        )


@strawberry.type(description="An ad that fits a profile, and why.")
class MatchNode:
    """A match as GraphQL shows it."""

    posting: PostingNode = strawberry.field(description="The ad")
    score: float = strawberry.field(description="In [0, 1]; the sum of the contributions' points")
    minutes: float | None = strawberry.field(description="Estimated travel time; null = unknown")
    gates: list[str] = strawberry.field(description="Demanded credentials as code:state")
    contributions: list[ContributionNode] = strawberry.field(description="Every line of the match")

    @classmethod
    def of(cls, one: Listed, taxonomy: Taxonomy) -> "MatchNode":
        """The node of one listed match."""
        return cls(
            posting=PostingNode.of(one.match.posting),
            score=one.match.score,
            minutes=one.minutes,
            gates=[f"{gate.credential}:{gate.state.value}" for gate in one.gates],
            contributions=[ContributionNode.of(line, taxonomy) for line in one.match.contributions],
        )


@strawberry.type(description="A skill that carries a bridge: what is needed, what is held, and the way between them.")
class CarriedNode:
    """A carrying skill as GraphQL shows it."""

    skill: str = strawberry.field(description="URI of what the other job needs")
    label: str = strawberry.field(description="Its name, Danish first")
    coverage: float = strawberry.field(description="How well it is covered, in [0, 1]")
    specific: bool = strawberry.field(description="Whether it tells one trade from another")
    assumed: bool = strawberry.field(description="Whether only a held job implies it; ask the citizen")
    held: str | None = strawberry.field(description="Name of the skill that the profile claims")
    path: list[str] = strawberry.field(description="Names of the skills from the one held; empty = the same skill")
    held_in: list[EvidenceNode] = strawberry.field(description="Where the CV shows it")

    @classmethod
    def of(cls, one: Carried, taxonomy: Taxonomy) -> "CarriedNode":
        """The node of one carrying skill."""
        return cls(
            skill=one.skill,
            label=taxonomy.label(one.skill),
            coverage=one.coverage,
            specific=one.specific,
            assumed=one.assumed,
            held=taxonomy.label(one.claim.skill) if one.claim else None,
            path=[taxonomy.label(step.to) for step in one.path],
            held_in=[EvidenceNode.of(proof) for proof in one.claim.evidence] if one.claim else [],
        )


@strawberry.type(description="A job in another function that the profile's skills carry most of the way to.")
class BridgeNode:
    """A bridge as GraphQL shows it."""

    occupation: str = strawberry.field(description="ESCO URI")
    label: str = strawberry.field(description="Its name, Danish first")
    fit: float = strawberry.field(description="Share of its essential skills that is covered, in [0, 1]")
    carrying: list[CarriedNode] = strawberry.field(description="Skills that carry, most specific first")
    gap: list[str] = strawberry.field(description="Skills that lack, most specific first")
    smallest_set: list[str] = strawberry.field(description="The skills that would turn the gap into a fit")
    missing_credentials: list[str] = strawberry.field(description="Codes of hard demands that are not held")
    via: str | None = strawberry.field(description="URI of a stepping stone; null = one step, or none found")
    openings: int | None = strawberry.field(description="Live openings within reach; null = no ads loaded")
    danish: str | None = strawberry.field(description="CEFR level of Danish that practice asks; null = none is known")
    schooling: str | None = strawberry.field(description="How the education is got, in Danish; null = not known")
    schooling_days: int | None = strawberry.field(description="Days that it takes from nothing; null = not known")
    other_function: bool = strawberry.field(description="Whether it is of another ISCO-08 minor group than the focus")
    industry: str | None = strawberry.field(description="DB25 section that holds most of it; null = not known")
    other_industry: bool | None = strawberry.field(description="Whether the focus is elsewhere; null = not known")
    known_why: str | None = strawberry.field(
        description="What carries where people are known to go there, in Danish; null = not known"
    )

    @classmethod
    def of(cls, one: Bridge, taxonomy: Taxonomy) -> "BridgeNode":
        """The node of one bridge."""
        way = schooling(taxonomy, one.occupation)
        return cls(
            occupation=one.occupation,
            label=taxonomy.label(one.occupation),
            fit=one.fit,
            carrying=[CarriedNode.of(carried, taxonomy) for carried in one.carrying],
            gap=[taxonomy.label(uri) for uri in one.gap],
            smallest_set=[taxonomy.label(uri) for uri in one.smallest_set],
            missing_credentials=list(one.missing_credentials),
            via=one.via,
            openings=one.openings,
            danish=(way.danish or None) if way else None,
            schooling=(way.how_da or None) if way else None,
            schooling_days=way.days if way else None,
            other_function=one.other_function,
            industry=one.industry,
            other_industry=one.other_industry,
            known_why=one.known.why_da if one.known else None,
        )
