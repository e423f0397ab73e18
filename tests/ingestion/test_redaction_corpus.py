"""The redaction holds the figures it reached on the corpus; docs/redaction.md tells what they are worth."""

import re

from bench.redaction import CORPUS, FRESH, halves, measure, parse, wilson

ELEVENS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DEVELOPMENT, HELD_OUT = (measure(half) for half in halves())


def share(counts: tuple[int, int]) -> float:
    return counts[0] / counts[1]


def test_the_development_half_keeps_the_goals() -> None:
    assert share(DEVELOPMENT.recalled) >= 0.99
    assert share(DEVELOPMENT.pairs) >= 0.97


def test_the_held_out_half_keeps_what_was_reached() -> None:
    assert share(HELD_OUT.recalled) >= 0.92
    assert share(HELD_OUT.pairs) >= 0.91
    assert share(HELD_OUT.over) <= 0.055


def test_the_corpus_is_as_large_as_it_is_said_to_be_and_no_pair_is_parted() -> None:
    development, held_out = halves()
    texts = [item.text for item in (*development, *held_out)]

    assert len(texts) >= 1150
    assert sum(item.paired for item in development) >= 340
    assert all(sum(item.paired for item in half) % 2 == 0 for half in (development, held_out))


def test_only_the_cpr_number_that_is_marked_so_passes_the_check_of_eleven() -> None:
    valid = []
    for path in (*CORPUS.glob("*.txt"), *FRESH.glob("*.txt")):
        for hidden in re.findall(r"\{cpr\*?\|([^}]*)\}", path.read_text(encoding="utf-8")):
            digits = re.sub(r"\D", "", hidden)
            if len(digits) == 10 and sum(w * int(d) for w, d in zip(ELEVENS, digits, strict=True)) % 11 == 0:
                valid.append(hidden)

    assert valid == ["070761-4285"]


def test_a_span_counts_only_when_all_of_it_is_hidden() -> None:
    told = measure([parse("{name|Vagn} drev {family|kiosk}, kasse og regnskab")])

    assert told.recalled == (0, 2)
    assert len(told.misses) == 2


def test_an_interval_holds_its_share_and_narrows_with_more_items() -> None:
    low, high = wilson(9, 10)
    lower, higher = wilson(90, 100)

    assert low < 0.9 < high
    assert higher - lower < high - low
