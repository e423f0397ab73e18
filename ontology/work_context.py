"""What the work of a unit group is like: lifting, standing, shifts; for a person's needs, never for a score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache

from ontology.kinds import IscoCode
from ontology.tables import read_table


class Strain(StrEnum):
    """One side of the work that a person may need to be spared, or to have."""

    HEAVY_LIFTING = "heavy_lifting"
    STANDING = "standing"
    SHIFTS = "shifts"
    OUTDOORS = "outdoors"
    DRIVING = "driving"
    SCREEN = "screen"
    PEOPLE = "people"


class Amount(IntEnum):
    """How much of it the work has."""

    SELDOM = 0
    SOMETIMES = 1
    USUAL = 2


@dataclass(frozen=True, slots=True)
class WorkContext:
    """What is known of each unit group; a group without a row is unknown, never free of anything."""

    rows: Mapping[IscoCode, Mapping[Strain, Amount]]

    def has(self, isco: IscoCode, strains: Iterable[Strain]) -> tuple[Strain, ...]:
        """Those of `strains` that the work of a unit group usually has."""
        known = self.rows.get(isco, {})
        return tuple(one for one in strains if known.get(one) is Amount.USUAL)


@cache
def load_work_context() -> WorkContext:
    """The table `work_context`, by judgement.

    Raises:
        OntologyError: The table is malformed.
    """
    columns = ("isco", *Strain, "confidence")
    return WorkContext(
        {
            IscoCode(row["isco"]): {one: Amount(row.whole(one, 0, 2)) for one in Strain}
            for row in read_table("work_context.csv", columns, ("isco",))
            if row.share("confidence") > 0
        }
    )
