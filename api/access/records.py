"""What the service keeps of what it did with a profile, as a caller may have it: accesses, decisions, everything."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from api.access.policy import Act
from api.access.words import Access, access_of
from api.records.entries import Logged, Versions
from api.records.export import everything, zipped
from api.records.restriction import restrict
from graph.store.port import KeyVault, RecordStore
from ontology.people import Profile, ProfileId

if TYPE_CHECKING:
    from api.service import Service


def accesses_of(id: ProfileId, records: RecordStore, vault: KeyVault) -> tuple[Access, ...]:
    """Who asked for a profile, oldest first; who may read it is for the caller to hold."""
    return tuple(access_of(one, vault) for one in records.accesses(id))


class GuardedRecords:
    """One caller's way to the records of a profile. Errors are those of `Guarded`."""

    def __init__(self, service: "Service", about: Callable[[Act, str], Profile], by: str) -> None:
        """`about` lets the caller in to a profile and notes it; `by` is the caller's pseudonym."""
        self._service, self._about, self._by = service, about, by

    @property
    def made_by(self) -> Versions:
        """See Service.made_by; it is about nobody."""
        return self._service.made_by

    def decisions(self, id: str, before: int | None, count: int) -> tuple[tuple[Logged, ...], int]:
        """At most `count` entries of the decision log below number `before`, newest first; and how many in all."""
        return self._service.log.newest(self._about(Act.READ_DECISIONS, id).id, before, count)

    def restrict(self, id: str, reason: str, *, lifted: bool = False) -> None:
        """Keep a profile and use it no more (GDPR article 18), or use it again; ReasonError without a reason."""
        known, service = self._about(Act.RESTRICT, id).id, self._service
        restrict(service.log, service.market, known, self._by, reason, lifted=lifted)

    def restriction(self, id: str) -> Logged | None:
        """The entry since which a profile is kept and not used; None where it is used."""
        return self._service.log.restriction(self._about(Act.READ_PROFILE, id).id)

    def export(self, id: str) -> bytes:
        """A ZIP of everything held about a profile, made in memory: no copy of it is left anywhere."""
        known, service = self._about(Act.EXPORT, id).id, self._service
        service.log.exported(known, self._by)
        return zipped(known, everything(known, service, accesses_of(known, service.records, service.vault)))
