"""Years of experience that an ad asks for, against the jobs that a person has held. Never in the score.

Years count in work of the ad's own minor group (ISCO-08, three digits). Who has held no such job, and none akin to it
either, is taken to lack what the ad cannot do without; of whom no job with its time is known, nothing is said.
"""

from collections.abc import Iterable
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.citizen import held_rows
from graph.columns import AdColumns, Flags
from graph.gates import SURE
from graph.ontology import LiveOntology
from graph.ragged import Ragged
from graph.standing import Circumstance, Standing, Topic
from graph.stated import HOW_MUCH
from ontology.kinds import Importance
from ontology.people import Held, Profile, months_in
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Experience, Posting

_AKIN = 0.4
"""A move so feasible joins work that is akin. Of 56 judged pairs (docs/scoring.md) none below it is suited."""
_MINOR = 3
_TEACHES_A_TRADE = "2320"
"""Vocational teachers: the years that are asked of them are in the trade they teach."""


def practice(profile: Profile, posting: Posting, live: LiveOntology, as_of: date) -> tuple[Circumstance, ...]:
    """One line for the years that the ad asks for, or calls an advantage, the hardest first; () = it names none."""
    asked = max(_asked(posting), key=_weight, default=None)
    if asked is None:
        return ()
    least = asked.years_min or 0
    own = _in_minor_group(profile, posting, live.taxonomy)
    years = _years(own, as_of)
    hard = asked.importance is Importance.MUST and bool(demanded_years(posting, live.taxonomy))
    state = _standing(profile, posting, live, years, least, hard=hard)
    line = Circumstance(
        Topic.EXPERIENCE,
        state,
        f"mindst {least} år",
        HOW_MUCH[asked.importance] + (", eller noget andet" if asked.open else ""),
        _told(own, years),
        hard,
        asked_in=asked.evidence,
        held_in=tuple(place for one in own for place in one.evidence),
    )
    return (line,)


def demanded_years(posting: Posting, taxonomy: Taxonomy) -> int:
    """The years of its own work that an ad cannot do without; 0 = none, or it is not sure of what work."""
    best = posting.occupations[0] if posting.occupations else None
    row = taxonomy.occupation_rows.get(best.occupation) if best else None
    if row is None or best is None or best.confidence < SURE or taxonomy.occupations[row].isco == _TEACHES_A_TRADE:
        return 0
    strict = (one for one in _asked(posting) if one.importance is Importance.MUST and not one.open)
    return max((one.years_min or 0 for one in strict), default=0)


def unpractised(profile: Profile, columns: AdColumns, jobs: Ragged, live: LiveOntology) -> Flags:
    """Which ads `practice` would fold away, all at once; `jobs` are the rows of the occupations of each; (ads,)."""
    held = held_rows(profile, live)
    asking = columns.years > 0
    if not _tells(profile, live.taxonomy) or not asking.any():
        return np.zeros(len(asking), np.bool_)
    akin = np.isin(live.sub_major, live.sub_major[held]).astype(np.float64)
    for origin in held:
        akin[[target for target, move in live.kept_moves_from(origin).items() if move >= _AKIN]] = 1.0
    found: Flags = asking & (jobs.reduced(np.maximum, akin, 0.0) == 0.0)
    return found


def practising(posting: Posting, live: LiveOntology) -> npt.NDArray[np.int64]:
    """The rows of the occupations that are akin to one of the ad's, ascending."""
    targets = _targets(posting, live.taxonomy)
    akin = np.isin(live.sub_major, live.sub_major[targets])
    for target in targets:
        akin |= live.ways_in.to(target) >= _AKIN
    return np.flatnonzero(akin)


def _asked(posting: Posting) -> Iterable[Experience]:
    return (one for one in posting.experience if one.years_min and one.importance in (Importance.MUST, Importance.NICE))


def _weight(one: Experience) -> tuple[bool, bool, int]:
    """By which of several demands goes first: what must be, what nothing else will do for, the most years."""
    return one.importance is Importance.MUST, not one.open, one.years_min or 0


def _standing(
    profile: Profile, posting: Posting, live: LiveOntology, years: float | None, least: int, *, hard: bool
) -> Standing:
    """Enough years, fewer or work that is akin, no job known, or other work only."""
    if years is not None and years >= least:
        return Standing.MET
    if not _tells(profile, live.taxonomy):
        return Standing.UNKNOWN
    akin = np.isin(held_rows(profile, live), practising(posting, live)).any()
    return Standing.UNMET if hard and not akin else Standing.ASK


def _in_minor_group(profile: Profile, posting: Posting, taxonomy: Taxonomy) -> tuple[Held, ...]:
    groups = {taxonomy.occupations[row].isco[:_MINOR] for row in _targets(posting, taxonomy)}
    rows = taxonomy.occupation_rows
    return tuple(
        one
        for one in profile.held
        if one.occupation in rows and taxonomy.occupations[rows[one.occupation]].isco[:_MINOR] in groups
    )


def _years(own: Iterable[Held], as_of: date) -> float | None:
    """How long these were held in all, what overlaps once; None = not said."""
    jobs = tuple(own)
    periods = [period for one in jobs for period in one.periods]
    counted = [months_in(periods, as_of) / 12] if periods else []
    return max([*counted, *(years for one in jobs if (years := one.years(as_of)) is not None)], default=None)


def _told(own: tuple[Held, ...], years: float | None) -> str:
    """The years and the titles of the jobs that count: "4 år som lagermedarbejder"."""
    titles = " og ".join(dict.fromkeys(one.title for one in own))
    if not titles or years is None:
        return titles
    return f"{years:.1f}".removesuffix(".0").replace(".", ",") + f" år som {titles}"


def _targets(posting: Posting, taxonomy: Taxonomy) -> list[int]:
    rows = taxonomy.occupation_rows
    return [rows[one.occupation] for one in posting.occupations if one.occupation in rows]


def _tells(profile: Profile, taxonomy: Taxonomy) -> bool:
    """Whether a job is known with its time, so that what is not told of was hardly done."""
    return any(one.current or one.until for one in profile.held if one.occupation in taxonomy.occupation_rows)
