"""Which occupations and ISCO groups a job title may mean: what is like it, weighed by a small trained model.

A linear model over named features of each candidate, fitted as a softmax over the candidates of a title (a conditional
logit, McFadden 1974); `title_weights.csv` holds its numbers, `docs/models.md` says from what they were learnt.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingestion.errors import IngestionError
from ingestion.titles import LabelIndex, label_index
from ingestion.words import key
from ontology.encoding import SentenceEncoder, Vectors
from ontology.kinds import DANISH, ENGLISH, EscoUri, Language, Occupation, OccupationGroup
from ontology.titles import Title, TitleRelation

Floats = NDArray[np.float32]

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
    """Ranks `concepts` for a title. group_of: (concepts,) row of the unit group, -1 = none; leads: (concepts,).

    meanings: our titles by stems; vectors: (labels encoded, dimensions).
    """

    concepts: tuple[Occupation | OccupationGroup, ...]
    index: LabelIndex
    meanings: Mapping[tuple[str, ...], tuple[Title, ...]]
    group_of: NDArray[np.int32]
    leads: NDArray[np.bool_]
    weights: Floats
    rows: Mapping[EscoUri, int]
    encoder: SentenceEncoder | None
    encoded: Callable[[], tuple[Vectors, NDArray[np.int32]]] | None

    def rank(self, title: str, limit: int = 100, language: Language = DANISH) -> list[tuple[EscoUri, float]]:
        """The concepts that `title` may mean, best first; the scores are shares in [0, 1] that sum to at most 1."""
        return [(uri, share) for uri, share, _ in self.ranked(title, limit, language)]

    def ranked(self, title: str, limit: int = 100, language: Language = DANISH) -> list[tuple[EscoUri, float, float]]:
        """As `rank`, with how like the most alike label of each is to `title`, in [0, 1.8], comparable over titles."""
        if not self.concepts:
            return []
        told = _Told(self, title, language)
        rows = told.candidates()
        scores = told.of(rows) @ self.weights
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        order = np.argsort(-shares, kind="stable")[:limit]
        return [(self.concepts[int(rows[i])].uri, float(shares[i]), float(told.likeness[rows[i]])) for i in order]

    def meant(self, title: str) -> tuple[Title, ...]:
        """What our own tables say that `title` means, in their order; empty where they have no such title."""
        return self.meanings.get(key(title), ())

    def features(self, title: str, language: Language = DANISH) -> tuple[NDArray[np.int64], Floats]:
        """The rows of the candidates, and (candidates, features) what each is weighed by; none where all is empty."""
        if not self.concepts:
            return np.zeros(0, np.int64), np.zeros((0, len(FEATURES)), np.float32)
        told = _Told(self, title, language)
        rows = told.candidates()
        return rows, told.of(rows)


class _Told:
    """What is known of every concept for one title."""

    def __init__(self, ranker: TitleRanker, title: str, language: Language) -> None:
        self._ranker, count = ranker, len(ranker.concepts)
        self.values = {name: np.zeros(count, np.float32) for name in FEATURES}
        self._groups = np.array([isinstance(one, OccupationGroup) for one in ranker.concepts], np.bool_)
        for place, variant in enumerate(variants(title)):
            self._look(variant, language, 1.0 if place == 0 else _VARIANT)
        self.likeness = self._summed()
        self._of_groups()
        leads = bool(LEADER.search(title))
        self.values["leads_otherwise"] = np.where(self._groups, 0, ranker.leads != leads).astype(np.float32)
        self._of_meaning(title)

    def candidates(self) -> NDArray[np.int64]:
        """The rows of the most alike, best first, those that the encoder or our titles name among them."""
        values = self.values
        likely = np.maximum(self.likeness, 0.95 * values["best_member"]) + 0.05 * np.maximum(0, values["meaning"])
        return np.argsort(-likely, kind="stable")[:_CANDIDATES]

    def of(self, rows: NDArray[np.int64]) -> Floats:
        """(candidates, features) what some rows are weighed by."""
        return np.stack([self.values[name][rows] for name in FEATURES], axis=1)

    def _look(self, variant: str, language: Language, weight: float) -> None:
        index, values = self._ranker.index, self.values
        like, main = index.like(variant), index.language_of == index.language_row(language)
        same = np.zeros(len(like), np.float32)
        same[list(index.exact.get(variant.casefold(), ()))] = 1
        stems = np.zeros(len(like), np.float32)
        stems[index.same_stems(variant, language)] = 1
        for name, of_labels, mask in (
            ("like_main", like, main),
            ("like_preferred", like, main & index.preferred),
            ("like_other", like, ~main & ~index.ours),
            ("same_main", same, main),
            ("same_preferred", same, main & index.preferred),
            ("same_other", same, ~main & ~index.ours),
            ("stems_main", stems, main),
            ("ours_like", like, index.ours),
        ):
            values[name] = np.maximum(values[name], weight * index.by_concept(of_labels, mask))
        for title in self._ranker.meanings.get(key(variant), ()):
            row = self._ranker.rows.get(title.uri)
            if row is not None:
                name = f"ours_{title.relation.value}"
                values[name][row] = max(values[name][row], weight)
                values["ours_place"][row] = max(values["ours_place"][row], weight / (1 + title.place))

    def _summed(self) -> Floats:
        values = self.values
        ours = np.maximum.reduce([values[f"ours_{relation.value}"] for relation in TitleRelation])
        like = np.maximum.reduce([values["like_main"], 0.93 * values["like_other"], 1.02 * values["ours_like"]])
        total = like + 0.5 * np.maximum(values["same_main"], ours) + 0.2 * values["stems_main"]
        values["beside_the_best"] = (total / max(float(total.max()), 1e-9)).astype(np.float32)
        return np.asarray(total, np.float32)

    def _of_groups(self) -> None:
        values, groups, above = self.values, self._groups, self._ranker.group_of
        values["group"] = groups.astype(np.float32)
        members = (above >= 0) & ~groups
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
            np.maximum.at(values[name], above[members], of_member[members])
        values["own_group_like"][members] = values["like_main"][above[members]]
        values["own_group_ours"][members] = ours[above[members]]
        voters = np.argsort(-self.likeness)[:_VOTERS]
        for row in voters:
            if members[row]:
                values["votes"][above[row]] += 1
        values["votes"] = np.log1p(values["votes"])
        values["votes"][members] = values["votes"][above[members]]

    def _of_meaning(self, title: str) -> None:
        ranker, values = self._ranker, self.values
        if ranker.encoder is None or ranker.encoded is None:
            return
        vectors, owner = ranker.encoded()
        like = vectors @ ranker.encoder.encode([title])[0]
        best = np.full(len(ranker.concepts), -1, np.float32)
        np.maximum.at(best, owner, like)
        standard = (best - best.mean()) / max(float(best.std()), 1e-6)
        values["meaning"] = standard.astype(np.float32)
        values["meaning_behind"] = (standard - standard.max()).astype(np.float32)


@cache
def title_weights(encoder: str) -> Mapping[str, float]:
    """The trained weights, those of "packaged" where there is an encoder, else of "none".

    Raises:
        IngestionError: The file is missing or broken.
    """
    path = Path(__file__).parent / "models" / f"titles_{encoder}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            found = {row["feature"]: float(row["weight"]) for row in csv.DictReader(lines)}
    except (OSError, KeyError, ValueError) as error:
        raise IngestionError(f"the model {path.name} cannot be read; install the package again") from error
    if found.keys() != set(FEATURES):
        raise IngestionError(f"the model {path.name} does not fit this code; run bench/train_titles.py")
    return found


def title_ranker(
    concepts: Sequence[Occupation | OccupationGroup],
    titles: Iterable[Title],
    weights: Mapping[str, float],
    encoder: SentenceEncoder | None = None,
    language: Language = DANISH,
) -> TitleRanker:
    """The ranker of `concepts`, with our own `titles`; an encoder encodes the labels in `language`."""
    own = tuple(titles)
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    meanings: dict[tuple[str, ...], tuple[Title, ...]] = {}
    for title in own:
        meanings[key(title.term)] = (*meanings.get(key(title.term), ()), title)
    return TitleRanker(
        tuple(concepts),
        label_index(list(concepts), [(title.term, title.uri) for title in own]),
        meanings,
        np.array([_unit_group(one, rows) for one in concepts], np.int32),
        np.array([one.isco.startswith("1") or bool(LEADER.search(one.labels.best())) for one in concepts], np.bool_),
        np.array([weights[name] for name in FEATURES], np.float32),
        rows,
        encoder,
        cache(lambda: _encoded(concepts, encoder, language)) if encoder else None,
    )


def _unit_group(concept: Occupation | OccupationGroup, rows: Mapping[EscoUri, int]) -> int:
    return rows.get(EscoUri(f"http://data.europa.eu/esco/isco/C{concept.isco}"), -1)


def _encoded(
    concepts: Sequence[Occupation | OccupationGroup], encoder: SentenceEncoder, language: Language
) -> tuple[Vectors, NDArray[np.int32]]:
    """Vectors of the first labels in `language` and of the preferred English one, and whose each is."""
    labels = [
        (label, row)
        for row, one in enumerate(concepts)
        for label in dict.fromkeys((*one.labels.all(language)[:_ENCODED], one.labels.best((ENGLISH,))))
        if label
    ]
    vectors = encoder.encode([label for label, _ in labels])
    return vectors, np.array([row for _, row in labels], np.int32)
