"""What a CV says a person holds and lacks: in full, by a short name, by letter; wished for, lapsed and under way."""

import pytest

from ingestion.holdings import holdings
from ingestion.reader import Reader, build_reader
from ingestion.requirements import units
from ingestion.sections import sections
from ontology.credentials import load_credentials, load_short_names
from ontology.people import Document, DocumentId
from ontology.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


def read(text: str, reader: Reader) -> tuple[list[str], list[str]]:
    held, lacks = holdings(Document(DocumentId("d"), text), tuple(units(text)), sections(text), reader)
    return [one.credential for one in held], list(lacks)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Papirer: gaffeltruck, lift", ["lift-card", "truck-b"]),
        ("Certifikater | MAG 135, TIG 141", ["weld-136", "weld-141"]),
        ("Beviser\n- dyretransport\n- travers kran", ["animal-transport", "crane-hook"]),
        ("Kurser og kort: asbest, faldsikring", ["asbestos", "fall-protection"]),
        ("KURSER\nKonflikthåndtering. Forflytning.", ["conflict", "lifting-care"]),
        ("har traktor kort", ["licence-tractor"]),
        ("traktor- og B-kort", ["licence-b", "licence-tractor"]),
        ("dagplejerkurser", ["childminder"]),
        ("sprøjte certefikat", ["pesticide"]),
        ("har 1. hjælp fra i fjor", ["first-aid"]),
        ("tig og mag certifikater", ["weld-136", "weld-141"]),
        ("har svejse papirer", ["weld-any"]),
        ("Liftkort, traktor og teleskoplæsser", ["licence-tractor", "lift-card", "truck-tele"]),
    ],
)
def test_a_short_name_counts_where_papers_are_told(text: str, held: list[str], reader: Reader) -> None:
    assert read(text, reader) == (held, [])


@pytest.mark.parametrize(
    "text",
    [
        "Kørte gaffeltruck og traktor",
        "Kurser: 136 timer",
        "ERFARING\nForflytning af borgere, medicin",
        "Kurser\nExcel\n\nJob\nPassede traktor og lift",
        "Uddannet kok, hygiejne og egenkontrol hver dag",
        "Papirer: truckfører i 3 år",
    ],
)
def test_what_was_worked_with_is_no_paper(text: str, reader: Reader) -> None:
    held, lacks = read(text, reader)

    assert not {name.credential for name in load_short_names().values()} & {*held, *lacks}


@pytest.mark.parametrize(
    ("text", "held", "lacks"),
    [
        ("Papirer: lift ja, gaffeltruck nej", ["lift-card"], ["truck-b"]),
        ("Beviser: epoxy. ik gaffeltruck", ["section-17"], ["truck-b"]),
        ("LICENCES: forklift. No crane (travers) yet", ["truck-b"], ["crane-hook"]),
        ("ADR har a ikk", [], ["adr"]),
        ("no car, no licence", [], ["licence-b"]),
        ("Stort trailerkort mangler jeg", [], ["licence-be"]),
        ("Kurser: Faldsikring er ikke fornyet", [], ["fall-protection"]),
        ("Liftkort er gået ud, truckkort har jeg", ["truck-b"], ["lift-card"]),
        ("Kørekort | B og traktor. C fik jeg aldrig.", ["licence-b", "licence-tractor"], ["licence-c"]),
        ("Kørekort B, men lastbil må jeg ikke køre", ["licence-b"], ["licence-c"]),
        ("Kørekort, aldrig fornyet mit truckkort", ["licence-b"], ["truck-b"]),
    ],
)
def test_what_lacks_or_lapsed_is_not_held(text: str, held: list[str], lacks: list[str], reader: Reader) -> None:
    assert read(text, reader) == (held, lacks)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("gik på hf men stoppede", []),
        ("Enkelte hf-fag", []),
        ("Lige nu HF i Thisted, mangler et år", []),
        ("HF 1999, så udlært murer", ["edu-bricklayer", "edu-hf"]),
        ("JEG SØGER\nByggesagkyndig eller kloakmester", []),
        ("JEG SØGER\nButik eller lager. Kørekort B haves.", ["licence-b"]),
    ],
)
def test_a_wish_and_what_was_broken_off_are_not_held(text: str, held: list[str], reader: Reader) -> None:
    assert read(text, reader)[0] == held


@pytest.mark.parametrize(
    "text",
    [
        "ADR vil jeg gerne tage",
        "Har ansøgt om liftkort",
        "Hvis I betaler et truckkort, kommer jeg",
        "startet på kørekort",
        "Jeg venter på mit hygiejnebevis",
        "Liftkort skal lige fornyes",
        "Kørekort bliver færdig til maj",
        "Min bror har kørekort B",
        "konen er udlært kok",
        "Afbrudt uddannelse som murer",
        "Uddannelse: murer, ikke afsluttet",
        "Har søgt ind på læreruddannelsen",
        "EUD grundforløb, droppede det",
    ],
)
def test_what_is_wished_waited_for_broken_off_or_anothers_is_neither(text: str, reader: Reader) -> None:
    assert read(text, reader) == ([], [])


@pytest.mark.parametrize(
    ("text", "held", "lacks"),
    [
        ("Kørekortet røg i 2018", [], ["licence-b"]),
        ("Kørekort - nej", [], ["licence-b"]),
        ("hverken truckkort eller ADR", [], ["adr", "truck-b"]),
        ("Har haft liftkort", [], ["lift-card"]),
        ("Havde engang truckkort, men det er udløbet", [], ["truck-b"]),
        ("Liftkort, dog udløbet", [], ["lift-card"]),
        ("Papirer: lift, ADR udløbet", ["lift-card"], ["adr"]),
        ("Mit kørekort er fra Syrien og gælder ikke her", [], ["licence-b"]),
        ("kører gaffeltruck uden certifikat", [], ["truck-b"]),
        ("Jeg har kort til gaffeltruck og teleskoplæsser", ["truck-b", "truck-tele"], []),
        ("mangler kun ADR", [], ["adr"]),
        ("Min bror er død, og jeg har liftkort", ["lift-card"], []),
    ],
)
def test_what_ran_out_was_lost_or_lacks_yet_is_lacking(
    text: str, held: list[str], lacks: list[str], reader: Reader
) -> None:
    assert read(text, reader) == (held, lacks)


def test_every_short_name_is_a_credential_in_lower_case() -> None:
    names = load_short_names()

    assert all(term == term.lower() and one.credential in load_credentials() for term, one in names.items())
