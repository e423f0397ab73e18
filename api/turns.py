"""Whose turn it is: what waits is taken one piece from each, however many pieces one of them has brought."""

import threading
from collections import Counter, OrderedDict, deque
from typing import Generic, TypeVar

from ontology.errors import ServiceError

Piece = TypeVar("Piece")


class BusyError(ServiceError):
    """An operation is not worked on, or not to its end; it may be asked again `retry_s` whole seconds later.

    `status` is the one of HTTP, `code` what a program looks for.
    """

    status, code, retry_s = 503, "BUSY", 1

    @property
    def extensions(self) -> dict[str, object]:
        """What an error of GraphQL tells beside its message."""
        return {"code": self.code, "retryAfter": self.retry_s}


class FullError(BusyError):
    """So many operations wait that one more would be answered too late."""


class ShareError(BusyError):
    """One caller has as many operations waiting as one may; others are still let in."""

    status, code = 429, "SHARE_LIMIT"


class Turns(Generic[Piece]):
    """What waits, by whose it is; whoever was served last comes last. Entered in one thread, taken in another."""

    def __init__(self, most: int, each: int) -> None:
        """At most `most` pieces are here in whole and `each` of one caller, the one that is worked on among them."""
        self._most, self._each = most, each
        self._here, self._waiting = Counter[str](), OrderedDict[str, deque[Piece]]()
        self._lock = threading.Lock()

    @property
    def here(self) -> int:
        """How many pieces are here."""
        return self._here.total()

    def enter(self, whose: str, piece: Piece) -> None:
        """Let a piece wait for its turn; it counts until `leave`.

        Raises:
            FullError: There are too many in whole.
            ShareError: There are too many of this caller's.
        """
        with self._lock:
            if self._here.total() >= self._most:
                raise FullError("tjenesten har travlt; prøv igen om lidt")
            if self._here[whose] >= self._each:
                raise ShareError(
                    f"{self._each} af dine spørgsmål venter allerede på svar; vent på dem, og spørg så igen"
                )
            self._here[whose] += 1
            self._waiting.setdefault(whose, deque()).append(piece)

    def take(self) -> Piece | None:
        """The next piece, None where none waits; its caller's others wait until everybody else had a turn."""
        with self._lock:
            if not self._waiting:
                return None
            whose, pieces = self._waiting.popitem(last=False)
            piece = pieces.popleft()
            if pieces:
                self._waiting[whose] = pieces
        return piece

    def close(self) -> list[Piece]:
        """What still waited; it gets no turn, and nothing is let in any more."""
        with self._lock:
            self._most = 0
            left = [one for pieces in self._waiting.values() for one in pieces]
            self._waiting.clear()
        return left

    def leave(self, whose: str) -> None:
        """A piece of a caller's is over, or nobody waits for it any more."""
        with self._lock:
            self._here[whose] -= 1
            if not self._here[whose]:
                del self._here[whose]
