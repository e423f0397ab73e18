"""Counts of people that can be told without telling of anyone: secret-offset rounding on one fixed lattice.

Random rounding to base 5 (Hundepool and others, *Handbook on Statistical Disclosure Control*, ESSnet SDC 2010, on
frequency tables) with permanent random numbers, as in the cell-key method (Fraser and Wooton 2005). The lattice is
municipality x ISCO unit group. Each cell has a secret offset from 0 to 4 that never changes, and its n people become
5 * floor((n + offset) / 5). Every figure about people, for whatever area, group, subset or day, is made of rounded
cells and nothing else. So what any number of figures can give away, by subtraction or otherwise, is a rounded cell,
and that fits at least five counts.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.labour_market.figures import Flags, Floats
from graph.labour_market.intervals import Z

Counts = npt.NDArray[np.int64]

BASE = 5
LEAST_TOLD = 5
"""A figure is told only where the rounded cells alone prove at least so many people."""
_SPREAD_SMALL, _SPREAD = 20.0, 6.0
"""Variance of rounding: at most 6 a cell; 4n bounds n(5 - n) where n is below 5, and n is 5 once in n / 5 of times."""


@dataclass(frozen=True)
class Told:
    """Counts of people by group, each (groups,): NaN where hidden; `spread` is the standard deviation of rounding.

    `most` is told everywhere: more there cannot be by the rounded cells, and fewer may be.
    """

    value: Floats
    low: Floats
    high: Floats
    spread: Floats
    hidden: Flags
    most: Floats


@dataclass(frozen=True)
class Lattice:
    """The secret offsets, (municipalities, units)."""

    offsets: Counts

    def rounded(self, counts: Counts) -> Counts:
        """The cells as they may be told; (municipalities, units), or any selection that broadcasts."""
        return BASE * ((counts + self.offsets) // BASE)


def lattice(secret: bytes, municipalities: Sequence[str], units: Sequence[str]) -> Lattice:
    """The lattice of a store; the same secret gives the same offsets for ever."""
    drawn = [[_offset(secret, f"{municipality}/{unit}") for unit in units] for municipality in municipalities]
    return Lattice(np.array(drawn, np.int64).reshape(len(municipalities), len(units)))


def _offset(secret: bytes, cell: str) -> int:
    digest = hashlib.blake2b(cell.encode(), key=secret[:64], digest_size=8).digest()
    return int.from_bytes(digest, "big") % BASE


def told(rounded: Counts, shares: Floats, parents: npt.NDArray[np.intp] | None = None) -> Told:
    """What may be told of an area's people by group.

    rounded: (cells, units), the rounded cells of the area's municipalities. shares: (units, groups), how much of a unit
    lies in each group. parents: (groups,), the family of each; where all but one of a told family are told, its
    smallest is hidden too, so that what is left of the family's total belongs to no single group.
    """
    sums = rounded.sum(axis=0) @ shares
    least = np.maximum(rounded - (BASE - 1), 0).sum(axis=0) @ shares
    spread = np.sqrt(_variance(rounded) @ shares)
    hidden = least < LEAST_TOLD
    if parents is not None:
        hidden |= complementary(sums, least, hidden, parents)
    most = (rounded + (BASE - 1)).sum(axis=0) @ shares
    low, high = np.maximum(least, sums - Z * spread), np.minimum(most, sums + Z * spread)
    blank = [np.where(hidden, np.nan, one) for one in (sums, low, high, spread)]
    return Told(blank[0], blank[1], blank[2], blank[3], hidden, most)


def _variance(rounded: Counts) -> Floats:
    """(units,) at most the variance of a sum of rounded cells, from the rounded cells themselves."""
    seen = np.where(rounded == BASE, _SPREAD_SMALL, np.where(rounded > BASE, _SPREAD, 0.0)).sum(axis=0)
    variance: Floats = np.minimum(seen, _SPREAD * len(rounded))
    return variance


def complementary(sums: Floats, least: Floats, hidden: Flags, parents: npt.NDArray[np.intp]) -> Flags:
    """The groups to hide beside the lone hidden one of a family whose total is told: the smallest told; (groups,)."""
    families = int(parents.max(initial=-1)) + 1
    total_told = np.bincount(parents, least, families) >= LEAST_TOLD
    alone = (np.bincount(parents, hidden, families) == 1) & total_told
    also = np.zeros(len(hidden), np.bool_)
    for family in np.flatnonzero(alone):
        shown = np.flatnonzero((parents == family) & ~hidden)
        if len(shown):
            also[shown[np.argmin(sums[shown])]] = True
    return also
