"""What is read from a text, and what is hidden first."""

from datetime import date
from pathlib import Path

import pytest

from ingestion.deadlines import deadline
from ingestion.errors import UnreadableError
from ingestion.lexicon import build
from ingestion.mentions import find
from ingestion.readers import read, read_bytes
from ingestion.redaction import DocumentKind, redact
from ingestion.requirements import importance, units
from ontology.kinds import DANISH, ENGLISH, EscoUri, Importance, Labels

GOES = [
    ("CPR 140369-1234", "140369-1234"),
    ("cpr: 1403691234", "1403691234"),
    ("Tlf. 41 77 20 36", "41 77 20 36"),
    ("ring +45 41772036", "41772036"),
    ("mail jens@firma.example", "jens@firma.example"),
    ("født 12.03.1988", "12.03.1988"),
    ("f. 1972", "1972"),
    ("Bor på Solbakkevej 88, 7100 Vejle", "Solbakkevej 88"),
    ("Gift, to voksne børn", "Gift"),
    ("Jeg har 3 børn.", "3 børn"),
    ("Jeg har haft en depression", "depression"),
    ("har fået nyt knæ", "knæ"),
    ("Medlem af HK", "HK"),
    ("Jeg er katolik", "katolik"),
    ("polsk statsborger", "polsk statsborger"),
    ("har afsonet en dom", "afsonet"),
]
STAYS = [
    "SOSU-assistent, psykiatrisk plejehjem",
    "kirketjener ved Vor Frue",
    "misbrugsbehandling i kommunen",
    "Certifikat 141 rustfri rør gyldig til 11/2027",
    "2015-2019 lagermedarbejder",
    "7100 Vejle",
    "passede børn i alderen 3-6 år",
    "svejst efter EN ISO 9606-1",
]


@pytest.mark.parametrize(("text", "gone"), GOES)
def test_what_is_said_of_the_person_goes_at_equal_length(text: str, gone: str) -> None:
    hidden = redact(text)

    assert gone not in hidden.text
    assert len(hidden.text) == len(text)
    assert hidden.hidden


@pytest.mark.parametrize("text", STAYS)
def test_what_is_said_of_the_trade_stays(text: str) -> None:
    assert redact(text).text == text


def test_an_ad_keeps_everything_but_contact_details() -> None:
    text = "Vi er gift med vores fag. Ring til Bo på 41 77 20 36."

    assert redact(text, DocumentKind.POSTING).text == "Vi er gift med vores fag. Ring til Bo på ███████████."


def test_a_skill_is_found_inflected_and_as_a_compound() -> None:
    lexicon = build(
        [(EscoUri("a"), Labels({DANISH: "betjene kunder"})), (EscoUri("b"), Labels({DANISH: "svejse rør"}))]
    )
    text = "Jeg har betjent kunder og lavet kundebetjening."

    assert [text[m.start : m.end] for m in find("Betjener kunder dagligt", lexicon)] == []
    assert [m.uri for m in find("at betjene kunderne", lexicon)] == ["a"]
    assert "kundebetjening" in [text[m.start : m.end] for m in find(text, lexicon)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Truckcertifikat er et krav.", Importance.MUST),
        ("Truckcertifikat er en fordel.", Importance.NICE),
        ("Truckcertifikat er ikke et krav.", None),
        ("Du behøver ikke truckcertifikat.", None),
        ("Vi har to trucks på lageret.", Importance.MENTIONED),
        ("Har du truckkort, skader det ikke.", Importance.NICE),
        ("Erfaring med specialundervisning vægtes højt.", Importance.NICE),
        ("Vi søger et menneske, der er rolig.", Importance.MUST),
    ],
)
def test_importance_is_read_from_the_sentence(sentence: str, expected: Importance | None) -> None:
    assert importance(sentence, next(iter(units(sentence)))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Vi forestiller os, at du kommer med det her i bagagen, når du begynder hos os i august:\n- svejsning",
            "must",
        ),
        ("Det ser vi efter\n- svejsning", "must"),
        ("Din bagage\n- svejsning", "must"),
        ("Opgaver\n- svejsning", "mentioned"),
        ("Opgaver\nDu taler dansk.", "must"),
    ],
)
def test_importance_is_read_from_the_heading(body: str, expected: str) -> None:
    last = list(units(body))[-1]

    assert importance(body, last) == Importance(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-05", date(2026, 12, 5)),
        ("snarest, dog senest 5. december 2026", date(2026, 12, 5)),
        ("d. 3/12 kl. 12", date(2026, 12, 3)),
        ("5. januar", date(2027, 1, 5)),
        ("løbende samtaler", None),
        (None, None),
    ],
)
def test_a_deadline_is_read_in_danish(text: str | None, expected: date | None) -> None:
    assert deadline(text, date(2026, 11, 1)) == expected


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("x.txt", b"   ", "holds no text"),
        ("x.exe", b"abc", "is not read"),
        ("x.pdf", b"%PDF-1.4 rubbish", "damaged PDF|holds no text"),
        ("x.docx", b"PK rubbish", "damaged DOCX"),
        ("x.txt", b"a\x00b\x00", "no text file"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_bytes(name, data)


def test_old_danish_encodings_are_read(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_bytes("Rengøring på Ærø".encode("cp1252"))

    assert read(tmp_path / "cv.txt").text == "Rengøring på Ærø"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kørekort skal du ikke have.",
        "Truckkort er ikke noget, du behøver.",
        "Det er ikke vigtigt, at du taler dansk.",
        "Du kan klare dig uden dansk.",
    ],
)
def test_what_is_not_needed_is_no_requirement_in_any_wording(sentence: str) -> None:
    assert importance(sentence, next(iter(units(sentence)))) is None


def test_an_acronym_is_not_a_word_of_its_stem() -> None:
    lexicon = build([(EscoUri("s/saml"), Labels({DANISH: "SAML"}))])

    assert find("Vi samler kasser", lexicon) == ()
    assert [one.uri for one in find("login med SAML", lexicon)] == ["s/saml"]


def test_a_compound_in_two_words_is_the_compound_and_two_words_of_a_list_are_not() -> None:
    lexicon = build([(EscoUri("s/kran"), Labels({DANISH: "kranbevis"}))])
    text = "Har kran bevis og truck"

    assert [text[one.start : one.end] for one in find(text, lexicon)] == ["kran bevis"]
    assert find("kran, bevis", lexicon) == find("kran  bevis", lexicon) == ()


def test_a_language_is_not_the_adjective_of_its_country() -> None:
    lexicon = build([(EscoUri("l/polsk"), Labels({DANISH: "polsk"}))])

    assert find("pakker polske containere", lexicon) == ()
    assert [one.uri for one in find("du taler polsk", lexicon)] == ["l/polsk"]


def test_a_trade_is_not_the_acronym_that_is_spelt_alike() -> None:
    lexicon = build([(EscoUri("s/smed"), Labels({DANISH: "SMED"}))])

    assert find("Uddannet smed", lexicon) == ()
    assert [one.uri for one in find("omstilling efter SMED", lexicon)] == ["s/smed"]


def test_a_given_name_is_no_skill_that_is_written_alike() -> None:
    lexicon = build([(EscoUri("s/law"), Labels({DANISH: "søret"}))])

    assert not find("Ring til Søren", lexicon)
    assert [one.uri for one in find("kurser i søret", lexicon)] == ["s/law"]


def test_a_phrase_of_small_words_is_read_as_it_stands() -> None:
    lexicon = build([], [("vaske op", EscoUri("s/opvask")), ("modtage varer", EscoUri("s/varer"))])

    assert [one.uri for one in find("du skal vaske op", lexicon)] == ["s/opvask"]
    assert [one.uri for one in find("modtage og tælle varer", lexicon)] == []
    assert [one.uri for one in find("modtager varerne", lexicon)] == ["s/varer"]
    assert find("du skal vaske tøj", lexicon) == ()


def test_a_word_alone_is_itself_but_for_its_ending() -> None:
    lexicon = build([], [("grundig", EscoUri("s/omhu")), ("svejse", EscoUri("s/svejsning"))])

    assert find("grunden er køn", lexicon) == ()
    assert [one.uri for one in find("du er grundige", lexicon)] == ["s/omhu"]
    assert [one.uri for one in find("svejser rør", lexicon)] == ["s/svejsning"]


def test_an_everyday_english_word_that_esco_lists_beside_a_concept_names_no_skill() -> None:
    labels = Labels({ENGLISH: "think creatively"}, {ENGLISH: ("experiments", "creative thinking", "TRIZ")})
    lexicon = build([(EscoUri("s/creative"), labels)])

    assert find("we run experiments", lexicon) == ()
    assert len(find("creative thinking", lexicon)) == 1
    assert len(find("TRIZ", lexicon)) == 1
