"""What Danish law or practice asks of an occupation: formal education, and credentials that are hard or soft."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri, IscoCode
from ontology.tables import read_table


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A credential that an occupation asks for; `hard` = the job cannot be had without it."""

    credential: CredentialCode
    hard: bool
    basis_da: str


@dataclass(frozen=True, slots=True)
class OccupationDemands:
    """What is known of one occupation. `level` 0 to 5, None = unknown ("krav ukendt", never open).

    `level_asked` tells a level that employers nearly always ask from one that is only usual; confidence in [0, 1].
    """

    level: int | None
    level_asked: bool
    confidence: float
    demands: tuple[DemandRow, ...]


@dataclass(frozen=True, slots=True)
class Demands:
    """The tables `education_levels` and `demands`, by ISCO-08 code and by occupation."""

    levels: Mapping[IscoCode, tuple[int, bool, float]]
    rows: Mapping[str, Sequence[DemandRow]]

    def of(self, occupation: EscoUri, isco: IscoCode) -> OccupationDemands:
        """What is asked of an occupation: its own rows, then those of its unit group and the groups above."""
        level, asked, confidence = self.levels.get(isco, (None, False, 0.0))
        found: dict[CredentialCode, DemandRow] = {}
        for scope in (occupation, *(isco[:digits] for digits in (4, 3, 2, 1))):
            for row in self.rows.get(scope, ()):
                found.setdefault(row.credential, row)
        return OccupationDemands(level, asked, confidence, tuple(found.values()))


@cache
def load_demands() -> Demands:
    """Both tables.

    Raises:
        OntologyError: A table is malformed or names a credential that has no row.
    """
    levels: dict[IscoCode, tuple[int, bool, float]] = {}
    for row in read_table("education_levels.csv", ("isco", "level", "strictness", "confidence"), ("isco",)):
        if row["strictness"] not in ("asked", "usual"):
            raise row.wrong("strictness", "asked or usual")
        levels[IscoCode(row["isco"])] = (
            row.whole("level", 0, 5),
            row["strictness"] == "asked",
            row.share("confidence"),
        )
    credentials, rows = load_credentials(), defaultdict[str, list[DemandRow]](list)
    for row in read_table("demands.csv", ("scope", "code", "credential", "hard", "basis_da"), ("code", "credential")):
        if row["credential"] not in credentials:
            raise row.wrong("credential", "a code of credentials.csv")
        demand = DemandRow(CredentialCode(row["credential"]), bool(row.whole("hard", 0, 1)), row["basis_da"])
        rows[row["code"]].append(demand)
    return Demands(levels, dict(rows))
