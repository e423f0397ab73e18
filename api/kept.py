"""Answers that are kept by their question, within a bound of memory: what was asked for longest ago goes first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TypeVar, cast

import numpy as np

T = TypeVar("T")
MOST_BYTES = 256 << 20
"""A table of all municipalities by all unit groups weighs 19 MB."""
_SMALL = 64
"""As how many bytes a number, a word or anything else that is no array counts."""


class Kept:
    """Answers by question. What weighs more than the bound alone is given and not kept."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """`most_bytes` of arrays, and a little for what lies around them."""
        self._most, self._held = most_bytes, 0
        self._answers: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()

    def __len__(self) -> int:
        """How many answers are kept."""
        return len(self._answers)

    def answer(self, question: Hashable, make: Callable[[], T]) -> T:
        """What is kept under `question`, made where nothing is."""
        if question in self._answers:
            self._answers.move_to_end(question)
            return cast(T, self._answers[question][0])
        made = make()
        weight = weight_of(made)
        if weight <= self._most:
            self._answers[question], self._held = (made, weight), self._held + weight
        while self._held > self._most:
            self._held -= self._answers.popitem(last=False)[1][1]
        return made

    def clear(self) -> None:
        """Keep nothing."""
        self._answers.clear()
        self._held = 0


def weight_of(thing: object) -> int:
    """About how many bytes a value holds: its arrays, and a little for everything else."""
    if isinstance(thing, np.ndarray):
        return _SMALL + thing.nbytes
    if is_dataclass(thing):
        return _SMALL + sum(weight_of(getattr(thing, one.name)) for one in fields(thing))
    if isinstance(thing, Mapping):
        return _SMALL + sum(weight_of(one) for one in thing.values())
    if isinstance(thing, Sequence) and not isinstance(thing, str | bytes):
        return _SMALL + sum(weight_of(one) for one in thing)
    return _SMALL
