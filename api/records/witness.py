"""What a person is shown, noted before they see it: the same answers as the service gives, and an entry for each."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from api.asking import Answer, answered
from api.candidates import Candidates
from api.matching import Listed, Listing, Place
from api.reach import Reach, own_reach
from api.records.ads import digest
from api.records.entries import Act, Asked, Choice, Correction, Row, Shown
from api.records.notes import Notes
from api.wishes import ANY, Wishes
from graph.bridges import Bridge
from graph.errors import UnknownRecordError
from graph.questions import MOST, Question
from graph.unlocks import Unlock
from ontology.kinds import MunicipalityCode
from ontology.people import Corrections, Profile, Releaser
from ontology.vacancies import LISTED_BY_DEFAULT, PostingId
from ontology.work_context import Strain

if TYPE_CHECKING:
    from api.service import Service

REACH_OR_WISHES = "reach or wishes"
"""What is noted as corrected where it is no skill and no credential; their values are the person's and kept sealed."""


class Witness:
    """The service as one person sees it. Where an answer cannot be noted, none is given."""

    def __init__(self, service: "Service", by: str, notes: Notes) -> None:
        """`by` is the pseudonym of who sees it; `notes` is where entries of what is shown go."""
        self._service, self._by, self._notes = service, by, notes

    def match(
        self,
        id: str,
        reach: Reach | None,
        as_of: date,
        top: int = 20,
        wishes: Wishes = ANY,
        seen: Place | None = None,
    ) -> Listing:
        """See Service.match."""
        profile = self._service.usable(id)
        found = self._service.match(id, reach, as_of, top, wishes, seen)
        rows = [row_of(one) for one in found.shown]
        named = replace(wishes, kinds=wishes.kinds_for(profile))
        asked = asked_with(as_of, top, reach or own_reach(profile), named, seen)
        self._show(profile, Act.MATCHES, asked, rows, (found.total, found.folded, found.out_of_reach))
        return found

    def opened(self, id: str, posting: str, as_of: date) -> Listed:
        """See Service.opened."""
        profile = self._service.usable(id)
        found = self._service.opened(id, posting, as_of)
        self._show(profile, Act.OPENED, asked_with(as_of, 1, own_reach(profile)), [row_of(found)])
        return found

    def bridges(
        self, id: str, as_of: date, count: int = 20, avoid: frozenset[Strain] = frozenset()
    ) -> tuple[Bridge, ...]:
        """See Service.bridges."""
        profile = self._service.usable(id)
        found = self._service.bridges(id, as_of, count, avoid)
        rows = [Row(one.occupation, one.agreement) for one in found]
        self._show(profile, Act.BRIDGES, asked_with(as_of, count, own_reach(profile)), rows)
        return found

    def questions(self, id: str, reach: Reach | None, as_of: date, count: int = MOST) -> tuple[Question, ...]:
        """See Service.questions."""
        found = self._service.questions(id, reach, as_of, count)
        rows = [Row(one.what or one.subject.value, one.gain) for one in found]
        self._show(self._service.usable(id), Act.QUESTIONS, asked_with(as_of, len(rows), reach), rows)
        return found

    def unlocks(self, id: str, reach: Reach | None, as_of: date, count: int = 10) -> tuple[Unlock, ...]:
        """See Service.unlocks; of each lever how many ads it would bring is noted, not which: none of them is shown."""
        found = self._service.unlocks(id, reach, as_of, count)
        rows = [Row(f"{one.lever}:{one.what}", float(one.ads)) for one in found]
        self._show(self._service.usable(id), Act.UNLOCKS, asked_with(as_of, len(rows), reach), rows)
        return found

    def answer(self, id: str, what: str, answer: Answer) -> Profile:
        """See Service.answer; noted before it is kept."""
        correction = Correction.CONFIRM if answer is Answer.YES else Correction.STRIKE
        return self._correct(id, answered(what, answer, self._service.live.taxonomy), correction, what)

    def correct(self, id: str, change: Callable[[Corrections], Corrections]) -> Profile:
        """See Service.correct; noted before it is kept."""
        return self._correct(id, change, Correction.ADD, REACH_OR_WISHES)

    def _correct(
        self, id: str, change: Callable[[Corrections], Corrections], correction: Correction, what: str
    ) -> Profile:
        self._service.log.corrected(self._service.profile(id).id, self._by, correction, what)
        return self._service.correct(id, change)

    def candidates(
        self,
        posting: str,
        scope: frozenset[MunicipalityCode] | None,
        as_of: date,
        top: int = 20,
        seen: Place | None = None,
    ) -> Candidates:
        """See Service.candidates; each profile that is shown has an entry with the ad that it was shown for."""
        found = self._service.candidates(posting, scope, as_of, top, seen)
        for one in found.shown:
            asked = asked_with(as_of, top, own_reach(one.profile), seen=seen)
            self._show(one.profile, Act.CANDIDATES, asked, [row_of(one.listed)])
        return found

    def release(self, id: str, by: Releaser) -> Profile:
        """See Service.release; what changes anything is noted before it is kept."""
        return self._released(self._service.usable(id), by, given=True)

    def withdraw(self, id: str, by: Releaser) -> Profile:
        """See Service.withdraw; what changes anything is noted before it is kept."""
        return self._released(self._service.profile(id), by, given=False)

    def _released(self, profile: Profile, by: Releaser, *, given: bool) -> Profile:
        service = self._service
        if profile.with_release(by, given=given) != profile:
            service.log.released(profile.id, self._by, by, withdrawn=not given)
        return service.release(profile.id, by) if given else service.withdraw(profile.id, by)

    def saw(self, id: str, act: Act, as_of: date, rows: Iterable[Row], reach: Reach | None = None) -> int:
        """Note another answer about a profile; the entry's number."""
        shown = list(rows)
        return self._entry(self._service.usable(id), act, asked_with(as_of, len(shown), reach), shown)()

    def chose(self, id: str, what: str, choice: Choice, reason: str) -> int:
        """Note what was chosen, rejected or overridden, and why; `what` is an ad or an occupation. The entry's number.

        Raises:
            UnknownRecordError: There is no such profile, or no such ad or occupation, nor was it shown.
            ReasonError: The reason is too short or too long.
        """
        service, profile = self._service, self._service.usable(id)
        known = what in service.live.taxonomy.occupation_rows or service.store.posting(PostingId(what)) is not None
        if not known and service.log.last_shown(profile.id, what) is None:
            raise UnknownRecordError(
                f"no ad or occupation '{what[:100]}' here, nor was it shown; 'kompetencebro match' prints the ids"
            )
        return service.log.chosen(profile.id, self._by, what, choice, reason)

    def _show(
        self,
        profile: Profile,
        act: Act,
        asked: Asked,
        rows: Iterable[Row],
        counted: tuple[int | None, int | None, int | None] = (None, None, None),
    ) -> None:
        self._notes.shown(self._entry(profile, act, asked, rows, counted))

    def _entry(
        self,
        profile: Profile,
        act: Act,
        asked: Asked,
        rows: Iterable[Row],
        counted: tuple[int | None, int | None, int | None] = (None, None, None),
    ) -> Callable[[], int]:
        """What writes the entry and gives its number; what made the answer is taken down now."""
        log, made_by, mark, shown = self._service.log, self._service.made_by, self._service.ads_mark(), tuple(rows)

        def write() -> int:
            stood = self._notes.stood(profile, log.profile_seq)
            return log.shown(profile.id, Shown(self._by, act, asked, made_by, stood, mark, shown, *counted))

        return write


def row_of(one: Listed) -> Row:
    """A listed match as it is noted."""
    return Row(one.match.posting.id, one.match.score, digest(one.match.posting))


def asked_with(as_of: date, top: int, reach: Reach | None, wishes: Wishes = ANY, seen: Place | None = None) -> Asked:
    """What an answer was asked with, as it is kept: `avoid`, the needs of the person, is left out."""
    return Asked(
        as_of,
        top,
        reach.home if reach else None,
        reach.means if reach else None,
        reach.minutes if reach else None,
        tuple(sorted(LISTED_BY_DEFAULT if wishes.kinds is None else wishes.kinds)),
        wishes.hours,
        tuple(sorted(wishes.industries)),
        tuple(sorted(wishes.credentials)),
        wishes.folded,
        seen,
    )


def wishes_of(asked: Asked) -> Wishes:
    """The wishes that were kept; the needs of the person were not."""
    return Wishes(
        frozenset(asked.kinds),
        asked.hours,
        frozenset(asked.industries),
        frozenset(asked.credentials),
        frozenset(),
        asked.folded,
    )
