"""What is looked at to know whether the service can serve."""

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from api.access.door import Door
from api.access.keys import KEPT_S
from api.encoder import ServiceEncoder
from api.jobs.board import MOST_WAITING, Board
from api.operation.health import OK, Check, Found, State
from api.service import Service
from graph.errors import StoreError
from graph.store.log import LogEntry, LogHead
from ingestion.formats.limits import LARGEST_BYTES, MEGABYTE
from ontology.people import ProfileId

LEAST_FREE_MB = 500
"""Less free space than this is told: the records grow by about a kilobyte a match."""
LEAST_FREE_FOR_UPLOADS_MB = 4 * LARGEST_BYTES // MEGABYTE
"""Files go as soon as they are read; their folder may be a small one in memory."""


class _UndoneError(Exception):
    """What takes back the write that a check begins."""


def checks(service: Service, door: Door, jobs: Board, folders: Mapping[str, Path]) -> dict[str, Check]:
    """Each check by its name; `folders` are those that are written to, by what they hold."""
    return {
        "store": lambda: _store(service),
        "ontology": lambda: _ontology(service),
        "index": lambda: _index(service),
        "records": lambda: _records(service),
        "keys": lambda: _keys(service),
        "issuer": lambda: _issuer(door),
        "jobs": lambda: _jobs(jobs),
        "encoder": lambda: _encoder(service),
        **{f"disk_{what}": _disk(path, least_free_mb(what)) for what, path in folders.items()},
    }


def least_free_mb(what: str) -> int:
    """How much must be free in a folder for what it holds."""
    return LEAST_FREE_FOR_UPLOADS_MB if what == "uploads" else LEAST_FREE_MB


def free_bytes(folder: Path) -> int | None:
    """The free space where a folder is, or will be; None where nobody can say."""
    there = next((one for one in (folder.absolute(), *folder.absolute().parents) if one.exists()), None)
    return shutil.disk_usage(there).free if there else None


def _store(service: Service) -> Found:
    try:
        service.current.follow()
    except StoreError:
        return Found(State.FAILING, "the store does not answer, and nothing is known of it yet")
    if service.degraded:
        said = f"the store has not answered for {_ago(service.current.answered)}; answers are of what was last known"
        return Found(State.DEGRADED, said)
    return OK


def _ontology(service: Service) -> Found:
    try:
        return Found(State.OK, service.live.taxonomy.release)
    except StoreError:
        return Found(State.FAILING, "no ontology is live, or none can be read; run 'kompetencebro ontology import'")


def _index(service: Service) -> Found:
    index = service.current.at_hand
    if index is None:
        return Found(State.OK, "not made yet; the first match makes it")
    return Found(State.OK, f"{len(index)} ads as of change {service.current.at}, {_ago(service.current.answered)} ago")


def _records(service: Service) -> Found:
    """Whether an entry could be added now; without it nothing about a person may be shown."""

    def undone(_head: LogHead) -> LogEntry:
        raise _UndoneError

    try:
        service.records.append(undone)
    except _UndoneError:
        return OK
    except StoreError:
        return Found(State.FAILING, "the decision log cannot be written, so that nothing of a person is shown")
    return OK


def _keys(service: Service) -> Found:
    try:
        service.vault.held_key(ProfileId("health"))
    except StoreError:
        return Found(State.FAILING, "the vault of keys cannot be read")
    return OK


def _issuer(door: Door) -> Found:
    if door.development:
        return Found(State.OK, "the development mode: no access control, this machine only")
    age_s = door.keys_age_s
    if door.answering and age_s is not None:
        return Found(State.OK, f"its keys are {age_s:.0f} seconds old")
    if not door.asked:
        return Found(State.OK, "not asked yet; the first token asks it")
    if age_s is None or age_s > KEPT_S:
        return Found(State.FAILING, "the issuer of tokens does not answer, and its keys are not known: nobody gets in")
    return Found(State.DEGRADED, f"the issuer of tokens does not answer; its keys are {age_s:.0f} seconds old")


def _jobs(jobs: Board) -> Found:
    waiting = jobs.waiting
    return Found(State.DEGRADED, "so many jobs wait that no more are taken") if waiting >= MOST_WAITING else OK


def _encoder(service: Service) -> Found:
    """Whether the embeddings service answered when it was last asked; it is not asked for this."""
    behind = getattr(service.current.encoder, "behind", None)
    if isinstance(behind, ServiceEncoder) and not behind.answering:
        return Found(State.DEGRADED, "the embeddings service did not answer; CVs and ads cannot be read until it does")
    return Found(State.OK, "none" if behind is None else "")


def _disk(folder: Path, least_mb: int) -> Check:
    def found() -> Found:
        free = free_bytes(folder)
        if free is None:
            return Found(State.DEGRADED, "the folder is not there")
        free_mb = free // MEGABYTE
        return Found(State.DEGRADED if free_mb < least_mb else State.OK, f"{free_mb} MB free")

    return found


def _ago(ticks: float | None, now: Callable[[], float] = time.monotonic) -> str:
    return "ever" if ticks is None else f"{now() - ticks:.0f} seconds"
