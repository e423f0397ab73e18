"""Which occupations and ISCO groups a job title may mean: what is like it, weighed by a small trained model.

A linear model over named features of each candidate, fitted as a softmax over the candidates of a title (a conditional
logit, McFadden 1974); `models/titles_*.csv` hold its numbers, `docs/models.md` says from what they were learnt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ingestion.meaning import LabelVectors
from ingestion.titles import LabelIndex, label_index
from ingestion.weights import Floats, largest, read_weights, shares_of
from ingestion.words import key
from ontology.encoding import SentenceEncoder
from ontology.kinds import DANISH, ENGLISH, EscoUri, Language, Occupation, OccupationGroup, TitleRelation
from ontology.titles import Title

FEATURES = (
    "like_main",
    "like_preferred",
    "like_other",
    "same_main",
    "same_preferred",
    "same_other",
    "stems_main",
    "ours_like",
    "ours_exact",
    "ours_close",
    "ours_broad",
    "ours_narrow",
    "ours_place",
    "group",
    "group_and_ours_elsewhere",
    "group_and_same_elsewhere",
    "best_member",
    "ours_member_exact",
    "ours_member_narrow",
    "ours_member_broad",
    "own_group_like",
    "own_group_ours",
    "leads_otherwise",
    "beside_the_best",
    "votes",
    "meaning",
    "meaning_behind",
)
"""What a candidate is weighed by; docs/reading.md says what each is."""
_CANDIDATES = 150
_VOTERS = 15
_VARIANT = 0.95
_ENCODED = 6
_LEARNER = re.compile(r"[\s-]*(?:elev|lærling|praktikant|trainee|aspirant|lärling)(?:e|er)?$", re.IGNORECASE)
LEADER = re.compile(
    r"chef|leder|formand|direktør|bestyrer|forstander|inspektør|ansvarlig|manager|supervisor|director|head|lead",
    re.IGNORECASE,
)


def variants(title: str) -> tuple[str, ...]:
    """A title as it stands, without its bracket, with what follows a comma put before it, without "elev" at its end."""
    whole = title.strip()
    plain = re.sub(r"\(.*?\)", "", whole).strip(" ,")
    found = [whole, plain]
    head, comma, tail = (part.strip() for part in plain.partition(","))
    if comma and head and tail:
        found += [head, f"{tail} {head}", f"{tail.split()[0]}{head.lower()}"]
    found += [_LEARNER.sub("", one) for one in found]
    return tuple(dict.fromkeys(one for one in found if one))


@dataclass(frozen=True)
class TitleRanker:
    """Ranks `concepts` for a title.

    meanings: our titles by stems; group_of: (concepts,) row of the unit group, -1 = none; groups, leads: (concepts,)
    flags; weights: (features,); vectors: None where there is no encoder.
    """

    concepts: tuple[Occupation | OccupationGroup, ...]
    index: LabelIndex
    meanings: Mapping[tuple[str, ...], tuple[Title, ...]]
    group_of: NDArray[np.int32]
    groups: NDArray[np.bool_]
    leads: NDArray[np.bool_]
    weights: Floats
    rows: Mapping[EscoUri, int]
    vectors: LabelVectors | None

    @cached_property
    def members(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The rows of the occupations that are in a unit group, and the row of the group of each."""
        rows = np.flatnonzero((self.group_of >= 0) & ~self.groups)
        return rows, self.group_of[rows].astype(np.int64)

    def rank(self, title: str, limit: int = 100, language: Language = DANISH) -> list[tuple[EscoUri, float]]:
        """The concepts that `title` may mean, best first; the scores are shares in [0, 1] that sum to at most 1."""
        return [(uri, share) for uri, share, _ in self.ranked(title, limit, language)]

    def ranked(self, title: str, limit: int = 100, language: Language = DANISH) -> list[tuple[EscoUri, float, float]]:
        """As `rank`, with how like the most alike label of each is to `title`, in [0, 1.8], comparable over titles."""
        rows, values, likeness = self._weighed(title, language)
        shares = shares_of(values @ self.weights)
        order = np.argsort(-shares, kind="stable")[:limit]
        return [(self.concepts[int(rows[i])].uri, float(shares[i]), float(likeness[i])) for i in order]

    def meant(self, title: str) -> tuple[Title, ...]:
        """What our own tables say that `title` means, in their order; empty where they have no such title."""
        return self.meanings.get(key(title), ())

    def features(self, title: str, language: Language = DANISH) -> tuple[NDArray[np.int64], Floats]:
        """The rows of the candidates, and (candidates, features) what each is weighed by; none where all is empty."""
        return self._weighed(title, language)[:2]

    def _weighed(self, title: str, language: Language) -> tuple[NDArray[np.int64], Floats, Floats]:
        """The rows of the candidates, what they are weighed by, and how like each is."""
        if not self.concepts:
            return np.zeros(0, np.int64), np.zeros((0, len(FEATURES)), np.float32), np.zeros(0, np.float32)
        told = _Told(self, title, language)
        rows = told.candidates()
        return rows, told.of(rows), told.likeness[rows]


class _Told:
    """What is known of every concept for one title."""

    def __init__(self, ranker: TitleRanker, title: str, language: Language) -> None:
        self._ranker, count = ranker, len(ranker.concepts)
        self.values = {name: np.zeros(count, np.float32) for name in FEATURES}
        for place, variant in enumerate(variants(title)):
            self._look(variant, language, 1.0 if place == 0 else _VARIANT)
        self.likeness = self._summed()
        self._of_groups()
        leads = bool(LEADER.search(title))
        self.values["leads_otherwise"] = np.where(ranker.groups, 0, ranker.leads != leads).astype(np.float32)
        self._of_meaning(title)

    def candidates(self) -> NDArray[np.int64]:
        """The rows of the most alike, best first, those that the encoder or our titles name among them."""
        values = self.values
        likely = np.maximum(self.likeness, 0.95 * values["best_member"]) + 0.05 * np.maximum(0, values["meaning"])
        return largest(likely, _CANDIDATES)

    def of(self, rows: NDArray[np.int64]) -> Floats:
        """(candidates, features) what some rows are weighed by."""
        return np.stack([self.values[name][rows] for name in FEATURES], axis=1)

    def _look(self, variant: str, language: Language, weight: float) -> None:
        index, values = self._ranker.index, self.values
        like, main = index.like(variant), index.language_row(language)
        best, (labels, owners) = index.by_language(like), index.preferred_of(language)
        preferred = np.zeros(len(index.concepts), np.float32)
        np.maximum.at(preferred, owners, like[labels])
        others = [row for row in range(len(index.languages)) if row != main]
        for name, found in (
            ("like_main", best[main]),
            ("like_preferred", preferred),
            ("like_other", best[others].max(0, initial=0)),
            ("ours_like", best[-1]),
        ):
            values[name] = np.maximum(values[name], weight * found)
        for label in index.exact.get(variant.casefold(), ()):
            spoken = index.language_of[label]
            same = ("same_main", "same_preferred")[: 1 + bool(index.preferred[label])]
            for name in same if spoken == main else ("same_other",) if spoken >= 0 else ():
                self._at_least(name, label, weight)
        for label in index.same_stems(variant, language):
            if index.language_of[label] == main:
                self._at_least("stems_main", label, weight)
        for title in self._ranker.meant(variant):
            row = self._ranker.rows.get(title.uri)
            if row is not None:
                name = f"ours_{title.relation.value}"
                values[name][row] = max(values[name][row], weight)
                values["ours_place"][row] = max(values["ours_place"][row], weight / (1 + title.place))

    def _at_least(self, name: str, label: int, weight: float) -> None:
        """Note at the concept of a label that something holds there."""
        owner = self._ranker.index.owner[label]
        self.values[name][owner] = max(self.values[name][owner], weight)

    def _summed(self) -> Floats:
        values = self.values
        ours = np.maximum.reduce([values[f"ours_{relation.value}"] for relation in TitleRelation])
        like = np.maximum.reduce([values["like_main"], 0.93 * values["like_other"], 1.02 * values["ours_like"]])
        total = like + 0.5 * np.maximum(values["same_main"], ours) + 0.2 * values["stems_main"]
        values["beside_the_best"] = (total / max(float(total.max()), 1e-9)).astype(np.float32)
        return np.asarray(total, np.float32)

    def _of_groups(self) -> None:
        values, groups = self.values, self._ranker.groups
        members, above = self._ranker.members
        values["group"] = groups.astype(np.float32)
        ours = np.maximum.reduce([values[f"ours_{relation.value}"] for relation in TitleRelation])
        named = float(ours[~groups].max(initial=0) > 0)
        values["group_and_ours_elsewhere"] = values["group"] * named
        values["group_and_same_elsewhere"] = values["group"] * float(values["same_main"][~groups].max(initial=0) > 0)
        for name, of_member in (
            ("best_member", self.likeness),
            ("ours_member_exact", values["ours_exact"]),
            ("ours_member_narrow", values["ours_narrow"]),
            ("ours_member_broad", np.maximum(values["ours_broad"], values["ours_close"])),
        ):
            if of_member.any():
                np.maximum.at(values[name], above, of_member[members])
        values["own_group_like"][members] = values["like_main"][above]
        values["own_group_ours"][members] = ours[above]
        voters = self._voters()
        np.add.at(values["votes"], self._ranker.group_of[voters[np.isin(voters, members)]], 1)
        values["votes"] = np.log1p(values["votes"])
        values["votes"][members] = values["votes"][above]

    def _voters(self) -> NDArray[np.int64]:
        """The rows of the most alike; where several are as alike as the last, those that sorting puts first."""
        count = min(_VOTERS, len(self.likeness))
        most = np.flatnonzero(self.likeness >= np.partition(self.likeness, -count)[-count])
        return most if len(most) == count else np.argsort(-self.likeness)[:count]

    def _of_meaning(self, title: str) -> None:
        vectors = self._ranker.vectors
        if vectors is not None:
            standard = vectors.like([title])[0]
            self.values["meaning"] = standard
            self.values["meaning_behind"] = standard - standard.max()


def title_weights(encoder: str) -> Mapping[str, float]:
    """The trained weights, those of "packaged" where there is an encoder, else of "none".

    Raises:
        IngestionError: The file is missing or broken.
    """
    return read_weights(f"titles_{encoder}.csv", FEATURES, "bench/train_titles.py")


def title_ranker(
    concepts: Sequence[Occupation | OccupationGroup],
    titles: Iterable[Title],
    weights: Mapping[str, float],
    encoder: SentenceEncoder | None = None,
    language: Language = DANISH,
    index: LabelIndex | None = None,
) -> TitleRanker:
    """The ranker of `concepts`, with our own `titles`; an encoder encodes the labels in `language`.

    `index` is what `title_index` made of the same concepts and titles; None = it is made here.
    """
    own = tuple(titles)
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    stems = {term: key(term) for term in {title.term for title in own}}
    meanings: dict[tuple[str, ...], tuple[Title, ...]] = {}
    for title in own:
        meanings[stems[title.term]] = (*meanings.get(stems[title.term], ()), title)
    return TitleRanker(
        tuple(concepts),
        index or title_index(concepts, own),
        meanings,
        np.array([_unit_group(one, rows) for one in concepts], np.int32),
        np.array([isinstance(one, OccupationGroup) for one in concepts], np.bool_),
        np.array([one.isco.startswith("1") or bool(LEADER.search(one.labels.best())) for one in concepts], np.bool_),
        np.array([weights[name] for name in FEATURES], np.float32),
        rows,
        LabelVectors(encoder, _encoded(concepts, language), len(concepts)) if encoder else None,
    )


def title_index(concepts: Sequence[Occupation | OccupationGroup], titles: Iterable[Title]) -> LabelIndex:
    """The labels of `concepts` and our own `titles` by character n-grams."""
    return label_index(list(concepts), [(title.term, title.uri) for title in titles])


def _unit_group(concept: Occupation | OccupationGroup, rows: Mapping[EscoUri, int]) -> int:
    return rows.get(EscoUri(f"http://data.europa.eu/esco/isco/C{concept.isco}"), -1)


def _encoded(concepts: Sequence[Occupation | OccupationGroup], language: Language) -> Iterator[tuple[str, int]]:
    """The first labels of each concept in `language` and its English one, and whose each is."""
    for row, one in enumerate(concepts):
        for label in dict.fromkeys((*one.labels.all(language)[:_ENCODED], one.labels.best((ENGLISH,)))):
            if label:
                yield label, row
