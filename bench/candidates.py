"""One ad against many profiles over whole ESCO: how long a consultant waits for its candidates; prints a table."""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np

from api.app import build
from api.knowledge import levels
from api.service import Service
from api.settings import Settings
from bench.generated_ads import AS_OF, generated
from bench.generated_people import SEED, generated_people
from graph.ontology import derive
from graph.scoring import score
from ontology.committed import load_learnt
from ontology.credentials import load_credentials
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.kinds import MunicipalityCode
from ontology.people import Holding, Profile
from ontology.taxonomy import Taxonomy
from ontology.terms import with_own_concepts
from ontology.vacancies import Posting

T = TypeVar("T")
RELEASED, HOLDING = 0.3, 0.4
"""The share of people who are released, and of those who hold a credential."""


def of_a_case(people: Iterable[Profile]) -> Iterator[Profile]:
    """The same people, handled where they live, some released, some with one or two credentials."""
    random, codes = np.random.default_rng(SEED), sorted(load_credentials())
    for one in people:
        released = bool(random.random() < RELEASED)
        count = int(random.integers(1, 3)) if random.random() < HOLDING else 0
        holds = tuple(Holding(codes[place], ()) for place in random.choice(len(codes), count, replace=False).tolist())
        yield replace(
            one,
            handled_by=one.municipality,
            holds=holds,
            released_by_citizen=released,
            released_by_consultant=released,
        )


def megabytes() -> int:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def row(what: str, times: list[tuple[float, float]]) -> None:
    """Print a row of the table; `times` as `timed` gives them."""
    cells = [
        f"{1000 * float(np.quantile(one, share)):.1f}" for one in zip(*times, strict=True) for share in (0.5, 0.99)
    ]
    print(f"| {what} | {len(times)} | {' | '.join(cells)} |", flush=True)


def timed(steps: Iterable[Callable[[], object]]) -> list[tuple[float, float]]:
    """How long each step takes by the clock, and of a processor's time, which others do not lengthen; in seconds."""
    taken = []
    for step in steps:
        before, busy = time.perf_counter(), time.process_time()
        step()
        taken.append((time.perf_counter() - before, time.process_time() - busy))
    return taken


def filled(folder: Path, data: Path, people: int, ads: int) -> tuple[Service, list[Posting]]:
    """A service with everybody and the ads in it."""
    esco = [data / "esco" / "en", data / "esco" / "da"]
    taxonomy: Taxonomy = with_danish_labels(with_own_concepts(read_esco(esco)[0]))
    towns = data / "denmark" / "municipalities.csv"
    service = build(Settings(folder / "k.sqlite", "none"))
    service.store.save_ontology(taxonomy, derive(taxonomy, levels(taxonomy), load_learnt()))
    made = list(generated(taxonomy, towns, ads))
    service.store.save_postings(made)
    before = time.perf_counter()
    for one in of_a_case(generated_people(taxonomy, towns, people)):
        service.vault.key(one.id)
        service.store.save_profile(one, ())
    print(f"{people} profiles written in {time.perf_counter() - before:.0f} s", flush=True)
    return service, [posting for posting, _ in made if posting.live_on(AS_OF)]


def agree(service: Service, ads: Iterable[Posting]) -> None:
    """Stop where one of the candidates' scores is not the one that the profile has for the ad."""
    pairs = 0
    for posting in ads:
        for one in service.candidates(posting.id, None, AS_OF).shown:
            match = score(one.profile, posting, service.live, AS_OF)
            if one.listed.match != match or abs(match.score + float(one.place[0])) > 1e-9:
                raise SystemExit(f"{posting.id} and {one.profile.id} do not agree")
            pairs += 1
    print(f"{pairs} candidates compared with their own lists: the same lines, scores within 1e-9")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--ads", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        service, ads = filled(Path(folder), given.data, given.people, given.ads)
        service.prepare()
        before = megabytes()
        first = timed([lambda: service.candidates(ads[0].id, None, AS_OF)])
        clock, busy = first[0]
        print(f"the first answer, which reads everybody: {clock:.1f} s ({busy:.1f} s of a processor)")
        print(f"memory for everybody: {megabytes() - before} MB\n")
        print("| what | times | p50, ms | p99, ms | of a processor: p50, ms | p99, ms |\n|---|---|---|---|---|---|")
        one, noted = frozenset({MunicipalityCode("0751")}), service.seen_by("bench")
        row("top 20 of everybody", timed(partial(service.candidates, ad.id, None, AS_OF) for ad in ads))
        row("top 20 of the cases of Aarhus", timed(partial(service.candidates, ad.id, one, AS_OF) for ad in ads))
        row("the same, each shown one noted", timed(partial(noted.candidates, ad.id, one, AS_OF) for ad in ads))
        row("right after one profile changed", timed(_changing(service, ads[:100], one)))
        agree(service, ads[:100])


def _changing(
    service: Service, ads: Iterable[Posting], scope: frozenset[MunicipalityCode]
) -> Iterator[Callable[[], object]]:
    """Before each question one profile is written anew; only the question is timed."""
    for number, ad in enumerate(ads):
        profile = service.profile(f"person-{number:06}")
        service.store.save_profile(replace(profile, minutes=30 + number % 60), ())
        yield partial(service.candidates, ad.id, scope, AS_OF)


if __name__ == "__main__":
    main()
