"""The analyst's questions, answered over one store and kept until it changes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import numpy as np

from api.areas import minutes_between
from api.current import Current
from api.kept import Kept
from api.market_reading import NOWHERE, Keeping, MarketReading
from graph.errors import AnalysisError
from graph.labour_market.areas import Area, Footprint, footprint
from graph.labour_market.axes import Axis, By, industry_axis, isco_axis, occupation_axis, units_of, whole
from graph.labour_market.communities import Community, advertised, communities
from graph.labour_market.comparison import Contrast, Mismatch, mismatches, side_by_side
from graph.labour_market.crossing import Crossing, crossings
from graph.labour_market.demand import Asked, Corner, What, asked, boilerplate
from graph.labour_market.denominated import Denominators
from graph.labour_market.figures import Figure
from graph.labour_market.flows import Flow, flow
from graph.labour_market.measures import Scene, Table, measure
from graph.labour_market.months import Month, month_of, months_between
from graph.labour_market.opening import Opened, opened
from graph.labour_market.people import People
from graph.labour_market.suppression import Lattice, lattice
from graph.store.port import GraphStore, KeyVault
from ontology.denominators import Denominator
from ontology.industries import load_industries
from ontology.people import Means, ProfileId

STATISTICS_KEY = ProfileId("urn:kompetencebro:statistics")
"""Under this name the vault keeps the secret of the rounding; it is no person's."""
_MONTHS_KEPT = 4
"""Scenes that are at hand: a person asks about this month, now and then about another."""
_NO_NEO4J = "this store is no Neo4j; name one with --store bolt://host:7687"


class MarketView:
    """What an analyst can ask; answers are kept by the store's last change (DESIGN.md section 4)."""

    def __init__(
        self,
        store: GraphStore,
        vault: KeyVault,
        current: Current,
        restricted: Callable[[], frozenset[ProfileId]] = frozenset,
        keeping: Keeping = NOWHERE,
    ) -> None:
        """Over the store that `current` follows; the vault keeps the secret offsets of the rounding.

        `restricted` tells whose profiles are kept and not used: they are not counted. `keeping`: where columns are kept
        between runs.
        """
        self._store, self._vault, self._current = store, vault, current
        self._reading = MarketReading(store, current, restricted, keeping)
        self.denominators = Denominators()
        self._lattice: Lattice | None = None
        self._scenes: dict[Month, Scene] = {}
        self._answers = Kept()
        self._axes: dict[By, Axis] = {}

    @property
    def version(self) -> int:
        """The sequence number of the change that answers are as new as."""
        self._follow()
        return self._reading.seen

    def prepare(self) -> None:
        """Have the columns at hand before the first question, and kept for the next start."""
        self.scene()

    def held(self) -> frozenset[ProfileId]:
        """Of whom something is kept between runs."""
        return self._reading.held()

    def forget(self, id: ProfileId) -> None:
        """Keep nothing of a person, here and between runs."""
        self._reading.forget(id)
        self._scenes.clear()
        self._answers.clear()

    def use(self, numbers: Mapping[tuple[str, str, str], Denominator]) -> None:
        """Reckon tightness by these registered numbers too, from now on."""
        values = {key: one.value for key, one in numbers.items()}
        self.denominators = Denominators(values, {key: one.source for key, one in numbers.items()})
        self._scenes.clear()
        self._answers.clear()

    def axis(self, by: By) -> Axis:
        """The groups of a classification in the live release."""
        self._follow()
        if by not in self._axes:
            self._axes[by] = self._axis(by)
        return self._axes[by]

    def scene(self, as_of: date | None = None) -> Scene:
        """Ads, and people as they are on `as_of` (default today); built when first asked for after a change."""
        self._follow()
        day = as_of or datetime.now(UTC).date()
        if month_of(day) not in self._scenes:
            while len(self._scenes) >= _MONTHS_KEPT:
                del self._scenes[next(iter(self._scenes))]
            self._scenes[month_of(day)] = self._scene(day)
        return self._scenes[month_of(day)]

    def overview(self, areas: Sequence[Area], month: Month, by: By, as_of: date | None = None) -> Table:
        """Every measure of each area by group."""
        scene, axis = self.scene(as_of), self.axis(by)

        def made() -> Table:
            return measure(scene, areas, axis, month, [self._print(scene, one) for one in areas])

        return self._answers.answer(("overview", tuple(areas), month, by, scene.market.month), made)

    def totals(self, areas: Sequence[Area], month: Month, as_of: date | None = None) -> Table:
        """Every measure of each area over all groups together."""
        scene, axis = self.scene(as_of), whole(self._current.live.taxonomy)
        prints = [self._print(scene, one) for one in areas]
        key = ("totals", tuple(areas), month, scene.market.month)
        return self._answers.answer(key, lambda: measure(scene, areas, axis, month, prints))

    def compare(
        self, first: Area, second: Area, month: Month, by: By, as_of: date | None = None
    ) -> tuple[Table, list[Contrast]]:
        """Two areas side by side."""
        scene, axis = self.scene(as_of), self.axis(by)
        key = ("compare", first, second, month, by, scene.market.month)
        return self._answers.answer(key, lambda: side_by_side(scene, first, second, axis, month))

    def asked(
        self,
        area: Area,
        month: Month,
        by: By,
        group: str | None,
        what: What,
        top: int = 20,
        as_of: date | None = None,
    ) -> tuple[Asked, ...]:
        """What the ads of an area ask for; `group` None = of all groups."""
        scene, live = self.scene(as_of), self._current.live
        corner = self._corner(scene, area, month, by, group)
        return self._answers.answer(
            ("asked", area, month, by, group, what, top),
            lambda: asked(scene.market.vacancies, scene.people.units, live.taxonomy, corner, what, scene.source(), top),
        )

    def boilerplate(
        self, area: Area, month: Month, by: By, group: str | None, as_of: date | None = None
    ) -> tuple[Figure, tuple[Asked, ...]]:
        """The share of ads with a demand that few like ads make, and those demands."""
        scene = self.scene(as_of)
        corner = self._corner(scene, area, month, by, group)
        return self._answers.answer(
            ("boilerplate", area, month, by, group),
            lambda: boilerplate(scene.market.vacancies, scene.people.units, corner, scene.source()),
        )

    def surplus(
        self,
        areas: Sequence[Area],
        month: Month,
        by: By,
        within: float,
        means: Means = Means.CAR,
        as_of: date | None = None,
    ) -> list[Mismatch]:
        """What is scarce in one of `areas` and in surplus in another within `within` minutes."""
        scene = self.scene(as_of)
        if self.axis(by).of_unit is None:
            raise AnalysisError(f"people are not counted by {by}; ask by isco4 or coarser")
        table = self.overview(areas, month, by, as_of)
        key = ("surplus", tuple(areas), month, by, within, means, scene.market.month)
        return self._answers.answer(key, lambda: mismatches(scene, table, minutes_between(areas, means), within))

    def crossings(
        self, home: Area, work: Area, month: Month, top: int = 10, as_of: date | None = None
    ) -> list[Crossing]:
        """The bridges from what is in surplus in `home` to what is scarce in `work`."""
        scene, live, knowledge = self.scene(as_of), self._current.live, self._current.knowledge
        key = ("crossings", home, work, month, top, scene.market.month)
        return self._answers.answer(key, lambda: crossings(scene, live, knowledge, home, work, month, top))

    def opens(self, area: Area, month: Month, top: int = 10, as_of: date | None = None) -> list[Opened]:
        """The skills and credentials that would open most openings for an area's people."""
        scene, live = self.scene(as_of), self._current.live
        key = ("opens", area, month, top, scene.market.month)
        return self._answers.answer(key, lambda: opened(scene, live, self.axis(By.ISCO4), area, month, top))

    def flows(self, area: Area, first: Month, last: Month, by: By, as_of: date | None = None) -> Flow:
        """The measures of an area month by month, both months counted in.

        Raises:
            AnalysisError: `last` is before `first`.
        """
        months = months_between(first, last)
        if not months:
            raise AnalysisError(f"{last} is before {first}; give the earlier month first")
        scene, axis = self.scene(as_of), self.axis(by)
        return self._answers.answer(("flows", area, first, last, by), lambda: flow(scene, area, axis, months))

    def communities(self, areas: Sequence[Area], month: Month, as_of: date | None = None) -> list[Community]:
        """The trades that hang together, and their live ads by area."""
        vacancies, live = self.scene(as_of).market.vacancies, self._current.live
        found = self._answers.answer("communities", lambda: communities(live, self._current.knowledge))
        key = ("advertised", tuple(areas), month)
        return self._answers.answer(key, lambda: advertised(found, live, vacancies, areas, month))

    def mark(self) -> int:
        """Mark the unique ads in Neo4j for the queries of market.cypher; how many there are.

        Raises:
            AnalysisError: The store is no Neo4j.
        """
        vacancies = self.scene().market.vacancies
        try:
            from graph.store.neo4j import Neo4jStore
            from graph.store.neo4j_market import mark
        except ImportError:
            raise AnalysisError(_NO_NEO4J) from None
        if not isinstance(self._store, Neo4jStore):
            raise AnalysisError(_NO_NEO4J)
        return mark(self._store, vacancies)

    def _corner(self, scene: Scene, area: Area, month: Month, by: By, group: str | None) -> Corner:
        axis = self.axis(by)
        return Corner(self._print(scene, area), axis, axis.row(group) if group else None, month)

    def _print(self, scene: Scene, area: Area) -> Footprint:
        return self._answers.answer(("print", area), lambda: footprint(scene.market.vacancies, area))

    def _follow(self) -> None:
        """Let go of what has changed in the store."""
        kinds = self._reading.follow()
        if "ontology" in kinds:
            self._axes.clear()
            self._lattice = None
        if kinds & {"posting", "profile", "ontology"}:
            self._scenes.clear()
            self._answers.clear()

    def _axis(self, by: By) -> Axis:
        taxonomy = self._current.live.taxonomy
        if by is By.OCCUPATION:
            return occupation_axis(taxonomy)
        if by is By.INDUSTRY:
            knowledge = self._current.knowledge
            titles = {str(code): one.title_da for code, one in load_industries().items()}
            return industry_axis(taxonomy, knowledge.industries.astype(np.float64), knowledge.sections, titles)
        return isco_axis(taxonomy, int(by.value[-1]))

    def _scene(self, as_of: date) -> Scene:
        taxonomy, market = self._current.live.taxonomy, self._reading.market(as_of)
        if self._lattice is None:
            secret = self._vault.key(STATISTICS_KEY)
            self._lattice = lattice(secret, market.municipalities, taxonomy.unit_groups)
        return Scene(market, People(market, self._lattice, units_of(taxonomy)), self.denominators)
