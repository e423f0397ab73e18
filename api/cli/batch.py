"""`kompetencebro batch`: the best ads of every profile, as JSON Lines, in one run or several."""

import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from api.bulk import Best, Scene, everyone, scene
from api.cli.noting import person
from api.cli.options import CONSOLE, as_of_option, day, json_option, print_json, service, store_option
from ontology.errors import ServiceError
from ontology.people import ProfileId


class UnfinishedError(ServiceError):
    """What an earlier run wrote cannot be gone on with."""


@click.command(epilog="Eksempel: kompetencebro batch --top 20 --out matches.jsonl --as-of 2026-11-25")
@click.option("--top", type=click.IntRange(1, 200), default=20, show_default=True, help="ads a profile")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="JSON Lines")
@click.option("--workers", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default="cores")
@as_of_option
@store_option
@json_option
def batch(top: int, out: Path, workers: int, as_of: datetime | None, store: str | None, as_json: bool) -> None:
    """The best ads of every profile, each within its own reach: what `match` lists, without the reasons.

    The first line names the versions; then comes one line a profile. Stopped, the same command goes on where it was.
    Each profile's access log says that it was matched. Only the owner can read the file: it is about persons, and
    erasing a profile does not reach into it.
    """
    ready = service(store)
    against = scene(ready, day(as_of), top)
    done = _done(out, _header(against))
    ids = [id for id in ready.store.profiles() if id not in done]
    with Progress(console=Console(stderr=True)) as progress, out.open("a", encoding="utf-8") as lines:
        task, made = progress.add_task("profiler", total=len(ids) + len(done), completed=len(done)), 0
        for one in everyone(ready, ids, against, person(ready.vault), workers):
            lines.write(json.dumps(_line(one), ensure_ascii=False) + "\n")
            progress.advance(task)
            made += 1
    if as_json:
        print_json({"profiles": made, "ads": len(against.index), "done_before": len(done), "out": str(out)})
        return
    CONSOLE.print(f"{made} profiler er matchet med {len(against.index)} opslag; {len(done)} var det i forvejen")


def _header(against: Scene) -> Mapping[str, object]:
    """What must be the same for two runs to belong together."""
    live = against.live
    return {
        "as_of": against.as_of.isoformat(),
        "top": against.top,
        "ontology": live.taxonomy.release,
        "constants": live.constants.version,
    }


def _line(one: Best) -> Mapping[str, object]:
    return {"profile": one.profile, "total": one.total, "ads": [{"id": id, "score": score} for id, score in one.ads]}


def _done(out: Path, header: Mapping[str, object]) -> frozenset[ProfileId]:
    """The profiles that an earlier run wrote; a line that it did not end is taken off, a new file gets the header.

    Raises:
        UnfinishedError: The file is of another day, release or number of ads, or is none of ours.
    """
    if not out.exists() or not out.stat().st_size:
        out.touch(mode=0o600)
        out.write_text(json.dumps(header) + "\n", encoding="utf-8")
        return frozenset()
    with out.open("rb+") as lines:
        first, *rest = _whole(lines)
        if _read(first) != header:
            raise UnfinishedError(f"'{out}' was not made with {json.dumps(header)}; name another --out, or remove it")
        lines.truncate(len(first) + sum(map(len, rest)))
    return frozenset(ProfileId(str(_read(line)["profile"])) for line in rest)


def _whole(lines: Iterable[bytes]) -> list[bytes]:
    found = [line for line in lines if line.endswith(b"\n")]
    return found or [b""]


def _read(line: bytes) -> Mapping[str, object]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
