"""Our tables of Denmark: places, travel, demands, credentials, bands."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.credentials import implied, load_credentials
from ontology.demands import load_demands
from ontology.errors import UnknownConceptError
from ontology.kinds import CredentialCode, EscoUri, IscoCode, Postcode
from ontology.labour import load_bands
from ontology.people import Means
from ontology.places import load_places
from ontology.travel import load_travel
from ontology.work_context import Strain, load_work_context

PAIRS = [
    ("2100", "8000", 190),
    ("2100", "5000", 105),
    ("2100", "4000", 37),
    ("2100", "4200", 67),
    ("2100", "4800", 95),
    ("2100", "3000", 42),
    ("5000", "5700", 42),
    ("5000", "6000", 58),
    ("6000", "6700", 58),
    ("6000", "7100", 28),
    ("7100", "8700", 30),
    ("8000", "9000", 85),
    ("8000", "8600", 40),
    ("8000", "8800", 62),
    ("8000", "7400", 80),
    ("9000", "9800", 47),
    ("9000", "7900", 78),
    ("9800", "9990", 45),
    ("6400", "6200", 30),
    ("4000", "4300", 30),
]


@pytest.mark.parametrize(("home", "work", "known"), PAIRS)
def test_a_known_drive_is_estimated_within_a_quarter(home: str, work: str, known: float) -> None:
    estimate = load_travel().minutes(Postcode(home), Postcode(work))

    assert estimate == pytest.approx(known, rel=0.25, abs=8)


def test_water_is_driven_round() -> None:
    travel = load_travel()

    assert (travel.minutes(Postcode("8000"), Postcode("4400")) or 0) > 120
    assert (travel.minutes(Postcode("3390"), Postcode("4581")) or 0) > 45
    assert (travel.minutes(Postcode("2100"), Postcode("3700")) or 0) > 180


@given(st.sampled_from(sorted(load_places().areas)), st.sampled_from(sorted(load_places().areas)))
def test_travel_takes_the_same_both_ways_and_no_longer_by_car(home: Postcode, work: Postcode) -> None:
    travel = load_travel()
    there, back = travel.minutes(home, work), travel.minutes(work, home)

    assert there == pytest.approx(back, rel=1e-6) if there else back is None
    assert (travel.minutes(home, work, Means.TRANSIT) or 0) >= (there or 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [("0101", "0101"), ("101", "0101"), ("Århus", "0751"), ("Aarhus Kommune", "0751"), ("høje tåstrup", "0169")],
)
def test_a_municipality_is_known_by_code_and_spelling(text: str, code: str) -> None:
    assert load_places().municipality(text).code == code


def test_an_unknown_municipality_is_named() -> None:
    with pytest.raises(UnknownConceptError, match="Atlantis"):
        load_places().municipality("Atlantis")


def test_denmark_has_98_municipalities_and_christiansoe() -> None:
    assert len(load_places().municipalities) == 99


def test_a_place_is_read_where_it_stands() -> None:
    text = "Arbejdsstedet er 4100 Ringsted, ikke Søborg."
    found = load_places().mentions(text)

    assert [(text[m.start : m.end], m.municipality) for m in found] == [("4100 Ringsted", "0329"), ("Søborg", "0159")]


def test_a_nurse_needs_an_authorisation_and_a_waiter_nothing() -> None:
    nurse = load_demands().of(EscoUri("x"), IscoCode("2221"))
    waiter = load_demands().of(EscoUri("x"), IscoCode("5131"))

    assert (nurse.level, [d.credential for d in nurse.demands if d.hard]) == (4, ["auth-nurse"])
    assert (waiter.level, [d.credential for d in waiter.demands if d.hard]) == (0, [])


def test_an_occupation_may_ask_another_education_than_its_unit_group() -> None:
    demands = load_demands()
    (uri, own), *_ = demands.exceptions.items()

    assert demands.of(uri, IscoCode("9112")).schooling == own
    assert demands.of(EscoUri("x"), IscoCode("9112")).schooling == demands.groups[IscoCode("9112")]


def test_what_has_no_row_is_unknown() -> None:
    assert load_demands().of(EscoUri("x"), IscoCode("9999")).level is None


def test_a_licence_implies_what_it_contains() -> None:
    assert implied([CredentialCode("licence-ce")]) >= {"licence-c", "licence-be", "licence-b"}


def test_an_alias_names_one_credential_and_is_lower_case() -> None:
    aliases = Counter(alias for one in load_credentials().values() for alias in one.aliases)

    assert [alias for alias, count in aliases.items() if count > 1] == []
    assert [alias for alias in aliases if alias != " ".join(alias.casefold().split())] == []


def test_every_basis_is_marked_as_not_looked_up() -> None:
    assert all(one.basis_da.endswith("ikke slået op") for one in load_credentials().values())


@pytest.mark.real_data
def test_every_unit_group_has_an_education_level_and_every_code_exists(reference_data: Path) -> None:
    with (reference_data / "esco/en/ISCOGroups_en.csv").open(encoding="utf-8", newline="") as lines:
        codes = {row["code"] for row in csv.DictReader(lines)}
    with (reference_data / "esco/en/occupations_en.csv").open(encoding="utf-8", newline="") as lines:
        uris = {row["conceptUri"] for row in csv.DictReader(lines)}

    assert set(load_demands().groups) == {code for code in codes if len(code) == 4}
    assert set(load_demands().rows) <= codes | uris
    assert set(load_demands().exceptions) <= uris
    assert set(load_bands().groups) == {code for code in codes if len(code) == 4}
    assert set(load_bands().exceptions) <= uris


def test_every_demand_says_how_sure_it_is_and_that_nothing_was_looked_up() -> None:
    rows = [row for found in load_demands().rows.values() for row in found]

    assert all(0 < row.confidence <= 1 for row in rows)
    assert all(row.basis_da.endswith("ikke slået op") for row in rows)


def test_every_unit_group_of_the_common_major_groups_says_how_one_gets_in() -> None:
    silent = [
        isco for isco, one in load_demands().groups.items() if isco[0] in "1234578" and one.level > 0 and not one.how_da
    ]

    assert silent == []


def test_work_that_usually_lifts_is_told_and_an_unknown_group_is_not_free_of_it() -> None:
    context = load_work_context()

    assert context.has(IscoCode("9329"), [Strain.SCREEN]) == ()
    assert context.has(IscoCode("4120"), Strain) == (Strain.SCREEN,)
    assert IscoCode("9999") not in context.rows


@pytest.mark.real_data
def test_every_unit_group_has_a_work_context(reference_data: Path) -> None:
    with (reference_data / "esco/en/ISCOGroups_en.csv").open(encoding="utf-8", newline="") as lines:
        units = {row["code"] for row in csv.DictReader(lines) if len(row["code"]) == 4}

    assert set(load_work_context().rows) == units


@pytest.mark.real_data
def test_every_field_of_an_education_is_a_group_of_esco(reference_data: Path) -> None:
    with (reference_data / "esco/en/skillGroups_en.csv").open(encoding="utf-8", newline="") as lines:
        groups = {row["conceptUri"].rsplit("/", 1)[-1] for row in csv.DictReader(lines)}
    fields = {one.field for one in load_credentials().values()} | {one.field for one in load_demands().groups.values()}

    assert fields - groups - {""} == set()
