"""Backups of the files of a store, made while it is used, and their way back."""

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from api.files import Files
from graph.errors import StoreError
from graph.store.backup import copy_of

LISTED = "backup.json"
"""What a backup holds, with each file's SHA-256."""


@dataclass(frozen=True, slots=True)
class Copied:
    """One file of a backup."""

    what: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What was copied and when. The list of whose data was erased is in none: it must never go back in time."""

    made: str
    files: tuple[Copied, ...]


def make_backup(files: Files, to: Path, keys_to: Path) -> Backup:
    """Copy the records, then the graph, then the keys: no entry is then without the change or the key that it names.

    A graph in Neo4j is left out. The keys lie in a folder of their own, for who has both reads all.

    Raises:
        StoreError: A file is not there, a copy lies there already, or one cannot be made.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")
    parts = [("records", files.records, to), ("graph", files.graph, to), ("keys", files.keys, keys_to)]
    copied: list[Copied] = []
    for what, file, folder in parts:
        if file is None:
            continue
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy = folder / file.name
        copied.append(Copied(what, file.name, copy_of(file, copy), _sha256(copy)))
    backup = Backup(made, tuple(copied))
    (to / LISTED).write_text(json.dumps(asdict(backup), indent=2), encoding="utf-8")
    return backup


def restore_backup(files: Files, came_from: Path, keys_from: Path) -> Backup:
    """Put the files of a backup where the settings want them, unless one is there or is not what was copied.

    Raises:
        StoreError: A file is missing or changed, or something is at its place already; nothing was put anywhere.
    """
    backup = _listed(came_from)
    places = {"records": files.records, "graph": files.graph, "keys": files.keys}
    ways: list[tuple[Path, Path]] = []
    for one in backup.files:
        copy, place = (keys_from if one.what == "keys" else came_from) / one.name, places.get(one.what)
        if place is None:
            raise StoreError(f"the backup has a {one.what} file and the settings name no place for it; set --store")
        _check(one, copy, place)
        ways.append((copy, place))
    for copy, place in ways:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy, place)
        place.chmod(0o600)
    return backup


def _check(one: Copied, copy: Path, place: Path) -> None:
    beside = [place, *(place.with_name(f"{place.name}{end}") for end in ("-wal", "-shm"))]
    there = next((file for file in beside if file.exists()), None)
    if there is not None:
        raise StoreError(f"'{there}' is in the way; stop the service and move it elsewhere, then restore again")
    if not copy.is_file():
        raise StoreError(f"the backup lacks '{copy}'; name its folder with --from or --keys-from")
    if _sha256(copy) != one.sha256:
        raise StoreError(f"'{copy}' is not what was copied: its SHA-256 differs; take another backup")


def _listed(folder: Path) -> Backup:
    try:
        told = json.loads((folder / LISTED).read_text(encoding="utf-8"))
        return Backup(told["made"], tuple(Copied(**one) for one in told["files"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"'{folder / LISTED}' cannot be read ({type(error).__name__}); is this a backup?") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
