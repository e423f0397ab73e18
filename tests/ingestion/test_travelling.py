"""A car of one's own, what goes without, and how far: in the words that people use."""

import pytest

from ingestion.requirements import units
from ingestion.travelling import means_in, minutes_in
from ontology.people import Means

CAR, WITHOUT = (
    (
        "Kørekort B. Bil.",
        "Kørekort B+E, egen varevogn.",
        "Kørekort B og egen varebil.",
        "Trailerkort, gammel kassevogn.",
        "We have two cars.",
        "Jeg kører i min egen kassevogn med værktøj",
        "Har Berlingo på hvide plader",
        "Min gamle Skoda kører stadig",
        "BMW fra 2006, selv repareret",
        "Bil: ja, en Toyota Aygo",
        "Vi har lige fået bil nummer to",
        "Vi har to biler hjemme, en er min.",
        "- bil\n- kørekort",
        "Jeg må køre bil igen og har en",
        "kørekort og en lille Toyota, kører gerne op til en time",
        "Kørekort, bil. Engelsk og tysk",
        "har en gamel stationcar så jeg kommer frem",
        "Bilen er min egen",
        "bil har vi, højst en halv time",
        "30 timer, bil, op til 40 minutter",
        "Har både bil og motorcykel",
        "I bil kører jeg gerne langt",
        "Car: yes",
    ),
    (
        "Vi har én bil, og den tager min mand på arbejde",
        "vi har kun én bil og den bruger min mand",
        "Har intet kørekort, jeg cykler",
        "Bil nej",
        "bil har vi ikke",
        "bil har jeg ik",
        "hverken kørekort eller bil",
        "Bil: no",
        "Kørekort ja, bil ikke.",
        "mangler egen bil",
        "bil     solgt i 2024",
        "Firmabilen er afleveret",
        "Jeg har en scooter",
        "Knallert og cykel, aldrig haft kørekort",
        "Kører på knallert, tager køretimer til bil lige nu.",
        "Kørekortet er i hus, men der er ikke råd til bil endnu",
        "Jeg går til kørekort. Indtil da kører min mor mig",
        "Vi har kun den ene bil, og min mand er kørt kl. 5.45.",
    ),
)
NOT_SAID = (
    "Kørekort B",
    "Mekaniker, Toyota Odense 2010-2014",
    "Ansat hos Ford fra 2005 til 2010",
    "Har solgt biler",
    "egen servicebil",
    "pizzabud i firmaets bil",
    "Mekaniker: traktor, bil, truck",
    "Lakerede to biler om dagen",
    "Kørte bus, bil, taxa",
)
"""A licence, the firm's car, and cars that are worked on tell of none."""


@pytest.mark.parametrize(
    ("text", "means"),
    [
        *((text, Means.CAR) for text in CAR),
        *((text, Means.TRANSIT) for text in WITHOUT),
        *((text, None) for text in NOT_SAID),
    ],
)
def test_a_car_that_is_there_or_not_is_told_in_many_words(text: str, means: Means | None) -> None:
    assert means_in(text) is means


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Det må gerne tage en halv time at komme derhen", 30),
        ("Vi har én bil, den tager min mand.\nJeg cykler, og 25 minutter er fint, også i regn", 25),
        ("så helst under 30 minutter.", 30),
        ("inden for 20-25 minutter i bil fra Vejle", 25),
        ("Egen bil. Ikke mere end tre kvarter hver vej", 45),
        ("Hillerød station ligger 5 min herfra. Jeg vil rejse op til en time med tog.", 60),
        ("Jeg kan højst stå op 30 minutter ad gangen", None),
        ("15 timer om ugen, vagter på to timer", None),
        ("må turen ikke tage over 25 minutter.", 25),
        ("en time og et kvarter hver vej går an", 75),
        ("halvanden time i tog hver vej", 90),
        ("Kurset tog to timer og handlede om båd", None),
        ("Taler engelsk", None),
        ("har bil, en halv time så er det nok", 30),
        ("Egen bil, tre kvarter højst.", 45),
        ("bil ja, men gammel, så 25 min højst", 25),
        ("kør gern en time", 60),
        ("30 minutter er nok.", 30),
        ("10 minutter er nok til en vask", None),
        ("Kørte lastbil 2 timer hver nat", None),
    ],
)
def test_how_long_a_journey_may_take(text: str, minutes: int | None) -> None:
    assert minutes_in(text, units(text)) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("Egen bil. Jeg kan køre 50 km.", 55), ("Ingen bil. Vil cykle højst 10 kilometer", 28), ("Har løbet 10 km", None)],
)
def test_kilometres_are_taken_as_minutes_by_the_means_that_there_is(text: str, minutes: int | None) -> None:
    assert minutes_in(text, units(text)) == minutes
