"""How answers, index and memory grow with ads and with what a CV says; prints tables."""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from api.bridging import proposed_bridges
from api.current import Current
from api.knowledge import labour_knowledge, levels
from api.matching import Outlook, listing
from api.reach import own_reach
from api.unlocking import proposed_unlocks
from bench.generated_ads import AS_OF, generated
from bench.generated_people import generated_people
from bench.limits import gather_gb_s, read_gb_s
from graph.index import MatchIndex
from graph.indexing import build_index
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from graph.store.index_codec import index_arrays, index_words
from graph.store.sqlite import SqliteStore
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.people import Claim, Document, Profile
from ontology.terms import load_generic_demands, with_own_concepts
from ontology.vacancies import PostingId

PEOPLE, CHANGES = 40, 30
CLAIMS = (10, 20, 40, 80, 160)


@dataclass(frozen=True)
class Scene:
    """One release with what is asked of it."""

    live: LiveOntology
    knowledge: LabourKnowledge
    people: list[Profile]


def resident_mb() -> int:
    """The memory that this process holds now, what is mapped and touched included."""
    return int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]) * 4 // 1024


def in_ms(step: Callable[[], object]) -> float:
    """How long a step takes."""
    before = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - before)


def shown(taken: Iterable[float]) -> str:
    """Median and 99th percentile."""
    values = list(taken)
    return f"{median(values):.1f} ({np.percentile(values, 99):.1f})"


def unlocked(*scene: Any) -> object:
    """What unlocks most, as `listing` is asked."""
    return proposed_unlocks(Outlook.of(*scene))


def bridged(*scene: Any) -> object:
    """The bridges, as `listing` is asked."""
    return proposed_bridges(Outlook.of(*scene))


def answers(index: MatchIndex, scene: Scene, people: list[Profile]) -> list[str]:
    """Listing, unlocks and bridges over the people, each within their own reach, a round to warm up first."""
    found = []
    for way in (listing, unlocked, bridged):
        rounds = [
            [in_ms(lambda: way(one, index, scene.live, scene.knowledge, own_reach(one), AS_OF)) for one in people]  # noqa: B023  called at once
            for _ in range(3)
        ]
        found.append(shown(np.concatenate(rounds[1:])))
    return found


def change_ms(store: SqliteStore, current: Current, scene: Scene) -> str:
    """From the commit of one ad, or of its removal, to the end of the first listing that knows."""
    one, person = current.index.postings[len(current.index) // 2], scene.people[0]
    taken = []
    for number in range(CHANGES):
        if number % 2:
            store.remove_posting(PostingId(f"{one.id}-{number - 1}"))
        else:
            store.save_postings([(replace(one, id=PostingId(f"{one.id}-{number}")), Document(one.document, ""))])
        taken.append(
            in_ms(lambda: listing(person, current.index, scene.live, scene.knowledge, own_reach(person), AS_OF))
        )
    return shown(taken)


def by_ads(counts: list[int], towns: Path, scene: Scene, folder: Path) -> MatchIndex:
    """Print how all grows with ads; the index of the most."""
    print(
        "| ads | build from SQLite, s | start from snapshot, s | top 20 | unlocks | bridges | an ad changed, until it is listed | arrays, MB | ads as bytes, MB | process grew by, MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    index = build_index((), scene.live)
    for count in counts:
        store = SqliteStore(folder / f"{count}.sqlite")
        store.save_ontology(scene.live.taxonomy, scene.live.derived)
        store.save_postings(generated(scene.live.taxonomy, towns, count))
        builds = [in_ms(lambda: build_index(store.postings(), scene.live)) for _ in range(3)]  # noqa: B023  called at once
        snapshots = folder / f"snapshots-{count}"
        _ = Current(store, snapshots).index
        start = median([in_ms(lambda: Current(store, snapshots).index) for _ in range(5)])  # noqa: B023  called at once
        before = resident_mb()
        current = Current(store, snapshots)
        index = current.index
        told, changing = answers(index, scene, scene.people), change_ms(store, current, scene)
        sizes = {name: array.nbytes / 1e6 for name, array in index_arrays(index).items()}
        ads = sizes.pop("postings.data")
        arrays = sum(sizes.values()) + len(index_words(index)) / 1e6
        grew = resident_mb() - before
        print(
            f"| {count} | {median(builds) / 1000:.2f} | {start / 1000:.2f} | {' | '.join(told)} | {changing} | {arrays:.1f} | {ads:.0f} | {grew} |",
            flush=True,
        )
    return index


def by_claims(index: MatchIndex, scene: Scene) -> None:
    """Print how answers grow with the skills that a CV claims."""
    print("\n| skills claimed | top 20 | unlocks | bridges |\n|---|---|---|---|")
    skills, random = scene.live.taxonomy.skills, np.random.default_rng(1)
    for count in CLAIMS:
        people = [
            replace(
                one,
                claims=(
                    *one.claims,
                    *(Claim(skills[row].uri, 0.8, ()) for row in random.integers(len(skills), size=count)),
                )[:count],
            )
            for one in scene.people
        ]
        print(f"| {count} | {' | '.join(answers(index, scene, people))} |", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, nargs="+", default=[5_000, 10_000, 20_000, 40_000])
    given = parser.parse_args()
    esco = [given.data / "esco" / "en", given.data / "esco" / "da"]
    taxonomy = with_danish_labels(with_own_concepts(read_esco(esco)[0]))
    towns = given.data / "denmark" / "municipalities.csv"
    asked = levels(taxonomy)
    live = LiveOntology(taxonomy, derive(taxonomy, asked, load_learnt()), load_generic_demands(), asked)
    people = list(generated_people(taxonomy, towns, PEOPLE))
    scene = Scene(live, labour_knowledge(taxonomy), people)
    _ = live.move_model, live.specific, live.shrinkage
    print(
        f"Memory: {read_gb_s():.1f} GB/s summed, {gather_gb_s(len(taxonomy.skills)):.1f} GB/s gathered; {resident_mb()} MB before any ad"
    )
    print("Milliseconds, median and in brackets p99, unless said.\n")
    with tempfile.TemporaryDirectory() as folder:
        by_claims(by_ads(given.ads, towns, scene, Path(folder)), scene)


if __name__ == "__main__":
    main()
