"""People out of work as the rounded cells that every figure about them is made of."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.labour_market.areas import Area, people_rows
from graph.labour_market.axes import Axis, Rows
from graph.labour_market.figures import Flags
from graph.labour_market.market import Market
from graph.labour_market.suppression import Counts, Lattice, Told, told


@dataclass(frozen=True)
class People:
    """The people of a market on its lattice; units: (occupations + 1,) as `axes.units_of`."""

    market: Market
    lattice: Lattice
    units: Rows

    @cached_property
    def _unit(self) -> Rows:
        """(seekers,) the unit group of each one's main focus; -1 = not known."""
        return self.units[self.market.seekers.occupation]

    @cached_property
    def _counted(self) -> Flags:
        return (self.market.seekers.municipality >= 0) & (self._unit >= 0)

    @cached_property
    def cells(self) -> Counts:
        """Everybody, rounded; (municipalities, units)."""
        return self.rounded(np.ones(len(self.market.seekers), np.bool_))

    def rounded(self, having: Flags) -> Counts:
        """The people of whom something holds, rounded with the offsets of their cells; (municipalities, units).

        The offsets are the cells' own whatever is asked of the people, so that asking much adds no new draws.
        """
        chosen = self._counted & having
        shape = self.lattice.offsets.shape
        cell = self.market.seekers.municipality[chosen] * shape[1] + self._unit[chosen]
        return self.lattice.rounded(np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape))

    def in_cells(self, municipalities: Rows, unit: int) -> Rows:
        """The rows of the people of a unit group who live in some municipalities, by their places."""
        found: Rows = np.flatnonzero(self._counted & (self._unit == unit))
        return found[np.isin(self.market.seekers.municipality[found], municipalities)]

    def by(self, axis: Axis, area: Area) -> Told | None:
        """What may be told of an area's people by group; None where the groups are finer than people are counted."""
        if axis.of_unit is None:
            return None
        return told(self.cells[people_rows(self.market, area)], axis.of_unit, axis.families)

    def of_units(self, area: Area, cells: Counts | None = None) -> npt.NDArray[np.int64]:
        """(units,) the rounded people of an area, or of the rounded `cells` of some of them."""
        chosen = self.cells if cells is None else cells
        summed: npt.NDArray[np.int64] = chosen[people_rows(self.market, area)].sum(axis=0)
        return summed
