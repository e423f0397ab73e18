"""What two readers said that our titles mean: of every title, each rank understood, a wrong one named."""

from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.esco import read_esco
from ontology.tables import lay_on_top
from ontology.titles import load_readings, load_titles, readings_of

HEAD = "term,uri,ranks\n"


def test_nearly_every_title_was_read_and_nothing_else() -> None:
    read, titles = {one.term for one in load_readings()}, {one.term for one in load_titles()}

    assert read <= titles
    assert len(read) > 0.99 * len(titles)


def test_what_both_readers_put_first_counts_whole_and_what_one_puts_second_least() -> None:
    of_one = {one.uri: one.share for one in load_readings() if one.term == "1. assistent"}
    shares = {one.share for one in load_readings()}

    assert max(of_one.values()) == 1.0
    assert max(shares) == 1.0
    assert min(shares) == pytest.approx(0.15), "named fourth, by one of the two"


@pytest.mark.parametrize("ranks", ["0|0", "1|5", "1|x", "-1|1", "1|²"])
def test_ranks_that_say_nothing_are_refused_by_name(tmp_path: Path, ranks: str) -> None:
    (tmp_path / "title_readings_5.csv").write_text(f"{HEAD}kok,o/kok,{ranks}\n", encoding="utf-8")
    lay_on_top(tmp_path)
    try:
        with pytest.raises(OntologyError, match=r"readings_5\.csv line 2: ranks is .*; expected the place of each"):
            list(readings_of("title_readings_5.csv"))
    finally:
        lay_on_top(None)


@pytest.mark.real_data
def test_every_meaning_that_was_read_is_a_concept_of_esco(reference_data: Path) -> None:
    taxonomy = read_esco([reference_data / "esco" / "en"])[0]
    known = taxonomy.occupation_rows.keys() | {group.uri for group in taxonomy.occupation_groups}

    assert {one.uri for one in load_readings()} - known == set()
