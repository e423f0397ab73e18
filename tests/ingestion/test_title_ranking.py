"""What readers said of a title is weighed; where nobody read it, how common its meanings are stands for them."""

import numpy as np
import pytest

from ingestion.title_features import FEATURES, variants
from ingestion.title_ranking import TitleRanker, title_ranker
from ontology.kinds import EscoUri, TitleRelation
from ontology.taxonomy import Taxonomy
from ontology.titles import Reading, Title

COOK, SHOP, DISHES = EscoUri("o/kok"), EscoUri("o/butiksassistent"), EscoUri("o/opvasker")
ONLY_READ = {name: float(name == "read") for name in FEATURES}


def ranker(taxonomy: Taxonomy, *readings: Reading) -> TitleRanker:
    titles = [Title("grydemand", place, TitleRelation.CLOSE, at) for at, place in enumerate((DISHES, COOK))]
    return title_ranker(taxonomy.occupations, titles, readings, ONLY_READ)


def read(made: TitleRanker, title: str) -> dict[str, float]:
    rows, values = made.features(title)
    told = values[:, FEATURES.index("read")]
    return {str(made.concepts[int(row)].uri): float(value) for row, value in zip(rows, told, strict=True) if value}


def test_where_nobody_read_a_title_its_first_meaning_counts_whole_and_its_second_half(taxonomy: Taxonomy) -> None:
    assert read(ranker(taxonomy), "grydemand") == {DISHES: 1.0, COOK: 0.5}


def test_what_was_read_counts_instead(taxonomy: Taxonomy) -> None:
    made = ranker(taxonomy, Reading("grydemand", COOK, 1.0), Reading("grydemand", SHOP, 0.3))

    assert read(made, "Grydemand") == {COOK: 1.0, SHOP: pytest.approx(0.3)}
    assert made.rank("grydemand")[0][0] == COOK


def test_an_apprentice_is_read_as_the_trade_nearly_as_surely(taxonomy: Taxonomy) -> None:
    made = ranker(taxonomy, Reading("grydemand", COOK, 1.0))

    assert read(made, "grydemandelev") == {COOK: pytest.approx(0.95)}


def test_a_reading_of_a_concept_that_the_release_lacks_is_passed_over(taxonomy: Taxonomy) -> None:
    made = ranker(taxonomy, Reading("grydemand", EscoUri("o/ukendt"), 1.0), Reading("grydemand", SHOP, 0.6))

    assert read(made, "grydemand") == {SHOP: pytest.approx(0.6)}


def test_the_variants_of_a_title_are_tried_in_order() -> None:
    assert variants("Murer, gulv (vikar)") == ("Murer, gulv (vikar)", "Murer, gulv", "Murer", "gulv Murer", "gulvmurer")
    assert np.array(variants("  ")).tolist() == []
