"""Which people have a skill, or one near enough to it, and how many lack it: rounded like every count of people."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.derived import Near
from graph.labour_market.areas import Area, people_rows
from graph.labour_market.figures import Figure, Flags, Floats
from graph.labour_market.market import Seekers
from graph.labour_market.people import People
from graph.labour_market.suppression import Told, told

CARRIES = 0.5
"""From this product of strength and proximity on a skill is carried, as in bridges."""
_LACKING = "borgere med faget, hvis profil ikke viser kompetencen eller en nær den; afrundet til 5"
SOURCE = "borgere i dette system"


@dataclass(frozen=True, slots=True)
class Lack:
    """A skill, and how many people lack it."""

    skill: int
    people: Figure


def carried_by(seekers: Seekers, near: Near, skill: int, claims: npt.NDArray[np.intp] | None = None) -> Flags:
    """Which people have a skill or carry it through one near it; (seekers,).

    `claims`: the rows of those that are looked at, None = of all people.
    """
    of = slice(None) if claims is None else claims
    worth = np.zeros(len(near.starts) - 1, np.float32)
    pairs = np.flatnonzero(near.targets == skill)
    worth[np.searchsorted(near.starts, pairs, side="right") - 1] = near.proximity[pairs]
    worth[skill] = 1.0
    found = np.zeros(len(seekers), np.bool_)
    found[seekers.claim_seeker[of][seekers.strength[of] * worth[seekers.skill[of]] >= CARRIES]] = True
    return found


def lacking(people: People, area: Area, unit: int, near: Near, skills: npt.NDArray[np.intp]) -> list[Lack]:
    """Who lacks each of `skills` among an area's people of a unit group, most first; what is too few is left out.

    All that have a skill and all of the cell are rounded with the same offset, so their difference is off by at most 4.
    """
    rows, found = people_rows(people.market, area), []
    everybody, seekers = people.cells[rows][:, [unit]], people.market.seekers
    claims = seekers.claims_of(people.in_cells(rows, unit))
    for skill in skills.tolist():
        having = people.rounded(carried_by(seekers, near, skill, claims))[rows][:, [unit]]
        short = told(everybody - having, np.ones((1, 1)))
        if not short.hidden[0]:
            found.append(Lack(skill, told_figure(short, 0, str(people.market.month), _LACKING)))
    found.sort(key=lambda one: (-(one.people.value or 0), one.skill))
    return found


def told_figure(one: Told, group: int, period: str, counted: str, source: str = SOURCE) -> Figure:
    """What is told of one group as a figure."""
    if one.hidden[group]:
        return Figure(None, None, None, None, period, source, counted, suppressed=True)
    value, low, high = (float(part[group]) for part in (one.value, one.low, one.high))
    return Figure(value, value, low, high, period, source, counted)


def covered(seekers: Seekers, near: Near, chosen: npt.NDArray[np.intp], wanted: npt.NDArray[np.intp]) -> Floats:
    """(chosen, wanted) how well each of some people covers each of some skills, as `coverage` does."""
    column = np.full(len(near.starts) - 1, -1, np.intp)
    column[wanted] = np.arange(len(wanted))
    place = np.full(len(seekers), -1, np.intp)
    place[chosen] = np.arange(len(chosen))
    own = np.flatnonzero(place[seekers.claim_seeker] >= 0)
    row, skill, strength = place[seekers.claim_seeker[own]], seekers.skill[own], seekers.strength[own]
    fan = np.diff(near.starts)[skill]
    claim = np.repeat(np.arange(len(own)), fan)
    pair = near.starts[skill][claim] + np.arange(len(claim)) - np.repeat(np.cumsum(fan) - fan, fan)
    there = column[near.targets[pair]]
    claim, pair, there = claim[there >= 0], pair[there >= 0], there[there >= 0]
    direct = column[skill] >= 0
    found = np.zeros((len(chosen), len(wanted)))
    np.maximum.at(found, (row[direct], column[skill[direct]]), strength[direct].astype(np.float64))
    np.maximum.at(found, (row[claim], there), (strength[claim] * near.proximity[pair]).astype(np.float64))
    return found
