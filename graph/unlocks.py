"""What unlocks most: each missing skill, credential, stretch of travel or kind of job, by the ads it would open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.coverage import Coverage, gained
from graph.gates import Gate, opening
from graph.index import MatchIndex
from graph.ontology import LiveOntology
from ontology.kinds import PostingKind
from ontology.vacancies import PostingId

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

_CANDIDATES = 400
"""Missing skills that are tried: those that most weight of the ads short of a fit rests on."""
_LACKING = 0.5
_EXAMPLES = 3
_STEP_MINUTES, _STEPS = 15, 4
FARTHEST_BEYOND = float(_STEP_MINUTES * _STEPS)
"""Minutes past the reach that are still worth telling."""
_TINY = 1e-9


class Lever(StrEnum):
    """What kind of thing opens ads."""

    SKILL = "skill"
    CREDENTIAL = "credential"
    MINUTES = "minutes"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Unlock:
    """One thing that would bring `ads` more live ads within fit, and up to three of them.

    `what`: an ESCO URI, a credential's code, minutes on top of the reach, or a kind of job.
    """

    lever: Lever
    what: str
    ads: int
    examples: tuple[PostingId, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one live ad stands to a profile; `beyond` is the minutes past the reach, 0 = within or not known."""

    row: int
    gates: tuple[Gate, ...]
    beyond: float
    listed: bool


def unlocks(
    short: Rows,
    fitting: Iterable[Standing],
    index: MatchIndex,
    covered: Coverage,
    live: LiveOntology,
    denied: frozenset[int] = frozenset(),
    count: int = 10,
) -> tuple[Unlock, ...]:
    """The `count` things that open most, each alone; ties by what it is. `denied`: rows of skills never proposed.

    short: (any,) rows of the ads that lack nothing but a fit; `fitting`: those that fit and lack something else.

    An ad is opened where it is a fit (`constants.fit` of its professional weight covered), no hard gate is unmet, and
    it is within reach and of a listed kind; what is one step from it counts for that step.
    """
    found = [*_skills(short, index, covered, live, denied, count), *_others(fitting, index)]
    found.sort(key=lambda one: (-one.ads, one.lever, one.what))
    return tuple(found[:count])


def _others(fitting: Iterable[Standing], index: MatchIndex) -> Iterable[Unlock]:
    """What opens the ads that fit already and are one step away."""
    opened: dict[tuple[Lever, str], list[int]] = defaultdict(list)
    for one in fitting:
        ways, beyond = opening(one.gates), one.beyond > 0
        if ways is None:
            continue
        if ways and not beyond and one.listed:
            for gate in ways:
                opened[Lever.CREDENTIAL, str(gate.credential)].append(one.row)
        elif not ways and beyond and one.listed:
            for step in range(max(1, int(np.ceil(one.beyond / _STEP_MINUTES))), _STEPS + 1):
                opened[Lever.MINUTES, str(step * _STEP_MINUTES)].append(one.row)
        elif not ways and not beyond and not one.listed:
            opened[Lever.KIND, PostingKind(index.postings[one.row].kind).value].append(one.row)
    for (lever, what), rows in opened.items():
        yield _unlock(lever, what, rows, index)


def _unlock(lever: Lever, what: str, rows: Sequence[int], index: MatchIndex) -> Unlock:
    return Unlock(lever, what, len(rows), tuple(index.ids[row] for row in rows[:_EXAMPLES]))


def _skills(
    rows: Rows, index: MatchIndex, covered: Coverage, live: LiveOntology, denied: frozenset[int], count: int
) -> Iterable[Unlock]:
    """The missing skills that alone would make ads a fit, what is near them counted in."""
    wanted = index.asked[rows]
    tried = _candidates(wanted, covered, denied)
    if not len(tried):
        return
    need = live.constants.fit * index.totals[0][rows] - index.met(covered)[rows] - _TINY
    gains = gained(tried, covered, live.derived.near, denied)
    itself, others = _most(gains, tried)
    for bound in (_any_of, _one_of):  # most ads need no product
        near = np.flatnonzero(bound(wanted, itself, others) >= need - _TINY)
        rows, need, wanted = rows[near], need[near], wanted[near]
    given = wanted @ gains
    opens = np.flatnonzero(given.data >= np.repeat(need, np.diff(given.indptr)))
    ads, columns = rows[np.searchsorted(given.indptr, opens, "right") - 1], given.indices[opens]
    opened = np.bincount(columns, minlength=len(tried))
    for column in np.lexsort((tried, -opened))[:count]:
        if opened[column]:
            uri = live.taxonomy.skills[int(tried[column])].uri
            yield _unlock(Lever.SKILL, uri, np.sort(ads[columns == column]).tolist(), index)


def _most(gains: sparse.csr_array, tried: npt.NDArray[np.int64]) -> tuple[Scores, Scores]:
    """How much more of each skill is covered by trying it itself, and at most by trying another; both (skills,)."""
    skill = np.repeat(np.arange(gains.shape[0]), np.diff(gains.indptr))
    own = tried[gains.indices] == skill
    itself, others = np.zeros(gains.shape[0]), np.zeros(gains.shape[0])
    itself[skill[own]] = gains.data[own]
    given = np.flatnonzero(np.diff(gains.indptr))
    others[given] = np.maximum.reduceat(np.where(own, 0.0, gains.data), gains.indptr[given])
    return itself, others


def _any_of(wanted: sparse.csr_array, itself: Scores, others: Scores) -> Scores:
    """What all skills that are tried give to each ad together, which bounds what one gives; (wanted,)."""
    found: Scores = wanted @ np.maximum(itself, others)
    return found


def _one_of(wanted: sparse.csr_array, itself: Scores, others: Scores) -> Scores:
    """A closer bound: a skill gives itself to one requirement, to the rest what another gives at most; (wanted,)."""
    found: Scores = wanted @ others
    asking = np.flatnonzero(np.diff(wanted.indptr))
    if len(asking):
        more = wanted.data * np.maximum(0.0, itself - others)[wanted.indices]
        found[asking] += np.maximum.reduceat(more, wanted.indptr[asking])
    return found


def _candidates(wanted: sparse.csr_array, covered: Coverage, denied: frozenset[int]) -> npt.NDArray[np.int64]:
    """The lacking skills on which most weight rests, most first."""
    lost = np.bincount(wanted.indices, wanted.data, len(covered.values)) * (1 - covered.values)
    lost[covered.values >= _LACKING] = 0
    lost[list(denied)] = 0
    rows = np.flatnonzero(lost > 0)
    if len(rows) > _CANDIDATES:
        rows = rows[lost[rows] >= np.partition(lost[rows], len(rows) - _CANDIDATES)[len(rows) - _CANDIDATES]]
    return rows[np.argsort(-lost[rows], kind="stable")[:_CANDIDATES]]
