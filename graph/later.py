"""A row of values that is made when it is first looked at: most of what a list could show is never asked for."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

Thing = TypeVar("Thing", covariant=True)


class Later(Sequence[Thing]):
    """As the tuple that `make` gives: equal to it, of one hash with it, and kept once it is made.

    `make` must give equal values each time and read nothing that changes, since nobody knows when it is called.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[Thing, ...]]) -> None:
        """To be made by `make`."""
        self._make = make
        self._made: tuple[Thing, ...] | None = None

    @property
    def made(self) -> tuple[Thing, ...]:
        """The tuple itself."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        """How many values there are."""
        return len(self.made)

    @overload
    def __getitem__(self, place: int) -> Thing: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Thing, ...]: ...
    def __getitem__(self, place: int | slice) -> Thing | tuple[Thing, ...]:
        """As of a tuple."""
        return self.made[place]

    def __iter__(self) -> Iterator[Thing]:
        """As of a tuple."""
        return iter(self.made)

    def __eq__(self, other: object) -> bool:
        """Whether the other is a tuple of equal values, made or not."""
        if isinstance(other, Later):
            return bool(self.made == other.made)
        return self.made == other

    def __hash__(self) -> int:
        """As of a tuple."""
        return hash(self.made)

    def __repr__(self) -> str:
        """As of a tuple."""
        return repr(self.made)

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave the process as a tuple, without what it would be made from."""
        return tuple, (self.made,)
