"""What sounds private and is not stays; the same words said of the writer go."""

import pytest

from ingestion.redaction import redact

STAYS = [
    "Bliver ikke stresset når der er travlt",
    "Jeg kan se tidligt hvis en gris er syg",
    "Ressourcepædagog, herunder for et barn der fik medicin hos os",
    "I tested donor blood for HIV and hepatitis",
    "Bake in deck oven, clean the machines",
    "Blander sæben, jeg læser på flasken hvad den er",
    "Lønkørsel med pension, fagforeningskontingent og refusion af sygedagpenge",
    "Ledelse har jeg sagt nej til to gange",
    "At få en vred turistgruppe til at grine. Klager er jeg god til",
    "I Polen var jeg svejser på et værft",
    "i Ukraine: lærer i klasse 1-4, 14 år",
    "CNC har jeg aldrig haft med at gøre. Engelsk: nej",
]


@pytest.mark.parametrize("line", STAYS)
def test_what_sounds_private_and_is_not_stays_whole(line: str) -> None:
    assert redact(line).hidden == ()


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("Jeg blev stresset og gik ned", "stresset"),
        ("Min søn er syg", "syg"),
        ("I Iran boede jeg til 2015", "Iran"),
        ("I Syrien er jeg født", "Syrien"),
        ("mine børn der er syge", "syge"),
        ("Gået hjemme, først med vores to børn, der har haft brug for støtte", "børn"),
        ("I tested positive for HIV", "HIV"),
        ("mail: ole at firma.dk", "ole at firma.dk"),
        ("mail: ole (at) firma punktum dk", "firma"),
        ("mail: ole @ firma . dk", "firma"),
        ("skriv til pernille@post.example. Kørekort har jeg", "pernille"),
    ],
)
def test_the_same_words_said_of_the_writer_go(line: str, gone: str) -> None:
    assert gone not in redact(line).text


def test_what_stands_behind_an_address_and_a_full_stop_stays() -> None:
    assert redact("skriv til pernille@post.example. Kørekort har jeg").text.endswith(". Kørekort har jeg")
