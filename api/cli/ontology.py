"""`kompetencebro ontology ...` and `ingest ...`: what comes in."""

import os
from pathlib import Path

import click
from rich.progress import Progress

from api.access.policy import Act
from api.cli.noting import note
from api.cli.options import CONSOLE, json_option, print_json, service, store_option
from api.cli.titles import import_titles_
from api.intake import Ingested
from api.migration import Migration, migrate
from ingestion.ad_shapes.reading import AdShape
from ontology.esco import read_esco
from ontology.gaps import gaps
from ontology.migration import Fate
from ontology.places import load_places

_HIDDEN = {
    "address": "adresse",
    "age": "alder",
    "birthdate": "fødselsdato",
    "cpr": "CPR-nummer",
    "economy": "økonomi",
    "email": "e-mail",
    "family": "familie",
    "health": "helbred",
    "marital": "civilstand",
    "name": "navn",
    "nationality": "nationalitet",
    "offence": "straf",
    "phone": "telefon",
    "political": "politik",
    "religion": "religion",
    "sexuality": "seksualitet",
    "union": "fagforening",
    "url": "profil på nettet",
}
"""What a consultant reads of what was hidden: the kind of thing, never the thing."""
_FATES = {Fate.KEPT: "beholdt", Fate.MOVED: "flyttet", Fate.UNDECIDED: "til afgørelse"}


@click.group(epilog="Eksempel: kompetencebro ontology info")
def ontology() -> None:
    """The ESCO release in the store."""


@ontology.command("import", epilog="Eksempel: kompetencebro ontology import esco/en esco/da")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@json_option
def import_(paths: tuple[Path, ...], store: str | None, as_json: bool) -> None:
    """Make an ESCO download (folders or ZIPs, several languages) the live release."""
    with Progress(transient=True, disable=as_json) as bar:
        task = bar.add_task("ESCO", total=1.0)
        taxonomy, report, changed = service(store).releases.import_ontology(
            paths, lambda what, share: bar.update(task, description=what, completed=share)
        )
    if as_json:
        print_json({"release": taxonomy.release, "changed": changed, "dangling": report.dangling})
        return
    CONSOLE.print(f"{taxonomy.release}: {len(taxonomy.occupations)} erhverv, {len(taxonomy.skills)} kompetencer")
    CONSOLE.print("nyt i lageret" if changed else "uændret: var der allerede")
    for what, count in report.dangling.items():
        CONSOLE.print(f"  {count} rækker udeladt: {what}", markup=False)


@ontology.command("migrate", epilog="Eksempel: kompetencebro ontology migrate esco-1.2.0/en esco-1.2.0/da")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@json_option
def migrate_(paths: tuple[Path, ...], store: str | None, as_json: bool) -> None:
    """Move the store to another release of ESCO; every link is kept, moved, or listed for a person to decide."""
    with Progress(transient=True, disable=as_json) as bar:
        task = bar.add_task("ESCO", total=1.0)
        done = migrate(service(store), paths, lambda what, share: bar.update(task, description=what, completed=share))
    skills, jobs = done.change.skills, done.change.occupations
    if as_json:
        print_json(_migration_json(done))
        return
    CONSOLE.print(f"{done.change.old} -> {done.change.new}", markup=False)
    for what, one in (("kompetencer", skills), ("erhverv", jobs)):
        counts = f"{len(one.added)} nye, {len(one.gone)} udgået (heraf {len(one.moved)} erstattet), "
        CONSOLE.print(f"  {what}: {counts}{len(one.relabelled)} med nyt navn")
    titles = [("STARs titler", done.titles)] if done.titles else []
    for what, fates in (("profiler", done.profiles), ("opslag", done.postings), *titles):
        told = ", ".join(f"{fates.get(fate, 0)} {word}" for fate, word in _FATES.items())
        CONSOLE.print(f"  henvisninger i {what}: {told}")
    for concept, count in done.undecided.items():
        CONSOLE.print(f"  afgør: {concept}: {count} henvisninger", markup=False)
    for named in (*skills.relabelled, *jobs.relabelled):
        CONSOLE.print(f"  nyt navn: {named.old} -> {named.new}", markup=False)
    if done.stale_terms:
        CONSOLE.print(f"  {done.stale_terms} af vore egne ord peger på begreber, der er udgået")


def _migration_json(done: Migration) -> object:
    parts = {"skills": done.change.skills, "occupations": done.change.occupations}
    return {
        "old": done.change.old,
        "new": done.change.new,
        **{
            name: {
                "added": one.added,
                "gone": one.gone,
                "moved": one.moved,
                "relabelled": [{"uri": r.uri, "old": r.old, "new": r.new} for r in one.relabelled],
            }
            for name, one in parts.items()
        },
        "profiles": done.profiles,
        "postings": done.postings,
        "titles": done.titles,
        "undecided": done.undecided,
        "stale_terms": done.stale_terms,
    }


@ontology.command("info", epilog="Eksempel: kompetencebro ontology info")
@store_option
@json_option
def info(store: str | None, as_json: bool) -> None:
    """What the live release holds."""
    taxonomy = service(store).live.taxonomy
    found = {
        "release": taxonomy.release,
        "occupations": len(taxonomy.occupations),
        "skills": len(taxonomy.skills),
        "essential": len(taxonomy.essential),
        "optional": len(taxonomy.optional),
        "job_titles": len(taxonomy.job_titles),
        "languages": list(taxonomy.languages()),
    }
    if as_json:
        print_json(found)
        return
    for name, value in found.items():
        CONSOLE.print(f"{name}: {value}", markup=False)


@ontology.command("gaps", epilog="Eksempel: kompetencebro ontology gaps esco-1.2.0/en esco-1.2.0/da")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--show", type=click.IntRange(0, 10_000), default=5, show_default=True, help="names of each gap")
@store_option
@json_option
def gaps_(paths: tuple[Path, ...], show: int, store: str | None, as_json: bool) -> None:
    """What our tables do not say of a release: of the ESCO download at PATHS, else of the live one."""
    ready = service(store)
    found = gaps(read_esco(paths)[0] if paths else ready.live.taxonomy)
    if as_json:
        missing = {one.what_da: one.missing for one in found.gaps}
        print_json({"release": found.release, "gaps": missing, "stale": found.stale})
        return
    CONSOLE.print(found.release, markup=False)
    for one in found.gaps:
        names = ": " + ", ".join(one.missing[:show]) + (", ..." if len(one.missing) > show else "")
        CONSOLE.print(f"  {len(one.missing)} {one.what_da}{names if one.missing and show else ''}", markup=False)
    for table, count in found.stale.items():
        CONSOLE.print(f"  {count} rækker i {table} peger på begreber, der ikke er i udgaven", markup=False)


ontology.add_command(import_titles_)


@click.group(epilog="Eksempel: kompetencebro ingest postings ads.jsonl")
def ingest() -> None:
    """Read CVs and job ads."""


@ingest.command("cv", epilog="Eksempel: kompetencebro ingest cv citizen.pdf")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--handled-by", help="code or name of the municipality that handles the cases (default: none)")
@store_option
@json_option
def cv(files: tuple[Path, ...], handled_by: str | None, store: str | None, as_json: bool) -> None:
    """Read CVs (PDF, DOCX, text) into profiles under random pseudonyms."""
    by = load_places().municipality(handled_by).code if handled_by else None
    with Progress(transient=True, disable=as_json) as bar:
        packed = any(file.suffix.lower() == ".zip" for file in files)  # how many are in it shows when it is opened
        task = bar.add_task("CV'er", total=None if packed else len(files))
        ready = service(store)
        done = ready.intake.cvs(files, lambda: bar.advance(task), by)
        note(ready, Act.INGEST_CV, done.kept)
        _show(done, as_json)


@ingest.command("postings", epilog="Eksempel: kompetencebro ingest postings ads.jsonl")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "shape", type=click.Choice([one.value for one in AdShape]), help="default: by content")
@click.option("--workers", type=click.IntRange(1, 64), help="processes that read (default: one a core)")
@store_option
@json_option
def postings(files: tuple[Path, ...], shape: str | None, workers: int | None, store: str | None, as_json: bool) -> None:
    """Read job ads: files, folders or ZIPs of JSON, JSON Lines, CSV, XML or web pages (docs/ads.md)."""
    with Progress(transient=True, disable=as_json) as bar:
        task, named = bar.add_task("opslag", total=None), AdShape(shape) if shape else None
        ready, many = service(store), workers or os.cpu_count() or 1
        _show(ready.intake.postings(files, lambda: bar.advance(task), named, many), as_json)


def _show(done: Ingested, as_json: bool) -> None:
    """What a batch did; exit 1 where anything was put aside."""
    if as_json:
        aside = [{"name": entry.name, "reason": entry.reason} for entry in done.aside]
        told = {"kept": done.kept, "changed": done.changed, "already": done.already}
        print_json({**told, "hidden": done.hidden, "aside": aside})
    else:
        _print(done)
    if done.aside:
        click.get_current_context().exit(1)


def _print(done: Ingested) -> None:
    there = f"{done.already} var der allerede, " if done.already else ""
    read = len(done.kept) - done.already
    CONSOLE.print(f"{read} læst, {there}{done.changed} nye eller ændrede, {len(done.aside)} lagt til side")
    for id in done.kept[:20]:
        CONSOLE.print(f"  {id}", markup=False)
    if done.hidden:
        told = ", ".join(f"{count} {_HIDDEN.get(kind, kind)}" for kind, count in sorted(done.hidden.items()))
        CONSOLE.print(f"  skjult, før noget blev gemt: {told}", markup=False)
    for entry in done.aside:
        CONSOLE.print(f"  lagt til side: {entry.name}: {entry.reason}", markup=False)


COMMANDS = (ontology, ingest)
