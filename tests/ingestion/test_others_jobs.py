"""Jobs that a CV names and nobody of it has held: another's, applied for, written to; and how one's own are led to."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_jobs_in_words

JOBS = {"tømrer": "7115", "sagsbehandler": "3352", "pedel": "5153", "graver": "5163", "maler": "7131", "bager": "7512"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    done = {uri: f"job{place}x" for place, uri in enumerate(dict.fromkeys(uri for _, uri in load_jobs_in_words()))}
    named = {EscoUri(f"o/{name}"): name for name in JOBS} | done
    jobs = (
        Occupation(uri, IscoCode(JOBS.get(name, "9329")), f"{place}", Labels({DANISH: name}))
        for place, (uri, name) in enumerate(named.items())
    )
    return build_reader(Taxonomy("test", (), (), tuple(jobs), ()))


def held(text: str, reader: Reader) -> list[str]:
    profile, _ = read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)
    return [one.title for one in profile.held]


@pytest.mark.parametrize(
    "text",
    [
        "Kære sagsbehandler",
        "Brormand er tømrer i Norge.",
        "Broderen er tømrer, så jeg kender sproget.",
        "Søgte job som pedel på skolen i 2021, gik til en anden.",
        "I fjor var jeg til samtale som pedel.",
        "Jeg ville være bager, men det blev ikke til noget.",
        'Var med på "Bager for en dag".',
        "Er ik tømrer.",
        "Svigerfar kører skolebus i Hobro.",
    ],
)
def test_what_others_do_or_was_not_had_is_no_job_held(text: str, reader: Reader) -> None:
    assert held(text, reader) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Om foråret er jeg vikar for graveren.", "graveren"),
        ("I Polen: maler i 14 år", "maler"),
        ("Da jeg var 15: maler på en færge", "maler"),
        ("Jeg er 44, maler og søger noget nyt", "maler"),
        ("Nu kører jeg skolebus for en vognmand", "kører jeg skolebus"),
        ("Jeg kører skolebus fra august 2020", "kører skolebus"),
        ("I drive taxi now", "drive taxi"),
    ],
)
def test_what_leads_to_a_job_of_ones_own(text: str, title: str, reader: Reader) -> None:
    assert title in held(text, reader)


def test_who_stood_in_for_somebody_beside_a_dated_job_did_not_change_it(reader: Reader) -> None:
    assert held("ERFARING\n2015-2019 Maler, til sidst som afløser for graveren", reader) == ["Maler"]


def test_a_task_under_a_dated_job_is_no_job_of_its_own(reader: Reader) -> None:
    below = "ERFARING\n2015-2019 Pedel, skole\n- kørte skolebus hver fredag\n"

    assert held(below, reader) == ["Pedel"]
    assert len(held(below.replace("ERFARING\n", ""), reader)) == 2
