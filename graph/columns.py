"""What filters ask of every ad, as arrays, so that forty thousand ads are sifted at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from ontology.kinds import CredentialCode, EscoUri
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Hours, Posting, PostingKind, Workplace

Rows = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

_KINDS = tuple(PostingKind)
_HOURS = tuple(Hours)


@dataclass(frozen=True)
class AdColumns:
    """By ad row; (ads,) unless said.

    published, last: the first and last day listed, as ordinals. kind, hours: place in PostingKind, in Hours. guess:
    place in `guesses` of the best guess at the occupation, -1 = none; sure: how sure that is. place_ad, place: (pairs,)
    which ad works at which of `places`. demand_ad, demand, hard: (demands,) what the ads themselves demand of
    `credentials`.
    """

    published: Rows
    last: Rows
    kind: npt.NDArray[np.int8]
    hours: npt.NDArray[np.int8]
    openings: Rows
    guess: Rows
    sure: npt.NDArray[np.float64]
    guesses: tuple[EscoUri, ...]
    place_ad: Rows
    place: Rows
    places: tuple[Workplace, ...]
    demand_ad: Rows
    demand: Rows
    hard: Flags
    credentials: tuple[CredentialCode, ...]

    def live_on(self, day: date) -> Flags:
        """As `Posting.live_on`."""
        found: Flags = (self.published <= day.toordinal()) & (day.toordinal() <= self.last)
        return found

    def of_kinds(self, kinds: frozenset[PostingKind]) -> Flags:
        """Which ads are of one of `kinds`."""
        return np.array([kind in kinds for kind in _KINDS])[self.kind]

    def of_hours(self, hours: frozenset[Hours]) -> Flags:
        """Which ads are of one of `hours`."""
        return np.array([one in hours for one in _HOURS])[self.hours]

    def occupations(self, taxonomy: Taxonomy) -> Rows:
        """The row of the best guess at each ad's occupation; -1 = none that the release has."""
        rows = np.array([*(taxonomy.occupation_rows.get(uri, -1) for uri in self.guesses), -1], np.int32)
        return rows[self.guess]


def columns_of(postings: Sequence[Posting]) -> AdColumns:
    """The columns of `postings`."""
    guesses: dict[EscoUri, int] = {}
    places: dict[Workplace, int] = {}
    credentials: dict[CredentialCode, int] = {}
    plain, works, demands = [], [], []
    for row, one in enumerate(postings):
        best = one.occupations[0] if one.occupations else None
        guess = guesses.setdefault(best.occupation, len(guesses)) if best else -1
        days = one.published.toordinal(), one.last_day.toordinal()
        kind, hours = _KINDS.index(one.kind), _HOURS.index(one.hours)
        plain.append((*days, kind, hours, one.openings, guess, best.confidence if best else 0.0))
        works += [(row, places.setdefault(work, len(places))) for work in one.workplaces]
        demands += [(row, credentials.setdefault(d.credential, len(credentials)), d.hard) for d in one.demands]
    table = np.array(plain, np.float64).reshape(-1, 7)
    pairs, asked = np.array(works, np.int32).reshape(-1, 2), np.array(demands, np.int32).reshape(-1, 3)
    published, last, kind, hours, openings, guess_at = table[:, :6].astype(np.int32).T
    return AdColumns(
        published,
        last,
        kind.astype(np.int8),
        hours.astype(np.int8),
        openings,
        guess_at,
        table[:, 6],
        tuple(guesses),
        pairs[:, 0],
        pairs[:, 1],
        tuple(places),
        asked[:, 0],
        asked[:, 1],
        asked[:, 2].astype(np.bool_),
        tuple(credentials),
    )
