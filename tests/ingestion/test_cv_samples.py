"""Twelve CVs of all kinds, each read to what it says: employments, education, courses, languages, licences, wishes."""

from collections.abc import Iterator

import pytest

from api.cli.demo import STARTER
from ingestion.cv import read_cv
from ingestion.errors import UnreadableError
from ingestion.formats.sandbox import Sandbox
from ingestion.reader import Reader, build_reader
from ingestion.readers import read_bytes
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.people import Held, Profile, ProfileId
from tests.ingestion.cv_samples import SAMPLES, Sample
from tests.ingestion.formats.files import scan


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(with_danish_labels(read_esco([STARTER / "en", STARTER / "da"])[0]))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


def held(one: Held, reader: Reader) -> str:
    times = [f"{it.first:%Y-%m}/{f'{it.last:%Y-%m}' if it.last else ''}" for it in one.periods]
    stated = [f"{one.stated_years:g} years"] if one.stated_years else []
    return " ".join([reader.taxonomy.label(one.occupation), *(times or stated)])


def wishes(one: Profile, reader: Reader) -> tuple[str, ...]:
    hours = [f"hours {one.hours_min:g}-{one.hours_max:g}"] if one.hours_min and one.hours_max else []
    travel = [*([f"{one.minutes} min"] if one.minutes else []), *([one.means.value] if one.means else [])]
    return (*(reader.taxonomy.label(uri) for uri in one.seeks), *hours, *travel)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.name)
def test_a_cv_is_read_to_what_it_says(sample: Sample, reader: Reader, sandbox: Sandbox) -> None:
    found = read_cv(read_bytes(sample.name, sample.data, sandbox), ProfileId("p"), reader)[0]

    assert tuple(held(one, reader) for one in found.held) == sample.held
    assert tuple(one.credential for one in found.holds) == sample.holds
    assert ", ".join(f"{one.language} {one.level or ''}".strip() for one in found.speaks) == sample.speaks
    assert found.level == sample.level
    assert wishes(found, reader) == sample.wishes


def test_a_scan_says_that_it_holds_no_text_and_what_to_do(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(UnreadableError, match=r"holds no text.*(?:type it|tesseract|kompetencebro\[ocr\])"):
        read_bytes("scan.pdf", scan(), sandbox)
