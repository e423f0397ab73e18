"""Each turn of phrase by which a person tells of themselves goes, and the trade that looks like it stays."""

import pytest

from ingestion.redaction import ALWAYS, BLOCK, redact
from ingestion.redaction_callings import of_calling
from ingestion.redaction_spelling import Spellings

TOLD_AND_OF_THE_TRADE = [
    # a limb or a sense lost
    ("Mistede to fingre i en presse", "Mistede to kunder i en presset tid"),
    ("Jeg ser kun 20 %", "Ser 20 skærme på en gang"),
    # a home or a help that is given to who needs it
    ("Bor i støttet bolig", "Vikar i støttet bolig"),
    ("Har kontaktperson fra kommunen", "Kontaktperson for unge i kommunen"),
    # a post or a card in a union
    ("TR for BUPL", "TR-kursus for ledere"),
    ("Kasserer i Malernes Fagforening", "Kasserer i gymnastikforeningen"),
    ("Jeg er organiseret", "Organiseret lager"),
    ("Jeg er DJØF'er", "Djøf-kursus i forvaltningsret"),
    # where one is from
    ("I hold a Romanian passport", "Passport office clerk"),
    ("Har søgt job, da jeg er født der", "Har søgt fejl i motorer, der er født defekte"),
    # the law
    ("Ingen anmærkninger på straffeattesten", "Kontrol af straffeattester"),
    ("Har siddet otte måneder inde", "Otte måneder indendørs"),
    ("Kørekort frakendt til 2026", "Kørekort B til 2026"),
    # love, party, faith
    ("Lever som mand", "Lever af salg"),
    ("Suppleant for Dansk Folkeparti", "Suppleant i skolebestyrelsen"),
    ("Opvokset i et missionsk hjem", "Sømandsmission, køkkenhjælp"),
    # English
    ("I live with multiple sclerosis", "Care worker, clients with multiple sclerosis"),
    ("My husband is from here", "Husband-and-wife team catering"),
    ("I struggle with my mental health", "Mental health first aider course"),
    # a fragment that tells since when, and a course that names its illness
    ("Nakkeskadet efter påkørsel", "Fjernede påkørt vildt"),
    ("Har haft depressionsperioder", "Højsæsonperioder i butik"),
    # a home in English, a house behind
    ("I live at 12 Rowan Street", "12 street kitchens"),
    ("Vestergade 9, baghuset", "Malede baghuset"),
]
CALLINGS = [
    "Kiropraktor, piskesmæld og nakkesmerter",
    "Reumatologi, arthrose og gigt",
    "Projektleder, senfølger efter kræft",
    "Massør, særligt migræne",
]


@pytest.mark.parametrize(("told", "trade"), TOLD_AND_OF_THE_TRADE)
def test_a_turn_of_phrase_goes_and_the_trade_that_looks_like_it_stays(told: str, trade: str) -> None:
    assert BLOCK in redact(told).text
    assert redact(trade).text == trade


@pytest.mark.parametrize("line", CALLINGS)
def test_what_a_calling_deals_with_stays(line: str) -> None:
    assert redact(line).text == line


@pytest.mark.parametrize("line", ["Massør, gravid", "Kiropraktor, sygemeldt"])
def test_how_the_holder_of_a_calling_is_goes(line: str) -> None:
    assert not of_calling(line)
    assert BLOCK in redact(line).text


@pytest.mark.parametrize("written", ["deprision", "skitsofreni", "diabetis", "fibromyalgie"])
def test_a_misspelt_illness_is_known(written: str) -> None:
    assert BLOCK in redact(f"Jeg har {written}").text


@pytest.mark.parametrize("word", ["skills", "storage", "climate", "concerts", "sygehus", "stoffer"])
def test_a_word_that_only_sounds_like_an_illness_means_none(word: str) -> None:
    assert Spellings(["skoliose", "stroke", "klamydia", "concussion", "sygdom", "stoffri"]).meant(word) is None


def test_those_the_work_is_for_stay() -> None:
    assert redact("Dialyseafsnit, nyrepatienter").text == "Dialyseafsnit, nyrepatienter"


def test_a_rule_finds_nothing_without_what_it_needs() -> None:
    texts = [text for pair in TOLD_AND_OF_THE_TRADE for text in pair]
    missed = [
        (rule.kind, text)
        for rule, pattern in ALWAYS
        for text in texts
        if pattern.needed
        and pattern.pattern.search(text.lower() if pattern.lower else text)
        and not any(one in text.lower() for one in pattern.needed)
    ]

    assert missed == []
