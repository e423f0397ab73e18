"""Which ads a profile is shown, and in what order: reach, kind and gates as filters around the score."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.bridges import Bridge, bridges
from graph.coverage import coverage
from graph.gates import Gate, folded, gates
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.scoring import Match, score
from ontology.kinds import MunicipalityCode, Postcode
from ontology.people import Means, Profile
from ontology.places import load_places
from ontology.taxonomy import Taxonomy
from ontology.travel import by_means, load_travel
from ontology.vacancies import LISTED_BY_DEFAULT, Posting, PostingKind
from ontology.work_context import Strain, load_work_context

DEFAULT_MINUTES_CAR, DEFAULT_MINUTES_WITHOUT = 60, 35
_MOST_OF_ONE_EMPLOYER = 3
_NEAR_SAME_BITS = 10


@dataclass(frozen=True, slots=True)
class Reach:
    """From where, how, and how far in minutes door to door; `home` None = anywhere."""

    home: Postcode | None
    means: Means
    minutes: float


@dataclass(frozen=True, slots=True)
class Listed:
    """A match as it is shown: its gates, and the estimated minutes of travel (None = unknown workplace)."""

    match: Match
    gates: tuple[Gate, ...]
    minutes: float | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    posting: Posting
    gates: tuple[Gate, ...]
    minutes: float | None


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
    kinds: frozenset[PostingKind] = LISTED_BY_DEFAULT,
    avoid: frozenset[Strain] = frozenset(),
) -> Listing:
    """The best `top` live ads within reach; ties by id; same ads once, more than three of an employer last.

    `avoid`: work that usually has one of these is left out and counted; it is for this listing only.
    """
    covered = coverage(profile, live.taxonomy, live.derived.near)
    held = knowledge.with_implied(one.credential for one in profile.holds)
    scores = index.scores(profile, covered, live, as_of)
    found: list[_Candidate] = []
    hidden = away = spared = 0
    for row in (int(r) for r in np.argsort(-scores, kind="stable")):
        posting = index.postings[row]
        if not posting.live_on(as_of) or posting.kind not in kinds:
            continue
        minutes = nearest_minutes(posting, reach)
        if minutes is not None and minutes > reach.minutes:
            away += 1
            continue
        if avoid and strains_of(posting, live.taxonomy, avoid):
            spared += 1
            continue
        asked = gates(profile, posting, live.taxonomy, knowledge, held, live.constants.obtainable_days)
        if folded(asked):
            hidden += 1
            continue
        found.append(_Candidate(posting, asked, minutes))
    shown = [
        Listed(score(profile, one.posting, live, as_of, covered), one.gates, one.minutes)
        for one in _spread(found)[:top]
    ]
    return Listing(tuple(shown), len(found), hidden, away, spared)


def strains_of(posting: Posting, taxonomy: Taxonomy, strains: Iterable[Strain]) -> tuple[Strain, ...]:
    """Those of `strains` that the work of an ad usually has, by its likeliest occupation."""
    row = taxonomy.occupation_rows.get(posting.occupations[0].occupation) if posting.occupations else None
    return () if row is None else load_work_context().has(taxonomy.occupations[row].isco, strains)


def nearest_minutes(posting: Posting, reach: Reach) -> float | None:
    """Estimated minutes to the nearest workplace; None where the home or every workplace is unknown."""
    if reach.home is None or not posting.workplaces:
        return None
    places, travel = load_places(), load_travel()
    found = [
        travel.minutes(reach.home, work.postcode or seat, reach.means)
        for work in posting.workplaces
        if (seat := places.seat(work.municipality)) is not None
    ]
    return min((minutes for minutes in found if minutes is not None), default=None)


def _spread(found: Sequence[_Candidate]) -> list[_Candidate]:
    """At most three of one employer before the rest, and an ad's near-same copies not at all."""
    employers: Counter[str] = Counter()
    seen: dict[MunicipalityCode | None, list[int]] = {}
    first: list[_Candidate] = []
    later: list[_Candidate] = []
    for one in found:
        posting = one.posting
        place = posting.workplaces[0].municipality if posting.workplaces else None
        if posting.fingerprint:
            bits = int(posting.fingerprint, 16)
            if any((bits ^ other).bit_count() <= _NEAR_SAME_BITS for other in seen.get(place, ())):
                continue
            seen.setdefault(place, []).append(bits)
        employers[posting.employer] += 1
        (first if employers[posting.employer] <= _MOST_OF_ONE_EMPLOYER else later).append(one)
    return first + later


def proposed_bridges(
    profile: Profile,
    postings: Sequence[Posting],
    live: LiveOntology,
    knowledge: LabourKnowledge,
    reach: Reach,
    as_of: date,
    count: int = 20,
    avoid: frozenset[Strain] = frozenset(),
) -> tuple[Bridge, ...]:
    """The bridges of a profile, with reachable openings by occupation where ads are loaded.

    `avoid`: work that usually has one of these is left out, this once.
    """
    if avoid:
        context = load_work_context()
        free = np.array([not context.has(one.isco, avoid) for one in live.taxonomy.occupations], np.bool_)
        knowledge = replace(knowledge, in_denmark=knowledge.in_denmark & free)
    openings = reachable_openings(postings, live, reach, as_of) if postings else None
    return bridges(profile, live, knowledge, as_of, openings, count)


def reachable_openings(postings: Iterable[Posting], live: LiveOntology, reach: Reach, as_of: date) -> dict[int, int]:
    """Openings of live ads within reach by occupation row, by each ad's best guess."""
    counted: dict[int, int] = {}
    for posting in postings:
        minutes = nearest_minutes(posting, reach)
        if not posting.live_on(as_of) or not posting.occupations or (minutes is not None and minutes > reach.minutes):
            continue
        row = live.taxonomy.occupation_rows.get(posting.occupations[0].occupation)
        if row is not None:
            counted[row] = counted.get(row, 0) + posting.openings
    return counted


def municipality_name(code: MunicipalityCode) -> str:
    """What a municipality is called; its code where it is unknown."""
    one = load_places().municipalities.get(code)
    return one.name if one else code
