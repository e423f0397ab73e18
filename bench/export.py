"""What an export and a page of the logs take of a profile with a long history; prints a table."""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from api.access.guarded import Guarded
from api.access.roles import DEVELOPER
from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.records.entries import Choice
from api.settings import Settings
from graph.store.port import AccessEntry
from ontology.people import ProfileId


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=5_000, help="of each log")
    count = parser.parse_args().entries
    with tempfile.TemporaryDirectory() as folder:
        service = build(Settings(Path(folder) / "k.sqlite", "none"))
        service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
        service.intake.postings([TEXTS / "demo.jsonl"])
        (id,) = map(ProfileId, service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"]).kept)
        witness = service.seen_by("s" * 32)
        with service.records.together():
            for number in range(count):
                entry = AccessEntry(id, "s" * 32, "consultant", "match", datetime.now(UTC))
                service.records.note_access(entry)
                if number % 10:
                    witness.match(id, None, AS_OF)
                else:
                    witness.chose(id, "demo:001", Choice.REJECTED, "Arbejdet ligger om natten.")
        print(f"{count} entries of each log\n\n| | ms | bytes |\n|---|---|---|")
        way = Guarded(service, DEVELOPER)
        told("export", lambda: len(way.records.export(id)))
        told("a page of decisions", lambda: len(way.records.decisions(id, None, 20)[0]))
        told("accesses", lambda: len(way.accesses(id)))


def told(what: str, ask: Callable[[], int]) -> None:
    """One row; the size is what `ask` counts."""
    before = time.perf_counter()
    size = ask()
    print(f"| {what} | {1000 * (time.perf_counter() - before):.0f} | {size} |")


if __name__ == "__main__":
    main()
