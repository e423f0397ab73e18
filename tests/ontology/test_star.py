"""STAR's files become titles with their relations, however they were saved; nothing of them is lost unsaid."""

import zipfile
from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.esco import read_esco
from ontology.job_titles import JobTitle, StarUri, TitleLink, astray, in_order, placed
from ontology.kinds import EscoUri, IscoCode, TitleRelation
from ontology.star import read_star
from ontology.taxonomy import Taxonomy

TITLES = (
    "kind,star_uri,star_notation,label_da,isco08_code,isco08_title_da,star_url\r\n"
    'stillingsbetegnelse,t/1,5223.1,"Ekspedient, garn",5223,Salg,http://star.example/a\r\n'
    "stillingsbetegnelse,t/2,5120.1,Køkkenhånd,512,Kok,http://star.example/b\r\n"
    "erhvervsområde,t/9,9,Handel,,,\r\n"
)
MAPPING = (
    "esco_uri,esco_label_da,star_uri,star_label_da,star_url,relation\r\n"
    "o/opvasker,opvasker,t/2,Køkkenhånd,http://star.example/b,skos:narrowMatch\r\n"
    "o/kok,kok,t/2,Køkkenhånd,http://star.example/b,http://www.w3.org/2004/02/skos/core#broadMatch\r\n"
    'o/butiksassistent,butiksassistent,t/1,"Ekspedient, garn",,closeMatch\r\n'
    "isco/5223,Salgsarbejde,t/1,,,exact\r\n"
)
MORE = (
    "esco_uri,esco_label_da,star_uri,star_label_da,star_url,relation\n"
    "o/hattemager,hattemager,t/3,Hattemager,,skos:exactMatch\n"
    "o/kok,kok,t/2,,,skos:broadMatch\n"
    "o/kok,kok,t/1,,,skos:relatedMatch\n"
    ",,t/1,,,skos:exactMatch\n"
    "o/kok,kok,t/4,,,skos:exactMatch\n"
    "o/kok,kok,t/9,Handel,,skos:exactMatch\n"
)


def written(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / f"{name}.csv").write_bytes(data)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, star_stillingsbetegnelser=TITLES, star_esco_mapping_1=MAPPING, star_esco_mapping_2=MORE)


def test_a_title_has_its_address_its_unit_group_and_its_relations_in_order(folder: Path, taxonomy: Taxonomy) -> None:
    titles, _ = read_star([folder], taxonomy)

    assert titles[0] == JobTitle(
        StarUri("t/1"),
        "Ekspedient, garn",
        "http://star.example/a",
        IscoCode("5223"),
        (
            TitleLink(EscoUri("isco/5223"), TitleRelation.EXACT),
            TitleLink(EscoUri("o/butiksassistent"), TitleRelation.CLOSE),
        ),
    )
    assert [(link.concept, link.relation.value) for link in titles[1].links] == [
        ("o/kok", "broad"),
        ("o/opvasker", "narrow"),
    ]


def test_what_is_left_out_or_leads_nowhere_is_counted_and_named_and_the_rest_goes_on(
    folder: Path, taxonomy: Taxonomy
) -> None:
    titles, report = read_star([folder], taxonomy)

    assert [one.label for one in titles] == ["Ekspedient, garn", "Køkkenhånd", "Hattemager"]
    assert report.rows == {
        "star_esco_mapping_1.csv": 4,
        "star_esco_mapping_2.csv": 6,
        "star_stillingsbetegnelser.csv": 3,
    }
    assert report.left_out == {
        "kind erhvervsområde": 1,
        "relation 'skos:relatedMatch' unknown": 1,
        "link without title or concept": 1,
        "link of a title that has no label": 1,
        "link given twice": 1,
    }
    assert report.missing == {"o/hattemager": "hattemager"}
    assert report.unmapped == ("Hattemager",)
    assert [(title.label, link.concept) for title, link in astray(titles, taxonomy.mappable)] == [
        ("Hattemager", "o/hattemager")
    ]


@pytest.mark.parametrize(("mark", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16")])
def test_the_titles_are_the_same_however_the_file_was_saved(
    tmp_path: Path, taxonomy: Taxonomy, mark: str, encoding: str
) -> None:
    table = "star_uri,LABEL_DA ,kind\nt/2, Køkken  hånd – nat ,\n\n".replace(",", mark)
    (titles, _) = read_star([written(tmp_path, star_a=table.encode(encoding))], taxonomy)

    assert [one.label for one in titles] == ["Køkken hånd – nat"]


def test_a_dash_that_was_lost_in_latin_1_is_a_dash_again(tmp_path: Path, taxonomy: Taxonomy) -> None:
    titles, _ = read_star([written(tmp_path, star_a="star_uri,label_da\nt/1,Sælger \x96 cykler\n")], taxonomy)

    assert titles[0].label == "Sælger – cykler"


def test_files_folder_and_zip_give_the_same_titles(folder: Path, taxonomy: Taxonomy, tmp_path: Path) -> None:
    files = sorted(folder.glob("*.csv"))
    with zipfile.ZipFile(tmp_path / "star.zip", "w") as archive:
        for file in files:
            archive.write(file, f"STAR/{file.name.upper()}")
    whole = read_star([folder], taxonomy)[0]

    assert read_star([tmp_path / "star.zip"], taxonomy)[0] == whole
    assert read_star(files, taxonomy)[0] == whole
    assert read_star(files[::-1], taxonomy)[0] == whole


def test_a_file_named_by_its_path_is_known_by_its_columns(tmp_path: Path, taxonomy: Taxonomy) -> None:
    titles, _ = read_star([written(tmp_path, udtræk=MORE) / "udtræk.csv"], taxonomy)

    assert [one.label for one in titles] == ["Handel", "Hattemager"][::-1]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no file star_"),
        ({"star_x": "a;b\n1;2\n"}, r"star_x\.csv has the columns a, b; STAR's have star_uri, label_da or esco_uri"),
        ({"star_x": ""}, "has the columns"),
        ({"star_x": "star_uri,label_da\n,\n"}, r"no job title in star_x\.csv"),
    ],
)
def test_what_holds_no_titles_is_an_error_that_names_it(
    tmp_path: Path, taxonomy: Taxonomy, files: dict[str, str], said: str
) -> None:
    with pytest.raises(OntologyError, match=said):
        read_star([written(tmp_path, **files)], taxonomy)


def test_a_path_where_nothing_is_is_an_error_that_names_it(tmp_path: Path, taxonomy: Taxonomy) -> None:
    with pytest.raises(OntologyError, match="no file or folder at"):
        read_star([tmp_path / "none.csv"], taxonomy)


def test_of_two_relations_to_one_concept_the_firmer_stands() -> None:
    exact, broad = (TitleLink(EscoUri("o/kok"), one) for one in (TitleRelation.EXACT, TitleRelation.BROAD))

    assert in_order([broad, exact]) == (exact,)


def test_only_what_a_title_is_exactly_or_closely_has_a_place_in_denmark() -> None:
    links = tuple(TitleLink(EscoUri(f"o/{one.value}"), one) for one in TitleRelation)

    assert placed([JobTitle(StarUri("t/1"), "Titel", links=links)]) == {"o/exact", "o/close"}


@pytest.mark.real_data
def test_the_part_that_is_at_hand_has_183_titles_and_343_relations(reference_data: Path) -> None:
    taxonomy, _ = read_esco([reference_data / "esco" / "en", reference_data / "esco" / "da"])
    titles, report = read_star([reference_data / "denmark"], taxonomy)
    links = [link for one in titles for link in one.links]
    of = {relation: sum(link.relation is relation for link in links) for relation in TitleRelation}

    assert (len(titles), len(links)) == (183, 343)
    assert list(of.values()) == [154, 106, 48, 35]
    assert (report.left_out, report.missing, report.unmapped) == ({}, {}, ())
    assert all(one.page and one.isco for one in titles)
