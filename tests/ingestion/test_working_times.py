"""When the work of an ad lies by the clock, and what else it tells of its terms in plain words."""

from datetime import date

import pytest

from ingestion.conditions import exertions_in, hours_in, remote_in
from ingestion.deadlines import rolling, start_in, starts_soon
from ingestion.demanded import experience_in
from ingestion.employment import kind_of, openings_in
from ingestion.licences import welds_in
from ingestion.working_times import shifts_in
from ontology.kinds import PostingKind
from ontology.vacancies import Remote

_PUBLISHED = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du møder 6.30 og går 14.", ["day"]),
        ("Arbejdstid: mandag til torsdag kl. 7-15.30.", ["day"]),
        ("Monday to Friday between 8 and 16.", ["day"]),
        ("Vagterne ligger kl. 15.30-23.30.", ["evening"]),
        ("Vagten er fra kl. 22 til 6.", ["night"]),
        ("Shifts run from 9 am to 3 pm.", ["day"]),
        ("Du arbejder tre formiddage om ugen.", ["day"]),
        ("Butikken har åbent kl. 8-18.", []),
        ("Ring til os mellem 8 og 15, hvis du har spørgsmål til arbejdet.", []),
        ("Samtalerne ligger kl. 9-15.", []),
        ("Vi arbejder med børn mellem 6 og 12 år.", []),
        ("Stillingen er på 30-37 timer, og arbejdet er mellem 3 og 5 km væk.", []),
        ("Produktionen kører i treholdsskift.", []),
        ("Du er hjemme hver weekend efter vagten.", []),
    ],
)
def test_shifts_are_read_by_the_clock_where_it_tells_of_the_work(text: str, expected: list[str]) -> None:
    assert [one.value for one in shifts_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("Du kan arbejde hjemme to dage om ugen.", Remote.HYBRID),
        ("Noget af det kan du lave hjemmefra.", Remote.HYBRID),
        ("Du kan ikke arbejde hjemme.", Remote.UNKNOWN),
        ("Du arbejder hjemme hos borgerne.", Remote.UNKNOWN),
    ],
)
def test_work_from_home_is_read_in_plain_words(text: str, remote: Remote) -> None:
    assert remote_in(text) is remote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sækkene vejer op til 25 kg.", ["heavy lifting"]),
        ("Du går og står hele vagten.", ["standing"]),
        ("Du kører rundt i en varevogn.", ["driving"]),
        ("Der er koldt i hallen.", ["cold"]),
        ("Du arbejder ofte oppe på et tag.", ["heights"]),
        ("Du skal løfte stemningen på holdet.", []),
        ("Du slipper for tunge løft.", []),
        ("Mød op på et kontor i byen.", []),
        ("Teglsten ender på skulderen.", ["heavy lifting"]),
        ("Du sætter dig sjældent.", ["standing"]),
        ("Det er arbejde i fri luft hele året.", ["outdoors"]),
        ("Du tilbringer det meste af dagen bag rattet.", ["driving"]),
        ("The hall is kept at 4 degrees.", ["cold"]),
        ("Du går på spær og rygning.", ["heights"]),
        ("Vi tager et stort ansvar på skuldrene og sætter os tit sammen.", []),
    ],
)
def test_strain_is_read_in_plain_words(text: str, expected: list[str]) -> None:
    assert [one.value for one in exertions_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Stillingen er ledig fra den 1. maj 2027.", date(2027, 5, 1)),
        ("Vi søger en gartner til sæsonen fra 15. marts til 1. oktober 2027.", date(2027, 3, 15)),
        ("Your first shift starts on 3 May 2027.", date(2027, 5, 3)),
        ("Butikken har åbent fra 1. maj 2027.", None),
        ("Søg senest 1. maj 2027.", None),
    ],
)
def test_the_day_that_work_starts_is_read_behind_from(text: str, day: date | None) -> None:
    assert start_in(text, _PUBLISHED) == day


@pytest.mark.parametrize(
    ("text", "soon"),
    [
        ("Start så hurtigt som muligt.", True),
        ("Du begynder gerne snart.", True),
        ("Vi vil i gang hurtigst muligt.", True),
        ("Send din ansøgning hurtigst muligt.", False),
    ],
)
def test_a_start_is_soon_in_many_words(text: str, soon: bool) -> None:
    assert starts_soon(text) is soon


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("We read applications as they come in.", True),
        ("Samtaler bliver holdt løbende.", True),
        ("Vi ser på ansøgningerne, når de tikker ind.", True),
        ("Du følger løbende op på kunderne.", False),
    ],
)
def test_applicants_are_called_in_as_they_come(text: str, called: bool) -> None:
    assert rolling("", text) is called


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("Elev i receptionen", "", "apprentice"),
        ("Bager", "Vi leder efter en ny bagerlærling.", "apprentice"),
        ("Butik", "Du får elevløn efter overenskomsten.", "apprentice"),
        ("Bud", "Vi søger selvstændige til at køre ture. Du fakturerer hver uge.", "self-employed"),
        ("Pakker", "Opgaven er tidsbegrænset til juni.", "temporary"),
        ("Projektleder", "Stillingen er et år med mulighed for forlængelse.", "temporary"),
        ("Underviser", "Du følger elever i praktik.", "ordinary"),
    ],
)
def test_a_kind_of_post_is_read_in_more_words(title: str, body: str, kind: str) -> None:
    assert kind_of(title, body) == PostingKind(kind)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Der er plads til 3 nye elever.", 3),
        ("Der er stillinger til to.", 2),
        ("Du får fem dygtige kolleger.", None),
    ],
)
def test_openings_are_those_of_the_ad(body: str, count: int | None) -> None:
    assert openings_in("", body) == count


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("Du har arbejdet mindst to år på et lager.", 2),
        ("At least one year in customer service.", 1),
        ("Du har kørt bus før, minimum 3 år.", 3),
        ("Dine kolleger har mere end ti års anciennitet.", None),
        ("Du bliver hos os i mindst et år.", None),
        ("Du er mindst 18 år, for du har kasseansvar.", None),
        ("Du har mindst to år tilbage af studiet.", None),
    ],
)
def test_years_worked_are_years_of_experience(sentence: str, low: int | None) -> None:
    found = experience_in(sentence)

    assert (found.low if found else None) == low


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Svejsecertifikat i 111, 136 og 141.", ["weld-111", "weld-136", "weld-141"]),
        ("Gyldigt certifikat i enten 135 eller 138", ["weld-136", "weld-136"]),
        ("Certifikat nr. 1412 og 136 ansatte", []),
    ],
)
def test_the_processes_of_a_welder_are_listed_behind_the_certificate(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in welds_in(text)] == codes


def test_hours_told_short_are_a_week_and_anothers_full_time_is_not_the_ads() -> None:
    assert hours_in("37 t, dag og hver anden lørdag") == (37, 37)
    assert hours_in("elevløn efter overenskomst, 37 timer") == (37, 37)
    assert hours_in("for en, der ikke kan arbejde på fuld tid. 12 timer om ugen.") == (12, 12)
