"""What Denmark asks of each occupation of a release, laid out by its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ontology.kinds import CredentialCode, IscoCode, KnownMove

Flags = npt.NDArray[np.bool_]
_NARROW = 3
"""Digits of a narrow field of ISCED-F 2013."""
_HIGHER = 3
"""The lowest level of higher education."""
_PROFESSIONS = ("011", "091")
"""Narrow fields, teaching and health, in which each education is a profession: no physiotherapist is a nurse."""


@dataclass(frozen=True)
class LabourKnowledge:
    """What Denmark asks of each occupation row.

    levels: (occupations,) formal education 0 to 5, NaN = unknown. in_denmark: (occupations,). credentials: hard demands
    by row, the clearances left out. days: days to get a credential. implies: all that holding a credential implies.
    common: (occupations,) what is advertised every week; usual: as levels, what those who work there usually have;
    industries: (occupations, sections) the share of an occupation in each section of DB25, rows of zeros = unknown;
    sections: their codes; educations: ISCED-F code and level of each; known_moves: unit group -> the rows that people
    go to from there; danish: (occupations,) the place in CEFR_LEVELS of the Danish that practice asks, -1 = not known;
    english: whether English alone often does; usual_credentials: by row, all that law or practice asks, hard or not.
    Any of these empty = not told.
    """

    levels: npt.NDArray[np.float32]
    in_denmark: Flags
    credentials: Mapping[int, tuple[CredentialCode, ...]]
    days: Mapping[CredentialCode, int]
    implies: Mapping[CredentialCode, frozenset[CredentialCode]] = field(default_factory=dict)
    common: Flags = field(default_factory=lambda: np.zeros(0, np.bool_))
    usual: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    industries: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    sections: tuple[str, ...] = ()
    educations: Mapping[CredentialCode, tuple[str, int]] = field(default_factory=dict)
    known_moves: Mapping[IscoCode, Mapping[int, KnownMove]] = field(default_factory=dict)
    danish: npt.NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, np.int8))
    english: Flags = field(default_factory=lambda: np.zeros(0, np.bool_))
    usual_credentials: Mapping[int, frozenset[CredentialCode]] = field(default_factory=dict)

    @cached_property
    def demanded(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], tuple[CredentialCode, ...]]:
        """`credentials` as pairs: (pairs,) occupation rows, (pairs,) places among the codes, and the codes."""
        codes = tuple(sorted({code for found in self.credentials.values() for code in found}))
        place = {code: at for at, code in enumerate(codes)}
        pairs = [(row, place[code]) for row, found in self.credentials.items() for code in found]
        table = np.array(pairs, np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1], codes

    def industry_of(self, row: int) -> str | None:
        """The section that holds most of an occupation; None = not known."""
        shares = self.industries[row] if len(self.industries) else np.zeros(0, np.float32)
        return self.sections[int(np.argmax(shares))] if shares.any() else None

    def industry_overlap(self, row: int, others: Iterable[int]) -> float | None:
        """The share of its industries that an occupation has in common with the nearest of `others`, in [0, 1].

        None where either is not known.
        """
        if not len(self.industries) or not self.industries[row].any():
            return None
        shared = [
            float(np.minimum(self.industries[row], self.industries[other]).sum())
            for other in others
            if self.industries[other].any()
        ]
        return max(shared, default=None)

    def akin(self, code: CredentialCode, held: Iterable[CredentialCode]) -> bool:
        """Whether one of `held` is a higher education in the narrow field of the education `code`, and no lower.

        Degrees stand in for each other; a carpenter's journeyman certificate makes no bricklayer, a teacher's degree no
        pedagogue.
        """
        asked, level = self.educations.get(code, ("", 0))
        if len(asked) < _NARROW or level < _HIGHER:
            return False
        digits = len(asked) if asked[:_NARROW] in _PROFESSIONS else _NARROW
        known = (self.educations.get(one, ("", 0)) for one in held)
        return any(field[:digits] == asked[:digits] and height >= level for field, height in known)

    def with_implied(self, codes: Iterable[CredentialCode]) -> frozenset[CredentialCode]:
        """The codes with all that holding them implies."""
        return frozenset[CredentialCode]().union(*(self.implies.get(code, frozenset()) | {code} for code in codes))
