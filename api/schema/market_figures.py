"""A statistic as GraphQL shows it, never a bare number, and the area and group that it is of."""

from typing import Self

import strawberry

from api.schema.places import MunicipalityNode
from graph.labour_market.areas import Area, AreaKind
from graph.labour_market.axes import Axis
from graph.labour_market.figures import TOO_FEW, Figure
from ontology.places import load_places


@strawberry.type(
    name="MarketFigure",
    description="A statistic with what it rests on. value null = hidden (suppressed says why) or not known (counted).",
)
class FigureNode:
    """A figure as GraphQL shows it."""

    figure: strawberry.Private[Figure]
    value: float | None = strawberry.field(description="The number; null = hidden, or not known")
    n: float | None = strawberry.field(description="Ads or people that it rests on; null = hidden, or not known")
    low: float | None = strawberry.field(description="Lower end of a 95 % interval; null = none can be given")
    high: float | None = strawberry.field(description="Upper end of a 95 % interval; null = none can be given")
    period: str = strawberry.field(description="The month, or months, that it is of")
    source: str = strawberry.field(description="What was counted, in Danish")
    counted: str = strawberry.field(description="How it was counted and what it lacks, in Danish")
    suppressed: str | None = strawberry.field(description="Why it is hidden, in Danish; null = it is not")

    @strawberry.field(description="As a Danish reader writes it, or why there is none.")
    def text(self, digits: int = 0) -> str:
        """The value in words."""
        return self.figure.told(max(0, min(digits, 6)))

    @classmethod
    def of(cls, one: Figure) -> Self:
        """The node of a figure."""
        return cls(
            figure=one,
            value=one.value,
            n=one.n,
            low=one.low,
            high=one.high,
            period=one.period,
            source=one.source,
            counted=one.counted,
            suppressed=TOO_FEW if one.suppressed else None,
        )


@strawberry.type(name="MarketGroup", description="What is counted together: an ISCO-08 group, occupation or industry.")
class GroupNode:
    """A group as GraphQL shows it."""

    code: str = strawberry.field(description="ISCO-08 code, ESCO URI, or the letter of a section of DB25")
    label: str = strawberry.field(description="Its name, Danish first")

    @classmethod
    def of(cls, axis: Axis, row: int) -> Self:
        """The node of a group by its place."""
        return cls(code=axis.codes[row], label=axis.labels[row])


@strawberry.type(name="MarketArea", description="An area that is counted over.")
class AreaNode:
    """An area as GraphQL shows it."""

    area: strawberry.Private[Area]
    kind: AreaKind = strawberry.field(description="Municipality, region, all of Denmark, a set, or a reach")
    code: str = strawberry.field(description="Its code: 0101, Region Sjælland, danmark, 0101+0147, 4000~45~car")
    name: str = strawberry.field(description="Its Danish name")

    @strawberry.field(description="The municipalities whose people it counts.")
    def municipalities(self) -> list[MunicipalityNode]:
        """What lies in it."""
        known = load_places().municipalities
        return [MunicipalityNode.of(known[code]) for code in self.area.municipalities]

    @classmethod
    def of(cls, one: Area) -> Self:
        """The node of an area."""
        return cls(area=one, kind=one.kind, code=one.code, name=one.name)
