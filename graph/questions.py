"""Questions to a citizen: the few whose answers would change the list of jobs most. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.coverage import Coverage, gained, most_gained
from graph.index import MatchIndex
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode, EscoUri
from ontology.people import Basis, Profile

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

MOST = 5
SHOWN = 20
"""The list whose change counts: the top twenty."""
_CANDIDATES = 300
_COVERED = 0.8
"""A skill that is covered so well is not asked about."""
_ALIKE = 0.5
"""Two skills that are so near make one question."""
_LEAST_GAIN, _TINY = 1e-4, 1e-9
_YES_ESSENTIAL, _YES_TRAINED, _YES_OPTIONAL, _YES_NEAR = 0.7, 0.9, 0.35, 0.6
"""How likely a yes is, by judgement: an essential skill of a job held, the same where the job asks an education, an
optional one, and one next to a skill that is claimed (times the proximity)."""
_NEAR_ENOUGH = 0.5
"""A skill further off suggests nothing: an office program says little of learning environments."""
_TRAINED = 2
"""The formal education from which on a trade's own skills are taught."""
_LONGEST_NAME = 60
"""A skill with a longer name cannot be asked about in one breath."""
_YES_CREDENTIAL, _YES_CAR = 0.25, 0.5


class Subject(StrEnum):
    """What a question is about."""

    SKILL = "skill"
    CREDENTIAL = "credential"
    CAR = "car"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `what`: a skill's URI, a credential's code, or '' for the car.

    gain: how far the answer is expected to move the sum of the best twenty scores from what is expected now.
    `because` is the job held or the skill claimed that suggests it; None = only the ads ask for it.
    """

    subject: Subject
    what: str
    gain: float
    because: EscoUri | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What a profile's list stands on. scores: (ads,). listed: (any,) rows that may be shown.

    locked: credential -> rows that lack it and nothing else. by_car: rows that only a car would bring within reach.
    resting: row of a skill -> points of the shown ads that rest on an unsure claim of it.
    """

    scores: Scores
    listed: Rows
    locked: Mapping[CredentialCode, Rows]
    by_car: Rows
    resting: Mapping[int, float]


def questions(
    profile: Profile,
    situation: Situation,
    index: MatchIndex,
    covered: Coverage,
    live: LiveOntology,
    count: int = MOST,
) -> tuple[Question, ...]:
    """At most `count` questions, those first whose answers are expected to change the list most.

    A yes adds to the sum of the twenty best scores, a no takes away what rests on the skill as it is only assumed. With
    a yes of likelihood p the answer lies 2 p (1 - p) times the span between both from what is expected (the mean
    absolute deviation): what is nearly certain is not worth a question. Near skills make one question; what was
    answered is not asked again; personal competencies are never asked about, they are the citizen's own to say.
    """
    scores = situation.scores[situation.listed]
    least = float(np.partition(scores, len(scores) - SHOWN)[len(scores) - SHOWN]) if len(scores) >= SHOWN else 0.0
    found = [
        *_skills(profile, situation, index, covered, live, least),
        *_others(profile, situation, least),
    ]
    found.sort(key=lambda one: (-one.gain, one.subject, one.what))
    return tuple(_different(found, live, count))


def _different(found: Iterable[Question], live: LiveOntology, count: int) -> Iterator[Question]:
    """The first `count` of which no two are about near skills."""
    rows, near, taken = live.taxonomy.skill_rows, live.derived.near, set[int]()
    given = 0
    for one in found:
        if given == count or one.gain < _LEAST_GAIN:
            return
        if one.subject is Subject.SKILL:
            row = rows[EscoUri(one.what)]
            if row in taken:
                continue
            around = near.row(row)
            taken |= {row, *near.targets[around][near.proximity[around] >= _ALIKE].tolist()}
        given += 1
        yield one


def _others(profile: Profile, situation: Situation, least: float) -> Iterator[Question]:
    """Credentials that alone keep good ads away, and the car where nothing is said of one."""
    answered = {*profile.corrections.holds, *profile.corrections.lacks}
    for code, rows in situation.locked.items():
        if code not in answered:
            gain = _uncertain(_YES_CREDENTIAL) * _entering(situation.scores[rows], least)
            yield Question(Subject.CREDENTIAL, str(code), gain)
    if profile.means is None and len(situation.by_car):
        gain = _uncertain(_YES_CAR) * _entering(situation.scores[situation.by_car], least)
        yield Question(Subject.CAR, "", gain)


def _uncertain(chance: float) -> float:
    return 2.0 * chance * (1.0 - chance)


def _entering(scores: Scores, least: float) -> float:
    """What ads add to the sum of the twenty best by coming in: each pushes out one that is no better than `least`."""
    best = np.sort(scores)[::-1][:SHOWN]
    return float(np.maximum(0.0, best - least).sum())


def _skills(
    profile: Profile, situation: Situation, index: MatchIndex, covered: Coverage, live: LiveOntology, least: float
) -> Iterator[Question]:
    likely = _likely(profile, covered, live)
    lost = np.zeros(len(live.taxonomy.skills))
    for row, points in situation.resting.items():
        lost[row] = points
    denied = frozenset(live.taxonomy.skill_rows.get(uri, -1) for uri in profile.denied_skills)
    tried = _tried({row: why for row, why in likely.items() if row not in denied}, situation, index, covered, live)
    if not len(tried):
        return
    gains = _gains(tried, situation, index, covered, live, least, denied)
    for place, row in enumerate(tried.tolist()):
        chance, because = likely[row]
        gain = _uncertain(chance) * float(gains[place] + lost[row])
        yield Question(Subject.SKILL, live.taxonomy.skills[row].uri, gain, because)


def _likely(profile: Profile, covered: Coverage, live: LiveOntology) -> dict[int, tuple[float, EscoUri | None]]:
    """How likely a yes is for each skill that something suggests, and what suggests it."""
    taxonomy, near = live.taxonomy, live.derived.near
    found: dict[int, tuple[float, EscoUri | None]] = {}

    def suggest(row: int, chance: float, because: EscoUri) -> None:
        if chance > found.get(row, (0.0, None))[0]:
            found[row] = chance, because

    for held in profile.held:
        origin = taxonomy.occupation_rows.get(held.occupation)
        if origin is not None:
            known = _YES_TRAINED if live.levels[origin] >= _TRAINED else _YES_ESSENTIAL
            for pairs, chance in ((taxonomy.essential, known), (taxonomy.optional, _YES_OPTIONAL)):
                for row in pairs.targets_of(origin).tolist():
                    suggest(row, chance * held.confidence, held.occupation)
    for claim in covered.claims:
        origin = taxonomy.skill_rows[claim.skill]
        if claim.basis is not Basis.IMPLIED and not taxonomy.personal[origin]:
            around = near.row(origin)
            for row, proximity in zip(near.targets[around].tolist(), near.proximity[around].tolist(), strict=True):
                if proximity >= _NEAR_ENOUGH:
                    suggest(row, _YES_NEAR * proximity * claim.strength, claim.skill)
    return found


def _tried(
    likely: Mapping[int, tuple[float, EscoUri | None]],
    situation: Situation,
    index: MatchIndex,
    covered: Coverage,
    live: LiveOntology,
) -> Rows:
    """The rows worth trying: suggested, specific, not personal, not sure yet, not answered; most asked first."""
    rows, listed = np.array(list(likely), np.int64), np.zeros(len(index), np.bool_)
    listed[situation.listed] = True
    at, ads, weights = index.asking(rows)
    wanted = np.bincount(at, weights * listed[ads], len(rows))
    known = {claim.skill for claim in covered.claims if claim.basis is not Basis.IMPLIED}
    worth = np.array(
        [
            asked * chance
            if live.specific[row]
            and not live.taxonomy.personal[row]
            and covered.values[row] < _COVERED
            and live.taxonomy.skills[row].uri not in known
            and len(live.taxonomy.skills[row].labels.best()) <= _LONGEST_NAME
            else 0.0
            for asked, (row, (chance, _because)) in zip(wanted.tolist(), likely.items(), strict=True)
        ]
    )
    order = np.argsort(-worth, kind="stable")[:_CANDIDATES] if len(rows) else rows
    return rows[order[worth[order] > 0]]


def _gains(
    tried: Rows,
    situation: Situation,
    index: MatchIndex,
    covered: Coverage,
    live: LiveOntology,
    least: float,
    denied: frozenset[int],
) -> Scores:
    """What a yes to each tried skill adds to the sum of the twenty best scores; (tried,)."""
    gains = gained(tried, covered, live.derived.near, denied)
    skills, most = most_gained(gains)
    at, asking, weights = index.asking(skills)
    # What the best skill for each requirement would give bounds what any one gives; most ads stay out with it too.
    bound = np.bincount(asking, weights * most[at], len(index)) * index.part_share[:, 0]
    bound = situation.scores + bound / (index.totals[0] + live.shrinkage)
    listed = situation.listed[bound[situation.listed] > least - _TINY]
    total = index.totals[0][listed] + live.shrinkage
    more = sparse.coo_array(index.asked[listed] @ gains)
    points = more.data * (index.part_share[listed[more.row], 0] / total[more.row])
    before = situation.scores[listed[more.row]]
    added = np.maximum(0.0, before + points - np.maximum(before, least))
    return np.bincount(more.col, added, len(tried)).astype(np.float64)
