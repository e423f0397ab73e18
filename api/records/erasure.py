"""Erasing a profile for good, in steps of which each may be the last before the power goes: run again, it finishes."""

from hashlib import sha256
from typing import Protocol

from api.records.log import DecisionLog
from graph.errors import UnknownRecordError
from graph.store.log import ErasureList
from graph.store.port import GraphStore, KeyVault
from ontology.people import ProfileId

_FROM_A_BACKUP = "gendannet sikkerhedskopi"


class Copies(Protocol):
    """What holds something of people beside the stores, made from them."""

    def held(self) -> frozenset[ProfileId]:
        """Of whom."""
        ...

    def forget(self, id: ProfileId) -> None:
        """Keep nothing of a person."""
        ...


class Erasing:
    """Erases in the stores, and again what a backup brings back."""

    def __init__(
        self, store: GraphStore, vault: KeyVault, log: DecisionLog, erasures: ErasureList, copies: Copies
    ) -> None:
        """`erasures` is kept apart from all that is backed up together; `copies` are emptied with the store."""
        self._store, self._vault, self._log, self._erasures, self._copies = store, vault, log, erasures, copies

    def erase(self, id: ProfileId, by: str) -> None:
        """Destroy a profile's key and references, remove it and its documents; its log entries can be read no more.

        Raises:
            UnknownRecordError: There is nothing of such a profile, or no longer.
            StoreError: It was not finished; nothing of it is undone, and the next run finishes it.
        """
        if self._store.profile(id) is None and self._vault.held_key(id) is None:
            raise UnknownRecordError(f"no profile '{id}' in this store; it may be erased already")
        self._finish(id, by)

    def again(self) -> tuple[ProfileId, ...]:
        """Erase what is on the list of erasures and there all the same; whom that was."""
        gone = self._erasures.erasures()
        if not gone:
            return ()
        there = sorted({*self._store.profiles(), *self._vault.holders(), *self._copies.held()})
        found = tuple(id for id in there if mark_of(id) in gone)
        for id in found:
            self._finish(id, _FROM_A_BACKUP)
        return found

    def _finish(self, id: ProfileId, by: str) -> None:
        # The list comes first: from here on every start finishes what is begun, and no backup undoes it.
        self._erasures.note_erasure(mark_of(id))
        self._log.erased(id, by)
        self._vault.destroy(id)
        self._store.erase_profile(id)
        self._copies.forget(id)  # last: another process may write there what it read while the store still had it


def mark_of(id: ProfileId) -> str:
    """What stands for a profile on the list of erasures: SHA-256 of its pseudonym, in hex."""
    return sha256(f"kompetencebro erasure|{id}".encode()).hexdigest()


class Unlisted:
    """An ErasureList that forgets: for stores of which no backup is kept."""

    def note_erasure(self, mark: str) -> None:
        """Nothing is kept."""

    def erasures(self) -> frozenset[str]:
        """None."""
        return frozenset()
