"""`kompetencebro demo`: the whole road on the starter ontology and fictional texts."""

import tempfile
from datetime import date
from pathlib import Path

import click

import ontology as ontology_room
from api.app import build
from api.cli.matching import print_bridges, print_matches
from api.cli.options import CONSOLE
from api.settings import Settings
from graph.explanation import explain

AS_OF = date(2026, 11, 25)
STARTER = Path(ontology_room.__file__ or "").parent / "starter"
TEXTS = Path(__file__).parents[1] / "demo"


@click.command(epilog="Eksempel: kompetencebro demo")
def demo() -> None:
    """Load the starter ontology, fictional CVs and ads, and show one citizen's matches and bridges."""
    with tempfile.TemporaryDirectory() as folder:
        service = build(Settings(Path(folder) / "demo.sqlite", "none"))
        taxonomy, _, _ = service.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
        cvs = sorted((TEXTS / "cvs").iterdir())
        people = service.ingest_cvs(cvs)
        ads = service.ingest_postings([TEXTS / "demo.jsonl"])
        CONSOLE.print(f"{len(taxonomy.occupations)} erhverv, {len(people.kept)} CV'er, {len(ads.kept)} opslag")
        citizen = people.kept[0]
        CONSOLE.print(f"\nBorgeren i {cvs[0].name}: opslag inden for CV'ets egen rækkevidde, {AS_OF}")
        found = service.match(citizen, None, AS_OF, 10)
        print_matches(found, service.live.taxonomy)
        if found.shown:
            CONSOLE.print("\nHvorfor det første opslag:")
            for line in explain(found.shown[0].match, service.live.taxonomy):
                CONSOLE.print(f"  {line}", markup=False)
        CONSOLE.print("\nBroer til andre job:")
        print_bridges(service.bridges(citizen, AS_OF, 10), service.live.taxonomy)
        CONSOLE.print("\nStart API'et: kompetencebro ontology import PATH, og så: kompetencebro serve --port 8000")
