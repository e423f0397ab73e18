"""Whose credentials and languages an ad speaks of, which of them are enough, and how hard they are asked."""

import pytest

from ingestion.ads import read_posting
from ingestion.reader import Reader, build_reader
from ontology.kinds import Importance
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


def posting(body: str, reader: Reader) -> Posting:
    record = {"id": "1", "title": "Medarbejder", "employer": "A", "body": body, "published": "2026-11-01"}
    return read_posting(record, "x", reader)[0]


def demanded(body: str, reader: Reader) -> dict[str, bool]:
    return {one.credential: one.hard for one in posting(body, reader).demands}


@pytest.mark.parametrize(
    "body",
    [
        "Vores værkfører er uddannet smed, så han kan svare på det meste.",
        "Inge var udlært bager.",
        "Butikken har næringsbrev, og vi har udeservering.",
        "Du kommer til at arbejde sammen med to uddannede pædagoger.",
        "Du får en makker, der er udlært smed.",
        "Din nærmeste leder er uddannet sygeplejerske.",
        "Kunden kræver, at vores maskinfører har truckcertifikat B.",
        "I løbet af foråret tilbyder vi alle et førstehjælpskursus.",
        "Truckcertifikatet tager du hos os.",
        "Du skal ikke have truckcertifikat B.",
        "Du behøver slet ikke være uddannet smed, for du behøver heller ikke svejse.",
        "Truckcertifikat B er ikke noget must.",
        "Et truckcertifikat B kan du godt undvære.",
        "Om du er udlært smed eller bare har øvet dig, er uden betydning.",
        "IKKE ET KRAV\n- Truckcertifikat B\n- Uddannet smed",
        "A truck licence is not strictly required; truckcertifikat B is unnecessary.",
    ],
)
def test_what_others_have_or_nobody_needs_is_not_demanded(body: str, reader: Reader) -> None:
    assert demanded(body, reader) == {}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Vores nye kollega er uddannet smed.", "edu-smith"),
        ("Vores kommende afløser skal have truckcertifikat B.", "truck-b"),
        ("Vi har brug for en medarbejder, der har truckcertifikat B. Det er et krav.", "truck-b"),
        ("Du arbejder sammen med kunder og skal have truckcertifikat B.", "truck-b"),
        ("Afdelingen søger en uddannet smed.", "edu-smith"),
    ],
)
def test_what_the_one_has_who_is_sought_is_demanded(body: str, code: str, reader: Reader) -> None:
    assert code in demanded(body, reader)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Du er udlært slagter, helt rigtigt med svendebrev.", {"edu-butcher": True}),
        ("Stort kørekort C/E er et krav.", {"licence-ce": True}),
        ("Svendebrev er et krav.", {"edu-eud": True}),
        ("Kvalifikationer:\n- Kørekort B (skal), truckcertifikat B (gerne)", {"licence-b": True, "truck-b": False}),
        ("Du har kørekort B, og truckcertifikat B ville være rart.", {"licence-b": True, "truck-b": False}),
        ("Kørekort B er et krav, mens truckcertifikat B er et plus.", {"licence-b": True, "truck-b": False}),
        ("Du er uddannet kok og har gerne truckcertifikat B.", {"edu-chef": True, "truck-b": False}),
        ("Du har hygiejnebevis, men det er ikke nogen betingelse.", {"hygiene": False}),
        ("Truckcertifikat B ska man ha, ellers må du ikke køre.", {"truck-b": True}),
        ("Du er uddannet pædagog og har erfaring fra vuggestue eller børnehave.", {"edu-pedagogue": True}),
        ("Du er uddannet pædagog og har erfaring, eller du har tilsvarende baggrund.", {"edu-pedagogue": False}),
        ("Du er uddannet kok (nyudlært eller erfaren er underordnet).", {"edu-chef": True}),
        ("Du har en bachelor i datalogi eller software.", {"edu-cs-bachelor": True}),
        ("Du er sygeplejerske.", {"auth-nurse": True}),
        ("Kørekort B er ikke til diskussion.", {"licence-b": True}),
        ("Du har kørekort B, det siger sig selv.", {"licence-b": True}),
        ("Du har truckcertifikat B, det ville pynte.", {"truck-b": False}),
        ("Traktorkørekort tillægges nogen vægt.", {"licence-tractor": False}),
        ("Kørekort B kan undværes.", {}),
        ("Truckcertifikat B er vi ligeglade med.", {}),
        ("Du er sygeplejerskestuderende.", {}),
        ("Du er tjener for en aften.", {}),
        ("Et certifikat i enten 136 eller 141 er et krav.", {"weld-136": True, "weld-141": True}),
        ("Certifikat er et krav. Vi har 141 ansatte.", {}),
        ("Vi forventer:\n✔ truckcertifikat B\n✔ godt humør", {"truck-b": True}),
        (
            "Det er godt, men vi venter gerne på det:\n✔ truckcertifikat B\n✔ kørekort C",
            {"truck-b": False, "licence-c": False},
        ),
    ],
)
def test_each_credential_is_asked_as_hard_as_its_own_words(body: str, found: dict[str, bool], reader: Reader) -> None:
    assert demanded(body, reader) == found


@pytest.mark.parametrize(
    ("body", "either"),
    [
        ("Du skal have enten kørekort B eller traktorkørekort.", True),
        ("You must have either a driving licence category B or a tractor licence; one of them is enough.", True),
        ("Du har kørekort B, eller du har traktorkørekort – et af de to skal du have.", True),
        ("Om du er uddannet kok eller bager, betyder ikke noget, men en af de to uddannelser skal du have.", True),
        ("Du er udlært som enten kok eller bager.", True),
        ("Du er kok eller bager; en af de to baggrunde er et krav.", True),
        ("Du skal have kørekort B og enten lyst eller traktorkørekort.", False),
        ("Vi ser gerne, at du er udlært som enten kok eller bager.", False),
        ("Vores mester er udlært som enten kok eller bager.", False),
    ],
)
def test_of_what_one_is_enough_each_is_met_by_another(body: str, either: bool, reader: Reader) -> None:
    found = posting(body, reader).demands

    assert [(one.hard, one.either) for one in found if one.either] == ([(True, True)] * len(found) if either else [])
    assert found or not either


@pytest.mark.parametrize(
    ("body", "languages"),
    [
        ("Mange af vores patienter taler polsk.", {}),
        ("Many of our guests speak German.", {}),
        ("We work on the Danish west coast for Dutch shop owners.", {}),
        ("Vil du lære dansk, betaler vi for det.", {}),
        ("Vores kassesystem er på både dansk og engelsk.", {}),
        ("Vores nye kollega taler dansk.", {"da": None}),
        ("Vores kunder er internationale, og engelsk er et krav.", {"en": Importance.MUST}),
        ("Du skal skrive et klart dansk.", {"da": Importance.MUST}),
        ("Dit engelske skal ligge på B2.", {"en": Importance.MUST}),
        ("You speak English, so Danish is not required.", {"en": Importance.MUST, "da": None}),
        ("To succeed you need:\n- fluent German\n- patience", {"de": Importance.MUST}),
        ("Du kan dansk, hvorimod ingen forventer, at du kan tysk.", {"da": Importance.MUST, "de": None}),
    ],
)
def test_languages_are_the_applicants(body: str, languages: dict[str, Importance | None], reader: Reader) -> None:
    found = {str(one.language): one.importance for one in posting(body, reader).languages}

    assert found.keys() == languages.keys()
    assert all(found[code] is how for code, how in languages.items() if how)


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("Du er autoriseret fodterapeut.", 2),
        ("A completed apprenticeship is a must.", 2),
        ("Vores svend er udlært.", None),
    ],
)
def test_an_authorised_profession_is_an_education(body: str, level: int | None, reader: Reader) -> None:
    assert next((one.level for one in posting(body, reader).education), None) == level
