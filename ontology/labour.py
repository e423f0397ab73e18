"""Which occupations have a place on the Danish labour market, by judgement."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ontology.kinds import EscoUri, IscoCode
from ontology.tables import read_table


class Band(StrEnum):
    """How common an occupation is in Denmark."""

    COMMON = "common"
    OCCURS = "occurs"
    RARE = "rare"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class LabourBands:
    """Bands by unit group, with exceptions by occupation."""

    groups: Mapping[str, Band]
    exceptions: Mapping[str, Band]

    def of(self, occupation: EscoUri, isco: IscoCode) -> Band:
        """The band of an occupation; `ABSENT` where its unit group has no row."""
        return self.exceptions.get(occupation) or self.groups.get(isco, Band.ABSENT)

    def has_place(self, occupation: EscoUri, isco: IscoCode) -> bool:
        """Whether the occupation has a place on the Danish labour market."""
        return self.of(occupation, isco) in (Band.COMMON, Band.OCCURS)


@cache
def load_bands() -> LabourBands:
    """The table `labour_bands`.

    Raises:
        OntologyError: The table is malformed.
    """
    found: dict[str, dict[str, Band]] = {"isco": {}, "occupation": {}}
    for row in read_table("labour_bands.csv", ("scope", "code", "band"), ("code",)):
        if row["scope"] not in found:
            raise row.wrong("scope", "isco or occupation")
        if row["band"] not in set(Band):
            raise row.wrong("band", "one of " + ", ".join(Band))
        found[row["scope"]][row["code"]] = Band(row["band"])
    return LabourBands(found["isco"], found["occupation"])
