"""`kompetencebro bloom ...`: a database for exploring, and the perspective that Bloom shows it with."""

import json
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.progress import Progress

from api.access.policy import Act
from api.app import neo4j_store
from api.cli.noting import note
from api.cli.options import CONSOLE, as_of_option, json_option, print_json, service, store_option
from api.settings import Neo4jAddress, SettingsError, read_settings
from cypher.perspective import declared, perspective
from graph.store.bloom import Source, fill, remove_expired, remove_profiles, schema
from ontology.places import load_places
from ontology.travel import load_travel

_TARGET = click.option("--target", required=True, help="the database for exploring: bolt://host:7687")
_DATABASE = click.option("--database", help="its name (default: KOMPETENCEBRO_NEO4J_DATABASE, else the server's own)")


@click.group(epilog="Eksempel: kompetencebro bloom perspective --out kompetencebro.json")
def bloom() -> None:
    """A separate database for exploring in Neo4j Bloom; people are not in it."""


@bloom.command("export", epilog="Eksempel: kompetencebro bloom export --target bolt://localhost:7688")
@_TARGET
@_DATABASE
@click.option("--profile", help="put this one pseudonymous profile in it, for a day")
@as_of_option
@store_option
@json_option
def export(
    target: str, database: str | None, profile: str | None, as_of: datetime | None, store: str | None, as_json: bool
) -> None:
    """Fill the database with the ontology, the ads, the places and the moves of the store."""
    address = _address(target, database)
    own = read_settings(store).store
    if isinstance(own, Neo4jAddress) and (own.uri, own.database) == (address.uri, address.database):
        raise SettingsError(f"target '{target}' is the store itself; name another database or instance")
    ready = service(store)
    note(ready, Act.READ_PROFILE, [profile] if profile else [])
    chosen = ready.usable(profile) if profile else None
    source = Source(ready.live, ready.store.postings(), load_places(), load_travel())
    with closing(neo4j_store(address)) as into, Progress(transient=True, disable=as_json) as bar:
        task = bar.add_task("ESCO", total=1.0)
        day = as_of.date() if as_of else None
        done = fill(into, source, datetime.now(UTC), day, chosen, lambda share: bar.update(task, completed=share))
    if as_json:
        print_json(asdict(done))
        return
    CONSOLE.print(f"{done.ads} opslag, {done.municipalities} kommuner; {done.left_out} opslag er ikke aktuelle")
    if done.expires:
        CONSOLE.print(f"profilen {profile} ses indtil {done.expires:%Y-%m-%d %H:%M} UTC", markup=False)


@bloom.command("expire", epilog="Eksempel: kompetencebro bloom expire --target bolt://localhost:7688")
@_TARGET
@_DATABASE
@click.option("--all", "everyone", is_flag=True, help="those that have not expired too, as when a person is erased")
@json_option
def expire(target: str, database: str | None, everyone: bool, as_json: bool) -> None:
    """Remove expired profiles from the database; run it every hour."""
    with closing(neo4j_store(_address(target, database))) as into:
        removed = remove_profiles(into) if everyone else remove_expired(into, datetime.now(UTC))
    if as_json:
        print_json({"removed": removed})
        return
    CONSOLE.print(f"{removed} profiler slettet")


@bloom.command("perspective", epilog="Eksempel: kompetencebro bloom perspective --out kompetencebro.json")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="file to import in Bloom")
@click.option("--target", help="read the schema of this database (default: the schema that an export makes)")
@_DATABASE
def perspective_(out: Path, target: str | None, database: str | None) -> None:
    """Write the perspective: categories, styles, search phrases and scene actions."""
    graph = declared()
    if target:
        with closing(neo4j_store(_address(target, database))) as into:
            graph = schema(into)
    made = perspective(graph, int(datetime.now(UTC).timestamp() * 1000))
    out.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    CONSOLE.print(f"skrevet: {out}", markup=False)


def _address(target: str, database: str | None) -> Neo4jAddress:
    """The target with the login of the settings."""
    found = read_settings(target).store
    if not isinstance(found, Neo4jAddress):
        raise SettingsError(f"target '{target}' is no Neo4j; write bolt://host:7687")
    return Neo4jAddress(found.uri, found.user, found.password, database or found.database)
