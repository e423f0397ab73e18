"""Operations made from the schema by chance; `make fuzz` makes more of them."""

from pathlib import Path

from bench.fuzz import SEED, demo, run


def test_operations_by_chance_are_answered_or_refused_and_break_nothing(tmp_path: Path) -> None:
    tally = run(demo(tmp_path), SEED, 40)

    assert tally.wrong == []
    assert tally.counted["answered"] >= 10
    assert tally.counted.total() == 40
