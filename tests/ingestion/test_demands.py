"""What an ad demands of credentials, and how hard."""

import pytest

from ingestion.ads import read_posting
from ingestion.reader import Reader, build_reader
from ontology.kinds import DANISH, EscoUri, Labels, Skill, SkillKind
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Demand


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


@pytest.fixture(scope="module")
def polsk() -> Reader:
    language = Skill(EscoUri("l/polsk"), SkillKind.LANGUAGE, None, Labels({DANISH: "polsk"}))
    return build_reader(Taxonomy("test", (language,), (), (), ()))


def demands(body: str, reader: Reader) -> tuple[Demand, ...]:
    record = {"id": "1", "title": "Medarbejder", "employer": "A", "body": body, "published": "2026-11-01"}
    return read_posting(record, "x", reader)[0].demands


def demanded(body: str, reader: Reader) -> dict[str, bool]:
    return {one.credential: one.hard for one in demands(body, reader)}


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


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Du er uddannet ernæringsassistent, kok eller bager.", "edu-baker edu-chef edu-nutrition-assistant"),
        ("Vi kræver, at du er uddannet elektriker eller elektronikfagtekniker.", "auth-electrician edu-electronics"),
        ("Du er uddannet bygningskonstruktør eller bygningsingeniør, det er et krav.", "edu-constructor edu-engineer"),
        ("Uddannelse som kok/tjener er et krav.", "edu-chef edu-waiter"),
        ("Du er uddannet kok, bager eller lignende.", "edu-baker edu-chef"),
        (
            "Kvalifikationer:\n- Laborant, bioanalytiker eller kandidat i et relevant fag.",
            "auth-biomed edu-lab edu-master",
        ),
        ("Du har en laboratoriefaglig uddannelse: laborant, biolog eller lignende.", "edu-cand-scient edu-lab"),
        ("Du er uddannet sygeplejerske eller bioanalytiker, har bil og er rolig.", "auth-biomed auth-nurse"),
    ],
)
def test_of_educations_that_an_ad_names_side_by_side_one_will_do_and_none_is_too_little(
    body: str, codes: str, reader: Reader
) -> None:
    found = demands(body, reader)

    assert [one.credential for one in found] == codes.split()
    assert {(one.hard, one.either) for one in found} == {(True, True)}
    assert all(one.evidence for one in found)


@pytest.mark.parametrize(
    "body",
    [
        "Du er uddannet kok eller har tilsvarende erfaring.",
        "Du er uddannet kok, bager eller vildtkonsulent.",
        "Du er uddannet kok, vildtkonsulent eller bager.",
        "Du er uddannet kok eller kok-elev.",
        "Kok eller tjener søges.",
        "Kvalifikationer:\n- Kok eller tjener kan begge bruge en vagtplan, og du laver den.",
        "Det er en fordel, at du er uddannet kok eller bager.",
        "Du mangler kun svendeprøven som uddannet kok eller bager.",
    ],
)
def test_educations_beside_something_that_we_do_not_know_hide_no_ad(body: str, reader: Reader) -> None:
    found = demands(body, reader)

    assert not any(one.hard or one.either for one in found)


def test_two_names_of_one_education_are_one_demand(reader: Reader) -> None:
    found = demands("Svendebrev som industritekniker eller maskinarbejder er et krav.", reader)

    assert [(one.credential, one.hard, one.either) for one in found] == [("edu-industrial-technician", True, False)]
    assert len(found[0].evidence) == 2


def test_a_degree_in_one_of_several_fields_is_the_degree(reader: Reader) -> None:
    assert demanded("Kandidatgrad i historie eller informationsvidenskab er et krav.", reader) == {"edu-master": True}
    assert demanded("Kandidatgrad i historie eller tilsvarende erfaring er et krav.", reader) == {"edu-master": False}
