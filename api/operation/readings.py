"""What is read when metrics are asked for: queues, sizes, states; nothing that says how few people are anywhere."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from api.desk import Desk
from api.jobs.board import Board
from api.operation.checks import free_bytes
from api.operation.health import Health, State
from api.operation.stopping import Stopping
from api.service import Service
from graph.errors import StoreError

Family = GaugeMetricFamily | CounterMetricFamily
_COUNTED_S = 60.0
"""Profiles are counted this seldom: it reads all their ids."""
_WORTH = {State.OK: 0, State.DEGRADED: 1, State.FAILING: 2}


@dataclass(slots=True, eq=False)
class Readings(Collector):
    """Reads one process's service; what the stores must tell is read in the thread of the health checks."""

    service: Service
    health: Health
    desk: Desk
    jobs: Board
    stopping: Stopping
    folders: Mapping[str, Path]
    _profiles: int = 0
    _counted: float | None = None

    def collect(self) -> Iterable[Family]:
        """All readings; those of a store that does not answer are left out."""
        yield _gauge("desk_queue", "Operations at the desk, the one that is worked on with them.", self.desk.here)
        yield _gauge("websockets", "Websockets that are open.", self.stopping.open)
        yield self._jobs_now()
        yield self._jobs_ended()
        current = self.service.current
        yield _counter("store_reconnects", "Times that the store answered again after it did not.", current.reconnects)
        yield from self._index()
        for what, path in self.folders.items():
            free = free_bytes(path)
            if free is not None:
                yield _gauge(f"disk_free_{what}_bytes", f"Free space where {what} are kept.", free)
        try:
            yield from self.health.in_turn(self._of_stores)
        except TimeoutError:
            return

    def _index(self) -> Iterator[Family]:
        current = self.service.current
        if current.answered is not None:
            age_s = time.monotonic() - current.answered
            yield _gauge("store_answered_seconds", "Seconds since the store last answered.", age_s)
        index = current.at_hand
        if index is not None:
            live = int(index.columns.live_on(datetime.now(UTC).date()).sum())
            yield _gauge("ads_indexed", "Ads in the index.", len(index))
            yield _gauge("ads_live", "Ads in the index that are listed today.", live)

    def _of_stores(self) -> list[Family]:
        made: list[Family] = []
        for read in (self._checks, self._log, self._people):
            try:
                made.append(read())
            except StoreError:
                continue
        return made

    def _checks(self) -> Family:
        found = GaugeMetricFamily(
            "kompetencebro_check", "What a health check found: 0 ok, 1 degraded, 2 failing.", labels=["check"]
        )
        for name, one in self.health.look().items():
            found.add_metric([name], _WORTH[one.state])
        return found

    def _log(self) -> Family:
        return _gauge("log_entries", "Entries of the decision log.", self.service.log.head().seq)

    def _people(self) -> Family:
        now = time.monotonic()
        if self._counted is None or now - self._counted > _COUNTED_S:
            self._profiles, self._counted = sum(1 for _ in self.service.store.profiles()), now
        return _gauge("profiles", "Profiles that are kept.", self._profiles)

    def _jobs_now(self) -> Family:
        found = GaugeMetricFamily("kompetencebro_jobs", "Jobs of this process, by state.", labels=["state"])
        for state, count in (("waiting", self.jobs.waiting), ("running", self.jobs.running)):
            found.add_metric([state], count)
        return found

    def _jobs_ended(self) -> Family:
        found = CounterMetricFamily("kompetencebro_jobs_ended", "Jobs that ended, by how.", labels=["state"])
        for state, count in self.jobs.ended.items():
            found.add_metric([state], count)
        return found


def _gauge(name: str, said: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"kompetencebro_{name}", said, value=value)


def _counter(name: str, said: str, value: float) -> CounterMetricFamily:
    return CounterMetricFamily(f"kompetencebro_{name}", said, value=value)
