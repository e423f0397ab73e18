"""Ads as they were read into the unique ones that are counted: copies are put together."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import numpy.typing as npt

from graph.constants import IMPORTANCE_WEIGHT
from graph.labour_market.axes import units_of
from graph.labour_market.gathered import IMPORTANCES, AdReader, Ads
from graph.labour_market.market import Rows, Vacancies
from graph.near_same import near_same
from graph.ontology import LiveOntology
from graph.ragged import Ragged
from ontology.kinds import Importance, MunicipalityCode, Postcode, PostingKind
from ontology.vacancies import LISTED_BY_DEFAULT, Posting


def vacancies_of(
    postings: Iterable[Posting],
    live: LiveOntology,
    is_agency: Callable[[str], bool],
    seats: Mapping[MunicipalityCode, Postcode],
    kinds: frozenset[PostingKind] = LISTED_BY_DEFAULT,
) -> tuple[Vacancies, int]:
    """The unique ads among `postings` of one of `kinds`, and how many there were before copies were put together."""
    ads = AdReader(live.taxonomy, is_agency, seats, kinds).read(postings)
    return unique(ads, live), len(ads)


def unique(ads: Ads, live: LiveOntology) -> Vacancies:
    """The unique ads among `ads`.

    The employer's own ad stands for its copies before an agency's, then the first published; first and last day and the
    openings are those of all copies together.
    """
    first, last, openings, job, agency = np.ascontiguousarray(ads.plain.T)
    same = _same(ads, live)
    order = np.lexsort((np.arange(len(first)), first, agency, same))
    start = np.flatnonzero(np.diff(same[order], prepend=-1))
    spot = np.argsort(order[start])
    leaders = order[start][spot]
    place = np.full(len(first), -1, np.int32)
    place[leaders] = np.arange(len(leaders))
    began, ended, most = _spanned(order, start, first, last, openings)
    copies = np.diff(np.append(start, len(order))).astype(np.int32)
    (work_ad, site), (ask_ad, skill, how), (gate_ad, gate) = (
        _kept(one, place) for one in (ads.works, ads.asks, ads.gates)
    )
    return Vacancies(
        began[spot],
        ended[spot],
        most[spot],
        job[leaders],
        agency[leaders].astype(np.bool_),
        copies[spot],
        work_ad,
        site,
        ads.sites,
        ask_ad,
        skill,
        how == IMPORTANCES.index(Importance.MUST),
        _weights(skill, how, live),
        gate_ad,
        gate,
        ads.codes,
        tuple(ads.ids[row] for row in leaders.tolist()),
    )


def _weights(skill: Rows, how: Rows, live: LiveOntology) -> npt.NDArray[np.float32]:
    """(asks,) importance x specificity, as in matching."""
    importance = np.array([IMPORTANCE_WEIGHT[one] for one in IMPORTANCES])
    return (importance[how] * live.specificity[skill]).astype(np.float32)


def _spanned(
    order: npt.NDArray[np.intp], start: npt.NDArray[np.intp], first: Rows, last: Rows, openings: Rows
) -> tuple[Rows, Rows, Rows]:
    """First day, last day and openings of each run of copies."""
    if not len(start):
        return first, last, openings
    most = np.maximum.reduceat(openings[order], start)
    return np.minimum.reduceat(first[order], start), np.maximum.reduceat(last[order], start), most


def _same(ads: Ads, live: LiveOntology) -> Rows:
    """(ads,) a number that copies share; they are looked for in the same first municipality and unit group."""
    codes: dict[str, int] = {}
    town = np.array([codes.setdefault(one.municipality, len(codes)) for one in ads.sites] + [-1], np.int64)
    home = np.full(len(ads), -1, np.int64)
    home[ads.works.owner[::-1]] = town[ads.works.columns[0][::-1]]
    unit = units_of(live.taxonomy)[ads.plain[:, 3]].astype(np.int64)
    blocks = (home + 1) * (len(live.taxonomy.unit_groups) + 1) + unit + 1
    return near_same(ads.prints, blocks, ads.plain[:, 0], ads.plain[:, 1])


def _kept(lists: Ragged, place: Rows) -> tuple[Rows, ...]:
    """The values of the ads that stand for their copies, the new place of the ad first."""
    owner = place[lists.owner]
    chosen = owner >= 0
    return owner[chosen], *(column[chosen] for column in lists.columns)
