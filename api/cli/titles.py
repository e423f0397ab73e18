"""`kompetencebro ontology import-titles`: STAR's own job titles and their mapping to ESCO."""

from collections import Counter
from pathlib import Path

import click
from rich.progress import Progress

from api.cli.options import CONSOLE, json_option, print_json, service, store_option
from api.star import ImportedTitles, import_titles
from ontology.kinds import TitleRelation

_RELATIONS = {
    TitleRelation.EXACT: "samme",
    TitleRelation.CLOSE: "næsten samme",
    TitleRelation.BROAD: "bredere",
    TitleRelation.NARROW: "snævrere",
}
"""What a title is to what it is mapped to."""
_MOST_SHOWN = 20


@click.command("import-titles", epilog="Eksempel: kompetencebro ontology import-titles star/")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@json_option
def import_titles_(paths: tuple[Path, ...], store: str | None, as_json: bool) -> None:
    """Put STAR's job titles and their mapping to ESCO (files, folders or ZIPs) beside the live release."""
    with Progress(transient=True, disable=as_json) as bar:
        task = bar.add_task("STAR", total=1.0)
        done = import_titles(
            service(store), paths, lambda what, share: bar.update(task, description=what, completed=share)
        )
    if as_json:
        print_json(_json(done))
    else:
        _print(done)


def _counts(done: ImportedTitles) -> dict[TitleRelation, int]:
    found = Counter(link.relation for title in done.titles for link in title.links)
    return {relation: found[relation] for relation in TitleRelation}


def _json(done: ImportedTitles) -> object:
    return {
        "release": done.release,
        "changed": done.changed,
        "titles": len(done.titles),
        "relations": _counts(done),
        "rows": done.report.rows,
        "left_out": done.report.left_out,
        "missing": done.report.missing,
        "unmapped": done.report.unmapped,
    }


def _print(done: ImportedTitles) -> None:
    counts = _counts(done)
    told = ", ".join(f"{counts[relation]} {word}" for relation, word in _RELATIONS.items())
    CONSOLE.print(f"STAR: {len(done.titles)} titler, {sum(counts.values())} henvisninger ({told})", markup=False)
    CONSOLE.print("nyt i lageret" if done.changed else "uændret: var der allerede")
    for what, count in done.report.left_out.items():
        CONSOLE.print(f"  {count} rækker udeladt: {what}", markup=False)
    missing = [f"{label} ({uri})" for uri, label in done.report.missing.items()]
    _list(f"begreber er ikke i {done.release}", missing)
    _list("titler viser ikke til noget i udgaven", done.report.unmapped)


def _list(what: str, names: list[str] | tuple[str, ...]) -> None:
    if names:
        CONSOLE.print(f"  {len(names)} {what}:", markup=False)
        for name in names[:_MOST_SHOWN]:
            CONSOLE.print(f"    {name}", markup=False)
        if len(names) > _MOST_SHOWN:
            CONSOLE.print(f"    og {len(names) - _MOST_SHOWN} til; --json viser dem alle")
