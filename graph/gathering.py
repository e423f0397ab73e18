"""The columns of ads, gathered one ad at a time, so that no more than one need be open."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from graph.columns import HOURS, KINDS, AdColumns, Tongue
from graph.names import NONE
from graph.practice import demanded_years
from graph.ragged import Ragged
from graph.shifts import bits_of
from ontology.kinds import CredentialCode, Importance
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting, Workplace

_TYPES = {
    "published": np.int32,
    "last": np.int32,
    "kind": np.int8,
    "hours": np.int8,
    "shifts": np.int8,
    "openings": np.int32,
    "years": np.int8,
    "job": np.int32,
    "sure": np.float64,
    "print": np.uint64,
    "printed": np.bool_,
    "employer": np.int32,
}


class Gathering:
    """Takes ads in, gives their columns out."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        """With no ads; `taxonomy` is the release whose rows the columns name."""
        self._taxonomy, self._rows = taxonomy, taxonomy.occupation_rows
        self._plain: list[tuple[float, ...]] = []
        self._employers: dict[str, int] = {}
        self._places: dict[Workplace, int] = {}
        self._credentials: dict[CredentialCode, int] = {}
        self._tongues: dict[Tongue, int] = {}
        self._works: list[int] = []
        self._demands: list[int] = []
        self._hard: list[bool] = []
        self._instead: list[bool] = []
        self._spoken: list[int] = []
        self._either: list[bool] = []
        self._counts: list[tuple[int, int, int]] = []

    def add(self, one: Posting) -> None:
        """Take one more ad in."""
        best = one.occupations[0] if one.occupations else None
        self._plain.append(
            (
                one.published.toordinal(),
                one.last_day.toordinal(),
                KINDS.index(one.kind),
                HOURS.index(one.hours),
                bits_of(one.terms.shifts),
                one.openings,
                demanded_years(one, self._taxonomy) if one.experience else 0,
                self._rows.get(best.occupation, NONE) if best else NONE,
                best.confidence if best else 0.0,
                int(one.fingerprint or "0", 16),
                bool(one.fingerprint),
                self._employers.setdefault(one.employer, len(self._employers)),
            )
        )
        for work in one.workplaces:
            self._works.append(self._places.setdefault(work, len(self._places)))
        for demand in one.demands:
            self._demands.append(self._credentials.setdefault(demand.credential, len(self._credentials)))
            self._hard.append(demand.hard)
            self._instead.append(demand.either)
        needed = [tongue for tongue in one.languages if tongue.importance is Importance.MUST]
        for tongue in needed:
            self._spoken.append(self._tongues.setdefault((tongue.language, tongue.level), len(self._tongues)))
            self._either.append(tongue.either)
        self._counts.append((len(one.workplaces), len(one.demands), len(needed)))

    def columns(self) -> AdColumns:
        """The columns of what was taken in."""
        values = list(zip(*self._plain, strict=True)) or [()] * len(_TYPES)
        plain: dict[str, Any] = {
            name: np.array(column, kind) for column, (name, kind) in zip(values, _TYPES.items(), strict=True)
        }
        counts = np.array(self._counts, np.int64).reshape(-1, 3)
        return AdColumns(
            **plain,
            place=Ragged.of(counts[:, 0], np.array(self._works, np.int32)),
            demand=Ragged.of(
                counts[:, 1],
                np.array(self._demands, np.int32),
                np.array(self._hard, np.bool_),
                np.array(self._instead, np.bool_),
            ),
            language=Ragged.of(counts[:, 2], np.array(self._spoken, np.int32), np.array(self._either, np.bool_)),
            employers=tuple(self._employers),
            places=tuple(self._places),
            credentials=tuple(self._credentials),
            languages=tuple(self._tongues),
        )


def columns_of(postings: Iterable[Posting], taxonomy: Taxonomy) -> AdColumns:
    """The columns of `postings`, in their order."""
    gathered = Gathering(taxonomy)
    for one in postings:
        gathered.add(one)
    return gathered.columns()
