"""Which jobs a CV is read to tell by a business of one's own."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.kinds import DANISH, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Held, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.usual_jobs import OwnBusiness, load_own_businesses

SALON = next(one for one in load_own_businesses() if one.term == "-salon")
GARAGE = next(one for one in load_own_businesses() if one.term == "værksted")


@pytest.fixture(scope="module")
def reader() -> Reader:
    named = {SALON.owner: "frisørleder", SALON.trade: "frisør", GARAGE.owner: "værkfører", GARAGE.trade: "mekaniker"}
    jobs = tuple(Occupation(uri, IscoCode("5141"), "5141.1", Labels({DANISH: name})) for uri, name in named.items())
    return build_reader(Taxonomy("test", (), (), jobs, ()))


def held(text: str, reader: Reader) -> tuple[Held, ...]:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0].held


@pytest.mark.parametrize(
    ("text", "business"),
    [
        ('Jeg havde min egen salon, "Klip", i elleve år fra 2015 til 2026. Nu vil jeg have kolleger.', SALON),
        ("Jeg åbnede en lille salon og drev den fra 2015 til 2018.", SALON),
        ("Så havde vi værksted fra 1995 til 2003", GARAGE),
        ("ERFARING\n1999 - 2007 min egen frisør salon i Vejle", SALON),
        ("ERFARING\n1995 - 2003 eget lille værksted, biler og knallerter", GARAGE),
    ],
)
def test_a_business_of_ones_own_is_the_owners_job_and_the_trade(
    text: str, business: OwnBusiness, reader: Reader
) -> None:
    jobs = held(text, reader)

    assert {one.occupation for one in jobs} == {business.owner, business.trade}
    assert all(one.since and one.until for one in jobs)


def test_a_length_is_enough(reader: Reader) -> None:
    assert {one.stated_years for one in held("Jeg havde min egen salon i elleve år.", reader)} == {11.0}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har egen bil, og kommer fra en salon i 2015-2016.",
        "Jeg drømmer om min egen salon",
        "Jeg vil gerne have min egen salon om fem år.",
        "FRITID\n2015-2019 eget værksted i garagen",
        "Egen salon",
        "Min mor havde salon i elleve år.",
    ],
)
def test_what_is_wished_for_or_has_no_time_is_no_business(text: str, reader: Reader) -> None:
    assert held(text, reader) == ()


def test_a_trade_that_a_title_tells_keeps_what_the_title_says(reader: Reader) -> None:
    jobs = {one.occupation: one for one in held("ERFARING\n2008-2015 Frisør\n2015-2026 Egen salon\n", reader)}

    assert (jobs[SALON.trade].title, jobs[SALON.trade].until) == ("Frisør", 2015)
    assert (jobs[SALON.owner].title, jobs[SALON.owner].until) == ("salon", 2026)
