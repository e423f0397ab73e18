"""A batch of CVs in a ZIP: a profile for each that can be read, a reason otherwise."""

import json
from pathlib import Path

from api.app import build
from api.cli.demo import STARTER
from api.settings import Settings
from tests.ingestion.formats.files import zipped

RESUME = {
    "basics": {"name": "Hemming Prøve", "location": {"postalCode": "7100", "city": "Vejle"}},
    "work": [{"position": "Lagermedarbejder", "name": "X A/S", "startDate": "2015-01", "endDate": "2019-02"}],
}


def test_a_zip_of_cvs_becomes_a_profile_each_and_the_hostile_one_is_put_aside(tmp_path: Path) -> None:
    service = build(Settings(tmp_path / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    files = {
        "a.json": json.dumps(RESUME).encode(),
        "b.html": b"<div>" * 100_000,
        "c.md": b"# Erfaring\n\n2010-2015 Lagermedarbejder, Y\n",
    }
    (tmp_path / "alle.zip").write_bytes(zipped(files))
    steps: list[None] = []

    done = service.intake.cvs([tmp_path / "alle.zip"], lambda: steps.append(None))

    people = [service.profile(id) for id in done.kept]
    assert [(one.held[0].since, one.held[0].until) for one in people] == [(2015, 2019), (2010, 2015)]
    assert people[0].postcode == "7100"
    assert [one.name for one in done.aside] == ["alle.zip/b.html"]
    assert len(steps) == len(files)
