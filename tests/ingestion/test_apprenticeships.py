"""A trade learnt, told in a sentence, and school years and degrees without the name of an examination."""

import pytest

from ingestion.apprenticeships import apprenticeships
from ingestion.general_schooling import general_schooling
from ingestion.reader import Reader, build_reader
from ingestion.requirements import units
from ingestion.sections import sections
from ontology.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Var i lære som murer på Als og blev svend i 1999.", ["edu-bricklayer"]),
        ("1990-1994 murerlærling og svendebrev", ["edu-bricklayer"]),
        ("kontorelev i et spedition, blev færdig", ["edu-office"]),
        ("Jeg blev tømrer i 2004 og flyttede", ["edu-carpenter"]),
        ("blev udlært smed 2011", ["edu-smith"]),
        ("blev skov- og naturtekniker i 2006", ["edu-forester"]),
        ("blev færdiguddannet som kok i 2011", ["edu-chef"]),
        ("Jeg er kok af uddannelse", ["edu-chef"]),
        ("murer, udlært 1998", ["edu-bricklayer"]),
        ("frisør (udlært)", ["edu-hairdresser"]),
        ("slagterlærling, stoppede efter et år, ik svend", []),
        ("I lære som kok, mangler svendeprøve", []),
        ("kontorelev, færdig til sommer", []),
        ("blev chauffør i 2012", []),
        ("blev kok på et hotel i 2012", []),
        ("underviste elever, blev færdig kl 14", []),
    ],
)
def test_a_trade_is_learnt_where_the_sentence_says_so(text: str, codes: list[str], reader: Reader) -> None:
    assert [code for code, _, _ in apprenticeships(text, tuple(units(text)), reader)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("9. klasse", ["edu-basic"]),
        ("Skole: 10. klasse.", ["edu-10"]),
        ("9. + 10. kl. i Ribe", ["edu-basic", "edu-10"]),
        ("folkeskole 9 kl, kørekort", ["edu-basic"]),
        ("gik ud af 9. klasse i 1988", ["edu-basic"]),
        ("gik ud af 7. klasse", []),
        ("9. klasse, men droppede ud", []),
        ("9. klasse ja, droppede hf", ["edu-basic"]),
        ("Lærer, 9. klasse", []),
        ("vikar i 8. og 9. klasse", []),
        ("går i 10. klasse", []),
        ("Skole: gymnasium, færdig i Polen", ["edu-gymnasium"]),
        ("pedel på et gymnasium 2010", []),
        ("bachelor fra universitet i Kyiv", ["edu-bachelor"]),
        ("jeg skriver bachelor.", []),
        ("bachelor, afbrudt", []),
    ],
)
def test_school_years_and_degrees_that_were_finished(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in general_schooling(text, sections(text))] == codes
