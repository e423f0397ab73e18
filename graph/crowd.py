"""Profiles by row, so that one ad is compared with everybody at once: the MatchIndex the other way round. Pure."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.circumstances import spoken_best
from graph.labour_market.axes import units_of
from graph.labour_market.seeking import main_focus
from graph.names import NONE, Name, coded, tidied, united
from graph.ontology import LiveOntology
from graph.ragged import Order, Ragged, merged
from graph.shifts import bits_of
from ontology.kinds import CredentialCode, MunicipalityCode
from ontology.people import Means, Profile, ProfileId, Spoken

Rows = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

CURRENT, NOT_SAID = 9999, 0
"""In place of the year in which a job ended."""
_LATE_SHARE, _FEW = 100, 1_000
"""Late are at most one person in this many, and ten, before all are laid together."""
_TYPES = {
    "released": np.bool_,
    "handled_by": np.int32,
    "unit": np.int32,
    "home": np.int32,
    "car": np.bool_,
    "minutes": np.float64,
    "no_shifts": np.int8,
}


@dataclass(frozen=True, slots=True)
class Home:
    """Where a person travels from: the row of a postcode, NONE = unknown; how, and at most how many minutes."""

    row: int
    means: Means
    minutes: float


@dataclass(frozen=True, eq=False)
class Crowd:
    """People by row, rows by id; it belongs to one release and is never changed.

    claims: skill row and strength. denied: skill row. held: occupation row and the year it ended. The others (people,):
    handled_by: place of the municipality; unit: place of the unit group that the person is counted under; home: row of
    a postcode, each NONE = not known; minutes: the longest journey;
    no_shifts: those not wanted (graph/shifts.py); holds: what the person holds, in `credentials`;
    lacks: what they say not to hold, in `lacked`;
    speaks: the best that is stated of each language, in `tongues`, without its evidence.
    """

    ids: tuple[ProfileId, ...]
    claims: Ragged
    denied: Ragged
    held: Ragged
    released: Flags
    handled_by: Rows
    unit: Rows
    home: Rows
    car: Flags
    minutes: npt.NDArray[np.float64]
    no_shifts: npt.NDArray[np.int8]
    holds: Ragged
    credentials: tuple[CredentialCode, ...]
    lacks: Ragged
    lacked: tuple[CredentialCode, ...]
    speaks: Ragged
    tongues: tuple[Spoken, ...]

    def __len__(self) -> int:
        """How many people there are."""
        return len(self.ids)

    @cached_property
    def by_skill(self) -> sparse.csc_array:
        """The strength of each claim, by skill; (people, 1 + the highest row of a claimed skill)."""
        rows, strengths = self.claims.columns
        return sparse.csr_array(
            (strengths, rows, self.claims.starts), (len(self), int(rows.max(initial=0)) + 1)
        ).tocsc()

    def has_held(self, occupations: Iterable[int]) -> Flags:
        """Who has held one of these occupations; (people,)."""
        asked, jobs = np.array(sorted(occupations), np.int64), self.held.columns[0]
        known = np.zeros(max(asked.max(initial=0), jobs.max(initial=0)) + 1, np.bool_)
        known[asked] = True
        return np.bincount(self.held.owner[known[jobs]], minlength=len(self)) > 0

    def holding(self, credentials: Collection[CredentialCode]) -> Flags:
        """Who holds one of these credentials; (people,)."""
        return self._having(self.holds, [code in credentials for code in self.credentials])

    def lacking(self, credentials: Collection[CredentialCode]) -> Flags:
        """Who says not to hold one of these credentials; (people,)."""
        return self._having(self.lacks, [code in credentials for code in self.lacked])

    def speaking(self, said: Callable[[Spoken], bool]) -> Flags:
        """Who states a language so that `said` holds of it; (people,)."""
        return self._having(self.speaks, [said(one) for one in self.tongues])

    def _having(self, names: Ragged, asked: list[bool]) -> Flags:
        """Who has one of the names that are asked for; (people,)."""
        return np.bincount(names.owner[np.array(asked, np.bool_)[names.columns[0]]], minlength=len(self)) > 0

    def rows_of(self, people: Collection[ProfileId]) -> Flags:
        """Who is one of `people`; (people,)."""
        found = np.zeros(len(self), np.bool_)
        for id in people:
            row = bisect_left(self.ids, id)
            found[row : row + 1] |= self.ids[row : row + 1] == (id,)
        return found

    def ids_of(self, chosen: Flags) -> Iterator[ProfileId]:
        """Who the `chosen` are, by id."""
        return (self.ids[row] for row in np.flatnonzero(chosen).tolist())

    def spliced(self, other: "Crowd", order: Order) -> "Crowd":
        """Of these people and then the other's, those at `order`, which is by id."""
        ids = (*self.ids, *other.ids)
        plain: dict[str, Any] = {
            name: np.concatenate([getattr(self, name), getattr(other, name)])[order] for name in _TYPES
        }
        holds, credentials = _named(self.holds, self.credentials, other.holds, other.credentials, order)
        lacks, lacked = _named(self.lacks, self.lacked, other.lacks, other.lacked, order)
        speaks, tongues = _named(self.speaks, self.tongues, other.speaks, other.tongues, order)
        return replace(
            self,
            ids=tuple(map(ids.__getitem__, order.tolist())),
            claims=self.claims.spliced(other.claims, order),
            denied=self.denied.spliced(other.denied, order),
            held=self.held.spliced(other.held, order),
            holds=holds,
            credentials=credentials,
            lacks=lacks,
            lacked=lacked,
            speaks=speaks,
            tongues=tongues,
            **plain,
        )


def _named(
    own: Ragged, names: tuple[Name, ...], other: Ragged, others: tuple[Name, ...], order: Order
) -> tuple[Ragged, tuple[Name, ...]]:
    """The codes of both at `order`, and the names that they stand for."""
    known, moved = united(names, others)
    found = own.spliced(Ragged(other.starts, (moved[other.columns[0]],)), order)
    codes, kept = tidied(found.columns[0], known)
    return Ragged(found.starts, (codes,)), kept


@dataclass(frozen=True, eq=False)
class Assembly:
    """A crowd, who of them are still as they were, and a small crowd of those who changed or came since.

    One who changes so moves few rows, not everybody's.
    """

    crowd: Crowd
    stays: Flags
    late: Crowd

    @property
    def parts(self) -> tuple[tuple[Crowd, Flags], ...]:
        """Both crowds, each with who of it is there; no id is there twice."""
        late = ((self.late, np.ones(len(self.late), np.bool_)),) if len(self.late) else ()
        return (self.crowd, self.stays), *late


@dataclass(frozen=True)
class CrowdReader:
    """How profiles become a crowd. `home` tells where a person travels from, `municipalities` the place of each."""

    live: LiveOntology
    municipalities: Mapping[MunicipalityCode, int]
    home: Callable[[Profile], Home]
    with_implied: Callable[[Iterable[CredentialCode]], frozenset[CredentialCode]]

    def read(self, profiles: Iterable[Profile]) -> Crowd:
        """Everybody, by id; what the release does not have of a profile is left out."""
        found = _Gathered(self)
        for one in profiles:
            found.add(one)
        return found.crowd()

    def changed(self, crowd: Crowd, gone: Collection[ProfileId], come: Iterable[Profile]) -> Crowd:
        """The crowd without those `gone` and with those that `come`, who replace what has their ids."""
        more = self.read(come)
        return crowd.spliced(more, merged(crowd.ids, frozenset(gone), more.ids))

    def assembled(self, profiles: Iterable[Profile]) -> Assembly:
        """Everybody."""
        crowd = self.read(profiles)
        return Assembly(crowd, np.ones(len(crowd), np.bool_), self.read(()))

    def following(self, before: Assembly, changed: Collection[ProfileId], now: Iterable[Profile]) -> Assembly:
        """Everybody once those `changed` are as they are `now`; of who is not among these any more nothing is kept.

        Where somebody has left, or many are late, all are laid together.
        """
        late = self.changed(before.late, changed, now)
        left = before.crowd.rows_of(frozenset(changed) - set(late.ids))
        stays = before.stays & ~before.crowd.rows_of(changed)
        if not left.any() and len(late) * _LATE_SHARE <= len(stays) + _FEW:
            return Assembly(before.crowd, stays, late)
        order = merged(before.crowd.ids, frozenset(before.crowd.ids_of(~stays)), late.ids)
        crowd = before.crowd.spliced(late, order)
        return Assembly(crowd, np.ones(len(crowd), np.bool_), self.read(()))

    @cached_property
    def units(self) -> list[int]:
        """The place of each occupation's unit group, NONE last."""
        found: list[int] = units_of(self.live.taxonomy).tolist()
        return found


class _Gathered:
    """What a crowd has of each person, person by person."""

    def __init__(self, reader: CrowdReader) -> None:
        self._reader = reader
        self._ids: list[ProfileId] = []
        self._plain: list[tuple[float, ...]] = []
        self._skills, self._strengths, self._denied = array("i"), array("d"), array("i")
        self._jobs, self._ended = array("i"), array("i")
        self._holds, self._lacks, self._speaks = array("i"), array("i"), array("i")
        self._counts: list[tuple[int, int, int, int, int, int]] = []
        self._credentials: dict[CredentialCode, int] = {}
        self._lacked: dict[CredentialCode, int] = {}
        self._tongues: dict[Spoken, int] = {}

    def add(self, one: Profile) -> None:
        """Take one more person in."""
        reader, taxonomy = self._reader, self._reader.live.taxonomy
        skills, jobs = taxonomy.skill_rows, taxonomy.occupation_rows
        claims = [claim for claim in one.claims if claim.skill in skills]
        denied = [skills[uri] for uri in one.denied_skills if uri in skills]
        held = [job for job in one.held if job.occupation in jobs]
        place = reader.municipalities.get(one.handled_by, NONE) if one.handled_by else NONE
        home, unit = reader.home(one), reader.units[main_focus(one, jobs)]
        self._ids.append(one.id)
        self._plain.append(
            (one.released, place, unit, home.row, home.means is Means.CAR, home.minutes, bits_of(one.no_shifts))
        )
        holds = reader.with_implied(holding.credential for holding in one.holds)
        tongues = [replace(spoken, evidence=()) for spoken in spoken_best(one)]
        self._counts.append((len(claims), len(denied), len(held), len(holds), len(one.lacks), len(tongues)))
        self._skills.extend(skills[claim.skill] for claim in claims)
        self._strengths.extend(claim.strength for claim in claims)
        self._denied.extend(denied)
        self._jobs.extend(jobs[job.occupation] for job in held)
        self._ended.extend(CURRENT if job.current else job.until or NOT_SAID for job in held)
        self._holds.extend(coded(sorted(holds), self._credentials))
        self._lacks.extend(coded(one.lacks, self._lacked))
        self._speaks.extend(coded(tongues, self._tongues))

    def crowd(self) -> Crowd:
        """The crowd of those that were taken in."""
        values = list(zip(*self._plain, strict=True)) or [()] * len(_TYPES)
        counts = np.array(self._counts, np.int64).reshape(-1, 6)
        plain: dict[str, Any] = {
            name: np.array(value, kind) for value, (name, kind) in zip(values, _TYPES.items(), strict=True)
        }
        found = Crowd(
            ids=tuple(self._ids),
            claims=Ragged.of(counts[:, 0], np.array(self._skills, np.int32), np.array(self._strengths, np.float64)),
            denied=Ragged.of(counts[:, 1], np.array(self._denied, np.int32)),
            held=Ragged.of(counts[:, 2], np.array(self._jobs, np.int32), np.array(self._ended, np.int32)),
            holds=Ragged.of(counts[:, 3], np.array(self._holds, np.int32)),
            credentials=tuple(self._credentials),
            lacks=Ragged.of(counts[:, 4], np.array(self._lacks, np.int32)),
            lacked=tuple(self._lacked),
            speaks=Ragged.of(counts[:, 5], np.array(self._speaks, np.int32)),
            tongues=tuple(self._tongues),
            **plain,
        )
        order = sorted(range(len(found)), key=found.ids.__getitem__)
        return (
            found
            if order == list(range(len(found)))
            else found.spliced(_Gathered(self._reader).crowd(), np.array(order))
        )
