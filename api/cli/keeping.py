"""`kompetencebro backup, retention`: what is kept safe, and what is kept no longer."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from api.app import assembled
from api.cli.options import BY, CONSOLE, day, json_option, print_json, service, store_option
from api.files import files_of
from api.operation.backup import Backup, make_backup, restore_backup
from api.operation.retention import (
    LEAST_AD_DAYS,
    erase_profiles,
    past_ads,
    profiles_of_cases,
    remove_ads,
    unused_profiles,
)
from api.records.chain import written
from api.settings import read_settings
from ontology.people import ProfileId
from ontology.places import load_places

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group(epilog="Eksempel: kompetencebro backup make /backup/2026-11-26 --keys-to /vault/2026-11-26")
def backup() -> None:
    """Copies of the store's files, also while the service runs; and their way back."""


@backup.command("make", epilog="Eksempel: kompetencebro backup make /backup/2026-11-26 --keys-to /vault/2026-11-26")
@click.argument("to", type=_FOLDER)
@click.option("--keys-to", type=_FOLDER, required=True, help="another folder, for the keys: who has both reads all")
@store_option
@json_option
def make(to: Path, keys_to: Path, store: str | None, as_json: bool) -> None:
    """Copy records, graph and keys as they stand; a graph in Neo4j is for neo4j-admin."""
    if to.absolute() == keys_to.absolute():
        raise click.BadParameter(
            "the keys are kept apart from what they open; name another folder", param_hint="--keys-to"
        )
    made = make_backup(files_of(read_settings(store)), to, keys_to)
    if as_json:
        print_json(asdict(made))
        return
    _print(made, "kopieret")


@backup.command(
    "restore", epilog="Eksempel: kompetencebro backup restore /backup/2026-11-26 --keys-from /vault/2026-11-26"
)
@click.argument("came_from", metavar="FROM", type=_FOLDER)
@click.option("--keys-from", type=_FOLDER, required=True, help="the folder of the keys")
@store_option
@json_option
def restore(came_from: Path, keys_from: Path, store: str | None, as_json: bool) -> None:
    """Put a backup where the settings want it, erase again whom it brings back, and verify the log; exit 1 if broken.

    Stop the service first, and move what is there elsewhere: nothing is written over.
    """
    settings = read_settings(store)
    back = restore_backup(files_of(settings), came_from, keys_from)
    ready = assembled(settings)
    again = ready.erasing.again()
    verdict = ready.log.verify()
    ready.close()
    if as_json:
        print_json({**asdict(back), "erased_again": again, "log": asdict(verdict)})
    else:
        _print(back, "lagt tilbage")
        CONSOLE.print(f"{len(again)} profiler er slettet igen")
        state = "holder" if verdict.broken is None else "HOLDER IKKE"
        CONSOLE.print(f"kæden {state}: {written(verdict.head)}", markup=False, soft_wrap=True)
    if verdict.broken:
        raise click.exceptions.Exit(1)


def _print(made: Backup, done: str) -> None:
    CONSOLE.print(f"sikkerhedskopi fra {made.made} {done}", markup=False)
    for one in made.files:
        CONSOLE.print(f"  {one.what:8} {one.name}  {one.size} bytes  {one.sha256}", markup=False, soft_wrap=True)
    if all(one.what != "graph" for one in made.files):
        CONSOLE.print("  grafen ligger i Neo4j: neo4j-admin database dump (docs/operation.md)")


@click.group(epilog="Eksempel: kompetencebro retention ads --days 400")
def retention() -> None:
    """What has been kept long enough; nothing goes without --remove or --erase."""


@retention.command("ads", epilog="Eksempel: kompetencebro retention ads --days 400 --remove")
@click.option("--days", type=click.IntRange(0), default=400, show_default=True, help="after the last day listed")
@click.option("--remove", is_flag=True, help="remove them")
@store_option
@json_option
def ads(days: int, remove: bool, store: str | None, as_json: bool) -> None:
    """Ads that are long past. Twelve months of them tell which occupations have a place on the labour market."""
    ready = service(store)
    found = past_ads(ready, days, day(None))
    gone = remove_ads(ready, found) if remove else 0
    if as_json:
        print_json({"ads": found, "removed": gone})
        return
    CONSOLE.print(f"{len(found)} opslag udløb for mere end {days} dage siden; {gone} er fjernet")
    if days < LEAST_AD_DAYS:
        CONSOLE.print(f"  under {LEAST_AD_DAYS} dage: arbejdsmarkedets tal for det sidste år bliver mindre")


@retention.command("profiles", epilog="Eksempel: kompetencebro retention profiles --days 365")
@click.option("--days", type=click.IntRange(1), default=365, show_default=True, help="since the last use")
@click.option("--erase", is_flag=True, help="erase them for good")
@store_option
@json_option
def profiles(days: int, erase: bool, store: str | None, as_json: bool) -> None:
    """Profiles that nobody has used for long; those that were never used have no date and are only counted."""
    ready = service(store)
    found, unknown = unused_profiles(ready, days, datetime.now(UTC))
    gone = erase_profiles(ready, found, BY) if erase else 0
    _tell(found, gone, as_json, f"{unknown} er aldrig brugt, og ingen ved, hvor gamle de er", unknown)


@retention.command("cases", epilog="Eksempel: kompetencebro retention cases lukkede.txt --municipality 0101 --erase")
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--municipality", required=True, help="code or name of the municipality whose cases they are")
@click.option("--erase", is_flag=True, help="erase them for good")
@store_option
@json_option
def cases(file: TextIO, municipality: str, erase: bool, store: str | None, as_json: bool) -> None:
    """Profiles of closed cases: FILE has one case reference a line, - is standard input; none of them is printed."""
    ready, code = service(store), load_places().municipality(municipality).code
    found, unknown = profiles_of_cases(ready, [line for line in file if line.strip()], code)
    gone = erase_profiles(ready, found, BY) if erase else 0
    _tell(found, gone, as_json, f"{unknown} sager fører ikke til nogen profil", unknown)


def _tell(found: tuple[ProfileId, ...], gone: int, as_json: bool, more: str, unknown: int) -> None:
    if as_json:
        print_json({"profiles": found, "erased": gone, "unknown": unknown})
        return
    for id in found:
        CONSOLE.print(f"  {id}", markup=False)
    CONSOLE.print(f"{len(found)} profiler; {gone} er slettet; {more}")


COMMANDS = (backup, retention)
