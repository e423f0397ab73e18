"""Skills of a document's own jobs that a clause hints at with a telling word, where a learnt model is sure enough."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import exp, inf, log
from typing import NamedTuple

from ingestion.mentions import Mention
from ingestion.telling_words import Name, NameKind, NameWord, SkillsByRoot, TellingWords, names_of
from ingestion.weights import MODELS, read_weights
from ingestion.words import Word
from ontology.kinds import EscoUri, IscoCode, SkillKind
from ontology.taxonomy import Taxonomy

SURE = 0.7
"""How likely a hint must be right, by the model, to be read."""
MODEL = MODELS / "hints.csv"
_TELLING = 4.5
"""A clause hints at a skill only by a word that tells as much: one in 90 skills has it in a name."""
_PART = 0.7
"""What a part of a compound counts beside the whole word."""
_JOBS_KEPT, _GROUPS_KEPT, _SKILLS_KEPT, _LIKENESSES_KEPT = 256, 500, 16_000, 50_000

FEATURES = (
    "score",
    "most_telling",
    "preferred",
    "english",
    "ours",
    "confidence",
    "essential",
    "confident_essential",
    "rare_in_job_covered",
    "already_read",
    "knowledge",
    "share_of_group",
    "share_of_clause",
    "cv",
    "first_job",
)
"""What the model weighs; docs/models.md says what each is."""

Jobs = tuple[tuple[EscoUri, float], ...]


class Standing(NamedTuple):
    """How a skill stands to a document's jobs: surest job that has it, essential there, that job's place."""

    confidence: float
    essential: bool
    place: int


class Hint(NamedTuple):
    """A skill that the words at [start, end) of a text hint at; `features` in the order of `FEATURES`."""

    start: int
    end: int
    uri: EscoUri
    features: tuple[float, ...]

    @property
    def sure(self) -> float:
        """How likely the hint is right, in (0, 1)."""
        always, *each = _weights()
        return 1 / (1 + exp(-always - sum(w * x for w, x in zip(each, self.features, strict=True))))


@cache
def _weights() -> tuple[float, ...]:
    names = ("always", *FEATURES)
    found = read_weights(MODEL.name, names, "bench/train_hints.py")
    return tuple(found[name] for name in names)


@dataclass(frozen=True, slots=True)
class JobSkills:
    """The skills of a document's jobs, their shares in the unit groups, and whose each telling root is."""

    standing: Mapping[int, Standing]
    share: Mapping[int, float]
    by_root: SkillsByRoot

    def rarest(self, roots: Iterable[str]) -> float:
        """Of those of `roots` that tell, the largest logarithm of all these skills over those that have it."""
        return max(log(len(self.standing) / self.by_root.count(one)) for one in roots if one in self.by_root)


@dataclass(frozen=True)
class Hints:
    """What hints are found with: a release, its telling words and our own terms by skill."""

    taxonomy: Taxonomy
    telling: TellingWords
    ours: Mapping[EscoUri, tuple[str, ...]]

    def of_jobs(self, jobs: Jobs) -> JobSkills:
        """What the skills of `jobs` (occupations and how sure each is) may be hinted at by."""
        return self._jobs(jobs)

    @cached_property
    def _jobs(self) -> Callable[[Jobs], JobSkills]:
        return lru_cache(maxsize=_JOBS_KEPT)(self._skills_of)

    @cached_property
    def names(self) -> Callable[[int], tuple[Name, ...]]:
        """The names of the skill of a row."""
        return lru_cache(maxsize=_SKILLS_KEPT)(self._names_of)

    @cached_property
    def _roots(self) -> Callable[[int], frozenset[str]]:
        """The roots in any name of the skill of a row."""
        return lru_cache(maxsize=_SKILLS_KEPT)(lambda row: frozenset(self.telling.roots_of(row)))

    @cached_property
    def _like(self) -> Callable[[int, frozenset[str]], "_Likeness"]:
        """How the names of a skill are like a clause that has these of their roots."""
        return lru_cache(maxsize=_LIKENESSES_KEPT)(lambda row, told: _Likeness(self.telling, told, self.names(row)))

    def _names_of(self, row: int) -> tuple[Name, ...]:
        skill = self.taxonomy.skills[row]
        return tuple(self.telling.name(*name) for name in names_of(skill, self.ours.get(skill.uri, ())))

    def _skills_of(self, jobs: Jobs) -> JobSkills:
        standing: dict[int, Standing] = {}
        share: dict[int, float] = {}
        for place, (uri, confidence) in enumerate(jobs):
            if uri not in self.taxonomy.occupation_rows:
                continue
            row = self.taxonomy.occupation_rows[uri]
            for skill, essential in self._of(row):
                one = Standing(confidence, essential, place)
                known = standing.get(skill)
                if known is None or (one.essential, one.confidence) > (known.essential, known.confidence):
                    standing[skill] = one
            parts = self._shares(self.taxonomy.occupations[row].isco)
            for skill in standing.keys() & parts.keys():
                share[skill] = max(share.get(skill, 0.0), confidence * parts[skill])
        return JobSkills(standing, share, self.telling.skills_by_root(list(standing), _TELLING))

    def _of(self, occupation: int) -> Iterator[tuple[int, bool]]:
        """The skills of an occupation, and whether each is essential."""
        for pairs, essential in ((self.taxonomy.essential, True), (self.taxonomy.optional, False)):
            yield from ((skill, essential) for skill in pairs.targets_of(occupation).tolist())

    @cached_property
    def _shares(self) -> Callable[[IscoCode], Mapping[int, float]]:
        """The skills of the occupations in a unit group, and the share of these that have each."""
        return lru_cache(maxsize=_GROUPS_KEPT)(self._shares_in)

    def _shares_in(self, group: IscoCode) -> Mapping[int, float]:
        members = self.taxonomy.in_unit_group[group]
        count = Counter(skill for one in members for skill in {skill for skill, _ in self._of(one)})
        return {skill: number / len(members) for skill, number in count.items()}

    def within(
        self,
        row: Sequence[Word],
        jobs: JobSkills,
        read: Sequence[Mention],
        cv: bool,
        beaten: Mapping[EscoUri, float],
        start: int,
    ) -> Iterator[tuple[float, Hint]]:
        """What a clause hints at of the skills of `jobs`, each with its score, where that is above what is `beaten`.

        `row`: its words; `read`: the mentions in it; both count from `start`. A skill that infinity is beaten at is not
        looked at.
        """
        naming = [place for place, word in enumerate(row) if not word.stop and not word.text.isdigit()]
        told: dict[str, int] = {}
        for place in naming:
            for one in self.telling.roots(row[place].text):
                told.setdefault(one, place)
        skills = jobs.by_root.of(told)
        if not skills:
            return
        taken = {place for m in read for place in naming if m.start <= row[place].start and row[place].end <= m.end}
        like, roots = self._like, self._roots
        for skill in sorted(skills):
            uri = self.taxonomy.skills[skill].uri
            least = beaten.get(uri, -inf)
            if least == inf:
                continue
            likeness = like(skill, roots(skill).intersection(told))
            if likeness.score <= least:
                continue
            places = {told[one] for one in likeness.best}
            features = self._features(skill, likeness, jobs, (places, taken), len(naming), cv)
            yield likeness.score, _hint(row, places, start, uri, features)

    def _features(
        self, skill: int, likeness: "_Likeness", jobs: JobSkills, at: tuple[set[int], set[int]], naming: int, cv: bool
    ) -> tuple[float, ...]:
        own, (places, taken) = jobs.standing[skill], at
        return (
            *likeness.features,
            own.confidence,
            float(own.essential),
            own.confidence * own.essential,
            jobs.rarest(likeness.roots) * likeness.cover / 5,
            len(places & taken) / len(places),
            float(self.taxonomy.skills[skill].kind is SkillKind.KNOWLEDGE),
            jobs.share[skill],
            len(places) / naming,
            float(cv),
            float(own.place == 0),
        )


class _Likeness:
    """How a clause with the roots `told` is like the names of a skill; `best`: the roots of the name most like it.

    features: the first five of `FEATURES`.
    """

    def __init__(self, telling: TellingWords, told: frozenset[str], names: Iterable[Name]) -> None:
        covered = [0.0] * len(NameKind)
        self.score, self.cover = 0.0, 0.0
        self.best: frozenset[str] = frozenset()
        self.roots = told
        for name in names:
            shared = name.roots & told
            if not shared:
                continue
            hit = sum(_told(word, shared, telling) for word in name.words)
            cover = hit / name.tells if name.tells else 0.0
            covered[name.kind] = max(covered[name.kind], cover)
            if cover * hit > self.score or not self.best:
                self.score, self.cover, self.best = cover * hit, cover, shared
        most_telling = max(map(telling.tells, self.best))
        self.features = (
            min(self.score, 12.0) / 10,
            most_telling / 10,
            covered[NameKind.PREFERRED],
            covered[NameKind.ENGLISH],
            covered[NameKind.OURS],
        )


def _told(word: NameWord, shared: frozenset[str], telling: TellingWords) -> float:
    """What of a word of a name is said: all of it, or less where only a part of a compound is."""
    if word.whole in shared:
        return word.tells
    return _PART * max((telling.tells(one) for one in word.roots if one in shared), default=0.0)


def _hint(row: Sequence[Word], places: set[int], start: int, uri: EscoUri, features: tuple[float, ...]) -> Hint:
    return Hint(start + row[min(places)].start, start + row[max(places)].end, uri, features)
