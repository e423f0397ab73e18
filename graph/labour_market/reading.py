"""Ads and profiles, one at a time, into the columns of a market."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from graph.constants import IMPORTANCE_WEIGHT
from graph.labour_market.axes import units_of
from graph.labour_market.market import ANY_DEGREE, LONG_EXPERIENCE, Rows, Site, Vacancies
from graph.labour_market.near_same import near_same
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode, Importance, MunicipalityCode, Postcode
from ontology.vacancies import LISTED_BY_DEFAULT, Posting, PostingKind

_DEGREE_LEVEL, _LONG_YEARS = 3, 3


@dataclass
class _Gathered:
    """What was read so far, a column a list."""

    plain: "array[int]" = field(default_factory=lambda: array("q"))
    ids: list[str] = field(default_factory=list)
    prints: "array[int]" = field(default_factory=lambda: array("Q"))
    works: "array[int]" = field(default_factory=lambda: array("i"))
    asks: "array[int]" = field(default_factory=lambda: array("i"))
    gates: "array[int]" = field(default_factory=lambda: array("i"))
    sites: dict[Site, int] = field(default_factory=dict)
    codes: dict[CredentialCode, int] = field(default_factory=dict)


_IMPORTANCES = tuple(Importance)


def vacancies_of(
    postings: Iterable[Posting],
    live: LiveOntology,
    is_agency: Callable[[str], bool],
    seats: Mapping[MunicipalityCode, Postcode],
    kinds: frozenset[PostingKind] = LISTED_BY_DEFAULT,
) -> tuple[Vacancies, int]:
    """The unique ads among `postings` of one of `kinds`, and how many there were before copies were put together.

    The employer's own ad stands for its copies before an agency's, then the first published; first and last day and the
    openings are those of all copies together.
    """
    gathered = _Gathered()
    for one in postings:
        if one.kind in kinds:
            _gather(one, gathered, live, is_agency, seats)
    return _unique(gathered, live), len(gathered.ids)


def _gather(
    one: Posting,
    into: _Gathered,
    live: LiveOntology,
    is_agency: Callable[[str], bool],
    seats: Mapping[MunicipalityCode, Postcode],
) -> None:
    row, taxonomy = len(into.ids), live.taxonomy
    job = taxonomy.occupation_rows.get(one.occupations[0].occupation, -1) if one.occupations else -1
    into.ids.append(one.id)
    into.plain.extend((one.published.toordinal(), one.last_day.toordinal(), one.openings, job, is_agency(one.employer)))
    into.prints.append(int(one.fingerprint, 16) if one.fingerprint else 0)
    for work in one.workplaces:
        site = Site(work.municipality, work.postcode or seats.get(work.municipality) or None)
        into.works.extend((row, into.sites.setdefault(site, len(into.sites))))
    for asked in one.asks:
        skill = taxonomy.skill_rows.get(asked.skill)
        if skill is not None:
            into.asks.extend((row, skill, _IMPORTANCES.index(asked.importance)))
    for code in _gates(one):
        into.gates.extend((row, into.codes.setdefault(code, len(into.codes))))


def _gates(one: Posting) -> frozenset[CredentialCode]:
    """What the ad itself demands: credentials, and a degree or long experience as a must."""
    found = {demand.credential for demand in one.demands}
    if any(e.importance is Importance.MUST and (e.level or 0) >= _DEGREE_LEVEL for e in one.education):
        found.add(ANY_DEGREE)
    if any(e.importance is Importance.MUST and (e.years_min or 0) >= _LONG_YEARS for e in one.experience):
        found.add(LONG_EXPERIENCE)
    return frozenset(found)


def _table(numbers: "array[int]", columns: int) -> Rows:
    return np.array(numbers, np.int32).reshape(-1, columns)


def _unique(gathered: _Gathered, live: LiveOntology) -> Vacancies:
    first, last, openings, job, agency = np.array(gathered.plain, np.int32).reshape(-1, 5).T
    works = _table(gathered.works, 2)
    sites = tuple(gathered.sites)
    same = _same(gathered, live, first, last, job, works, sites)
    order = np.lexsort((np.arange(len(first)), first, agency, same))
    start = np.flatnonzero(np.diff(same[order], prepend=-1))
    spot = np.argsort(order[start])
    leaders = order[start][spot]
    place = np.full(len(first), -1, np.int32)
    place[leaders] = np.arange(len(leaders))
    began, ended, most = _spanned(order, start, first, last, openings)
    copies = np.diff(np.append(start, len(order))).astype(np.int32)
    asks, gates = (_kept(_table(gathered.asks, 3), place), _kept(_table(gathered.gates, 2), place))
    works = _kept(works, place)
    must = asks[:, 2] == _IMPORTANCES.index(Importance.MUST)
    return Vacancies(
        began[spot],
        ended[spot],
        most[spot],
        job[leaders],
        agency[leaders].astype(np.bool_),
        copies[spot],
        works[:, 0],
        works[:, 1],
        sites,
        asks[:, 0],
        asks[:, 1],
        must,
        _weights(asks, live),
        gates[:, 0],
        gates[:, 1],
        tuple(gathered.codes),
        tuple(gathered.ids[row] for row in leaders),
    )


def _weights(asks: Rows, live: LiveOntology) -> npt.NDArray[np.float32]:
    """(asks,) importance x specificity, as in matching."""
    importance = np.array([IMPORTANCE_WEIGHT[one] for one in _IMPORTANCES])
    return (importance[asks[:, 2]] * live.specificity[asks[:, 1]]).astype(np.float32)


def _spanned(
    order: npt.NDArray[np.intp], start: npt.NDArray[np.intp], first: Rows, last: Rows, openings: Rows
) -> tuple[Rows, Rows, Rows]:
    """First day, last day and openings of each run of copies."""
    if not len(start):
        return first, last, openings
    most = np.maximum.reduceat(openings[order], start)
    return np.minimum.reduceat(first[order], start), np.maximum.reduceat(last[order], start), most


def _same(
    gathered: _Gathered, live: LiveOntology, first: Rows, last: Rows, job: Rows, works: Rows, sites: tuple[Site, ...]
) -> Rows:
    """(ads,) a number that copies share; they are looked for in the same first municipality and unit group."""
    codes: dict[str, int] = {}
    town = np.array([codes.setdefault(one.municipality, len(codes)) for one in sites] + [-1], np.int64)
    home = np.full(len(first), -1, np.int64)
    home[works[::-1, 0]] = town[works[::-1, 1]]
    unit = units_of(live.taxonomy)[job].astype(np.int64)
    prints = np.array(gathered.prints, np.uint64)
    return near_same(prints, (home + 1) * (len(live.taxonomy.unit_groups) + 1) + unit + 1, first, last)


def _kept(rows: Rows, place: Rows) -> Rows:
    """The rows of the ads that stand for their copies, by their new places; the first column is the ad."""
    kept = rows[place[rows[:, 0]] >= 0]
    kept[:, 0] = place[kept[:, 0]]
    return kept
