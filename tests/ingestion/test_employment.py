"""What kind of employment an ad offers, and to how many."""

import pytest

from ingestion.employment import kind_of, openings_in
from ontology.kinds import PostingKind

KINDS = [
    ("Selvstændige truckførere til lager", "", "ordinary"),
    ("Truckfører", "Vi søger selvstændige truckførere, der kan arbejde uden opsyn.", "ordinary"),
    ("Lager", "Du er selvstændig og ansvarlig. Som selvstændig medarbejder planlægger du selv din dag.", "ordinary"),
    ("Kok", "Du arbejder selvstændigt og har styr på dit køkken.", "ordinary"),
    ("Virksomhedskonsulent", "Du har erfaring med fleksjobbere.", "ordinary"),
    ("Virksomhedskonsulent", "Du finder løntilskud og praktikpladser til borgerne.", "ordinary"),
    ("Lærer", "Vi har 400 elever, og du underviser elever i 5. klasse.", "ordinary"),
    ("Støttepædagog", "Du støtter elever med autisme.", "ordinary"),
    ("Pedel", "Stillingen er ikke et fleksjob.", "ordinary"),
    ("Sælger", "Fast løn plus provision.", "ordinary"),
    ("Kok", "Weekendarbejde i højsæsonen.", "ordinary"),
    ("Sygeplejerske", "Du koordinerer vikarpoolen og tilkaldevikarerne.", "ordinary"),
    ("Pedel i fleksjob", "", "flexjob"),
    ("Pedel", "Stillingen kan også besættes som fleksjob.", "flexjob"),
    ("Kontormedarbejder med løntilskud", "", "wage subsidy"),
    ("Tømrerlærling søges", "", "apprentice"),
    ("Elev til bageri", "", "apprentice"),
    ("Kontorelev", "", "apprentice"),
    ("Bageri", "Vi søger en ny elev til august.", "apprentice"),
    ("Smed", "Vi har en ledig læreplads.", "apprentice"),
    ("Studiejob i butik", "", "student"),
    ("Studentermedhjælper til HR", "", "student"),
    ("Freelance tekstforfatter", "", "self-employed"),
    ("Telefonsælger", "Lønnen er ren provision.", "commission"),
    ("Tilkaldevikar til børnehave", "", "on call"),
    ("Teknisk servicemedarbejder", "Der indgår tilkald cirka hver tredje uge.", "ordinary"),
    ("Elektriker", "Du deltager i tilkald og er med i tilkaldevagten.", "ordinary"),
    ("Afløser på tilkald", "", "on call"),
    ("SOSU-hjælper til vikarpool", "", "on call"),
    ("Barselsvikar til bogholderiet", "", "temporary"),
    ("Lærer", "Stillingen er et vikariat til 31. juli.", "temporary"),
    ("Jordbærplukkere, sæsonarbejde", "", "temporary"),
    ("Frivillige søges til besøgstjeneste", "", "unpaid"),
    ("Virksomhedspraktik på lager", "", "unpaid"),
]


@pytest.mark.parametrize(("title", "body", "expected"), KINDS)
def test_the_kind_of_employment_is_what_is_offered_not_what_is_spoken_of(title: str, body: str, expected: str) -> None:
    assert kind_of(title, body) == PostingKind(expected)


def test_the_record_says_the_kind_first() -> None:
    assert kind_of("Pedel", "", "Fleksjob") is PostingKind.FLEXJOB


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("", "Vi søger to pædagoger til vores børnehave.", 2),
        ("3 stillinger som SOSU-assistent", "", 3),
        ("", "Vi har 4 ledige stillinger på afdelingen.", 4),
        ("12 medarbejdere til lager", "", 12),
        ("To erfarne tømrere søges", "", 2),
        ("", "Vi er 34 kolleger og mangler 3-4 mere.", 3),
        ("", "Hospitalet får nu 7 nye medarbejdere.", 7),
        ("", "Vi søger en kollega med to års erfaring.", 1),
        ("", "Vi mangler to timers hjælp om ugen.", None),
        ("", "Vi har 12 afdelinger.", None),
        ("", "Du får seks ugers oplæring.", None),
        ("", "We are looking for a cook who likes to see food.", None),
        ("Pædagog", "Vi glæder os til at høre fra dig.", None),
    ],
)
def test_the_number_of_openings_counts_people(title: str, body: str, expected: int | None) -> None:
    assert openings_in(title, body) == expected
