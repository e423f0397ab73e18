"""Every CV against every ad, top twenty each, with the code of `kompetencebro batch`; prints a table."""

import argparse
import tempfile
import time
from pathlib import Path

from api.app import build
from api.bulk import everyone, scene
from api.knowledge import levels
from api.settings import Settings
from bench.generated_ads import AS_OF, generated
from bench.generated_people import generated_people
from graph.ontology import derive
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.terms import with_own_concepts

WHOLE = 100_000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=40_000)
    parser.add_argument("--people", type=int, nargs="+", default=[2_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    given = parser.parse_args()
    esco = [given.data / "esco" / "en", given.data / "esco" / "da"]
    taxonomy = with_danish_labels(with_own_concepts(read_esco(esco)[0]))
    towns = given.data / "denmark" / "municipalities.csv"
    with tempfile.TemporaryDirectory() as folder:
        service = build(Settings(Path(folder) / "k.sqlite", "none"))
        service.store.save_ontology(taxonomy, derive(taxonomy, levels(taxonomy), load_learnt()))
        service.store.save_postings(generated(taxonomy, towns, given.ads))
        people = list(generated_people(taxonomy, towns, max(given.people)))
        before = time.perf_counter()
        for one in people:
            service.store.save_profile(one, ())
        print(f"{len(people)} profiles written in {time.perf_counter() - before:.0f} s\n", flush=True)
        against = scene(service, AS_OF, 20)
        print("| CVs | ads | processes | seconds | ms a CV | 100,000 CVs at that pace, minutes | ads listed a CV |")
        print("|---|---|---|---|---|---|---|")
        for count in given.people:
            for workers in given.workers:
                before, listed = time.perf_counter(), 0
                for best in everyone(service, [one.id for one in people[:count]], against, "bench", workers):
                    listed += best.total
                took = time.perf_counter() - before
                pace, whole = 1000 * took / count, took / count * WHOLE / 60
                shown = f"{took:.1f} | {pace:.2f} | {whole:.1f} | {listed / count:.0f}"
                print(f"| {count} | {given.ads} | {workers} | {shown} |", flush=True)


if __name__ == "__main__":
    main()
