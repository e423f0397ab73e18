"""Frozen values and arrays to bytes and back, for the stores."""

import hashlib
import io
from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from graph.errors import StoreError

T = TypeVar("T")


def encoded(value: object) -> bytes:
    """A frozen value as JSON; equal values give equal bytes."""
    return msgspec.json.encode(value, order="deterministic")


def decoded(data: bytes, kind: type[T]) -> T:
    """The value that `encoded` gave `data` for.

    Raises:
        StoreError: What is kept is not of this kind.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreError(f"a kept {kind.__name__} cannot be read: {error}; import it again") from error


def packed(array: npt.NDArray[np.generic]) -> bytes:
    """An array with its shape and type as NumPy's own file format."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def unpacked(data: bytes) -> npt.NDArray[np.generic]:
    """The array that `packed` gave `data` for.

    Raises:
        StoreError: The bytes hold no array.
    """
    try:
        array: npt.NDArray[np.generic] = np.load(io.BytesIO(data), allow_pickle=False)
    except ValueError as error:
        raise StoreError(f"a kept array cannot be read: {error}; import the ontology again") from error
    return array


def digest(*parts: bytes) -> str:
    """SHA-256 over the parts, in hex."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()
