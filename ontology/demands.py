"""What Danish law or practice asks of an occupation: formal education, and credentials that are hard or soft."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri, IscoCode
from ontology.tables import TableRow, read_table

_LEVELS = "education_levels.csv"
_LEVEL_COLUMNS = (
    "scope",
    "code",
    "level",
    "strictness",
    "confidence",
    "field",
    "language",
    "english",
    "days",
    "how_da",
)
_DEMAND_COLUMNS = ("scope", "code", "credential", "hard", "basis_da", "confidence")
CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
_LONGEST_DAYS = 4_000


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A credential that an occupation asks for; `hard` = the job cannot be had without it; confidence in [0, 1]."""

    credential: CredentialCode
    hard: bool
    basis_da: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Schooling:
    """The formal education of a unit group, or of an occupation that differs from it.

    `level` 0 to 5; `asked` tells nearly always from only usual.

    `field`: ISCED-F 2013 code, '' = none; `danish`: the CEFR level that practice asks, '' = none; `english`: whether
    English alone often does; `days` and `how_da`: about how long from nothing, and how. confidence in [0, 1].
    """

    level: int
    asked: bool
    confidence: float
    field: str
    danish: str
    english: bool
    days: int
    how_da: str


@dataclass(frozen=True, slots=True)
class OccupationDemands:
    """What is known of one occupation; `schooling` None = unknown ("krav ukendt", never open)."""

    schooling: Schooling | None
    demands: tuple[DemandRow, ...]

    @property
    def level(self) -> int | None:
        """The formal education, 0 to 5; None = unknown."""
        return self.schooling.level if self.schooling else None

    @property
    def level_asked(self) -> bool:
        """Whether employers nearly always ask the level."""
        return self.schooling is not None and self.schooling.asked


@dataclass(frozen=True, slots=True)
class Demands:
    """The tables `education_levels` and `demands`, by ISCO-08 code and by occupation."""

    groups: Mapping[IscoCode, Schooling]
    exceptions: Mapping[EscoUri, Schooling]
    rows: Mapping[str, Sequence[DemandRow]]

    def of(self, occupation: EscoUri, isco: IscoCode) -> OccupationDemands:
        """What is asked of an occupation: its own rows, then those of its unit group and the groups above.

        Its own education stands instead of the group's; its own demands stand beside the group's.
        """
        found: dict[CredentialCode, DemandRow] = {}
        for scope in (occupation, *(isco[:digits] for digits in (4, 3, 2, 1))):
            for row in self.rows.get(scope, ()):
                found.setdefault(row.credential, row)
        return OccupationDemands(self.exceptions.get(occupation) or self.groups.get(isco), tuple(found.values()))


@cache
def load_demands() -> Demands:
    """Both tables.

    Raises:
        OntologyError: A table is malformed or names a credential that has no row.
    """
    levels: dict[str, dict[str, Schooling]] = {"isco": {}, "occupation": {}}
    for row in read_table(_LEVELS, _LEVEL_COLUMNS, ("code",)):
        if row["scope"] not in levels:
            raise row.wrong("scope", "isco or occupation")
        levels[row["scope"]][row["code"]] = _schooling(row)
    credentials, rows = load_credentials(), defaultdict[str, list[DemandRow]](list)
    for row in read_table("demands.csv", _DEMAND_COLUMNS, ("code", "credential")):
        if row["credential"] not in credentials:
            raise row.wrong("credential", "a code of credentials.csv")
        hard = bool(row.whole("hard", 0, 1))
        demand = DemandRow(CredentialCode(row["credential"]), hard, row["basis_da"], row.share("confidence"))
        rows[row["code"]].append(demand)
    groups = {IscoCode(code): one for code, one in levels["isco"].items()}
    return Demands(groups, {EscoUri(code): one for code, one in levels["occupation"].items()}, dict(rows))


def _schooling(row: TableRow) -> Schooling:
    if row["strictness"] not in ("asked", "usual"):
        raise row.wrong("strictness", "asked or usual")
    if row["language"] not in ("", *CEFR):
        raise row.wrong("language", "a CEFR level, or nothing")
    return Schooling(
        row.whole("level", 0, 5),
        row["strictness"] == "asked",
        row.share("confidence"),
        row["field"],
        row["language"],
        bool(row.whole("english", 0, 1)),
        row.whole("days", 0, _LONGEST_DAYS),
        row["how_da"],
    )
