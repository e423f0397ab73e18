"""Operations made from the schema by chance, against the real application over the demo's data: `make fuzz`.

Every answer must be JSON, come within the time limit, be no 5xx and hold no masked error; where one does not, the
operation is printed and the run ends with 1. About as many operations break the schema as keep it.
"""

import argparse
import json
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import graphql
import hypothesis_graphql
from graphql import DocumentNode, IntValueNode, StringValueNode, print_ast
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis_graphql import Mode
from starlette.testclient import TestClient

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.schema.identity import global_id
from api.schema.paging import cursor_of
from api.schema.root import SCHEMA
from api.service import Service
from api.settings import Settings
from api.web import application

SEED, SECONDS, LONGEST_S = 20261126, 60, 5.0
_MASKED = "Der skete en fejl ("
_OFTEN, _BATCH = 0.8, 50
_CV = (TEXTS / "cvs" / "citizen-5.txt").read_text("utf-8")


@dataclass
class Tally:
    """What came of the operations, and those that must not be as they are."""

    counted: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    wrong: list[tuple[str, str]] = field(default_factory=list)


class Known:
    """Values that mean something in the store, by the name of the argument; made anew as profiles come and go."""

    def __init__(self, service: Service) -> None:
        """Over a service with the demo in it."""
        self._service = service
        live = service.live.taxonomy
        self._ads = [str(one) for one in service.index.ids[:20]]
        self._jobs = [str(one.uri) for one in live.occupations[:20]]
        self._skills = [str(one.uri) for one in live.skills[:20]]

    def of(self, name: str) -> list[str]:
        """What an argument of this name may hold; empty = nothing in particular."""
        people = [str(one) for one in self._service.store.profiles()]
        global_ids = [global_id("Profile", one) for one in people] + [global_id("Posting", one) for one in self._ads]
        return {
            "id": people + self._ads + global_ids,
            "after": [cursor_of((0, -0.5, self._ads[0])), cursor_of((self._ads[0],))],
            "profile": people,
            "posting": self._ads,
            "uri": self._jobs + self._skills,
            "what": [*self._skills, "truck-b", "car"],
            "seeks": self._jobs,
            "within": ["0101", "København", "4000"],
            "municipality": ["0101", "Roskilde"],
            "postcode": ["4000", "0001"],
            "text": ["kass", "lager", "sygepl", _CV],
            "language": ["da", "en", "sv"],
            "industries": ["G", "Q"],
            "credentials": ["truck-b"],
            "handledBy": ["0101"],
        }.get(name, [])


class _Meant(graphql.Visitor):
    """Puts values that mean something where chance put any, most of the time."""

    def __init__(self, known: Known, chance: random.Random) -> None:
        super().__init__()
        self._known, self._chance, self._names = known, chance, list[str]()

    def enter_argument(self, node: Any, *_: object) -> None:
        self._names.append(node.name.value)

    def leave_argument(self, *_: object) -> None:
        self._names.pop()

    enter_object_field, leave_object_field = enter_argument, leave_argument

    def leave_string_value(self, _node: object, *_: object) -> StringValueNode | None:
        values = self._known.of(self._names[-1]) if self._names else []
        return StringValueNode(value=self._chance.choice(values)) if values and self._often() else None

    def leave_int_value(self, _node: object, *_: object) -> IntValueNode | None:
        return IntValueNode(value=str(self._chance.randint(1, 100))) if self._often() else None

    def _often(self) -> bool:
        return self._chance.random() < _OFTEN


def asked(client: TestClient, query: str, tally: Tally) -> None:
    """Ask, and note what came and what must not be."""
    begun = time.perf_counter()
    answer = client.post("/graphql", json={"query": query})
    taken = time.perf_counter() - begun
    tally.slowest_s = max(tally.slowest_s, taken)
    why = _wrong(answer.status_code, answer.text, taken)
    if why:
        tally.wrong.append((why, query))
        return
    said = json.loads(answer.text) if answer.status_code == 200 else {}
    errors, data = said.get("errors"), said.get("data")
    kind = "refused" if data is None else "answered in part" if errors else "answered"
    tally.counted[kind] += 1


def _wrong(status: int, text: str, taken: float) -> str | None:
    if status >= 500:
        return f"status {status}: {text[:200]}"
    if taken > LONGEST_S:
        return f"{taken:.1f} s"
    if status == 200:
        try:
            json.loads(text)
        except ValueError:
            return f"no JSON: {text[:200]}"
    return f"masked: {text[:300]}" if _MASKED in text else None


def run(service: Service, start: int, most: int, until: float = float("inf")) -> Tally:
    """Ask `most` times, or until the moment `until` (monotonic seconds), from the seed `start` on."""
    tally, client = Tally(), TestClient(application(service), "http://localhost", raise_server_exceptions=False)
    while time.monotonic() < until and (left := most - tally.counted.total() - len(tally.wrong)) > 0:
        _batch(service, client, tally, start, min(left, _BATCH))
        start += 1
    return tally


def documents(service: Service, negative: float = 0.25) -> st.SearchStrategy[str]:
    """Operations over what the service holds; the share `negative` breaks the schema in one place."""
    known = Known(service)
    modes = [Mode.NEGATIVE] * round(4 * negative) + [Mode.POSITIVE] * round(4 * (1 - negative))
    made = st.sampled_from(modes).flatmap(
        lambda mode: hypothesis_graphql.from_schema(
            SCHEMA._schema, mode=mode, custom_scalars={"Date": _dates()}, print_ast=lambda document: document
        )
    )

    def meant(document: DocumentNode, chance: int) -> str:
        return print_ast(graphql.visit(document, _Meant(known, random.Random(chance))))

    return st.builds(meant, made, st.integers(0, 2**32))


def _batch(service: Service, client: TestClient, tally: Tally, start: int, count: int) -> None:
    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents(service))
    def one(query: str) -> None:
        if not any(True for _ in service.store.profiles()):
            service.intake.cv_text(_CV)
        asked(client, query, tally)

    one()


def _dates() -> st.SearchStrategy[Any]:
    days = st.sampled_from([AS_OF.isoformat()] * 6 + ["0001-01-01", "9999-12-31", "2026-02-30", ""])
    return days.map(lambda day: StringValueNode(value=day))


def demo(folder: Path) -> Service:
    """A service with the demo in it."""
    service = build(Settings(folder / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf", TEXTS / "cvs" / "citizen-5.txt"])
    return service


def main() -> int:
    """Print the counts, and each operation that was not answered as it must be; 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--seed", type=int, default=SEED)
    given_ = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        tally = run(demo(Path(folder)), given_.seed, sys.maxsize, time.monotonic() + given_.seconds)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(tally.counted.items()))
    print(f"seed {given_.seed}, {given_.seconds:.0f} s: {told}; the slowest took {tally.slowest_s:.2f} s")
    for why, query in tally.wrong[:20]:
        print(f"\n{why}\n{query}")
    print(f"{len(tally.wrong)} not as it must be")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
