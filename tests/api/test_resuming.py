"""A batch that was broken off is run again: what is there is not read again, nothing is lost or half written."""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.reading_mark import ad_mark, reader_mark
from api.service import Service
from api.settings import Settings
from graph.ontology import LiveOntology
from ingestion.ad_shapes.reading import Ad
from ontology.encoding import Vectors
from ontology.kinds import DANISH, Labels
from ontology.people import ProfileId
from ontology.tables import lay_on_top
from ontology.vacancies import PostingId

ROOT = Path(__file__).parents[2]
COUNT, KILLED_AFTER, A_TRANSACTION = 300, 150, 100
BATCH = """
import sys
from pathlib import Path
from api.app import build
from api.settings import Settings
service = build(Settings(Path(sys.argv[1]), "none"))
service.intake.postings([Path(sys.argv[2])], lambda: print("ad", flush=True))
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store with the starter release."""
    made = build(Settings(tmp_path / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.store.close()
    return tmp_path / "k.sqlite"


@pytest.fixture
def service(file: Path) -> Service:
    return build(Settings(file, "none"))


@pytest.fixture
def ads(tmp_path: Path) -> Path:
    """300 ads in one file."""
    demo = [json.loads(line) for line in (TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [{**demo[number % len(demo)], "id": f"{number:03}"} for number in range(COUNT)]
    path = tmp_path / "ads.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def changes(service: Service) -> int:
    return max((one.seq for one in service.store.changes(0)), default=0)


def test_a_batch_that_is_killed_goes_on_where_its_last_transaction_ended(file: Path, ads: Path) -> None:
    command = [sys.executable, "-c", BATCH, str(file), str(ads)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as batch:
        assert batch.stdout is not None
        for _ in range(KILLED_AFTER):
            batch.stdout.readline()
        batch.send_signal(signal.SIGKILL)
    service = build(Settings(file, "none"))
    survived = list(service.store.postings())
    again = service.intake.postings([ads])

    assert A_TRANSACTION <= len(survived) < COUNT
    assert len(survived) % A_TRANSACTION == 0
    assert all(service.store.document(one.document) is not None for one in survived)
    assert (again.already, again.changed, len(again.kept)) == (len(survived), COUNT - len(survived), COUNT)
    assert len({one.id for one in service.store.postings()}) == COUNT


def test_an_interrupted_batch_keeps_all_that_it_had_read(service: Service, ads: Path) -> None:
    steps: list[None] = []

    def interrupted() -> None:
        steps.append(None)
        if len(steps) == KILLED_AFTER:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        service.intake.postings([ads], interrupted)

    assert len(list(service.store.postings())) == KILLED_AFTER
    assert service.intake.postings([ads]).already == KILLED_AFTER


def test_an_ad_that_is_there_is_counted_and_not_written_again(service: Service, ads: Path) -> None:
    service.intake.postings([ads])
    before, steps = changes(service), list[None]()
    again = service.intake.postings([ads], lambda: steps.append(None))

    assert (again.already, again.changed, len(again.kept), len(steps)) == (COUNT, 0, COUNT, COUNT)
    assert changes(service) == before


def test_an_ad_that_has_changed_in_one_field_is_read_again(service: Service, ads: Path) -> None:
    service.intake.postings([ads])
    rows = ads.read_text(encoding="utf-8").splitlines()
    ads.write_text(
        "\n".join([json.dumps({**json.loads(rows[0]), "employer": "En anden"}), *rows[1:]]), encoding="utf-8"
    )
    again = service.intake.postings([ads])

    assert (again.already, again.changed) == (COUNT - 1, 1)
    assert service.posting(PostingId(again.kept[0])).employer == "En anden"


def test_an_ad_read_by_another_reader_is_read_again(service: Service, ads: Path) -> None:
    first = service.intake.postings([ads])
    one = service.posting(PostingId(first.kept[0]))
    kept = service.store.document(one.document)
    assert kept is not None
    service.store.save_postings([(replace(one, title="Læst forkert", read_as="an older reader"), kept)])
    again = service.intake.postings([ads])

    assert (again.already, again.changed) == (COUNT - 1, 1)
    assert service.posting(one.id) == one


def test_a_cv_that_is_there_is_not_read_again(service: Service) -> None:
    cv = TEXTS / "cvs" / "citizen-6.txt"
    (id,) = service.intake.cvs([cv]).kept
    struck = replace(service.profile(id), claims=())
    document = service.document(struck.documents[0])
    assert document is not None
    service.store.save_profile(struck, [document])
    again = service.intake.cvs([cv])

    assert (again.kept, again.already, again.changed) == ((id,), 1, 0)
    assert service.profile(id).claims == ()


def test_a_cv_read_by_another_reader_is_read_again_under_its_pseudonym(service: Service) -> None:
    cv = TEXTS / "cvs" / "citizen-6.txt"
    (id,) = service.intake.cvs([cv]).kept
    good = service.profile(id)
    document = service.document(good.documents[0])
    assert document is not None
    service.store.save_profile(replace(good, claims=(), read_as="an older reader"), [document])
    again = service.intake.cvs([cv])

    assert (again.kept, again.already, again.changed) == ((id,), 0, 1)
    assert service.store.profile(ProfileId(id)) == good


class Named:
    """An encoder by name only."""

    name = "a model"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), 1), np.float32)


def test_the_readers_mark_changes_with_what_it_reads_by(live: LiveOntology, tmp_path: Path) -> None:
    taxonomy = live.taxonomy
    renamed = replace(taxonomy.skills[0], labels=Labels({DANISH: "anden"}))
    marks = [
        reader_mark(taxonomy, None),
        reader_mark(replace(taxonomy, skills=(renamed, *taxonomy.skills[1:])), None),
        reader_mark(taxonomy, Named()),
    ]
    (tmp_path / "barriers.csv").write_text("", encoding="utf-8")
    try:
        lay_on_top(tmp_path)
        marks.append(reader_mark(taxonomy, None))
    finally:
        lay_on_top(None)

    assert len(set(marks)) == len(marks)
    assert reader_mark(taxonomy, None) == marks[0]


def test_an_ads_mark_is_of_its_content_and_not_of_the_order_of_its_fields() -> None:
    mark = ad_mark("reader", Ad("a", "s", {"id": "1", "title": "Kok"}))

    assert ad_mark("reader", Ad("b", "s", {"title": "Kok", "id": "1"})) == mark
    assert ad_mark("reader", Ad("a", "s", {"id": "1", "title": "Tjener"})) != mark
    assert ad_mark("reader", Ad("a", "t", {"id": "1", "title": "Kok"})) != mark
    assert ad_mark("another", Ad("a", "s", {"id": "1", "title": "Kok"})) != mark
