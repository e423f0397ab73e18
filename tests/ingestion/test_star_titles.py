"""A title that STAR knows is read as STAR maps it, as surely as it stands to the occupation; others as before."""

from dataclasses import replace

import pytest

from ingestion.ad_shapes.posting import read_ad
from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.job_titles import JobTitle, StarUri, TitleLink, in_order
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation, TitleRelation
from ontology.people import DocumentId, ProfileId
from ontology.taxonomy import Taxonomy
from tests.conftest import occupation

PAGE = "http://star.example/rulle"
AD = {"id": "1", "title": "Kom og vær med", "body": "Vi glæder os.", "published": "2026-11-01"}


def title(number: int, label: str, page: str = "", **links: str) -> JobTitle:
    """Links by the name of an occupation and its relation."""
    made = (TitleLink(EscoUri(f"o/{name}"), TitleRelation(relation)) for name, relation in links.items())
    return JobTitle(StarUri(f"t/{number}"), label, page, None, in_order(made))


TITLES = (
    title(1, "Kok", butiksassistent="exact"),
    title(2, "Rullepølsemager", PAGE, kok="exact", butiksassistent="close"),
    title(3, "Suppehånd", kok="narrow", opvasker="broad", butiksassistent="broad"),
    title(4, "Rullebager, fin", kok="close", opvasker="close"),
    title(5, "Hattemager", hattemager="exact"),
    title(6, "OPS", opvasker="exact"),
)


@pytest.fixture
def plain(taxonomy: Taxonomy) -> Reader:
    return build_reader(taxonomy)


@pytest.fixture
def reader(taxonomy: Taxonomy) -> Reader:
    return build_reader(replace(taxonomy, job_titles=TITLES))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rullepølsemager", [("o/kok", 1.0), ("o/butiksassistent", 0.475)]),
        ("Erfaren rullepølsemager søges til nyt køkken", [("o/kok", 1.0), ("o/butiksassistent", 0.475)]),
        ("rullepølsemageren", [("o/kok", 1.0), ("o/butiksassistent", 0.475)]),
        ("Kok", [("o/butiksassistent", 1.0)]),
        ("Suppehånd", [("o/kok", 0.9), ("o/butiksassistent", 0.375), ("o/opvasker", 0.25)]),
    ],
)
def test_a_title_is_as_sure_as_its_relation_and_less_with_each_before_it(
    reader: Reader, text: str, meant: list[tuple[str, float]]
) -> None:
    found = reader.occupation_of(text)

    assert dict(found) == pytest.approx(dict(meant))
    assert found[0][0] == meant[0][0]


def test_the_relation_is_told(reader: Reader) -> None:
    assert [one.relation.value for one in reader.star_meanings("Suppehånd")] == ["narrow", "broad", "broad"]


def test_of_two_that_stand_alike_the_likelier_goes_first() -> None:
    names = ("hestepasser", "kattepasser")
    links = tuple(TitleLink(EscoUri(f"o/{one}"), TitleRelation.CLOSE) for one in names)
    occupations = tuple(occupation(one, "5164") for one in names)
    titles = (
        JobTitle(StarUri("t/1"), "Kattepasser", links=links),
        JobTitle(StarUri("t/2"), "Hestepasser", links=links),
    )
    reader = build_reader(Taxonomy("test", (), (), occupations, (), job_titles=titles))

    assert [uri for uri, _ in reader.occupation_of("Kattepasser")] == ["o/kattepasser", "o/hestepasser"]
    assert [uri for uri, _ in reader.occupation_of("Hestepasser")] == ["o/hestepasser", "o/kattepasser"]


@pytest.mark.parametrize("text", ["Hattemager", "Butiksassistent", "opvasker til nat", "noget helt andet"])
def test_what_star_does_not_map_into_the_release_is_read_as_without_star(
    reader: Reader, plain: Reader, text: str
) -> None:
    assert reader.occupation_of(text) == plain.occupation_of(text)


def test_the_ranking_of_titles_never_uses_star(reader: Reader, plain: Reader) -> None:
    for one in TITLES:
        assert reader.titles.rank(one.label) == plain.titles.rank(one.label)


@pytest.mark.parametrize(
    "told",
    [
        {"occupations": ["t/2"]},
        {"occupations": [PAGE]},
        {"occupation_star": PAGE},
        {"occupation_star": {"uri": "t/2", "label": "Butiksassistent"}},
        {"occupation_star": {"label": "Rullepølsemager"}},
        {"occupation_star": "Rullepølsemager"},
    ],
)
def test_an_ad_that_carries_a_title_of_stars_is_for_what_it_is_mapped_to(
    reader: Reader, plain: Reader, told: dict[str, object]
) -> None:
    found = read_ad({**AD, **told}, "x", reader)[0].occupations

    assert [(one.occupation, one.confidence) for one in found][:2] == [("o/kok", 1.0), ("o/butiksassistent", 0.475)]
    assert read_ad({**AD, **told}, "x", plain)[0].occupations[:1] != found[:1]


def test_the_sources_own_esco_goes_before_star(reader: Reader) -> None:
    told = {"occupations": ["o/opvasker"], "occupation_star": "Rullepølsemager"}

    assert read_ad({**AD, **told}, "x", reader)[0].occupations[0].occupation == "o/opvasker"


def test_a_cv_that_names_a_title_of_stars_has_held_its_occupation(reader: Reader, plain: Reader) -> None:
    text = "Erfaring\n\nJeg har arbejdet som rullepølsemager i ti år.\n\n2015-2019 Suppehånd, Gryden\n"
    raw = RawText("cv.txt", DocumentId("d"), text)
    held = {one.title: one.occupation for one in read_cv(raw, ProfileId("p"), reader)[0].held}

    assert held["Suppehånd"] == "o/kok"
    assert {"o/kok"} == set(held.values())
    assert read_cv(raw, ProfileId("p"), plain)[0].held == ()


@pytest.mark.parametrize(("text", "held"), [("som OPS", ["OPS"]), ("som ops", []), ("som rullebager, fin", [])])
def test_a_sentence_is_searched_for_titles_of_one_occupation_and_capitals_are_kept(
    reader: Reader, text: str, held: list[str]
) -> None:
    raw = RawText("cv.txt", DocumentId("d"), f"Jeg har været ansat {text}.")

    assert [one.title for one in read_cv(raw, ProfileId("p"), reader)[0].held] == held


def test_without_titles_the_lexicon_of_occupations_is_untouched(plain: Reader) -> None:
    assert plain.star.over(plain.occupations) is plain.occupations


def test_a_group_alone_says_nothing_of_the_occupation() -> None:
    cook = Occupation(EscoUri("o/kok"), IscoCode("5120"), "5120.1", Labels({DANISH: "kok"}))
    links = (TitleLink(EscoUri("isco/5120"), TitleRelation.NARROW),)
    taxonomy = Taxonomy("test", (), (), (cook,), (), job_titles=(JobTitle(StarUri("t/1"), "Grydevogter", links=links),))

    assert build_reader(taxonomy).star_meanings("Grydevogter") == ()
