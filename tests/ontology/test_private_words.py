import pytest

from ontology.errors import OntologyError
from ontology.private_words import Said, load_private_words
from tests.ontology.conftest import OnTop


def test_each_way_of_saying_has_words_in_lower_case() -> None:
    rows = load_private_words()

    assert {row.said for row in rows} == set(Said)
    assert all(row.words == row.words.lower().strip() for row in rows)


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("leddegigt", "health", Said.HAS),
        ("hørehæmmet", "health", Said.IS),
        ("fleksjob", "health", Said.ON),
        ("ned med flaget", "health", Said.SAYING),
        ("plejedatter", "family", Said.MINE),
        ("somalisk", "nationality", Said.OF),
    ],
)
def test_a_word_is_known_with_its_kind_and_how_it_is_said(words: str, kind: str, said: Said) -> None:
    assert (words, kind, said) in {(row.words, row.kind, row.said) for row in load_private_words()}


def test_a_way_of_saying_that_is_none_is_an_error(on_top: OnTop) -> None:
    on_top("private_words.csv", "words,kind,said\nvejrtrækning,health,shouts\n", load_private_words)

    with pytest.raises(OntologyError, match="said is 'shouts'; expected one of from, has"):
        load_private_words()
