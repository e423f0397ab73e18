"""A municipality's own tables on top of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.tables import lay_on_top, layers, read_table

COLUMNS = ("code", "level", "parent", "title_da", "title_en")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    lay_on_top(None)


def _titles(folder: Path | None) -> dict[str, str]:
    lay_on_top(folder)
    return {row["code"]: row["title_da"] for row in read_table("industries.csv", COLUMNS, ("code",))}


def test_a_row_on_top_replaces_adds_or_strikes_one_of_ours(own: Path) -> None:
    ours = _titles(None)
    rows = ("A,section,,Jordbrug,Farming", "Z9,section,,Eget,Own", "B,,,,")
    (own / "industries.csv").write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    laid = _titles(own)

    assert (laid["A"], laid["Z9"]) == ("Jordbrug", "Eget")
    assert ours.keys() - laid.keys() == {"B"}
    assert laid.keys() - ours.keys() == {"Z9"}


def test_the_layers_are_ours_alone_until_one_is_laid(own: Path) -> None:
    assert layers() == ()
    lay_on_top(own)

    assert layers() == (own,)


def test_a_folder_that_is_not_there_and_a_table_that_is_none_of_ours_are_named(own: Path) -> None:
    with pytest.raises(OntologyError, match="nowhere"):
        lay_on_top(own / "nowhere")
    (own / "terms_own.csv").write_text("term,uri\n", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"terms_own\.csv"):
        lay_on_top(own)


def test_a_wrong_header_of_a_table_on_top_is_named(own: Path) -> None:
    (own / "industries.csv").write_text("code,title\n", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"industries\.csv: columns are"):
        _titles(own)


def test_a_table_that_excel_saved_is_read_with_its_mark_and_refused_in_another_encoding(own: Path) -> None:
    table = own / "industries.csv"
    text = f"{','.join(COLUMNS)}\nA,section,,Søfart og åbrug,Farming\n"
    table.write_text(text, encoding="utf-8-sig")

    assert _titles(own)["A"] == "Søfart og åbrug"
    table.write_text(text, encoding="latin-1")
    with pytest.raises(OntologyError, match=rf"{own.name}.industries\.csv after line .*UTF-8"):
        _titles(own)
