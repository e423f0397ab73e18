"""What a consultant waits for at size: listing, bridges and unlocks of real CVs over generated ads, median and p99."""

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from api.bridging import proposed_bridges
from api.cli.demo import TEXTS
from api.knowledge import labour_knowledge, levels
from api.matching import Outlook, listing
from api.reach import Reach
from api.unlocking import proposed_unlocks
from bench.generated_ads import AS_OF, generated
from graph.index import MatchIndex
from graph.indexing import build_index
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from ingestion.cv import read_cv
from ingestion.reader import build_reader
from ingestion.readers import read
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.kinds import Postcode
from ontology.people import Means, Profile, ProfileId
from ontology.terms import load_generic_demands, with_own_concepts

REACHES = (
    ("Roskilde, 45 minutes by car", Reach(Postcode("4000"), Means.CAR, 45)),
    ("anywhere", Reach(None, Means.CAR, 45)),
)


def told(what: str, ask: Callable[[Profile], object], people: list[Profile], rounds: int) -> None:
    """Print the median and the 99th percentile in ms over the people, the first round left out."""
    taken = []
    for turn in range(rounds + 1):
        for person in people:
            before = time.perf_counter()
            ask(person)
            if turn:
                taken.append(1000 * (time.perf_counter() - before))
    print(f"| {what} | {np.percentile(taken, 50):.1f} | {np.percentile(taken, 99):.1f} |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    esco = [given.data / "esco" / "en", given.data / "esco" / "da"]
    taxonomy = with_danish_labels(with_own_concepts(read_esco(esco)[0]))
    asked = levels(taxonomy)
    live = LiveOntology(taxonomy, derive(taxonomy, asked, load_learnt()), load_generic_demands(), asked)
    knowledge = labour_knowledge(taxonomy)
    postings = [one for one, _ in generated(taxonomy, given.data / "denmark" / "municipalities.csv", given.ads)]
    index, reader = build_index(postings, live), build_reader(taxonomy)
    files = sorted((TEXTS / "cvs").glob("*.txt"))
    people = [read_cv(read(path), ProfileId(path.stem), reader)[0] for path in files]
    print(f"{len(postings)} ads, {len(people)} CVs, {given.rounds} rounds\n\n| what | median, ms | p99, ms |")
    print("|---|---|---|")
    for name, reach in REACHES:
        ways: tuple[tuple[str, Callable[..., object]], ...] = (
            ("top 20 with contributions", listing),
            ("what unlocks most", lambda *scene: proposed_unlocks(Outlook.of(*scene))),
            ("bridges", lambda *scene: proposed_bridges(Outlook.of(*scene))),
        )
        for what, way in ways:
            told(f"{what}, {name}", partial(_asked, way, index, live, knowledge, reach), people, given.rounds)


def _asked(
    way: Callable[..., object],
    index: MatchIndex,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    reach: Reach,
    person: Profile,
) -> object:
    return way(person, index, live, knowledge, reach, AS_OF)


if __name__ == "__main__":
    main()
