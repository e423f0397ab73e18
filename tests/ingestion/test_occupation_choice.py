"""The text of an ad decides among what its headline may mean, and how sure that is follows."""

from dataclasses import replace

import numpy as np
import pytest

from ingestion.errors import IngestionError
from ingestion.occupation_choice import FEATURES, load_model
from ingestion.occupation_profiles import occupation_skills, occupation_words
from ingestion.reader import Reader, build_reader
from ingestion.telling_words import telling_words
from ingestion.weights import shares_of
from ingestion.words import words
from ontology.job_titles import JobTitle, StarUri, TitleLink
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation, Skill, SkillKind, TitleRelation
from ontology.taxonomy import Pairs, Taxonomy

BANK, NURSERY, BUTCHER = (EscoUri(f"o/{name}") for name in ("bank", "vuggestue", "slagteri"))
ACCOUNT, CHILD, MEAT = (EscoUri(f"s/{name}") for name in ("konto", "barn", "kød"))


def _occupation(uri: EscoUri, label: str, isco: str) -> Occupation:
    return Occupation(uri, IscoCode(isco), f"{isco}.1", Labels({DANISH: label}))


def _skill(uri: EscoUri, label: str) -> Skill:
    return Skill(uri, SkillKind.SKILL, None, Labels({DANISH: label}))


TAXONOMY = Taxonomy(
    "test",
    (_skill(ACCOUNT, "oprette bankkonti"), _skill(CHILD, "passe småbørn"), _skill(MEAT, "udbene kød")),
    (),
    (
        _occupation(BANK, "assistent i bank", "4211"),
        _occupation(NURSERY, "assistent i vuggestue", "5311"),
        _occupation(BUTCHER, "assistent i slagteri", "7511"),
    ),
    (),
    essential=Pairs.of([(0, 0), (1, 1), (2, 2)]),
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(TAXONOMY)


def _read(reader: Reader, title: str, employer: str, body: str) -> tuple[tuple[EscoUri, float], ...]:
    row = tuple(words(body))
    named = [mention.uri for mention in reader.skills_among(row)]
    return reader.occupations_of(title, reader.chooser.text(f"{title} {employer}", row, named))


@pytest.mark.parametrize(
    ("employer", "body", "meant"),
    [
        ("", "Du skal oprette bankkonti for kunderne.", BANK),
        ("", "Du skal passe småbørn hele dagen.", NURSERY),
        ("", "Du skal udbene kød ved bånd.", BUTCHER),
        ("Vuggestue Spiren", "Du er mødestabil.", NURSERY),
        ("Slagteri Nord", "Du er mødestabil.", BUTCHER),
    ],
)
def test_what_an_assistant_is_the_text_and_the_employer_tell(
    reader: Reader, employer: str, body: str, meant: EscoUri
) -> None:
    assert _read(reader, "Assistent", employer, body)[0][0] == meant


def test_a_text_that_tells_makes_the_choice_surer(reader: Reader) -> None:
    told = dict(_read(reader, "Assistent", "", "Du skal oprette bankkonti for kunderne."))
    silent = dict(_read(reader, "Assistent", "", "Du er mødestabil."))

    assert told[BANK] > silent.get(BANK, 0)


def test_what_neither_headline_nor_text_names_is_not_sure(reader: Reader) -> None:
    assert all(sure < 0.5 for _, sure in _read(reader, "Xyz", "", "Qqq www."))


def test_a_headline_that_star_knows_is_answered_by_star_whatever_the_text_says() -> None:
    link = TitleLink(BUTCHER, TitleRelation.EXACT)
    reader = build_reader(replace(TAXONOMY, job_titles=(JobTitle(StarUri("t/1"), "Assistent", links=(link,)),)))

    assert _read(reader, "Assistent", "", "Du skal oprette bankkonti.") == ((BUTCHER, 1.0),)


def test_a_word_of_few_unit_groups_says_more_of_its_occupation_than_of_others() -> None:
    found = occupation_words(TAXONOMY, (), (), telling_words(TAXONOMY.skills, ())).like({"vuggestu": 1})

    assert found.argmax() == 1
    assert found[0] == found[2] == 0


def test_a_skill_says_only_of_the_occupations_that_have_it() -> None:
    assert np.flatnonzero(occupation_skills(TAXONOMY).like([MEAT, EscoUri("s/unknown")])).tolist() == [2]


def test_without_occupations_none_is_chosen() -> None:
    assert _read(build_reader(Taxonomy("empty", (), (), (), ())), "Kok", "", "Du laver mad.") == ()


def test_shares_sum_to_one_however_large_the_scores() -> None:
    assert shares_of(np.array([900.0, 901.0, -900.0], np.float32)).sum() == pytest.approx(1)


@pytest.mark.parametrize("encoder", ["none", "packaged"])
def test_the_model_values_what_the_text_says(encoder: str) -> None:
    weights = dict(zip(FEATURES, load_model(encoder).weights.tolist(), strict=True))

    assert all(weights[name] > 0 for name in ("skills", "words", "headline", "share_whole", "ours_first"))


def test_a_model_that_is_not_there_says_what_to_do() -> None:
    with pytest.raises(IngestionError, match="install the package again"):
        load_model("unheard of")
