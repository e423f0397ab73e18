"""What Denmark asks of each occupation of a release, laid out by its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ontology.kinds import CredentialCode

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class LabourKnowledge:
    """What Denmark asks of each occupation row.

    levels: (occupations,) formal education 0 to 5, NaN = unknown. in_denmark: (occupations,). credentials: hard demands
    by row, the clearances left out. days: days to get a credential. implies: all that holding a credential implies.
    common: (occupations,) what is advertised every week; usual: as levels, what those who work there usually have;
    either empty = not told.
    """

    levels: npt.NDArray[np.float32]
    in_denmark: Flags
    credentials: Mapping[int, tuple[CredentialCode, ...]]
    days: Mapping[CredentialCode, int]
    implies: Mapping[CredentialCode, frozenset[CredentialCode]] = field(default_factory=dict)
    common: Flags = field(default_factory=lambda: np.zeros(0, np.bool_))
    usual: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))

    def with_implied(self, codes: Iterable[CredentialCode]) -> frozenset[CredentialCode]:
        """The codes with all that holding them implies."""
        return frozenset[CredentialCode]().union(*(self.implies.get(code, frozenset()) | {code} for code in codes))
