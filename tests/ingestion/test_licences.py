"""Classes of driving licence in a list, each a licence of its own; what is said to lack is not held."""

import pytest

from ingestion.aliases import aliases
from ingestion.licences import licences_in
from ontology.credentials import load_credentials


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kørekort B + C m. EU-bevis", ["licence-b", "licence-c"]),
        ("kørekort til kategori C ved tiltrædelsen", ["licence-c"]),
        ("Kørekort: B, C og CE", ["licence-b", "licence-c", "licence-ce"]),
        ("Kørekort B/E", ["licence-be"]),
        ("Kørekort C+E haves", ["licence-ce"]),
        ("Driving licence categories B and C1", ["licence-b", "licence-c1"]),
        ("Kørekort C, har IKKE E", ["licence-c", "licence-ce"]),
        ("Kørekort og bil", []),
        ("Kørekort. En god kollega", []),
        ("Kategori A-kunde", []),
    ],
)
def test_each_class_is_a_licence(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in licences_in(text)] == codes


def test_what_lacks_behind_two_lists_is_named_once_and_of_the_nearer() -> None:
    text = "Kørekort C, ikke A, og kørekort D, men ikke E"

    assert [code for code, _, _ in licences_in(text)] == ["licence-c", "licence-a", "licence-d", "licence-de"]


def test_a_list_adds_to_what_an_alias_names() -> None:
    found = aliases(load_credentials()).find("Kørekort B + C")

    assert [code for code, _, _ in found] == ["licence-b", "licence-c"]


def test_a_long_gap_ends_the_list() -> None:
    assert list(licences_in("Kørekort B" + " " * 200_000 + "C")) == [("licence-b", 9, 10)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kørekort B å C", ["licence-b", "licence-c"]),
        ("Kørekort og beviser: B, C", ["licence-b", "licence-c"]),
        ("Kørekort B og traktor", ["licence-b", "licence-tractor"]),
        ("Kørekort til bil, lastbil og bus", ["licence-b", "licence-c", "licence-d"]),
        ("Kørekort B, bus til arbejde", ["licence-b"]),
        ("har kørekort, bus og tog", []),
        ("Kørekort B. C/E tog jeg aldrig", ["licence-b", "licence-ce"]),
        ("bus må jeg ikke køre", ["licence-d"]),
        ("B, C og E kørekort", ["licence-b", "licence-c", "licence-ce"]),
        ("b + c kort", ["licence-b", "licence-c"]),
        ("har a kørekort", []),
        ("Kørekort (bil + traktor)", ["licence-b", "licence-tractor"]),
        ("truck A og B", ["truck-a", "truck-b"]),
        ("truckcertifikat A+B", ["truck-a", "truck-b"]),
    ],
)
def test_letters_and_vehicles_are_listed_together(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in licences_in(text)] == codes
