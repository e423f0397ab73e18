"""What a job title has in common with each concept, as named numbers (docs/models.md)."""

import re
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingestion.weights import Floats, largest
from ingestion.words import key
from ontology.kinds import Language, TitleRelation

if TYPE_CHECKING:
    from ingestion.title_ranking import TitleRanker

FEATURES = (
    "like_main",
    "like_preferred",
    "like_other",
    "same_main",
    "same_preferred",
    "same_other",
    "stems_main",
    "ours_like",
    "read",
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
"""What a candidate is weighed by; docs/models.md says what each is."""
_OURS = tuple(f"ours_{relation.value}" for relation in TitleRelation)
"""How our own titles stand to it."""
_CANDIDATES = 150
_VOTERS = 15
_VARIANT = 0.95
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


class Told:
    """What is known of every concept for one title."""

    def __init__(self, ranker: "TitleRanker", title: str, language: Language) -> None:
        self._ranker, count = ranker, len(ranker.concepts)
        self.values = {name: np.zeros(count, np.float32) for name in (*FEATURES, *_OURS)}
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
        self._look_up(variant, weight)

    def _look_up(self, variant: str, weight: float) -> None:
        """Note what our tables say; where no reader read a title, how common its meanings are stands for them."""
        values, rows = self.values, self._ranker.rows
        read = dict(self._ranker.readings.get(key(variant), {}))
        for title in self._ranker.meant(variant):
            row = rows.get(title.uri)
            if row is not None:
                name = f"ours_{title.relation.value}"
                values[name][row] = max(values[name][row], weight)
                if key(variant) not in self._ranker.readings:
                    read[row] = max(read.get(row, 0.0), 1 / (1 + title.place))
        for row, share in read.items():
            values["read"][row] = max(values["read"][row], weight * share)

    def _at_least(self, name: str, label: int, weight: float) -> None:
        """Note at the concept of a label that something holds there."""
        owner = self._ranker.index.owner[label]
        self.values[name][owner] = max(self.values[name][owner], weight)

    def _summed(self) -> Floats:
        values = self.values
        ours = np.maximum.reduce([values[name] for name in _OURS])
        like = np.maximum.reduce([values["like_main"], 0.93 * values["like_other"], 1.02 * values["ours_like"]])
        total = like + 0.5 * np.maximum(values["same_main"], ours) + 0.2 * values["stems_main"] + 0.3 * values["read"]
        values["beside_the_best"] = (total / max(float(total.max()), 1e-9)).astype(np.float32)
        return np.asarray(total, np.float32)

    def _of_groups(self) -> None:
        values, groups = self.values, self._ranker.groups
        members, above = self._ranker.members
        values["group"] = groups.astype(np.float32)
        ours = np.maximum.reduce([values[name] for name in _OURS])
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
