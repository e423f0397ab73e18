"""`kompetencebro predict TASK INPUT`: answers on cases, for measuring."""

import json
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from api.cli.options import service, store_option
from api.encoder import encoder
from api.predict import ROW_TASKS, Predictor, answers
from api.settings import read_settings
from ontology.errors import ServiceError
from ontology.tables import lay_on_top


@click.command(epilog="Eksempel: kompetencebro predict titles titles.jsonl --ontology esco/en --ontology esco/da")
@click.argument("task", type=click.Choice([*ROW_TASKS, "case"]))
@click.argument("input_", metavar="INPUT", type=click.Path(path_type=Path))
@click.option(
    "--ontology", "paths", multiple=True, type=click.Path(path_type=Path), help="ESCO folder or ZIP; repeat it"
)
@click.option("--out", type=click.Path(path_type=Path), help="file, or folder for case")
@click.option("--limit", type=click.IntRange(1), help="only the first rows")
@store_option
def predict(
    task: str, input_: Path, paths: tuple[Path, ...], out: Path | None, limit: int | None, store: str | None
) -> None:
    """What the production code answers on a file of cases."""
    if paths:
        settings = read_settings(store)
        lay_on_top(settings.tables)
        predictor = Predictor.over(paths, settings.cache, _warn, encoder(settings))
    else:
        live = service(store).live
        predictor = Predictor(live.taxonomy, live.derived, _warn, encoder(read_settings(store)))
    if task == "case":
        _case(predictor, input_, out)
        return
    failed = False
    with ExitStack() as opened:
        lines = sys.stdin if str(input_) == "-" else opened.enter_context(input_.open(encoding="utf-8"))
        into = opened.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        for number, (answer, good) in enumerate(answers(predictor, task, iter(lines))):
            if limit is not None and number >= limit:
                break
            failed |= not good
            into.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if failed:
        raise ServiceError("some rows could not be answered; their answers hold the error")


def _warn(said: str) -> None:
    click.echo(said, err=True)


def _case(predictor: Predictor, folder: Path, out: Path | None) -> None:
    if out is None:
        raise click.UsageError("case writes five files: name their folder with --out")
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in predictor.case(folder).items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (out / name).write_text(text, encoding="utf-8")
