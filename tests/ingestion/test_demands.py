"""What an ad demands of credentials, and how hard."""

import pytest

from ingestion.ads import read_posting
from ingestion.reader import Reader, build_reader
from ontology.kinds import DANISH, EscoUri, Labels, Skill, SkillKind
from ontology.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


@pytest.fixture(scope="module")
def polsk() -> Reader:
    language = Skill(EscoUri("l/polsk"), SkillKind.LANGUAGE, None, Labels({DANISH: "polsk"}))
    return build_reader(Taxonomy("test", (language,), (), (), ()))


def demanded(body: str, reader: Reader) -> dict[str, bool]:
    record = {"id": "1", "title": "Medarbejder", "employer": "A", "body": body, "published": "2026-11-01"}
    return {one.credential: one.hard for one in read_posting(record, "x", reader)[0].demands}


def test_a_certificate_that_must_be_there_is_a_hard_gate(reader: Reader) -> None:
    assert demanded("Truckcertifikat B er et krav.", reader) == {"truck-b": True}


def test_where_one_of_several_will_do_none_alone_hides_the_ad(reader: Reader) -> None:
    found = demanded("Det er et krav, at du har truckcertifikat B eller kørekort C.", reader)

    assert found.keys() == {"truck-b", "licence-c"}
    assert not any(found.values())


def test_where_all_must_be_there_all_are_hard(reader: Reader) -> None:
    found = demanded("Det er et krav, at du har truckcertifikat B og kørekort C.", reader)

    assert found == {"truck-b": True, "licence-c": True}


@pytest.mark.parametrize(
    ("body", "hard"),
    [
        ("Du skal være udlært møbelpolstrer.", True),
        ("Du skal være udlært møbelpolstrer eller have kræfter til at lære det.", False),
        ("Du skal være udlært møbelpolstrer eller have tilsvarende erfaring.", False),
        ("Du skal være udlært møbelpolstrer eller tilsvarende.", True),
        ("Du skal være udlært møbelpolstrer eller lignende uddannelse, har erfaring.", True),
        ("Du skal være udlært møbelpolstrer eller tilsvarende erfaren.", False),
    ],
)
def test_an_education_with_an_alternative_hides_no_ad_unless_that_is_one_akin_too(
    body: str, hard: bool, reader: Reader
) -> None:
    assert demanded(body, reader) == {"edu-upholsterer": hard}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Du skal have gennemført hovedforløb og mangler sidste del og svendebrev som møbelpolstrer.", {}),
        ("Vi mangler en, der er udlært møbelpolstrer. Det er et krav.", {"edu-upholsterer": False}),
        ("Vi mangler udlært møbelpolstrer.", {"edu-upholsterer": False}),
    ],
)
def test_what_an_apprentice_lacks_is_not_demanded(body: str, found: dict[str, bool], reader: Reader) -> None:
    assert {code: hard for code, hard in demanded(body, reader).items() if code != "edu-eud"} == found


def test_a_course_that_the_employer_pays_is_no_hard_demand(reader: Reader) -> None:
    assert demanded("Krav: truckcertifikat B, ellers betaler vi kurset.", reader) == {"truck-b": False}
    assert demanded("Krav: truckcertifikat B.", reader) == {"truck-b": True}


def test_what_is_said_not_to_be_needed_is_not_asked_for_by_a_mention(polsk: Reader) -> None:
    body = "Sproget i teamet er mest polsk. Du kan sagtens klare dig uden polsk."
    record = {"id": "1", "title": "Montør", "employer": "A", "body": body, "published": "2026-11-01"}
    posting = read_posting(record, "x", polsk)[0]

    assert posting.asks == ()
    assert [one.skill for one in posting.excludes] == ["l/polsk"]
