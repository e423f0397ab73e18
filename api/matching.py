"""Which ads a profile is shown, and in what order: reach, kind and gates as filters around the score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile, islice

import numpy as np
import numpy.typing as npt

from api.wishes import ANY, Wishes, strained, wanted
from graph.bridges import Bridge, bridges
from graph.columns import AdColumns
from graph.coverage import coverage
from graph.gates import Gate, closed, gates
from graph.gathering import columns_of
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.order import best_first, spread
from graph.scoring import Match, score
from ontology.kinds import MunicipalityCode, Postcode
from ontology.people import Means, Profile
from ontology.places import load_places
from ontology.travel import by_means, load_travel
from ontology.vacancies import Posting
from ontology.work_context import Strain, load_work_context

DEFAULT_MINUTES_CAR, DEFAULT_MINUTES_WITHOUT = 60, 35


@dataclass(frozen=True, slots=True)
class Reach:
    """From where, how, and how far in minutes door to door; `home` None = anywhere."""

    home: Postcode | None
    means: Means
    minutes: float


Place = tuple[float | int | str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A match as it is shown: its gates, and the estimated minutes of travel (None = unknown workplace).

    `place` is where it stands in the list, ascending; it does not move when other ads come or go.
    """

    match: Match
    gates: tuple[Gate, ...]
    minutes: float | None
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """The best ads to show, how many there are in all, and how many are folded for a gate, out of reach or strain."""

    shown: tuple[Listed, ...]
    total: int
    folded: int
    out_of_reach: int
    spared: int


def own_reach(profile: Profile) -> Reach:
    """The reach that the profile itself gives; without a car 35 estimated drive minutes where none is named."""
    home = profile.postcode or (load_places().seat(profile.municipality) if profile.municipality else None)
    if profile.means is Means.CAR:
        return Reach(home, Means.CAR, profile.minutes or DEFAULT_MINUTES_CAR)
    limit = by_means(DEFAULT_MINUTES_WITHOUT, Means.TRANSIT)
    return Reach(home, Means.TRANSIT, profile.minutes or limit)


def reach_within(place: str, minutes: float, means: Means) -> Reach:
    """The reach around a named municipality or postcode.

    Raises:
        UnknownConceptError: There is no such place.
    """
    places = load_places()
    area = places.area(place)
    return Reach(area.postcode if area else places.municipality(place).seat, means, minutes)


def listing(
    profile: Profile,
    index: MatchIndex,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    reach: Reach,
    as_of: date,
    top: int = 20,
    wishes: Wishes = ANY,
    seen: Place | None = None,
) -> Listing:
    """The best `top` live ads within reach, past the place `seen`; ties by id.

    Same ads come once, and more than three of an employer last.

    Raises:
        TypeError: `seen` is no place of such a list.
    """
    covered = coverage(profile, live.taxonomy, live.derived.near)
    held = knowledge.with_implied(one.credential for one in profile.holds)
    scores, columns, days = index.scores(profile, covered, live, as_of), index.columns, live.constants.obtainable_days
    minutes = minutes_to(columns, reach)
    open_on = columns.live_on(as_of) & wanted(wishes, index, live.taxonomy, knowledge)
    near = ~(minutes > reach.minutes)
    light = ~strained(columns, live.taxonomy, wishes.avoid)
    shut = closed(profile, columns, live.taxonomy, knowledge, held, days)
    free = ~shut | wishes.folded
    rows = np.flatnonzero(open_on & near & light & free)
    shown = [
        Listed(
            score(profile, index.postings[row], live, as_of, covered),
            gates(profile, index.postings[row], live.taxonomy, knowledge, held, days),
            None if np.isnan(minutes[row]) else float(minutes[row]),
            place,
        )
        for place, row in islice(_past(seen, _placed(rows, scores, index)), top)
    ]
    away, spared = open_on & ~near, open_on & near & ~light
    hidden = open_on & near & light & ~free
    return Listing(tuple(shown), len(rows), int(hidden.sum()), int(away.sum()), int(spared.sum()))


def opened(profile: Profile, posting: Posting, live: LiveOntology, knowledge: LabourKnowledge, as_of: date) -> Listed:
    """The match of one ad with its gates and journey, whether or not it would be listed."""
    held = knowledge.with_implied(one.credential for one in profile.holds)
    match = score(profile, posting, live, as_of)
    minutes = float(minutes_to(columns_of((posting,)), own_reach(profile))[0])
    demanded = gates(profile, posting, live.taxonomy, knowledge, held, live.constants.obtainable_days)
    return Listed(match, demanded, None if np.isnan(minutes) else minutes, (0, -match.score, str(posting.id)))


def minutes_to(columns: AdColumns, reach: Reach) -> npt.NDArray[np.float64]:
    """Estimated minutes to each ad's nearest workplace; NaN where the home or every workplace is unknown; (ads,)."""
    best = np.full(len(columns.published), np.inf)
    travel, places = load_travel(), load_places()
    by_car = travel.minutes_from(reach.home) if reach.home is not None else None
    if by_car is not None:
        seats = [
            travel.rows.get(one.postcode or places.seat(one.municipality) or Postcode("")) for one in columns.places
        ]
        taken = np.array([np.inf if row is None else by_means(float(by_car[row]), reach.means) for row in seats])
        np.minimum.at(best, columns.place.owner, taken[columns.place.columns[0]])
    return np.where(np.isfinite(best), best, np.nan)


def _placed(
    rows: npt.NDArray[np.int64], scores: npt.NDArray[np.float64], index: MatchIndex
) -> Iterator[tuple[Place, int]]:
    """The rows in the order of the list, each with its place."""
    for late, row in spread(best_first(rows, scores), index.columns):
        yield (int(late), -float(scores[row]), str(index.ids[row])), row


def _past(seen: Place | None, order: Iterable[tuple[Place, int]]) -> Iterable[tuple[Place, int]]:
    return order if seen is None else dropwhile(lambda one: one[0] <= seen, order)


def proposed_bridges(
    profile: Profile,
    index: MatchIndex | None,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    reach: Reach,
    as_of: date,
    count: int = 20,
    avoid: frozenset[Strain] = frozenset(),
) -> tuple[Bridge, ...]:
    """The bridges of a profile, with reachable openings by occupation; `index` None = no ads are looked at.

    `avoid`: work that usually has one of these is left out, this once.
    """
    if avoid:
        context = load_work_context()
        free = np.array([not context.has(one.isco, avoid) for one in live.taxonomy.occupations], np.bool_)
        knowledge = replace(knowledge, in_denmark=knowledge.in_denmark & free)
    openings = reachable_openings(index, live, reach, as_of) if index and len(index) else None
    return bridges(profile, live, knowledge, as_of, openings, count)


def reachable_openings(index: MatchIndex, live: LiveOntology, reach: Reach, as_of: date) -> dict[int, int]:
    """Openings of live ads within reach by occupation row, by each ad's best guess."""
    columns = index.columns
    rows = columns.occupations(live.taxonomy)
    counted = columns.live_on(as_of) & (rows >= 0) & ~(minutes_to(columns, reach) > reach.minutes)
    openings = np.bincount(rows[counted], columns.openings[counted], len(live.taxonomy.occupations))
    return {int(row): int(openings[row]) for row in np.flatnonzero(openings)}


def municipality_name(code: MunicipalityCode) -> str:
    """What a municipality is called; its code where it is unknown."""
    one = load_places().municipalities.get(code)
    return one.name if one else code
