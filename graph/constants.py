"""The one table of constants; a match names its version. docs/scoring.md explains each with its source."""

import hashlib
from dataclasses import dataclass
from types import MappingProxyType

from ontology.kinds import Importance

VERSION = "2026-11-27"


@dataclass(frozen=True, slots=True)
class Constants:
    """Every number of the scoring; judged starting values unless docs/scoring.md names another source."""

    # proximity (DESIGN.md section 3); an edge's weight is what holding its start says about its end
    broader: float = 0.8
    narrower: float = 0.5
    related_essential: float = 0.6
    related_optional: float = 0.4
    sibling: float = 0.35
    sibling_group_size: int = 30
    together: float = 0.6
    together_shrink: float = 2.0
    together_kept: int = 10
    capped: float = 0.1
    proximity_floor: float = 0.2
    proximity_kept: int = 32
    # skills that mean nearly the same (graph/alike.py)
    alike_from: float = 0.3
    alike_floor: float = 0.1
    # a part's value
    shrink_medians: float = 3.0
    stand_in_below: int = 3
    stand_in_up_to: int = 10
    stand_in_weight: float = 0.4
    neutral: float = 0.5
    # the total
    professional: float = 0.65
    personal: float = 0.10
    occupation: float = 0.25
    # moves and bridges
    moves_kept: int = 64
    path_in_moves: float = 0.5
    coverage_shrink: float = 4.0
    recency_years: int = 5
    recency_floor: float = 0.6
    recency_per_year: float = 0.04
    recency_unknown: float = 0.8
    fit: float = 0.60
    obtainable_days: int = 10
    idf_cap: float = 6.0

    @property
    def version(self) -> str:
        """The date of the table and a digest of its values, so that no other values go by the same name."""
        return f"{VERSION}-{hashlib.sha256(repr(self).encode()).hexdigest()[:8]}"


DEFAULT = Constants()

IMPORTANCE_WEIGHT = MappingProxyType({Importance.MUST: 1.0, Importance.NICE: 0.4, Importance.MENTIONED: 0.2})
