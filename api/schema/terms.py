"""The terms of an ad and what it asks beside skills, as GraphQL types."""

import strawberry

from api.schema.evidence import EvidenceNode
from ontology.kinds import Importance
from ontology.vacancies import EducationDemand, Experience, LanguageDemand, Terms


@strawberry.type(name="Terms", description="The terms of work that an ad states; null and empty = it does not say.")
class TermsNode:
    """Terms as GraphQL shows them."""

    hours_min: float | None = strawberry.field(description="Least hours a week")
    hours_max: float | None = strawberry.field(description="Most hours a week")
    shifts: list[str] = strawberry.field(description="day, evening, night, weekend, rotating, stand-by")
    remote: str = strawberry.field(description="unknown, hybrid or full")
    start: str | None = strawberry.field(description="ISO date on which work starts")
    start_soon: bool = strawberry.field(description="Whether it starts as soon as somebody is found")
    rolling: bool = strawberry.field(description="Whether applicants are called in before the deadline")
    nationwide: bool = strawberry.field(description="Whether the work is done all over the country")
    exertions: list[str] = strawberry.field(description="What the ad itself says that the work does to the body")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad says it")

    @classmethod
    def of(cls, one: Terms) -> "TermsNode":
        """The node of the terms of one ad."""
        return cls(
            hours_min=one.hours_min,
            hours_max=one.hours_max,
            shifts=[shift.value for shift in one.shifts],
            remote=one.remote.value,
            start=one.start.isoformat() if one.start else None,
            start_soon=one.start_soon,
            rolling=one.rolling,
            nationwide=one.nationwide,
            exertions=[exertion.value for exertion in one.exertions],
            asked_in=[EvidenceNode.of(place) for place in one.evidence],
        )


@strawberry.type(name="LanguageDemand", description="A language that an ad speaks of.")
class LanguageDemandNode:
    """A language demand as GraphQL shows it."""

    language: str = strawberry.field(description="ISO 639-1")
    level: str | None = strawberry.field(description="CEFR level; null = not said")
    importance: str = strawberry.field(description="must, nice, mentioned, or negated = not needed")
    either: bool = strawberry.field(description="Whether another language of the same sentence will do")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad says it")

    @classmethod
    def of(cls, one: LanguageDemand) -> "LanguageDemandNode":
        """The node of one demand."""
        places = [EvidenceNode.of(place) for place in one.evidence]
        how = importance_word(one.importance)
        return cls(language=one.language, level=one.level, importance=how, either=one.either, asked_in=places)


@strawberry.type(name="ExperienceDemand", description="Experience that an ad speaks of.")
class ExperienceNode:
    """Experience as GraphQL shows it."""

    years_min: int | None = strawberry.field(description="Least years; null = no number is said")
    years_max: int | None = strawberry.field(description="Most years; null = no number is said")
    importance: str = strawberry.field(description="must, nice, mentioned, or negated = not needed")
    open: bool = strawberry.field(description="Whether something else will do instead, or any work counts")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad says it")

    @classmethod
    def of(cls, one: Experience) -> "ExperienceNode":
        """The node of one demand."""
        places = [EvidenceNode.of(place) for place in one.evidence]
        how = importance_word(one.importance)
        low, high = one.years_min, one.years_max
        return cls(years_min=low, years_max=high, importance=how, open=one.open, asked_in=places)


@strawberry.type(name="EducationDemand", description="Formal education that an ad speaks of.")
class EducationDemandNode:
    """An education demand as GraphQL shows it."""

    level: int | None = strawberry.field(description="0 none, 1 course, 2 vocational, 3 short, 4 medium, 5 long higher")
    field: str | None = strawberry.field(description="ISCED-F code; null = not said")
    importance: str = strawberry.field(description="must, nice, mentioned, or negated = not needed")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad says it")

    @classmethod
    def of(cls, one: EducationDemand) -> "EducationDemandNode":
        """The node of one demand."""
        places = [EvidenceNode.of(place) for place in one.evidence]
        how = importance_word(one.importance)
        return cls(level=one.level, field=one.field or None, importance=how, asked_in=places)


def importance_word(importance: Importance | None) -> str:
    """How strongly, in one word; None is what an ad says not to need."""
    return importance.value if importance else "negated"
