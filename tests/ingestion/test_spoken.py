"""Languages and their levels, as ads and CVs say them."""

import pytest

from ingestion.spoken import languages_alone, languages_in

CASES = [
    ("Du taler flydende dansk og engelsk.", "da C1, en C1"),
    ("Dansk på forhandlingsniveau.", "da C1"),
    ("Bestået PD2.", "da B1"),
    ("Du har Prøve i Dansk 3.", "da B2"),
    ("Prøve i Dansk 1 er nok.", "da A2"),
    ("Studieprøven er bestået.", "da C1"),
    ("Du forstår og taler lidt dansk.", "da A2"),
    ("Engelsk i skrift og tale.", "en B2"),
    ("Engelsk på B2-niveau.", "en B2"),
    ("Dansk (B1) og engelsk (C1).", "da B1, en C1"),
    ("Dansk, engelsk og tysk i skrift og tale.", "da B2, en B2, de B2"),
    ("Lidt dansk og godt engelsk.", "da A2, en B2"),
    ("Godt dansk, både mundtligt og i rapporter.", "da B2"),
    ("Du taler og skriver dansk uden problemer.", "da C1"),
    ("Tysk er et stort plus.", "de"),
    ("Dansk: modersmål, engelsk: flydende, tysk: begynder.", "da C2, en C1, de A2"),
    ("Polsk modersmål, dansk lidt, engelsk flydende.", "pl C2, da A2, en C1"),
    ("Gode danskkundskaber.", "da B2"),
    ("Basic Danish and fluent English.", "da A2, en C1"),
    ("Fluent written and spoken English; Danish is an advantage.", "en C1, da"),
    ("Du kan begå dig på engelsk.", "en B1"),
    ("Du taler, skriver og forstår dansk.", "da B2"),
    ("English version below the Danish.", ""),
    ("Jeg taler dansk, tysk med turisterne og rimeligt engelsk.", "da, de, en B1"),
    ("Ukrainsk og russisk.", "uk, ru"),
    ("Engelsk flydende (B2)", "en B2"),
    ("dansk, engelsk (C1), tysk (B2), svensk til læsning.", "da, en C1, de B2, sv"),
    ("Engelsk: tale 4/5, skrift 3/5", "en B2"),
    ("Engelsk 5/5, tysk 2/5", "en C1, de A2"),
    ("Tysk ●●●○○", "de B1"),
    ("Engelsk ★★★★☆", "en B2"),
    ("Engelsk: godt", "en B2"),
    ("Tysk (begynder)", "de A2"),
    ("PD2", "da B1"),
    ("Læser PD3 nu", "da B1"),
    ("Danish: module 2.3 of DU3.", "da B1"),
    ("Jeg går til Prøve i Dansk 3", "da B1"),
    ("Prøve i Dansk 3 læser jeg nu", "da B1"),
    ("Prøve i Dansk 2 (i gang)", "da A2"),
    ("Studying for PD3", "da B1"),
    ("Bestået Prøve i Dansk 3, læser til sygeplejerske", "da B2"),
    ("Går til Studieprøven", "da B2"),
    ("Bestået Studieprøven", "da C1"),
    ("Dansk, engelsk på godt niveau, skoletysk", "da B2, en B2, de A2"),
    ("polsk + russisk modersmål", "pl C2, ru C2"),
    ("Norsk og dansk, begge som modersmål", "no C2, da C2"),
    ("dansk perfekt, eng helt ok", "da C1, en B1"),
    ("eng B2", "en B2"),
    ("Køerne går på eng og mark", ""),
    ("tagalog mother language, nepali C1", "tl C2, ne C1"),
    ("Undervisning i dansk og matematik.", ""),
    ("Planter på danske containere.", ""),
    ("Kendskab til dansk lovgivning.", ""),
    ("Medlem af Dansk Metal.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_a_language_has_the_level_that_is_said_of_it(sentence: str, expected: str) -> None:
    found = [f"{one.language} {one.level or ''}".strip() for one in languages_in(sentence)]

    assert ", ".join(found) == expected


@pytest.mark.parametrize(
    ("sentence", "either"),
    [("Du taler dansk eller engelsk.", True), ("Du taler dansk og engelsk.", False), ("dansk/engelsk", True)],
)
def test_either_of_two_languages_will_do(sentence: str, either: bool) -> None:
    assert {one.either for one in languages_in(sentence)} == {either}


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Dansk eller engelsk.", True),
        ("Flydende dansk og engelsk", True),
        ("- Engelsk, B2", True),
        ("Dansk Metal er aftalepart.", False),
        ("Vores kunder taler tysk.", False),
        ("Vi glæder os.", False),
    ],
)
def test_a_line_of_languages_alone_is_known(sentence: str, alone: bool) -> None:
    assert languages_alone(sentence, languages_in(sentence)) is alone


@pytest.mark.parametrize(
    ("sentence", "in_words"),
    [("Rimeligt engelsk.", True), ("Engelsk B1.", False), ("Bestået PD2.", False), ("Taler engelsk.", False)],
)
def test_a_level_in_plain_words_is_told_from_one_that_is_stated(sentence: str, in_words: bool) -> None:
    assert [one.in_words for one in languages_in(sentence)] == [in_words]
