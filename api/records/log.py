"""The decision log: entries in, sealed and chained; out again for those who may read them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from api.records.chain import Verdict, linked, verify
from api.records.entries import (
    KINDS,
    NAMES,
    AsItStood,
    Choice,
    Chosen,
    Corrected,
    Correction,
    Entry,
    Erased,
    Exported,
    Lifted,
    Logged,
    Released,
    Restricted,
    Shown,
    Withdrawn,
)
from api.records.errors import ErasedError, RestrictedError
from api.records.reasons import in_own_words
from api.records.sealed import seal, unseal
from graph.errors import StoreError, UnknownRecordError
from graph.store.codec import decoded, encoded
from graph.store.log import LogEntry, LogHead
from graph.store.port import KeyVault, RecordStore
from ontology.people import Profile, ProfileId, Releaser

_RESTRICTION = ("restricted", "lifted")


class DecisionLog:
    """Over the store of records, which keeps the chain, and the vault, whose keys open it.

    Every method that writes raises ErasedError where the profile's key is gone, and StoreError where nothing was kept.
    `by` is who acts: the pseudonym of a subject, never a name.
    """

    def __init__(
        self, records: RecordStore, vault: KeyVault, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """`now` gives the time of entries."""
        self._records, self._vault, self._now = records, vault, now

    def shown(self, id: ProfileId, entry: Shown) -> int:
        """Note what was shown of a profile; the number of the entry. `api.records.witness` makes them."""
        return self._add(id, entry)

    def profile_seq(self, profile: Profile) -> int:
        """The entry with the profile as it stands now; written where the last one of it stood otherwise."""
        last = next(self._records.latest(("profile",), profile.id), None)
        if last is not None and self._plain(last) == encoded(AsItStood(profile)):
            return last.seq
        return self._add(profile.id, AsItStood(profile))

    def chosen(self, id: ProfileId, by: str, what: str, choice: Choice, reason: str) -> int:
        """Note a consultant's choice about something shown, or a deviation from it; the number of the entry.

        Raises:
            ReasonError: The reason is too short or too long.
        """
        return self._add(id, Chosen(by, what, choice, in_own_words(reason), self.last_shown(id, what)))

    def last_shown(self, id: ProfileId, what: str) -> int | None:
        """The last entry that showed something of a profile by its id; None where none did."""
        shown = [
            one.seq
            for one in self.of(id)
            if isinstance(one.entry, Shown) and any(row.id == what for row in one.entry.rows)
        ]
        return shown[-1] if shown else None

    def corrected(self, id: ProfileId, by: str, correction: Correction, what: str) -> int:
        """Note that something of a profile was confirmed, struck, added or undone; the number of the entry."""
        return self._add(id, Corrected(by, correction, what))

    def released(self, id: ProfileId, by: str, party: Releaser, *, withdrawn: bool = False) -> int:
        """Note that for one of the two a profile may be found from ads, or no longer; the number of the entry."""
        return self._add(id, Withdrawn(by, party) if withdrawn else Released(by, party))

    def restricted(self, id: ProfileId, by: str, reason: str, *, lifted: bool = False) -> int:
        """Note that a profile is kept and not used from now on, or used again; the number of the entry.

        Raises:
            ReasonError: The reason is too short or too long.
        """
        words = in_own_words(reason)
        return self._add(id, Lifted(by, words) if lifted else Restricted(by, words))

    def exported(self, id: ProfileId, by: str) -> int:
        """Note that everything held about a profile was handed out; the number of the entry."""
        return self._add(id, Exported(by))

    def erased(self, id: ProfileId, by: str) -> int:
        """Note that a profile is erased, once; the number of the entry. It is not sealed and says nothing of anyone."""
        before = next(self._records.latest(("erased",), id), None)
        if before is not None:
            return before.seq
        return self._records.append(lambda head: self._link(head, id, "erased", encoded(Erased(by)))).seq

    def is_restricted(self, id: ProfileId) -> bool:
        """Whether a profile is kept and must not be used."""
        return any(one.kind == "restricted" for one in self._records.latest(_RESTRICTION, id))

    def check_usable(self, id: ProfileId) -> None:
        """Let a profile be used.

        Raises:
            RestrictedError: Its processing is restricted.
        """
        if self.is_restricted(id):
            raise RestrictedError(
                f"profilen '{id}' er begrænset (GDPR art. 18): den opbevares og bruges ikke; "
                "'kompetencebro restrict PSEUDONYM --lift' ophæver det"
            )

    def restricted_profiles(self) -> frozenset[ProfileId]:
        """The profiles that are kept and must not be used."""
        return frozenset(one.profile for one in self._records.latest(_RESTRICTION) if one.kind == "restricted")

    def of(self, id: ProfileId) -> Iterator[Logged]:
        """All entries about a profile, oldest first; who may read them is for the caller to hold."""
        return (self._opened(one) for one in self._records.entries(profile=id))

    def newest(self, id: ProfileId, before: int | None, count: int) -> tuple[tuple[Logged, ...], int]:
        """At most `count` entries about a profile with numbers below `before`, newest first; and how many in all."""
        links = list(self._records.entries(profile=id))
        past = [one for one in links if before is None or one.seq < before]
        return tuple(self._opened(one) for one in past[: -count - 1 : -1]), len(links)

    def restriction(self, id: ProfileId) -> Logged | None:
        """The entry since which a profile is kept and must not be used; None where it may be."""
        last = next(self._records.latest(_RESTRICTION, id), None)
        return self._opened(last) if last is not None and last.kind == "restricted" else None

    def entry(self, seq: int) -> Logged:
        """The entry with a number.

        Raises:
            UnknownRecordError: There is none.
        """
        found = next(self._records.entries(seq - 1), None)
        if found is None or found.seq != seq:
            raise UnknownRecordError(
                f"no entry {seq} in the decision log; 'kompetencebro log show PROFILE' prints them"
            )
        return self._opened(found)

    def verify(self, kept: Iterable[LogHead] = ()) -> Verdict:
        """Whether the chain holds, and passes through the heads that were kept elsewhere."""
        return verify(self._records.entries(), kept)

    def head(self) -> LogHead:
        """The last link: keep it elsewhere, and the chain up to it can no longer be written anew unseen."""
        return self._records.head()

    def _add(self, id: ProfileId, entry: Entry) -> int:
        kind, plain = NAMES[type(entry)], encoded(entry)
        key = self._vault.held_key(id)
        if key is None:
            raise ErasedError(f"profilen '{id}' har ingen nøgle: den er slettet, og intet skrives om den")

        def made(head: LogHead) -> LogEntry:
            return self._link(head, id, kind, seal(plain, key, head.seq + 1, kind, id))

        return self._records.append(made).seq

    def _link(self, head: LogHead, id: ProfileId, kind: str, body: bytes) -> LogEntry:
        at = self._now().astimezone(UTC).isoformat(timespec="microseconds")
        return linked(head, at, kind, id, body)

    def _opened(self, one: LogEntry) -> Logged:
        """An entry as it reads; what does not open, or is of no kind that we know, reads as gone."""
        plain = self._plain(one)
        try:
            entry = None if plain is None or one.kind not in KINDS else decoded(plain, KINDS[one.kind])
        except StoreError:
            entry = None
        return Logged(one.seq, one.at, one.kind, one.profile, entry)

    def _plain(self, one: LogEntry) -> bytes | None:
        """What a body says; None where it does not open."""
        if one.kind == "erased":
            return one.body
        return unseal(one.body, self._vault.held_key(one.profile), one.seq, one.kind, one.profile)
