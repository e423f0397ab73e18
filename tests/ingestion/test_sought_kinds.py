"""What kind of post a CV says to seek; what was, and what a flexjob would tell of an illness, is not kept."""

import pytest

from ingestion.sought_kinds import kinds_in
from ontology.kinds import PostingKind

APPRENTICE, UNPAID, SUBSIDY, STUDENT = (
    PostingKind.APPRENTICE,
    PostingKind.UNPAID,
    PostingKind.WAGE_SUBSIDY,
    PostingKind.STUDENT,
)
TEMPORARY, ON_CALL = PostingKind.TEMPORARY, PostingKind.ON_CALL


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Jeg leder efter en læreplads som smed", (APPRENTICE,)),
        ("Hovedforløb 1-3 gennemført, mangler svendeprøven, fordi lærepladsen gik konkurs i maj 2026.", (APPRENTICE,)),
        ("Jeg vil gerne have job med løntilskud\neller praktik i et køkken.", (SUBSIDY, UNPAID)),
        ("Søger et studiejob 10-15 timer", (STUDENT,)),
        ("Jeg søger elevplads som kok fra 1. august 2027", (APPRENTICE,)),
        ("lager eller butik. løntilskud er ok", (SUBSIDY,)),
        (
            "per, 40\n2010-2019 kasse i Fakta\nvar i løntilskud 2020\nsøger butik, løntilskud er fint\nhar bil",
            (SUBSIDY,),
        ),
        ("Indtil da et studiejob", (STUDENT,)),
        ("Vil gerne være murer, eller starte som sosu elev", (APPRENTICE,)),
        ("ØNSKER\nEt studiejob eller ferievikariat i juli", (STUDENT, TEMPORARY)),
        ("Det siger jeg ja til\nbarselsvikariat som bibliotekar", (TEMPORARY,)),
        ("fuld tid, vikar er osse cool", (TEMPORARY,)),
        ("Vil gerne være tilkaldevikar", (ON_CALL,)),
        ("DET SØGER JEG\nVirksomhedspraktik på et apotek", (UNPAID,)),
        ("Jeg har aftalt med jobcentret at jeg må komme ud i løntilskud.", (SUBSIDY,)),
    ],
)
def test_what_is_sought_is_read(text: str, kinds: tuple[PostingKind, ...]) -> None:
    assert kinds_in(text) == tuple(kind for kind in PostingKind if kind in kinds)


@pytest.mark.parametrize(
    "text",
    [
        "I foråret var jeg 4 uger i virksomhedspraktik, men nu vil jeg have et rigtigt job.",
        "IT-medarbejder, ansat i løntilskud, 2018",
        "Praktik på studiet, ti uger",
        "Erhvervspraktik i 8. klasse, det vil jeg gerne fortælle om",
        "Jeg er bevilget fleksjob og søger 12 timer om ugen",
        "Jeg søger arbejde som lærer",
        "Løse tilkald er jeg ikke interesseret i",
        "Gerne dagarbejde, tilkaldevagt er i orden",
        "Mit vikariat udløber, så jeg søger nyt arbejde",
        "Jeg søger fast arbejde, nu er jeg i et vikariat",
        "Jeg søger job, men ikke løntilskud",
        "Jeg søger job og vil ikke være elev eller have en læreplads",
        "Som elev hos en bager lærte jeg at møde tidligt",
        "",
    ],
)
def test_what_was_and_a_flexjob_are_not_kept(text: str) -> None:
    assert kinds_in(text) == ()
