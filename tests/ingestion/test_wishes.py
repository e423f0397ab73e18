"""What a CV says to wish, by a workplace, a task or a title; and what sounds like a wish and is none."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ingestion.usual_jobs import usual_jobs
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_jobs_in_words
from ontology.usual_jobs import load_usual_jobs, load_wished_work

TITLES = {"tjener": "5131", "pædagog": "2342", "tolk": "2643", "kok": "5120"}


def at(place: str) -> EscoUri:
    """The job that is usual at a workplace."""
    guess = usual_jobs().guess(place, "")
    assert guess is not None
    return guess.occupation


GROUPS = {at("børnehave"): "5311", at("kantine"): "5246"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    usual = [job.uri for job in load_usual_jobs()]
    usual += [uri for _, uri in (*load_jobs_in_words(), *load_wished_work())]
    jobs = [
        Occupation(
            uri,
            IscoCode(GROUPS.get(uri, "9329")),
            f"9329.{place}",
            Labels({DANISH: f"job{place}x"}),
        )
        for place, uri in enumerate(dict.fromkeys(usual))
    ]
    named = [
        Occupation(EscoUri(f"o/{title}"), IscoCode(isco), f"{isco}.1", Labels({DANISH: title}))
        for title, isco in TITLES.items()
    ]
    return build_reader(Taxonomy("test", (), (), (*jobs, *named), ()))


def with_(work: str) -> EscoUri:
    """The job of what somebody wishes to work with."""
    return dict(load_wished_work())[work]


def profile(text: str, reader: Reader) -> Profile:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jeg søger noget på et lager.", ["lager"]),
        ("vil gerne på et lager el. i en tøjbutik", ["lager", "tøjbutik"]),
        ("a vil gern ha noget på et mejeri", ["mejeri"]),
        ("jeg søge arbejde i stor køkken", ["storkøkken"]),
        ("vil ha vaskehal, lager eller værft", ["vaskehal", "lager", "værft"]),
        ("Helst et sted i en børnehave eller vuggestue", ["vuggestue"]),
        ("Gerne noget udendørs: kirkegård, park og vej. Eller savværk.", ["kirkegård", "park", "savværk"]),
        ("Helst vil jeg stå i en garnbutik, 20 timer", ["garnbutik"]),
        ("Det siger jeg ja til\nlager\nkantine\nDet siger jeg nej til\nmejeri\nbutik", ["lager", "kantine"]),
        ("Fremtiden\nEn maskinstation igen. Ikke flere svinestalde.", ["maskinstation"]),
        ("Vil gerne | lager, genbrugsplads\nVil ikke | butik, køkken", ["lager", "genbrugsplads"]),
        ("Hvad jeg vil? Stå i en butik. Jeg bor i Brande.", ["butik"]),
        ("LOOKING FOR: warehouse or kindergarten. Not slaughterhouse.", ["warehouse", "kindergarten"]),
        ("Jeg vil hellere arbejde i en butik end på et lager.", ["butik"]),
        ("Jeg søger fabrik. Lager er også ok.", ["fabrik", "lager"]),
    ],
)
def test_a_workplace_in_a_wish_tells_the_job(text: str, places: list[str], reader: Reader) -> None:
    assert list(profile(text, reader).seeks) == [*dict.fromkeys(map(at, places))]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Jeg drømmer om noget med dyr", ["med dyr"]),
        ("Jeg vil gerne passe heste", ["passe heste"]),
        ("Søger fast bybus 37 timer, eller taxa", ["bybus", "taxa"]),
        ("helst let montage, må også gerne være noget med sy", ["let montage", "sy"]),
        ("Gerne pasning af kreaturer", ["pasning af kreaturer"]),
    ],
)
def test_what_one_wishes_to_work_with_tells_the_job(text: str, work: list[str], reader: Reader) -> None:
    assert list(profile(text, reader).seeks) == [with_(one) for one in work]


@pytest.mark.parametrize(
    "text",
    [
        "Min kone søger job på et lager.",
        "Jeg hjalp borgere, der søger arbejde på et hotel.",
        "Jobcentret vil have mig på et lager.",
        "Jeg søger også arbejde i en butik, men fik afslag.",
        "Jeg søge også job som tolk ved kommune men de tog en anden",
        "JEG SØGER\nI 2022 var jeg i spil til et lager, men det gik til en anden.",
        "ØNSKER\nIkke lager. Butik: nej tak.",
        "Jeg søger job tæt på skolen og børnehaven.",
        "Jeg vil gerne have fri kl. 15, så jeg kan hente i børnehaven.",
        "Jeg vil gerne lære at køre lastbil",
        "FRITID\nInteresseret i haver og museum",
        "Jeg vil gerne have arbejde tæt på",
        "Jeg søger ik lager",
        "Jeg søger posten som leder",
        "Jeg leder efter noget ved siden af studiet",
        "Tager gerne bus eller tog",
        "Jeg vil gerne bruge mine hænder til noget",
        "Jeg søger via opslag og forslag",
        "Jeg vil gerne i gang, og telefonsalg kommer jeg ikke til at lave igen",
        "Jeg drømmer om at arbejde med medicin igen, på en fabrik",
    ],
)
def test_what_is_anothers_in_vain_or_not_wanted_is_no_wish(text: str, reader: Reader) -> None:
    assert profile(text, reader).seeks == ()


def test_the_places_of_a_wished_title_are_no_wishes_of_their_own(reader: Reader) -> None:
    assert profile("Vil være kok på et plejehjem eller i en børnehave", reader).seeks == ("o/kok",)
    assert profile("Jeg søger job som kok på et hotel, eller noget på et lager", reader).seeks == ("o/kok", at("lager"))


def test_where_others_care_who_cooks_wishes_to_cook(reader: Reader) -> None:
    assert profile("Jeg søger kantine, børnehave eller vuggestue", reader).seeks == (at("kantine"),)
    assert profile("2012-2020 Kok, Bistroen\n\nJeg søger noget i en børnehave", reader).seeks == ()
    assert profile("Jeg søger lager, børnehave eller vuggestue", reader).seeks == (at("lager"), at("børnehave"))


def test_at_a_workplace_of_ones_own_trade_the_trade_is_meant(reader: Reader) -> None:
    trained = "2012-2020 Pædagog, Skovly\n\nJeg søger arbejde i en børnehave eller på et lager."

    assert profile(trained, reader).seeks == ("o/pædagog", at("lager"))


def test_a_job_held_is_kept_beside_a_wish(reader: Reader) -> None:
    found = profile("Jeg har været tolk i to år og søger nu noget på et lager.", reader)

    assert [one.occupation for one in found.held] == ["o/tolk"]
    assert found.seeks == (at("lager"),)


@pytest.mark.parametrize("text", ["jeg søger " + "noget på et " * 4_000, "Gerne " + "eller, " * 6_000, "min " * 9_000])
def test_a_long_line_is_read_in_time(text: str, reader: Reader) -> None:
    assert profile(text, reader).seeks == ()
