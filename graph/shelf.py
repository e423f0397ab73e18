"""The ads themselves, kept as bytes and opened one at a time: forty thousand of them are no objects until asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

import msgspec
import numpy as np
import numpy.typing as npt

from graph.errors import StoreError
from ontology.vacancies import Posting

Places = npt.NDArray[np.int64]
Order = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Posting)
_LOOSE_SHARE = 4
"""Of the bytes at most one in this many, and a megabyte, lie loose before all are laid together."""
_LOOSE_BYTES = 1 << 20


@dataclass(frozen=True, eq=False)
class Shelf(Sequence[Posting]):
    """Ads by row; opening one gives an equal value each time.

    data: (bytes,), which may be mapped from a file. loose: what was added since, behind `data`. starts, ends: (ads,)
    where each ad lies in the two together.
    """

    data: Bytes
    starts: Places
    ends: Places
    loose: bytes = b""

    @classmethod
    def of(cls, postings: Iterable[Posting]) -> "Shelf":
        """The ads in this order."""
        return cls.packed(_ENCODER.encode(one) for one in postings)

    @classmethod
    def packed(cls, ads: Iterable[bytes]) -> "Shelf":
        """Ads that are bytes already."""
        data, ends = bytearray(), []
        for one in ads:
            data += one
            ends.append(len(data))
        places = np.array([0, *ends], np.int64)
        return cls(np.frombuffer(data, np.uint8), places[:-1], places[1:])

    def __len__(self) -> int:
        """How many ads there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, row: int) -> Posting: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Posting]: ...
    def __getitem__(self, row: int | slice) -> Posting | Sequence[Posting]:
        """The ad at `row`, or the ads of a slice.

        Raises:
            StoreError: Its bytes are damaged.
        """
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        try:
            return _DECODER.decode(self._bytes(row))
        except msgspec.MsgspecError as error:
            raise StoreError(f"ad {row} of the index is damaged: {error}; remove the snapshots of the store") from error

    def _bytes(self, row: int) -> memoryview:
        start, end = int(self.starts[row]), int(self.ends[row])
        kept = len(self.data)
        return self.data[start:end].data if end <= kept else memoryview(self.loose)[start - kept : end - kept]

    def spliced(self, other: "Shelf", order: Order) -> "Shelf":
        """Of these ads and then the other's, those at `order`."""
        behind = len(self.data) + len(self.loose)
        starts = np.concatenate([self.starts, other.starts + behind])[order]
        ends = np.concatenate([self.ends, other.ends + behind])[order]
        found = Shelf(self.data, starts, ends, self.loose + other.data.tobytes() + other.loose)
        return found.laid() if len(found.loose) * _LOOSE_SHARE > len(found.data) + _LOOSE_BYTES else found

    def laid(self) -> "Shelf":
        """The same ads with nothing loose and nothing between them."""
        return Shelf.packed(bytes(self._bytes(row)) for row in range(len(self)))
