"""Which ads a profile is shown, and in what order: reach, kind and gates as filters around the score."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from itertools import dropwhile, islice
from math import isnan

import numpy as np
import numpy.typing as npt

from api.reach import Reach, minutes_to, own_reach
from api.wishes import ANY, Wishes, strained, wanted
from graph.circumstances import NO_WISH, Wished, circumstances, closes, ruled_out
from graph.coverage import Coverage, coverage
from graph.gates import Gate, closed, folded, gates
from graph.gathering import columns_of
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.order import best_first, spread
from graph.practice import practice, unpractised
from graph.scoring import Match, score
from graph.standing import Circumstance
from ontology.kinds import CredentialCode
from ontology.people import Profile
from ontology.vacancies import Posting

Place = tuple[float | int | str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A match as it is shown, with its gates and circumstances.

    `minutes` of travel are estimated, None = unknown workplace. `place` is where it stands in the list, ascending; it
    does not move when other ads come or go.
    """

    match: Match
    gates: tuple[Gate, ...]
    minutes: float | None
    place: Place
    beside: Callable[[], tuple[Circumstance, ...]] = field(compare=False, repr=False)

    @property
    def circumstances(self) -> tuple[Circumstance, ...]:
        """What stands beside the score; worked out when asked for, since not every list shows it."""
        return self.beside()

    @property
    def folded(self) -> bool:
        """Whether a list folds it away: what the job cannot be had without is lacking."""
        return folded(self.gates) or closes(self.circumstances)


@dataclass(frozen=True, slots=True)
class Listing:
    """The best ads to show, how many there are in all, and how many are folded for a gate, out of reach or strain."""

    shown: tuple[Listed, ...]
    total: int
    folded: int
    out_of_reach: int
    spared: int


def listing(
    profile: Profile,
    index: MatchIndex,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    reach: Reach,
    as_of: date,
    top: int = 20,
    wishes: Wishes = ANY,
    seen: Place | None = None,
    covered: Coverage | None = None,
) -> Listing:
    """The best `top` live ads within reach, past the place `seen`; ties by id.

    Same ads come once, and more than three of an employer last. `covered` is the profile's coverage if it is at hand.

    Raises:
        TypeError: `seen` is no place of such a list.
    """
    return Outlook.of(profile, index, live, knowledge, reach, as_of, covered).listing(top, wishes, seen)


@dataclass(frozen=True, slots=True)
class Sifted:
    """The ads that may be listed, by row, and how many are kept back for what; scores, minutes: (ads,) of all ads."""

    rows: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float64]
    minutes: npt.NDArray[np.float64]
    folded: int
    out_of_reach: int
    spared: int


@dataclass(frozen=True, eq=False)
class Outlook:
    """One profile before all ads, on a day and within a reach; what several answers stand on is worked out once."""

    profile: Profile
    covered: Coverage
    index: MatchIndex
    live: LiveOntology
    knowledge: LabourKnowledge
    reach: Reach
    as_of: date
    _listed: dict[tuple[Wishes, Place | None], tuple[int, Listing]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        profile: Profile,
        index: MatchIndex,
        live: LiveOntology,
        knowledge: LabourKnowledge,
        reach: Reach,
        as_of: date,
        covered: Coverage | None = None,
    ) -> "Outlook":
        """`covered` is the profile's coverage where it is at hand."""
        covered = covered or coverage(profile, live.taxonomy, live.derived.near)
        return cls(profile, covered, index, live, knowledge, reach, as_of)

    @cached_property
    def held(self) -> frozenset[CredentialCode]:
        """The credentials of the profile with all that they imply."""
        return self.knowledge.with_implied(one.credential for one in self.profile.holds)

    @cached_property
    def minutes(self) -> npt.NDArray[np.float64]:
        """See `minutes_to`; (ads,)."""
        return minutes_to(self.index.columns, self.reach)

    @cached_property
    def shut(self) -> npt.NDArray[np.bool_]:
        """See `closed` and `excluded`; (ads,)."""
        days, taxonomy = self.live.constants.obtainable_days, self.live.taxonomy
        return self.excluded | closed(self.profile, self.index.columns, taxonomy, self.knowledge, self.held, days)

    @cached_property
    def excluded(self) -> npt.NDArray[np.bool_]:
        """Which ads are shut by what no credential opens: a language, shifts, years of experience; (ads,)."""
        columns = self.index.columns
        return ruled_out(self.profile, columns) | unpractised(self.profile, columns, self.index.occupations, self.live)

    @cached_property
    def scores(self) -> npt.NDArray[np.float64]:
        """The score of every ad; (ads,)."""
        return self.index.scores(self.profile, self.covered, self.live, self.as_of)

    def sifted(self, wishes: Wishes = ANY) -> Sifted:
        """The live ads within reach that meet what is wished, with the score of every ad."""
        columns = self.index.columns
        open_on = columns.live_on(self.as_of) & wanted(wishes, self.profile, self.index, self.knowledge)
        near = ~(self.minutes > self.reach.minutes)
        light = ~strained(columns, self.live.taxonomy, wishes.avoid)
        free = ~self.shut | wishes.folded
        within = open_on & near
        bearable = within & light
        kept_back = (bearable & ~free, open_on & ~near, within & ~light)
        return Sifted(
            np.flatnonzero(bearable & free),
            self.scores,
            self.minutes,
            *(int(np.count_nonzero(one)) for one in kept_back),
        )

    def listing(self, top: int, wishes: Wishes = ANY, seen: Place | None = None) -> Listing:
        """See the function `listing`; a list that was made longer before is cut."""
        size, found = self._listed.get((wishes, seen), (-1, None))
        if found is None or size < top:
            found = self._listing(top, wishes, seen)
            self._listed[wishes, seen] = top, found
        return replace(found, shown=found.shown[:top])

    def _listing(self, top: int, wishes: Wishes, seen: Place | None) -> Listing:
        profile, live, knowledge = self.profile, self.live, self.knowledge
        found, shown = self.sifted(wishes), list[Listed]()
        wished = Wished(wishes.hours, wishes.kinds_for(profile))
        for place, row in islice(_past(seen, placed(found, self.index)), top):
            posting, minutes = self.index.postings[row], float(found.minutes[row])
            demanded = gates(profile, posting, live.taxonomy, knowledge, self.held, live.constants.obtainable_days)
            match = score(profile, posting, live, self.as_of, self.covered)
            beside = partial(_beside, profile, posting, live, knowledge, self.as_of, wished)
            shown.append(Listed(match, demanded, None if isnan(minutes) else minutes, place, beside))
        return Listing(tuple(shown), len(found.rows), found.folded, found.out_of_reach, found.spared)


def opened(
    profile: Profile,
    posting: Posting,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    as_of: date,
    covered: Coverage | None = None,
) -> Listed:
    """The match of one ad with its gates and journey, whether or not it would be listed."""
    held = knowledge.with_implied(one.credential for one in profile.holds)
    match = score(profile, posting, live, as_of, covered)
    minutes = float(minutes_to(columns_of((posting,), live.taxonomy), own_reach(profile))[0])
    demanded = gates(profile, posting, live.taxonomy, knowledge, held, live.constants.obtainable_days)
    beside = partial(_beside, profile, posting, live, knowledge, as_of)
    place = (0, -match.score, str(posting.id))
    return Listed(match, demanded, None if isnan(minutes) else minutes, place, beside)


def _beside(
    profile: Profile,
    posting: Posting,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    as_of: date,
    wished: Wished = NO_WISH,
) -> tuple[Circumstance, ...]:
    """Every line beside the score."""
    found = circumstances(profile, posting, live.taxonomy, knowledge, wished)
    return (*found, *practice(profile, posting, live, as_of))


def placed(found: Sifted, index: MatchIndex) -> Iterator[tuple[Place, int]]:
    """The rows in the order of the list, each with its place."""
    for late, row in spread(best_first(found.rows, found.scores), index.columns):
        yield (int(late), -float(found.scores[row]), str(index.ids[row])), row


def _past(seen: Place | None, order: Iterable[tuple[Place, int]]) -> Iterable[tuple[Place, int]]:
    return order if seen is None else dropwhile(lambda one: one[0] <= seen, order)
