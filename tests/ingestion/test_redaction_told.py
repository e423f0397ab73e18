"""What befell the writer goes, and the same words of the trade stay."""

import pytest

from ingestion.redaction import DocumentKind, redact

GOES = [
    ("Efter ti år på kontor brændte jeg ud, og nu vil jeg bruge hænderne.", "brændte jeg ud"),
    ("Stoppede på rampen efter en diskusprolaps.", "diskusprolaps"),
    ("Jeg kan arbejde 30 timer, for sovemedicinen er lige trappet ud.", "sovemedicinen"),
    ("In 2021 I lost a baby and took antidepressants.", "lost a baby"),
    ("Lever af ledighedsydelse til sommer.", "ledighedsydelse"),
    ("Arbejde\n2021-2025 møbelfabrik i Skive. Fabrik lukke. får kontanthjælp", "kontanthjælp"),
    ("Leasingen kunne vi ikke betale, og det hele gik på tvangsauktion.", "tvangsauktion"),
    ("Kørekortet røg på en promille i 25.", "promille"),
    ("Kørekort har jeg ikke, det røg på en promille i 25.", "promille"),
    ("Et halvt år uden kort efter en spritdom.", "spritdom"),
    ("I am a Brazilian physiotherapist.", "Brazilian"),
    ("Vokset op i det hjemmetyske mindretal.", "hjemmetyske"),
    ("Bilen røg, da Bent flyttede fra mig.", "flyttede fra mig"),
    ("Jeg stemmer rødere end formanden.", "rødere"),
    ("Før det boede jeg seks år på Hulemosen 3.", "Hulemosen 3"),
]
STAYS = [
    "Så gik jeg ned i lageret og hentede varer.",
    "Genoptræning af patienter efter en diskusprolaps.",
    "Dosering af sovemedicin til beboere.",
    "Sagsbehandler for borgere på ledighedsydelse.",
    "Behandlede tvangsauktioner i fogedretten.",
    "Kampagne om promillekørsel for unge.",
    "I am an Italian chef.",
    "I am a Christian Dior trained seller.",
    "Jeg flyttede fra Aarhus til Odense.",
    "Kørte skolebus: otteogfyrre unger hver morgen.",
    "Floors, windows, clean linen.",
    "Jeg arbejdede på Hotel Astoria 2.",
]


@pytest.mark.parametrize(("text", "gone"), GOES)
def test_what_befell_the_writer_is_hidden(text: str, gone: str) -> None:
    assert gone not in redact(text, DocumentKind.CV).text


@pytest.mark.parametrize("text", STAYS)
def test_the_same_words_of_the_trade_stay(text: str) -> None:
    assert redact(text, DocumentKind.CV).text == text
