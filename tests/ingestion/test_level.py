"""The education that a CV states: what was broken off, or is under way, gives no level."""

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.people import DocumentId, ProfileId
from ontology.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Datamatiker 2012", 3),
        ("Startede på datamatiker men droppet det efter 1 semester", None),
        ("I gang med akademiuddannelsen i ledelse", None),
        ("Bachelor i historie 2018\nKandidat påbegyndt, men afbrudt", 4),
        ("Cand.mag. 2015", 5),
    ],
)
def test_only_what_was_finished_counts(text: str, level: int | None, reader: Reader) -> None:
    assert read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0].level == level
