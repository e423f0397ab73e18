from pathlib import Path

import pytest

from ontology.display import as_published, load_isco_labels, load_labels, with_danish_labels
from ontology.esco import read_esco
from ontology.kinds import DANISH, ENGLISH, EscoUri, IscoCode, Labels, Occupation, OccupationGroup
from ontology.taxonomy import Concept, Taxonomy

LONGEST = 70


def test_our_label_is_preferred_and_the_official_one_stays_findable() -> None:
    group = OccupationGroup(EscoUri("isco/5223"), IscoCode("5223"), Labels({DANISH: "Salgsarbejde i butik"}))
    (named,) = with_danish_labels(Taxonomy("test", (), (), (), (group,))).occupation_groups

    assert named.labels.preferred[DANISH] == load_isco_labels()[IscoCode("5223")]
    assert named.labels.all(DANISH)[1:] == ("Salgsarbejde i butik",)


def test_naming_twice_changes_nothing() -> None:
    group = OccupationGroup(EscoUri("isco/5223"), IscoCode("5223"), Labels({DANISH: "Salgsarbejde i butik"}))
    once = with_danish_labels(Taxonomy("test", (), (), (), (group,)))

    assert with_danish_labels(once) == once


def test_as_published_escos_label_is_preferred_again_and_ours_stands_beside_it() -> None:
    uri = next(uri for uri in load_labels() if "/occupation/" in uri)
    labels = Labels({DANISH: "bagagevogn", ENGLISH: "truck"}, {DANISH: ("fragt",)})
    plain = Occupation(uri, IscoCode("8332"), "8332.1", labels)
    (named,) = with_danish_labels(Taxonomy("test", (), (), (plain,), ())).occupations

    assert as_published(named).labels.all(DANISH) == ("bagagevogn", load_labels()[uri], "fragt")
    assert as_published(plain) == plain


def test_no_label_is_a_sentence() -> None:
    assert [label for label in (*load_labels().values(), *load_isco_labels().values()) if len(label) > LONGEST] == []


@pytest.mark.real_data
def test_everything_that_a_consultant_reads_has_a_danish_name(reference_data: Path) -> None:
    taxonomy = with_danish_labels(read_esco([reference_data / "esco" / "en", reference_data / "esco" / "da"])[0])
    read: list[Concept] = [
        *taxonomy.skills,
        *taxonomy.skill_groups,
        *taxonomy.occupations,
        *taxonomy.occupation_groups,
    ]

    assert load_labels().keys() - taxonomy.concepts.keys() == set()
    assert [one.labels.preferred[ENGLISH] for one in read if DANISH not in one.labels.preferred] == []
