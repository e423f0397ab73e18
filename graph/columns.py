"""What filters ask of every ad, as arrays, so that forty thousand ads are sifted at once."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from graph.names import tidied, united
from graph.ragged import Order, Ragged
from ontology.kinds import CredentialCode, Language, MunicipalityCode, PostingKind
from ontology.languages import Cefr
from ontology.vacancies import Hours, Workplace

Rows = npt.NDArray[np.int32]
Rows64 = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Tongue = tuple[Language, Cefr | None]
"""A language and the level that is asked of it, None = not said."""

KINDS = tuple(PostingKind)
HOURS = tuple(Hours)
PLAIN = ("published", "last", "kind", "hours", "shifts", "openings", "years", "job", "sure", "print", "printed")
"""The columns with one value an ad that is no name."""
NAMED = (("employer", "employers"),)
LISTED = (("place", "places"), ("demand", "credentials"), ("language", "languages"))


@dataclass(frozen=True, eq=False)
class AdColumns:
    """By ad row; (ads,) unless said.

    published, last: the first and last day listed, as ordinals. kind, hours: place in PostingKind, in Hours.
    shifts: those the ad names (graph/shifts.py). years: of its own work that it cannot do without (graph/practice.py).
    job: the row of the best guess at the occupation, -1 = none that the release has; sure: how sure that is. print: the
    fingerprint, where `printed`. employer: place in `employers`. place: where each ad works, in `places`, the first
    named first. demand: what the ads themselves demand of `credentials`, whether it is hard, and whether another such
    one of the same ad will do instead. language: which of `languages` an ad cannot do without, and whether another of
    the same ad will do instead.
    """

    published: Rows
    last: Rows
    kind: npt.NDArray[np.int8]
    hours: npt.NDArray[np.int8]
    shifts: npt.NDArray[np.int8]
    openings: Rows
    years: npt.NDArray[np.int8]
    job: Rows
    sure: npt.NDArray[np.float64]
    print: npt.NDArray[np.uint64]
    printed: Flags
    employer: Rows
    place: Ragged
    demand: Ragged
    language: Ragged
    employers: tuple[str, ...]
    places: tuple[Workplace, ...]
    credentials: tuple[CredentialCode, ...]
    languages: tuple[Tongue, ...]

    def live_on(self, day: date) -> Flags:
        """As `Posting.live_on`."""
        found: Flags = (self.published <= day.toordinal()) & (day.toordinal() <= self.last)
        return found

    def of_kinds(self, kinds: frozenset[PostingKind]) -> Flags:
        """Which ads are of one of `kinds`."""
        return np.array([kind in kinds for kind in KINDS]).take(self.kind)

    def of_hours(self, hours: frozenset[Hours]) -> Flags:
        """Which ads are of one of `hours`."""
        return np.array([one in hours for one in HOURS]).take(self.hours)

    def demanding(self, asked: Flags) -> Flags:
        """Which ads demand one of the credentials that are `asked`, a flag each."""
        found = np.zeros(len(self.published), np.bool_)
        found[self.demand.owner[asked[self.demand.columns[0]]]] = True
        return found

    def gated(self, lacking: Flags) -> Flags:
        """Which ads cannot do without a credential that is `lacking`, a flag each; of a choice, without all of them."""
        codes, strict, either = self.demand.columns
        return self._missing(self.demand.owner[strict], lacking[codes[strict]], either[strict])

    def beside_choice(self, jobs: Rows64, demanded: Rows64, names: tuple[CredentialCode, ...], most: int) -> Flags:
        """Which ads are for a job that demands a credential which the ad itself gives no choice about; (ads,).

        jobs, demanded: (pairs,) the row of a job below `most`, and the place among `names` of what it demands.
        """
        place = {code: at for at, code in enumerate(names)}
        codes, strict, either = self.demand.columns
        choice = strict & either
        ads = self.demand.owner[choice]
        named = np.array([place.get(code, -1) for code in self.credentials], np.int64)[codes[choice]]
        offered = (named >= 0) & np.isin(self.job[ads] * len(names) + named, jobs * len(names) + demanded)
        count = np.bincount(jobs, minlength=most).take(self.job)
        found: Flags = count > np.bincount(ads[offered], minlength=len(count))
        return found

    def unspoken(self, lacking: Flags) -> Flags:
        """Which ads cannot do without a language that is `lacking`, a flag each; of a choice, without all of them."""
        codes, either = self.language.columns
        return self._missing(self.language.owner, lacking[codes], either)

    def _missing(self, ads: Rows, lacked: Flags, either: Flags) -> Flags:
        """Which ads ask for something that is lacked, or for one of several that are all lacked; (ads,)."""
        found = np.zeros(len(self.published), np.bool_)
        found[ads[lacked & ~either]] = True
        choices = np.bincount(ads[either], minlength=len(found))
        found |= (choices > 0) & (np.bincount(ads[either & lacked], minlength=len(found)) == choices)
        return found

    def rows(self, day: date | None, municipality: MunicipalityCode | None) -> list[int]:
        """The rows of the ads that are listed on a day and have a workplace in a municipality; None = any."""
        there = np.array([one.municipality == municipality for one in self.places], np.bool_)
        chosen = np.ones(len(self.published), np.bool_) if day is None else self.live_on(day)
        if municipality is not None:
            chosen &= np.bincount(self.place.owner[there[self.place.columns[0]]], minlength=len(chosen)) > 0
        found: list[int] = np.flatnonzero(chosen).tolist()
        return found

    def spliced(self, other: "AdColumns", order: Order) -> "AdColumns":
        """Of these ads and then the other's, those at `order`."""
        found: dict[str, object] = {
            name: np.concatenate([getattr(self, name), getattr(other, name)])[order] for name in PLAIN
        }
        for column, names in NAMED:
            known, moved = united(getattr(self, names), getattr(other, names))
            codes = np.concatenate([getattr(self, column), moved[getattr(other, column)]])[order]
            found[column], found[names] = tidied(codes, known)
        for column, names in LISTED:
            known, moved = united(getattr(self, names), getattr(other, names))
            theirs: Ragged = getattr(other, column)
            both: Ragged = getattr(self, column).spliced(_first_column(theirs, moved[theirs.columns[0]]), order)
            codes, found[names] = tidied(both.columns[0], known)
            found[column] = _first_column(both, codes)
        return replace(self, **found)  # type: ignore[arg-type]  # the names are those of the fields


def _first_column(lists: Ragged, codes: Rows) -> Ragged:
    return Ragged(lists.starts, (codes, *lists.columns[1:]))
