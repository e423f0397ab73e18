"""The official package becomes a taxonomy, quirks and all."""

import zipfile
from pathlib import Path

import pytest

from ontology.errors import OntologyError, UnknownConceptError
from ontology.esco import read_esco
from ontology.kinds import DANISH, ENGLISH, EscoUri

TABLES = {
    "occupations_en.csv": (
        'conceptUri,iscoGroup,preferredLabel,altLabels,code\no/1,5223,shop assistant ,"seller\nclerk",5223.1\n'
    ),
    "skills_en.csv": "conceptUri,skillType,reuseLevel,preferredLabel\ns/1,,,sell\ns/2,knowledge,cross-sector,goods\n",
    "ISCOGroups_en.csv": "conceptUri,code,preferredLabel\ni/1,5223,Shop sales assistants\n",
    "skillGroups_en.csv": "conceptUri,code,preferredLabel\ng/1,S1,selling\n",
    "occupationSkillRelations.csv": (
        "occupationUri,relationType,skillType,skillUri\n"
        "o/1,essential,,s/1\no/1,optional,knowledge,s/2\no/1,optional,,s/1\no/gone,essential,,s/1\n"
    ),
    "broaderRelationsSkillPillar_en.csv": (
        "conceptType,conceptUri,broaderType,broaderUri\nK,s/1,SkillGroup,g/1\nK,s/9,K,s/1\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TABLES.items():
        (tmp_path / name).write_text("\ufeff" + text, encoding="utf-8", newline="")
    return tmp_path


def test_rows_that_point_nowhere_are_counted_and_left_out(folder: Path) -> None:
    taxonomy, report = read_esco([folder])

    assert (len(taxonomy.essential), len(taxonomy.optional), len(taxonomy.in_group)) == (1, 1, 1)
    assert sum(report.dangling.values()) == 2


def test_a_label_loses_its_trailing_space_and_keeps_its_alternatives(folder: Path) -> None:
    labels = read_esco([folder])[0].occupations[0].labels

    assert labels.all(ENGLISH) == ("shop assistant", "seller", "clerk")


def test_danish_comes_first_and_may_be_a_part_of_the_files(folder: Path, tmp_path: Path) -> None:
    danish = tmp_path / "da"
    danish.mkdir()
    (danish / "skills_da.csv").write_text("conceptUri,preferredLabel\ns/1,sælge\ns/77,ukendt\n", encoding="utf-8")
    taxonomy, report = read_esco([danish, folder])

    assert taxonomy.label(EscoUri("s/1")) == "sælge"
    assert taxonomy.label(EscoUri("s/2")) == "goods"
    assert report.dangling["skills: skill not in the whole release"] == 1
    assert taxonomy.languages() == (ENGLISH,)
    assert DANISH in taxonomy.skills[0].labels.preferred


def test_a_zip_gives_the_same_release_as_its_folder(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "esco.zip", "w") as archive:
        for name in TABLES:
            archive.write(folder / name, f"esco/{name}")

    assert read_esco([tmp_path / "esco.zip"])[0].skills == read_esco([folder])[0].skills


def test_a_folder_without_relations_is_an_error_that_names_them(folder: Path) -> None:
    (folder / "occupationSkillRelations.csv").unlink()

    with pytest.raises(OntologyError, match="lacks occupationSkillRelations"):
        read_esco([folder])


def test_a_file_without_a_column_is_an_error_that_names_it(folder: Path) -> None:
    (folder / "skills_en.csv").write_text("uri,label\nx,y\n", encoding="utf-8")

    with pytest.raises(OntologyError, match=r"skills_en\.csv .* lacks the column conceptUri"):
        read_esco([folder])


def test_what_is_not_esco_is_an_error_that_names_the_path(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="no ESCO tables"):
        read_esco([tmp_path])


def test_an_unknown_skill_is_named(folder: Path) -> None:
    with pytest.raises(UnknownConceptError, match="no skill 's/404'"):
        read_esco([folder])[0].skill_row(EscoUri("s/404"))


@pytest.mark.real_data
def test_the_whole_of_esco_has_the_counts_that_its_readme_gives(reference_data: Path) -> None:
    taxonomy, report = read_esco([reference_data / "esco" / "en", reference_data / "esco" / "da"])

    assert taxonomy.release == "ESCO 1.1.1"
    assert (len(taxonomy.occupations), len(taxonomy.skills), len(taxonomy.occupation_groups)) == (3007, 13896, 619)
    assert report.dangling == {
        "occupationSkillRelations: occupationUri unknown": 67,
        "broaderRelationsSkillPillar: conceptUri unknown": 7,
    }
    assert sum(DANISH in skill.labels.preferred for skill in taxonomy.skills) == 13379
    assert len(taxonomy.collections["transversal"]) == 96
