"""Jobs: work that goes on after the answer, one after another, with its progress kept where every process sees it."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from enum import StrEnum

from api.intake import BrokenOffError, Ingested
from api.jobs.living import Living
from graph.store.port import Job, RecordStore
from ontology.errors import ServiceError

MOST_WAITING = 20
_EVERY_S = 0.2
_KILLED = "tjenesten faldt ud, mens filen blev læst; det, der nåede at blive gemt, er gemt: send filen igen"
_LOG = logging.getLogger("kompetencebro.jobs")

Work = Callable[[Callable[[], None]], Ingested]
"""Does the job, calling its argument after each piece."""


class JobKind(StrEnum):
    """What a job takes in."""

    CV = "cv"
    POSTINGS = "postings"


class JobState(StrEnum):
    """How far a job is; failed = it was broken off, or its process killed: what it had done is kept."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class TooManyJobsError(ServiceError):
    """Too much work waits; it may be asked again."""


class Board:
    """Starts jobs and tells how far they are."""

    def __init__(self, records: RecordStore, living: Living | None = None) -> None:
        """Over the store of records, where other processes read how far a job is; `living` tells which of them live."""
        self._records, self._living = records, living
        self._pool, self._sign = ThreadPoolExecutor(1, thread_name_prefix="jobs"), living.sign() if living else ""
        self._waiting = dict[str, tuple[Job, Callable[[], None]]]()
        self._stopped = threading.Event()
        self.running, self.ended = 0, dict.fromkeys((JobState.DONE, JobState.FAILED), 0)

    @property
    def waiting(self) -> int:
        """How many jobs of this process wait for their turn."""
        return len(self._waiting)

    def bury(self) -> tuple[Job, ...]:
        """The jobs whose process was killed with them in its hands; each has failed now, and says how to go on."""
        left = self._records.jobs((JobState.WAITING.value, JobState.RUNNING.value))
        dead = [one for one in left if self._living is None or not self._living.is_living(one.process)]
        found = tuple(replace(one, state=JobState.FAILED.value, problems=(_KILLED,), upload="") for one in dead)
        for one in found:
            self._records.save_job(one)
        return tuple(dead)

    def start(
        self, kind: JobKind, owner: str, work: Work, after: Callable[[], None] = lambda: None, upload: str = ""
    ) -> Job:
        """The job that now waits its turn; `after` runs when it has ended, however it ends. `upload` is what it reads.

        Raises:
            TooManyJobsError: Too many wait already.
        """
        if self._stopped.is_set() or self.waiting >= MOST_WAITING:
            raise TooManyJobsError("der venter for meget arbejde; prøv igen om lidt")
        state = JobState.WAITING.value
        job = Job(secrets.token_hex(16), kind.value, 0, 0, 0, state, owner, process=self._sign, upload=upload)
        self._records.save_job(job)
        self._waiting[job.id] = job, after
        self._pool.submit(self._run, job, work, after)
        return job

    def job(self, id: str, owner: str) -> Job | None:
        """How far a job is; None where `owner` started none under that id."""
        found = self._records.job(id)
        return found if found and found.owner == owner else None

    def _run(self, job: Job, work: Work, after: Callable[[], None]) -> None:
        if self._waiting.pop(job.id, None) is None:
            return
        self.running = 1
        progress = _Progress(self._records, replace(job, state=JobState.RUNNING.value), self._stopped)
        try:
            found = work(progress.step)
        except Exception as error:  # noqa: BLE001  the edge of the thread: nobody above would hear of it
            level = logging.INFO if isinstance(error, BrokenOffError) else logging.ERROR
            _LOG.log(level, "job %s broke off: %s", job.id, type(error).__name__)
            self.ended[JobState.FAILED] += 1
            told = str(error) if isinstance(error, ServiceError) else "jobbet blev afbrudt; prøv igen"
            progress.end(JobState.FAILED, (), (told,), 0)
        else:
            self.ended[JobState.DONE] += 1
            problems = tuple(one.reason for one in found.aside)
            progress.end(JobState.DONE, found.kept, problems, len(found.aside))
        finally:
            self.running = 0
            after()

    def stop(self) -> None:
        """Break off the job that runs after its next piece, and those that wait; each says how to go on."""
        self._stopped.set()
        while self._waiting:
            try:
                _, (job, after) = self._waiting.popitem()
            except KeyError:
                return
            self.ended[JobState.FAILED] += 1
            try:
                self._records.save_job(replace(job, state=JobState.FAILED.value, problems=(str(BrokenOffError()),)))
            finally:
                after()

    def close(self) -> None:
        """As `stop`; what was begun is over when this returns."""
        self.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._living is not None:
            self._living.close()


class _Progress:
    """Keeps a job's progress, not more than a few times a second."""

    def __init__(self, records: RecordStore, job: Job, stopped: threading.Event) -> None:
        self._records, self._job, self._told, self._stopped = records, job, time.monotonic(), stopped
        records.save_job(job)

    def step(self) -> None:
        """One piece more is done.

        Raises:
            BrokenOffError: The service stops; what was done is kept.
        """
        self._job = replace(self._job, done=self._job.done + 1)
        if self._stopped.is_set():
            raise BrokenOffError
        if time.monotonic() - self._told >= _EVERY_S:
            self._told = time.monotonic()
            self._records.save_job(self._job)

    def end(self, state: JobState, kept: tuple[str, ...], problems: tuple[str, ...], failed: int) -> None:
        """The job has ended."""
        self._records.save_job(
            replace(self._job, state=state.value, kept=kept[:_MOST_TOLD], problems=problems[:_MOST_TOLD], failed=failed)
        )


_MOST_TOLD = 200
"""Of what was kept and of what went wrong, so many are told."""
