"""`kompetencebro persist`: the manifest of a frontend's documents."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from api.cli.options import CONSOLE, json_option, print_json
from api.settings import read_settings


@click.command(epilog="Eksempel: kompetencebro persist frontend/src --out manifest.json")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="the manifest to write")
@json_option
def persist(folder: Path, out: Path, as_json: bool) -> None:
    """Write the manifest of the operations in FOLDER's .graphql files, for KOMPETENCEBRO_PERSISTED.

    Each is held to the schema and to the limits first. What is printed is its name, its id and what it costs where no
    variable is given.
    """
    from api.limits.manifest import documents_of  # the schema is heavy: the other commands do without
    from api.schema.root import SCHEMA

    found = documents_of(folder, SCHEMA, read_settings().limits)
    manifest = {one.id: one.text for one in found}
    out.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if as_json:
        print_json([{name: value for name, value in asdict(one).items() if name != "text"} for one in found])
        return
    for one in found:
        CONSOLE.print(f"{one.name}  {one.id}  {one.cost}", markup=False)
