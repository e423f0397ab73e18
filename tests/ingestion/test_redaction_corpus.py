"""The redaction holds the figures it reached on the corpus; docs/redaction.md tells what they are worth."""

import re
from collections import Counter

import pytest

from bench.redaction import (
    BLIND,
    BLIND_NAME,
    CORPUS,
    EVERYDAY,
    EVERYDAY_HELD_OUT,
    EVERYDAY_MENDED,
    FRESH,
    all_parts,
    halves,
    may_tell_misses,
    measure,
    parse,
    wilson,
)

ELEVENS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
KINDS = {"address", "birth", "contact", "cpr", "ethnic", "family", "health"}
KINDS |= {"name", "nation", "offence", "politics", "religion", "sex", "union"}
DEVELOPMENT, HELD_OUT = (measure(half) for half in halves())


def share(counts: tuple[int, int]) -> float:
    return counts[0] / counts[1]


def test_the_development_half_keeps_the_goals() -> None:
    assert share(DEVELOPMENT.recalled) >= 0.99
    assert share(DEVELOPMENT.pairs) >= 0.97


def test_the_held_out_half_keeps_what_was_reached() -> None:
    # Shares only: what a failing line prints must not be an item.
    recall, pairs, over = share(HELD_OUT.recalled), share(HELD_OUT.pairs), share(HELD_OUT.over)

    assert recall >= 0.945
    assert pairs >= 0.925
    assert over <= 0.055


def test_the_corpus_is_as_large_as_it_is_said_to_be_and_no_pair_is_parted() -> None:
    development, held_out = halves()
    texts = [item.text for item in (*development, *held_out)]

    assert len(texts) >= 1590
    assert sum(item.paired for item in development) >= 340
    assert all(sum(item.paired for item in half) % 2 == 0 for half in (development, held_out))


def test_only_the_cpr_number_that_is_marked_so_passes_the_check_of_eleven() -> None:
    valid = []
    for path in (path for folder in (CORPUS, FRESH, BLIND, EVERYDAY) for path in folder.rglob("*.txt")):
        for hidden in re.findall(r"\{cpr\*?\|([^}]*)\}", path.read_text(encoding="utf-8")):
            digits = re.sub(r"\D", "", hidden)
            if len(digits) == 10 and sum(w * int(d) for w, d in zip(ELEVENS, digits, strict=True)) % 11 == 0:
                valid.append(hidden)

    assert valid == ["070761-4285"]


@pytest.mark.parametrize("name", all_parts())
def test_every_mark_of_a_corpus_is_closed_names_a_kind_and_holds_something(name: str) -> None:
    items = all_parts()[name]
    marks = [(item, mark) for item in items for mark in item.marks]

    assert not [item.text for item in items if set("{}<>") & set(item.text)]
    assert {mark.kind for _, mark in marks} <= KINDS | {None}
    assert all(item.text[mark.start : mark.end].strip() for item, mark in marks)


def test_the_blind_corpus_is_as_large_and_as_wide_as_it_is_said_to_be() -> None:
    blind = all_parts()[BLIND_NAME]
    kinds = Counter(mark.kind for item in blind for mark in item.hides)

    assert len(blind) == len({item.text for item in blind}) == 550
    assert sum(item.paired for item in blind) == 248
    assert all(kinds[rarer] >= 12 for rarer in ("union", "politics", "religion", "sex", "offence", "ethnic"))


@pytest.mark.parametrize(
    ("name", "items", "recall", "pairs"), [(EVERYDAY_MENDED, 1384, 0.955, 0.965), (EVERYDAY_HELD_OUT, 287, 0.84, 0.88)]
)
def test_the_everyday_corpus_keeps_what_was_reached(name: str, items: int, recall: float, pairs: float) -> None:
    # Shares only: what a failing line prints must not be an item.
    of_part = all_parts()[name]
    told = measure(of_part)

    assert len(of_part) == items
    assert share(told.recalled) >= recall
    assert share(told.pairs) >= pairs


def test_no_option_lists_what_went_wrong_in_what_is_held_back() -> None:
    listed = {name for name in all_parts() if may_tell_misses(name, misses=True, held_out=True)}

    assert listed == {"development", "held out", "fresh", EVERYDAY_MENDED}


def test_a_pair_is_a_private_line_and_a_line_of_the_trade() -> None:
    paired = [item.of_the_trade for item in all_parts()[BLIND_NAME] if item.paired]

    assert paired == [False, True] * (len(paired) // 2)


def test_a_span_counts_only_when_all_of_it_is_hidden() -> None:
    told = measure([parse("{name|Vagn} drev {family|kiosk}, kasse og regnskab")])

    assert told.recalled == (0, 2)
    assert len(told.misses) == 2


def test_an_interval_holds_its_share_and_narrows_with_more_items() -> None:
    low, high = wilson(9, 10)
    lower, higher = wilson(90, 100)

    assert low < 0.9 < high
    assert higher - lower < high - low
