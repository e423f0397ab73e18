"""`kompetencebro demo`: the whole road on the starter ontology and fictional texts."""

import tempfile
from datetime import date
from pathlib import Path

import click

import ontology as ontology_room
from api.app import build
from api.cli.matching import bridge_json, match_json, print_bridges, print_matches
from api.cli.options import CONSOLE, json_option, print_json
from api.service import Service
from api.settings import Settings, read_settings
from graph.explanation import explain

AS_OF = date(2026, 11, 25)
STARTER = Path(ontology_room.__file__ or "").parent / "starter"
TEXTS = Path(__file__).parents[1] / "demo"


@click.command(epilog="Eksempel: kompetencebro demo")
@click.option("--store", help="keep the demo in this store (default: a temporary one)")
@json_option
def demo(store: str | None, as_json: bool) -> None:
    """Load the starter ontology, fictional CVs and ads, and show one citizen's matches and bridges.

    With --store the data stay there for `serve`, `match` and the others; a store with profiles of its own gets no CVs.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings(store) if store else Settings(Path(folder) / "demo.sqlite", "none")
        service = build(settings)
        citizens = _load(service)
        if as_json:
            print_json([_told(service, citizen) for citizen in citizens])
            return
        count = len(service.live.taxonomy.occupations)
        CONSOLE.print(f"{count} erhverv, {len(citizens)} CV'er, {len(service.index.postings)} opslag")
        if citizens:
            _show(service, citizens[0])
        where = f" --store {store}" if store else ""
        first = "" if store else "kompetencebro demo --store demo.sqlite, og så: "
        CONSOLE.print(
            f"\nStart API'et: {first}kompetencebro serve --port 8000{where or ' --store demo.sqlite'}", markup=False
        )


def _load(service: Service) -> tuple[str, ...]:
    """The demo's ids of profiles; none where the store has profiles already."""
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    known = next(service.store.profiles(), None)
    return () if known else service.intake.cvs(sorted((TEXTS / "cvs").iterdir())).kept


def _told(service: Service, citizen: str) -> object:
    """One citizen's matches and bridges as JSON holds them."""
    found, taxonomy = service.match(citizen, None, AS_OF, 10), service.live.taxonomy
    return {
        "profile": citizen,
        "matches": [match_json(one, taxonomy) for one in found.shown],
        "bridges": [bridge_json(one, service.live.taxonomy) for one in service.bridges(citizen, AS_OF, 10)],
    }


def _show(service: Service, citizen: str) -> None:
    """One citizen's matches and bridges with their reasons."""
    CONSOLE.print(f"\nBorgeren {citizen}: opslag inden for CV'ets egen rækkevidde, {AS_OF}")
    found = service.match(citizen, None, AS_OF, 10)
    print_matches(found, service.live.taxonomy)
    if found.shown:
        CONSOLE.print("\nHvorfor det første opslag:")
        for line in explain(found.shown[0].match, service.live.taxonomy):
            CONSOLE.print(f"  {line}", markup=False)
    CONSOLE.print("\nBroer til andre job:")
    print_bridges(service.bridges(citizen, AS_OF, 10), service.live.taxonomy)
