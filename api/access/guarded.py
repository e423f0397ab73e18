"""The use cases as a caller may have them: allowed first, noted before the answer, within the own municipality."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from functools import partial

from api.access.cases import own_case, refer
from api.access.errors import ForbiddenError
from api.access.intake import GuardedIntake
from api.access.policy import Act, acting_as, allow, own_cases, refusal
from api.access.public import Public
from api.access.reasons import sealed
from api.access.records import GuardedRecords, accesses_of
from api.access.roles import Caller, Role
from api.access.words import Access
from api.asking import Answer
from api.candidates import Candidates
from api.matching import Listed, Listing, Place
from api.reach import Reach
from api.records.entries import Choice, Logged
from api.records.notes import Notes
from api.records.witness import Witness
from api.service import Service
from api.wishes import ANY, Wishes
from graph.bridges import Bridge
from graph.errors import UnknownRecordError
from graph.questions import MOST, Question
from graph.scoring import Match
from graph.store.port import AccessEntry
from graph.unlocks import Unlock
from ontology.kinds import MunicipalityCode
from ontology.people import Corrections, Document, DocumentId, Profile, ProfileId, Releaser
from ontology.work_context import Strain

MOST_SEARCHED = 10
"""Ads that one request may find candidates for: each shows people, so that a list of ads is no way to all of them."""
_SHOWING = frozenset({Act.READ_PROFILE, Act.MATCH, Act.FIND_CANDIDATES})
"""Acts that change nothing and that nothing later in the request reads back."""


class Guarded(Public):
    """One caller's way to a service, for one request. What is asked of a profile is in its log, once an act.

    Every method raises ForbiddenError where the caller may not, and StoreError, with no answer, where it cannot be
    noted.
    """

    def __init__(
        self, service: Service, caller: Caller, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Over a service, for who asks; made anew for each request."""
        super().__init__(service, caller)
        self._now = now
        self._noted: set[tuple[Act, ProfileId]] = set()
        self._documents: set[DocumentId] = set()
        self._searched: set[str] = set()
        self._notes = Notes(service.records)

    def noted_together(self) -> AbstractContextManager[None]:
        """Within, what is only shown is noted in one write at the end; none of it may be given before.

        A change is noted before it is made, as everywhere, and what waits is noted before it.
        """
        return self._notes.together()

    def about(self, act: Act, id: str) -> Profile:
        """The profile, once the caller may do this with it and the log says so: the way in for any use case."""
        return self._let_in(act, ProfileId(id))

    def profile(self, id: str) -> Profile:
        """See Service.profile."""
        return self.about(Act.READ_PROFILE, id)

    def document(self, id: DocumentId) -> Document | None:
        """The text of an ad, or of a profile that this request was let in to; None for any other, as if gone."""
        self.require(Act.READ_POSTING)
        if id not in self._documents and self._service.store.profiles_read_from(id):
            return None
        return self._service.document(id)

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
        self.about(Act.MATCH, id)
        return self._witness.match(id, reach, as_of, top, wishes, seen)

    def opened(self, id: str, posting: str, as_of: date) -> Listed:
        """See Service.opened."""
        self.about(Act.MATCH, id)
        return self._witness.opened(id, posting, as_of)

    def unlocks(self, id: str, reach: Reach | None, as_of: date, count: int = 10) -> tuple[Unlock, ...]:
        """See Service.unlocks."""
        self.about(Act.MATCH, id)
        return self._witness.unlocks(id, reach, as_of, count)

    def explain(self, id: str, posting: str, as_of: date) -> Match:
        """See Service.explain; noted as a match that was opened."""
        return self.opened(id, posting, as_of).match

    def bridges(
        self, id: str, as_of: date, count: int = 20, avoid: frozenset[Strain] = frozenset()
    ) -> tuple[Bridge, ...]:
        """See Service.bridges."""
        self.about(Act.MATCH, id)
        return self._witness.bridges(id, as_of, count, avoid)

    def questions(self, id: str, reach: Reach | None, as_of: date, count: int = MOST) -> tuple[Question, ...]:
        """See Service.questions."""
        self.about(Act.MATCH, id)
        return self._witness.questions(id, reach, as_of, count)

    def answer(self, id: str, what: str, answer: Answer) -> Profile:
        """See Service.answer."""
        self.about(Act.CORRECT, id)
        return self._witness.answer(id, what, answer)

    def correct(self, id: str, change: Callable[[Corrections], Corrections]) -> Profile:
        """See Service.correct."""
        self.about(Act.CORRECT, id)
        return self._witness.correct(id, change)

    def choose(self, id: str, what: str, choice: Choice, reason: str) -> Logged:
        """The entry of what was chosen, rejected or overridden of what was shown, and why; see `Witness.chose`."""
        self.about(Act.CHOOSE, id)
        return self._service.log.entry(self._witness.chose(id, what, choice, reason))

    def candidates(
        self,
        posting: str,
        scope: frozenset[MunicipalityCode] | None,
        as_of: date,
        top: int = 20,
        seen: Place | None = None,
    ) -> Candidates:
        """See Service.candidates; within the caller's municipalities, and a profile that is shown is a read of it.

        Raises:
            ForbiddenError: `scope` holds a municipality of others, or too many ads were searched from in this request.
        """
        role = self.require(Act.FIND_CANDIDATES)
        where = own_cases(self.caller, scope)
        self._searched.add(posting)
        if len(self._searched) > MOST_SEARCHED:
            raise ForbiddenError(f"a request finds candidates for {MOST_SEARCHED} ads at most; ask for the others anew")
        found = self._witness.candidates(posting, where, as_of, top, seen)
        for one in (shown.profile for shown in found.shown):
            if (Act.FIND_CANDIDATES, one.id) not in self._noted:
                self._note(Act.FIND_CANDIDATES, role, one.id, one.handled_by)
            self._documents.update(one.documents)
        return found

    def release(self, id: str, by: Releaser) -> Profile:
        """See Service.release; each of the two for themselves."""
        return self._witness.release(self._own_part(id, by).id, by)

    def withdraw(self, id: str, by: Releaser) -> Profile:
        """See Service.withdraw; each of the two for themselves."""
        return self._witness.withdraw(self._own_part(id, by).id, by)

    def _own_part(self, id: str, by: Releaser) -> Profile:
        return self._let_in(Act.RELEASE, ProfileId(id), caller=acting_as(self.caller, Role(by.value)))

    @property
    def _witness(self) -> Witness:
        return self._service.seen_by(self.caller.subject, self._notes)

    def erase(self, id: str) -> None:
        """See Service.erase; the log of a profile that is gone says who erased it."""
        self.about(Act.ERASE, id)
        self._service.erase(id, self.caller.subject)

    def break_glass(self, id: str, reason: str) -> Profile:
        """A profile that the caller's role does not read; its citizen sees the reason.

        Raises:
            ReasonError: There is no reason to speak of.
        """
        return self._let_in(Act.BREAK_GLASS, ProfileId(id), reason)

    def accesses(self, id: str) -> tuple[Access, ...]:
        """Who asked for a profile, oldest first, this request included."""
        return accesses_of(self.about(Act.READ_LOG, id).id, self._service.records, self._service.vault)

    @property
    def records(self) -> GuardedRecords:
        """What the service keeps of what it did with a profile, and its rights over that."""
        return GuardedRecords(self._service, self.about, self.caller.subject)

    def refer(self, id: str, case: str) -> None:
        """Let a case of the municipality that handles a profile lead to it.

        Raises:
            CaseReferenceError: It is none that we keep.
        """
        profile = self.about(Act.REFER, id)
        refer(self._service.vault, case, profile.handled_by, profile.id)

    def find(self, case: str, municipality: MunicipalityCode | None = None) -> Profile:
        """The profile that a case leads to, of one of the caller's municipalities; None = whichever has it.

        Raises:
            AmbiguousCaseError: Several of them have one of that number, so that one must be named.
        """
        found = own_case(self._service.vault, case, self.caller, municipality)
        return self._let_in(Act.FIND_BY_CASE, found or ProfileId(""))

    @property
    def intake(self) -> GuardedIntake:
        """Takes in CVs and ads."""
        return GuardedIntake(self._service.intake, self.caller, self._note, self._documents.update)

    def _let_in(self, act: Act, id: ProfileId, reason: str | None = None, caller: Caller | None = None) -> Profile:
        """The profile, allowed and noted. What is read is read before it is noted, and given after.

        `caller`: who asks, in fewer roles.
        """
        profile = self._found(act, id)
        role = allow(caller or self.caller, act, profile)
        seal = b"" if reason is None else sealed(reason, id, self._service.vault)
        if reason is not None or (act, id) not in self._noted:
            self._note(act, role, id, None if role is Role.CITIZEN else profile.handled_by, seal)
        self._documents.update(profile.documents)
        return profile

    def _note(self, act: Act, role: Role, id: ProfileId, where: MunicipalityCode | None, seal: bytes = b"") -> None:
        entry = AccessEntry(id, self.caller.subject, role.value, act.value, self._now(), where, seal)
        note = partial(self._service.records.note_access, entry)
        if act in _SHOWING:
            self._notes.shown(note)
        else:
            self._notes.settle()
            note()
        self._noted.add((act, id))

    def _found(self, act: Act, id: ProfileId) -> Profile:
        try:
            return self._service.profile(id)
        except UnknownRecordError:
            raise refusal(self.caller, act) from None
