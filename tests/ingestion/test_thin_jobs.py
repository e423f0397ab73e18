"""Jobs as thin CVs write them: shortened titles, years of two digits, lists, titles that the words beside them tell."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ingestion.short_titles import all_written_out, written_out
from ingestion.titles_beside import told_beside
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.titles import agreed_meanings, first_meanings
from ontology.usual_jobs import load_titles_beside

JOBS = ("flyttemand", "opvasker", "kantinemedhjælper", "socialrådgiver", "stuepige", "chefkok", "biolog")
SHOP = next(row.uri for row in load_titles_beside() if row.term == "souschef" and "netto" in row.words)


@pytest.fixture(scope="module")
def reader() -> Reader:
    named = {EscoUri(f"o/{name}"): name for name in JOBS} | {SHOP: "butiksleder"}
    labels = {
        uri: Labels({DANISH: name}, {DANISH: ("souschef",) if name == "chefkok" else ()}) for uri, name in named.items()
    }
    jobs = tuple(Occupation(uri, IscoCode("9412"), "9412.1", of) for uri, of in labels.items())
    return build_reader(Taxonomy("test", (), (), jobs, ()))


def read(text: str, reader: Reader) -> Profile:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("98-02 flyttemand", [("flyttemand", 1998, 2002)]),
        ("2019-24 kantinemedhj., kontorhus i Skovlunde", [("kantinemedhjælper", 2019, 2024)]),
        ("Hotel Mågen, Aarhus: stuepige (2015-2017)", [("stuepige", 2015, 2017)]),
        ("før det: flyttemand, opvasker", [("flyttemand", None, None), ("opvasker", None, None)]),
        ("Jeg er nyuddannet biolog.", [("biolog", None, None)]),
        ("Samarbejde med PPR og socialrådgivere", []),
        ("30-37 timer, flyttemand helst ikke", []),
    ],
)
def test_a_thin_line_tells_its_jobs(text: str, jobs: list[tuple[str, int | None, int | None]], reader: Reader) -> None:
    found = read(text, reader).held

    assert [(one.occupation.removeprefix("o/"), one.since, one.until) for one in found] == jobs


def test_a_title_of_many_trades_is_told_by_the_words_beside_it_everywhere_in_the_cv(reader: Reader) -> None:
    shop = read("ERFARING\n2019-2026 Souschef, Netto\n\nØNSKER\nJeg søger job som souschef", reader)
    kitchen = read("ERFARING\n2019-2026 Souschef, Kroen ved Åen", reader)

    assert ([one.occupation for one in shop.held], shop.seeks) == ([SHOP], (SHOP,))
    assert [one.occupation for one in kitchen.held] == ["o/chefkok"]


def test_no_title_is_told_by_words_that_are_not_there() -> None:
    assert told_beside("souschef", ("kroen", "ved", "åen")) is None
    assert told_beside("flyttemand", ("netto",)) is None


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("gravermedhj.", "gravermedhjælper"),
        ("fragtchauf", "fragtchauffør"),
        ("afd.leder", "afdelingsleder"),
        ("adm. medarb.", "administrativ medarbejder"),
        ("glas", "glas"),
        ("kasse", "kasse"),
    ],
)
def test_a_shortened_title_is_written_out(short: str, whole: str) -> None:
    assert written_out(short) == whole


def test_in_a_text_only_what_has_its_full_stop_is_written_out() -> None:
    assert (
        all_written_out("Søger køkkenmedhj. / kantine, bus el. class")
        == "Søger køkkenmedhjælper / kantine, bus el. class"
    )


def test_where_readers_agree_on_another_occupation_theirs_is_the_first() -> None:
    first, agreed = dict(first_meanings()), agreed_meanings()

    assert agreed
    assert all(first[term] == uri for term, uri in agreed.items())
    assert not any("/isco/" in uri for uri in first.values())
