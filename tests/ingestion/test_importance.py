"""Must, nice, mentioned and not needed on the hard forms; lines that ask for nothing."""

import pytest

from ingestion.requirements import boilerplate, importance, opens_with_credential, units
from ontology.kinds import CredentialCode

SENTENCES = [
    ("Kørekort er ikke et krav.", "truck", "negated"),
    ("You have:\n- excellent written English", "English", "must"),
    ("What we ask for\n- Fluent English", "English", "must"),
    ("For at komme i betragtning skal du:\n- møde til tiden", "møde", "must"),
    ("Det skal du kunne:\n- læse en tegning", "tegning", "must"),
    ("Ekstra i posen:\n- kørekort B", "kørekort", "nice"),
    ("Det er godt, men ikke afgørende\n- erfaring med CTS", "CTS", "nice"),
    ("Det tæller opad, hvis du\n- kan regne et tilbud", "tilbud", "nice"),
    ("Det laver du:\n- udleverer nøgler", "nøgler", "mentioned"),
    ("We look for somebody who is structured", "structured", "must"),
    ("Svendebrev kræver vi heller ikke.", "Svendebrev", "negated"),
    ("Det kræver ingen erfaring med svejsning.", "svejsning", "negated"),
    ("ADR og kørekort E har vi ikke brug for.", "ADR", "negated"),
    ("Det er en fordel, men ikke et krav, at du har L-AUS.", "L-AUS", "nice"),
    ("You do not have to draw.", "draw", "negated"),
    ("No driving licence needed.", "licence", "negated"),
    ("You don't need machine learning either.", "machine learning", "negated"),
    ("Medicindosering er ikke en del af jobbet.", "Medicindosering", "negated"),
    ("Svendebrev eller ej betyder ikke noget.", "Svendebrev", "negated"),
    ("Svendebrev betyder ikke noget, bare du er omhyggelig.", "omhyggelig", "must"),
    ("Stillingen indebærer ikke ledelse.", "ledelse", "negated"),
    ("Kørekort lige meget.", "Kørekort", "negated"),
    ("Kørekort skal du heller ikke bruge.", "Kørekort", "negated"),
    ("Kølecertifikat betaler vi, hvis du har lyst.", "Kølecertifikat", "nice"),
    ("Hygiejnekursus giver vi.", "Hygiejnekursus", "nice"),
    ("Pladearbejde laver vi ikke, det sender vi ud.", "Pladearbejde", "negated"),
    ("Du skal ikke ringe kold kanvas.", "kanvas", "negated"),
    ("Kørekort B, uden det kan du ikke komme i betragtning.", "Kørekort", "must"),
    ("Du skal ikke være bange for at løfte, og du kan køre truck.", "truck", "must"),
    ("Du skal ikke tøve med at søge, hvis du kan svejse.", "svejse", "must"),
    ("Du skal ikke være uddannet kok.", "kok", "negated"),
    ("What we do not need:\n- A degree in hospitality", "degree", "negated"),
    ("Kørekort B er et krav.", "Kørekort", "must"),
    ("Ingen erfaring nødvendig.", "erfaring", "negated"),
    ("Erfaring med kasse er en fordel, men ikke et krav.", "kasse", "nice"),
    ("Har du truckkort, er det et plus, dog ikke et krav.", "truckkort", "nice"),
    ("Vi lægger ikke vægt på din uddannelse.", "uddannelse", "negated"),
    ("Du må meget gerne kende Excel.", "Excel", "nice"),
    ("Sprøjtecertifikat er der ikke brug for.", "certifikat", "negated"),
    ("Om du kan tysk, er underordnet.", "tysk", "negated"),
    ("Dansk er en fordel, engelsk er nok.", "engelsk", "must"),
    ("Dansk er en fordel, engelsk er nok.", "Dansk", "nice"),
    ("Kørekort B er et must, BE et plus.", "BE", "nice"),
    ("Kørekort B er et must, BE et plus.", "Kørekort", "must"),
    ("Du er uddannet lærer, gerne med linjefag i matematik.", "matematik", "nice"),
    ("Du er uddannet lærer, gerne med linjefag i matematik.", "lærer", "must"),
    ("Der graves med maskine – sprøjtecertifikat kræves ikke.", "graves", "mentioned"),
    ("Du skal have kørekort.", "kørekort", "must"),
    ("Udlært murer til skorstene og facader.", "murer", "must"),
    ("Faglært eller erfaren, gerne med svendebrev.", "svendebrev", "nice"),
    ("Murere fra hele landet er med.", "Murere", "mentioned"),
    ("Det er vigtigt, at du er omhyggelig.", "omhyggelig", "must"),
    ("Hygiejnekursus kan tages hos os.", "Hygiejnekursus", "nice"),
    ("Forklift licence is not a demand.", "Forklift", "negated"),
    ("Pædagogikum foretrækkes.", "Pædagogikum", "nice"),
    ("Hos os skal du ekspedere kunder.", "ekspedere", "mentioned"),
    ("Arbejdet er anhugning og kørsel med kran, hvis du har beviset.", "anhugning", "mentioned"),
    ("Har du truckcertifikat, er det godt.", "truckcertifikat", "nice"),
    ("Danish is not needed.", "Danish", "negated"),
]
BODIES = [
    ("Derfor kræver vi ikke erfaring, men vi kræver, at du\n- taler dansk", "dansk", "must"),
    ("Stillingen er fast. Derudover er du\n- vant til at samarbejde", "samarbejde", "must"),
    ("Vi forestiller os, at du\n• svejser", "svejser", "must"),
    ("Det er et plus, hvis du\n- kender Excel", "Excel", "nice"),
    ("Opgaver\n- svejsning\n\nSvejsning kræver ro.", "Svejsning kræver", "must"),
    ("Dit arbejde:\n- sy\n\nDu skal kunne sy på maskine.", "maskine", "must"),
    ("Dine opgaver\n- svejsning", "svejsning", "mentioned"),
    ("Kvalifikationer\n- svejsning", "svejsning", "must"),
    ("Du har:\n- engelsk nok til at tale med en styrmand", "engelsk", "must"),
]
NOTHING = [
    "Vores team er engageret og hjælpsomt.",
    "Hos os møder du kolleger, der er nysgerrige.",
    "Our team is curious and outgoing.",
    "Vi er en engageret arbejdsplads med højt til loftet.",
    "Vi opfordrer alle uanset alder, køn, religion eller etnisk baggrund til at søge.",
    "Vi behandler dine personoplysninger efter databeskyttelsesreglerne.",
    "Ring til afdelingslederen, hvis du har spørgsmål til stillingen.",
    "Læs mere om os på vores hjemmeside.",
    "We are an equal opportunity employer.",
    "Vi har et godt arbejdsmiljø og en flad struktur.",
]
ASKS = [
    "Du er engageret og har højt humør.",
    "Vi søger en engageret kok.",
    "Vi har brug for en svejser.",
    "Vi lægger vægt på engagement og overblik.",
    "Vores nye kollega er rolig.",
    "Du arbejder med ledelse af personale.",
    "Du har erfaring med kundeservice.",
]


def _how(body: str, word: str) -> str:
    parts = [*units(body)]
    unit = next((one for one in reversed(parts) if word in body[one.start : one.end]), parts[0])
    found = importance(body, unit)
    return found.value if found else "negated"


@pytest.mark.parametrize(("body", "word", "expected"), SENTENCES + BODIES)
def test_importance_is_read_clause_by_clause(body: str, word: str, expected: str) -> None:
    assert _how(body, word) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_an_employer_says_of_itself_asks_for_nothing(sentence: str) -> None:
    assert all(boilerplate(sentence, unit) for unit in units(sentence))


@pytest.mark.parametrize("sentence", ASKS)
def test_what_is_said_of_the_applicant_or_the_work_is_no_boilerplate(sentence: str) -> None:
    assert not any(boilerplate(sentence, unit) for unit in units(sentence))


@pytest.mark.parametrize("heading", ["Om os", "Vi tilbyder", "Løn og vilkår", "Sådan søger du", "Om skolen"])
def test_what_stands_under_a_heading_of_the_employer_asks_for_nothing(heading: str) -> None:
    body = f"{heading}\n- svejsning"

    assert boilerplate(body, [*units(body)][-1])


@pytest.mark.parametrize(
    ("sentence", "code", "start", "asks"),
    [
        ("CE og EU-bevis.", "eu-bevis", 6, True),
        ("HD(R), engelsk på forhandlingsniveau, 8 års erfaring.", "edu-hd", 0, True),
        ("Truckkort tages hos os.", "truck-b", 0, False),
        ("Erhvervspædagogisk diplom i jobbet.", "edu-voc", 0, False),
        ("Vi er tre med truckkort.", "truck-b", 15, False),
        ("Der køres på EU-bevis.", "eu-bevis", 14, False),
    ],
)
def test_a_sentence_without_a_verb_that_opens_with_a_credential_asks_for_it(
    sentence: str, code: str, start: int, asks: bool
) -> None:
    named = [(CredentialCode(code), start, start + len(code))]

    assert opens_with_credential(sentence, named) is asks


def test_a_sentence_that_never_ends_is_cut_between_words_and_nothing_is_lost() -> None:
    text = "Kørekort B, ikke C " * 400

    parts = [text[unit.start : unit.end] for unit in units(text)]

    assert "".join(parts) == text
    assert max(map(len, parts)) <= 1_500
    assert all(part.endswith(" ") for part in parts)
