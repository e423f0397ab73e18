"""Where notes of what was shown go: onto the disk at once, or several in one write before their answer leaves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.store.port import RecordStore
from ontology.people import Profile, ProfileId


class Notes:
    """The notes of one request. A write waits for the disk, so that four of them wait four times."""

    def __init__(self, records: RecordStore) -> None:
        """Over the store that they are kept in."""
        self._records = records
        self._waiting: list[Callable[[], object]] | None = None
        self._stood: dict[ProfileId, tuple[Profile, int]] | None = None

    def stood(self, profile: Profile, entry: Callable[[Profile], int]) -> int:
        """The number of the entry with a profile as it stands; asked once of what is noted in one write."""
        if self._stood is None:
            return entry(profile)
        known = self._stood.get(profile.id)
        if known is None or known[0] is not profile:
            known = self._stood[profile.id] = profile, entry(profile)
        return known[1]

    def shown(self, write: Callable[[], object]) -> None:
        """Note that something is shown: now, or when what is shown together is noted."""
        if self._waiting is None:
            write()
        else:
            self._waiting.append(write)

    def settle(self) -> None:
        """Have on the disk what waits, before anything that must come after it; all of it or nothing.

        Raises:
            StoreError: It cannot be noted. What was shown by then must not be given.
            ErasedError: The profile was erased meanwhile; as above.
        """
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            with self._records.together():
                self._stood = {}
                try:
                    for write in waiting:
                        write()
                finally:
                    self._stood = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is shown within is noted in one write at the end; nothing of it may be given before.

        Raises:
            StoreError: As `settle`.
            ErasedError: As `settle`.
        """
        self._waiting = []
        try:
            yield
        finally:
            try:
                self.settle()
            finally:
                self._waiting = None
