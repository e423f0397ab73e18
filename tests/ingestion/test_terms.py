"""A whole ad and a whole CV: what is stated beside skills, each with its place."""

from pathlib import Path

import pytest

from ingestion.ads import read_posting
from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.esco import read_esco
from ontology.kinds import Importance, PostingKind, Shift
from ontology.people import DocumentId, ProfileId
from ontology.vacancies import Exertion

STARTER = Path(__file__).parents[2] / "ontology" / "starter"
BODY = """Vi søger to kokke til vores restaurant på Nørrebro.

Vi er en engageret arbejdsplads, hvor der tales italiensk.

Dine opgaver
- lave mad til 80 gæster

Kvalifikationer
- du har mindst 2 års erfaring
- du taler godt dansk
- engelsk er en fordel
- tysk kræves ikke

Stillingen er på 30-37 timer med aftenvagter, og der er tunge løft. Ansøgningsfrist: 10. december 2026.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(read_esco([STARTER / "en", STARTER / "da"])[0])


def test_an_ad_states_its_terms_and_demands(reader: Reader) -> None:
    record = {"id": "1", "title": "Kok", "body": BODY, "published": "2026-11-25"}
    ad, document = read_posting(record, "x", reader)

    assert (str(ad.deadline), ad.kind, ad.openings) == ("2026-12-10", PostingKind.ORDINARY, 2)
    assert [one.postcode for one in ad.workplaces] == ["2200"]
    assert (ad.terms.hours_min, ad.terms.hours_max) == (30, 37)
    assert (ad.terms.shifts, ad.terms.exertions) == ((Shift.EVENING,), (Exertion.HEAVY_LIFTING,))
    assert [(one.years_min, one.importance) for one in ad.experience] == [(2, Importance.MUST)]
    assert {one.language: (one.level, one.importance) for one in ad.languages} == {
        "da": ("B2", Importance.MUST), "en": (None, Importance.NICE), "de": (None, None),
    }  # fmt: skip
    places = [p for one in ad.languages for p in one.evidence] + [p for one in ad.experience for p in one.evidence]
    assert all(document.text[one.start : one.end] == one.text for one in places)


def test_a_cv_says_what_is_spoken_and_how_well(reader: Reader) -> None:
    text = "Anna\n\nErfaring\n2015-2020 Kok, Dansk Mad A/S\n\nSprog\nPolsk: modersmål\nDansk: PD2\nTysk\n"
    found, _ = read_cv(RawText("cv.txt", DocumentId("d"), text), ProfileId("p"), reader)

    assert {one.language: one.level for one in found.speaks} == {"pl": "C2", "da": "B1", "de": None}
