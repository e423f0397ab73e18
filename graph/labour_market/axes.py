"""What ads and people are grouped by: ISCO-08 groups of four to one digits, ESCO occupations, or industries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.errors import AnalysisError
from graph.labour_market.figures import Floats
from ontology.kinds import IscoCode
from ontology.taxonomy import Taxonomy

Rows = npt.NDArray[np.intp]

_ALL = "alle"


class By(StrEnum):
    """How finely, and along which classification, figures are grouped."""

    ISCO4 = "isco4"
    ISCO3 = "isco3"
    ISCO2 = "isco2"
    ISCO1 = "isco1"
    OCCUPATION = "occupation"
    INDUSTRY = "industry"


@dataclass(frozen=True)
class Axis:
    """The groups of one classification.

    of_occupation: (occupations, groups), the share of an occupation's ads in each group; rows sum to 1, or 0 = unknown.
    main: (occupations + 1,) the group that holds most of each occupation, -1 = unknown; the last row is for none.
    of_unit: (units, groups), the same of the people of a unit group; None = finer than people are counted.
    families: (groups,), which groups have the same group above them; None = no such tree.
    """

    by: By
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    of_occupation: sparse.csr_array
    main: Rows
    of_unit: Floats | None
    families: Rows | None

    def row(self, code: str) -> int:
        """The place of a group.

        Raises:
            AnalysisError: There is none.
        """
        if code not in self.codes:
            raise AnalysisError(f"no group '{code}' by {self.by}; it has {', '.join(self.codes[:3])} and so on")
        return self.codes.index(code)


def units_of(taxonomy: Taxonomy) -> Rows:
    """(occupations + 1,) the place of each occupation's unit group in `taxonomy.unit_groups`; -1 last."""
    places = {unit: row for row, unit in enumerate(taxonomy.unit_groups)}
    return np.array([*(places[one.isco] for one in taxonomy.occupations), -1], np.intp)


def isco_axis(taxonomy: Taxonomy, digits: int) -> Axis:
    """ISCO-08 groups of `digits` digits, 1 to 4."""
    units = taxonomy.unit_groups
    codes = tuple(sorted({unit[:digits] for unit in units}))
    of_unit = _indicator([codes.index(unit[:digits]) for unit in units], len(codes))
    above = sorted({code[: digits - 1] for code in codes})
    families = np.array([above.index(code[: digits - 1]) for code in codes], np.intp)
    labels = tuple(_isco_label(taxonomy, IscoCode(code)) for code in codes)
    return _axis(By(f"isco{digits}"), codes, labels, of_unit[units_of(taxonomy)[:-1]], of_unit, families)


def _isco_label(taxonomy: Taxonomy, code: IscoCode) -> str:
    group = taxonomy.isco_groups.get(code)
    return group.labels.best() if group else code


def occupation_axis(taxonomy: Taxonomy) -> Axis:
    """The ESCO occupations; people are not counted so finely."""
    count = len(taxonomy.occupations)
    main = np.append(np.arange(count), -1)
    codes = tuple(one.uri for one in taxonomy.occupations)
    labels = tuple(one.labels.best() for one in taxonomy.occupations)
    return Axis(By.OCCUPATION, codes, labels, sparse.csr_array(sparse.eye(count)), main, None, None)


def industry_axis(taxonomy: Taxonomy, shares: Floats, sections: Sequence[str], titles: Mapping[str, str]) -> Axis:
    """The sections of DB25, by what is usual of an occupation; shares: (occupations, sections)."""
    units = units_of(taxonomy)[:-1]
    by_unit = np.zeros((len(taxonomy.unit_groups), len(sections)))
    np.add.at(by_unit, units, shares)
    total = by_unit.sum(axis=1, keepdims=True)
    of_unit = np.divide(by_unit, total, out=np.zeros_like(by_unit), where=total > 0)
    labels = tuple(titles.get(code, code) for code in sections)
    return _axis(By.INDUSTRY, tuple(sections), labels, shares.astype(np.float64), of_unit)


def whole(taxonomy: Taxonomy) -> Axis:
    """Everything as one group, for totals; what has no known occupation is not in it."""
    ones = np.ones((len(taxonomy.occupations), 1))
    return _axis(By.ISCO1, (_ALL,), ("alle fag",), ones, np.ones((len(taxonomy.unit_groups), 1)))


def _axis(
    by: By,
    codes: tuple[str, ...],
    labels: tuple[str, ...],
    of_occupation: Floats,
    of_unit: Floats,
    families: Rows | None = None,
) -> Axis:
    best = np.where(of_occupation.any(axis=1), of_occupation.argmax(axis=1), -1)
    return Axis(by, codes, labels, sparse.csr_array(of_occupation), np.append(best, -1), of_unit, families)


def _indicator(places: Sequence[int], columns: int) -> Floats:
    found = np.zeros((len(places), columns))
    found[np.arange(len(places)), places] = 1.0
    return found
