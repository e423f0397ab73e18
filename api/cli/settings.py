"""`kompetencebro settings`: what is in force, and whether it works."""

import os
from dataclasses import asdict

import click

from api.cli.options import CONSOLE, json_option, print_json, store_option
from api.operation.in_force import in_force, tried
from api.settings import read_settings


@click.group(epilog="Eksempel: kompetencebro settings check")
def settings() -> None:
    """The settings of the environment (docs/settings.md)."""


@settings.command("check", epilog="Eksempel: kompetencebro settings check --json")
@store_option
@json_option
def check(store: str | None, as_json: bool) -> None:
    """What is in force, secrets masked, and whether what it names is there; exit 1 where something is not.

    It opens the store, asks the issuer of tokens for its keys and encodes one word; it sends nothing of anybody.
    """
    read = read_settings(store)
    rows, found = in_force(read, os.environ), list(tried(read, os.environ))
    if as_json:
        print_json({"settings": [asdict(one) for one in rows], "tried": [asdict(one) for one in found]})
    else:
        for row in rows:
            CONSOLE.print(f"{row.name:36} {row.value}{'' if row.given else '  (default)'}", markup=False)
        CONSOLE.print()
        for one in found:
            CONSOLE.print(f"{'ok   ' if one.good else 'WRONG'} {one.what}: {one.said}", markup=False, soft_wrap=True)
    if not all(one.good for one in found):
        raise click.exceptions.Exit(1)
