"""Our tables of industries, and in which of them an occupation is found."""

import csv
from math import fsum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.demands import load_demands
from ontology.errors import OntologyError
from ontology.industries import (
    IndustryCode,
    IndustryLevel,
    IndustryShares,
    industries_of,
    load_industries,
    load_occupation_industries,
    overlap,
    parse_industries,
    parse_shares,
)
from ontology.tables import TableRow

SECTIONS = sorted(code for code, one in load_industries().items() if one.level is IndustryLevel.SECTION)


@st.composite
def distributions(draw: st.DrawFn) -> IndustryShares:
    """Some sections with shares that sum to 1."""
    weights = draw(st.dictionaries(st.sampled_from(SECTIONS), st.integers(1, 20), min_size=1, max_size=5))
    return tuple((section, weight / sum(weights.values())) for section, weight in weights.items())


def share_rows(*rows: tuple[str, str, str]) -> list[TableRow]:
    return [
        TableRow("occupation_industries.csv", line, dict(zip(("isco", "section", "share"), row, strict=True)))
        for line, row in enumerate(rows, start=2)
    ]


def industry_rows(*rows: tuple[str, str, str]) -> list[TableRow]:
    return [
        TableRow(
            "industries.csv",
            line,
            dict(zip(("code", "level", "parent", "title_da", "title_en"), (*row, "Handel", "Trade"), strict=True)),
        )
        for line, row in enumerate(rows, start=2)
    ]


def test_there_are_22_sections_and_every_division_lies_in_one() -> None:
    divisions = [one for one in load_industries().values() if one.level is IndustryLevel.DIVISION]

    assert "".join(SECTIONS) == "ABCDEFGHIJKLMNOPQRSTUV"
    assert len(divisions) == 87
    assert {one.parent for one in divisions} == set(SECTIONS)


def test_every_industry_has_a_title_in_both_languages() -> None:
    assert all(one.title_da.strip() and one.title_en.strip() for one in load_industries().values())


def test_no_two_sections_are_called_the_same() -> None:
    titles = [load_industries()[code].title_da for code in SECTIONS]

    assert len(set(titles)) == len(titles)


def test_every_minor_group_and_so_every_unit_group_has_industries() -> None:
    units = set(load_demands().groups)
    prior = load_occupation_industries()

    assert len(units) == 436
    assert {isco for isco in prior if len(isco) == 3} == {unit[:3] for unit in units}
    assert {isco for isco in prior if len(isco) == 4} <= units
    assert all(industries_of(unit, prior) for unit in units)


def test_shares_sum_to_one_over_at_most_five_sections_the_largest_first() -> None:
    for isco, shares in load_occupation_industries().items():
        values = [share for _, share in shares]

        assert fsum(values) == pytest.approx(1.0), isco
        assert len(values) <= 5, isco
        assert values == sorted(values, reverse=True), isco
        assert {section for section, _ in shares} <= set(SECTIONS), isco


@pytest.mark.parametrize(
    ("isco", "section"),
    [
        ("5223", "G"),
        ("5321", "R"),
        ("9412", "I"),
        ("4224", "I"),
        ("7115", "F"),
        ("2221", "R"),
        ("2341", "Q"),
        ("2342", "R"),
        ("2512", "K"),
        ("2642", "J"),
        ("4211", "L"),
        ("5153", "M"),
        ("2161", "N"),
        ("9112", "O"),
        ("5412", "P"),
        ("7231", "T"),
        ("8332", "H"),
        ("8160", "C"),
    ],
)
def test_a_known_occupation_is_mostly_in_its_industry(isco: str, section: str) -> None:
    (first, share), *_ = industries_of(isco, load_occupation_industries())

    assert (first, share >= 0.5) == (section, True)


def test_a_unit_group_without_rows_takes_those_of_its_minor_group() -> None:
    kitchen, group = ((IndustryCode("I"), 1.0),), ((IndustryCode("R"), 1.0),)
    prior = {"9412": kitchen, "941": group}

    assert industries_of("9412", prior) == kitchen
    assert industries_of("9411", prior) == group
    assert industries_of("941", prior) == group


@pytest.mark.parametrize("isco", ["", "9", "94", "9999"])
def test_a_code_without_a_group_has_no_industries(isco: str) -> None:
    assert industries_of(isco, load_occupation_industries()) == ()


def test_overlap_is_the_mass_that_both_have() -> None:
    g, h, i = (IndustryCode(code) for code in "GHI")

    assert overlap(((g, 0.6), (h, 0.4)), ((h, 0.7), (g, 0.2), (i, 0.1))) == pytest.approx(0.6)
    assert overlap(((g, 1.0),), ((h, 1.0),)) == 0.0
    assert overlap((), ((g, 1.0),)) == 0.0


@given(distributions(), distributions())
def test_overlap_is_symmetric_and_within_one(a: IndustryShares, b: IndustryShares) -> None:
    assert overlap(a, b) == overlap(b, a)
    assert 0.0 <= overlap(a, b) <= 1.0


@given(distributions())
def test_overlap_with_itself_is_one(a: IndustryShares) -> None:
    assert overlap(a, a) == pytest.approx(1.0)


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [("512", "R", "0.2"), ("513", "I", "1"), ("512", "I", "0.6"), ("512", "H", "0.2")]

    shares = parse_shares(share_rows(*rows), load_industries())

    assert shares == {"512": (("I", 0.6), ("H", 0.2), ("R", 0.2)), "513": (("I", 1.0),)}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("512", "I", "0.60"), ("512", "R", "0.30")], r"line 3: the shares of isco '512' sum to 0\.90; change"),
        ([("512", "I", "0.80"), ("512", "R", "0.30")], r"line 3: the shares of isco '512' sum to 1\.10; change"),
        ([("512", "I", "1.5")], r"line 2: share is '1\.5'; expected"),
        ([("512", "I", "1.0"), ("512", "R", "0")], "line 3: share is '0'; expected"),
        ([("512", "I", "nan")], "line 2: share is 'nan'; expected"),
        ([("512", "X", "1.0")], "line 2: section is 'X'; expected the code of a section"),
        ([("512", "56", "1.0")], "line 2: section is '56'; expected the code of a section"),
        ([("51", "I", "1.0")], "line 2: isco is '51'; expected"),
    ],
)
def test_a_bad_share_is_named(rows: list[tuple[str, str, str]], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        parse_shares(share_rows(*rows), load_industries())


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("G", "group", "")], "line 2: level is 'group'; expected one of section, division"),
        ([("G", "section", "A")], "line 2: parent is 'A'; expected nothing"),
        ([("G", "section", ""), ("47", "division", "X")], "line 3: parent is 'X'; expected the code of a section"),
        ([("G", "section", ""), ("47", "division", "")], "line 3: parent is ''; expected the code of a section"),
    ],
)
def test_a_bad_industry_is_named(rows: list[tuple[str, str, str]], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        parse_industries(industry_rows(*rows))


@pytest.mark.real_data
def test_sections_and_divisions_are_those_of_db25(reference_data: Path) -> None:
    with (reference_data / "denmark/db25.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["code"]: row["parent_code"] for row in csv.DictReader(lines) if len(row["code"]) <= 2}

    assert {code: one.parent or "" for code, one in load_industries().items()} == known
