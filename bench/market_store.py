"""The analyst's view over a whole store: 400,000 ads over 24 months and 200,000 profiles in SQLite; times and memory.

`make FOLDER` writes the store, `ask FOLDER` opens it as the service does and asks; each in a process of its own.
"""

import argparse
import resource
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np

from api.app import build
from api.areas import every_municipality, read_area
from api.knowledge import levels
from api.market_export import save
from api.service import Service
from api.settings import Settings
from bench.generated_ads import SEED
from bench.generated_ads import generated as generated_ads
from bench.generated_people import generated_people
from graph.labour_market.axes import By
from graph.labour_market.months import month_of, months_between
from graph.ontology import derive
from graph.store.codec import encoded
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.people import Document, DocumentId, Profile
from ontology.terms import with_own_concepts
from ontology.vacancies import Posting, PostingId

T = TypeVar("T")
AS_OF, DAYS, COPIED, AT_ONCE = date(2026, 11, 26), 730, 9, 5_000
MONTH = month_of(AS_OF)


def timed(what: str, step: Callable[[], T]) -> T:
    """The step's result; prints what it took of a clock and of a core in ms, and the most memory held so far."""
    start, worked = time.perf_counter(), time.process_time()
    result = step()
    took, work = 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - worked)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {what} | {took:,.0f} | {work:,.0f} | {held:,} |", flush=True)
    return result


def spread(ads: Iterable[tuple[Posting, Document]], count: int) -> Iterator[tuple[Posting, Document]]:
    """`count` of the ads over 24 months with fingerprints; every ninth is followed by a copy that an agency put up."""
    draw, made = np.random.default_rng(SEED), 0
    for number, (one, document) in enumerate(ads):
        published = AS_OF - timedelta(days=int(draw.integers(0, DAYS)))
        deadline = published + timedelta(days=int(np.clip(draw.lognormal(3.2, 0.5), 3, 180)))
        bits = f"{int(draw.integers(1, 2**63)):016x}"
        first = replace(one, published=published, deadline=deadline, fingerprint=bits)
        copy = replace(first, id=PostingId(f"{one.id}-b"), employer="Vikarbureau 1", document=DocumentId(f"{one.id}b"))
        for each in (first, copy) if number % COPIED == 0 else (first,):
            if made == count:
                return
            made += 1
            yield each, replace(document, id=each.document)


def make(folder: Path, data: Path, ads: int, people: int) -> None:
    """Write the store; what is there of it stays."""
    esco = [data / "esco" / "en", data / "esco" / "da"]
    taxonomy = with_danish_labels(with_own_concepts(read_esco(esco)[0]))
    towns = data / "denmark" / "municipalities.csv"
    folder.mkdir(parents=True, exist_ok=True)
    service = build(Settings(folder / "k.sqlite", "none"))
    if service.store.ontology() is None:
        service.store.save_ontology(taxonomy, derive(taxonomy, levels(taxonomy), load_learnt()))
        written = spread(generated_ads(taxonomy, towns, ads), ads)
        while service.store.save_postings(islice(written, AT_ONCE)):
            pass
    service.store.close()
    _people(folder / "k.sqlite", generated_people(taxonomy, towns, people))


def _people(path: Path, everybody: Iterable[Profile]) -> None:
    """Write profiles in one transaction: one each, as the service does, takes minutes of waiting for the disk."""
    rows = [(one.id, encoded(one)) for one in everybody]
    with sqlite3.connect(path) as db:
        db.executemany("INSERT OR REPLACE INTO profile VALUES (?, ?)", rows)
        db.executemany("INSERT INTO change (kind, id, gone) VALUES ('profile', ?, 0)", [(id,) for id, _ in rows])


def opened(folder: Path) -> Service:
    """The service as a process opens it; nothing is asked yet."""
    return build(Settings(folder / "k.sqlite", "none"))


def ask(folder: Path) -> None:
    """Print a table: the first question of a process, and later ones."""
    print("| what | ms | of a core, ms | most memory so far, MB |\n|---|---|---|---|")
    service = timed("open the service", lambda: opened(folder))
    market, one, towns = service.market, [read_area("0265")], every_municipality()
    timed("first question: overview of one municipality", lambda: market.overview(one, MONTH, By.ISCO3, AS_OF))
    scene = market.scene(AS_OF)
    timed("overview of another municipality", lambda: market.overview([read_area("0259")], MONTH, By.ISCO3, AS_OF))
    timed("98 municipalities by all unit groups", lambda: market.overview(towns, MONTH, By.ISCO4, AS_OF))
    timed("the same again", lambda: market.overview(towns, MONTH, By.ISCO4, AS_OF))
    timed("what opens most", lambda: market.opens(one[0], MONTH, 10, AS_OF))
    timed("bridges, fifty", lambda: market.crossings(one[0], one[0], MONTH, 50, AS_OF))
    months = months_between(MONTH.plus(-23), MONTH)
    tables = (market.overview(towns, month, By.ISCO4, AS_OF) for month in months)
    rows = timed("full export, 24 months, CSV", lambda: save(tables, folder / "all.csv"))
    changed_ad(service)
    timed("overview after an ad has changed", lambda: market.overview(one, MONTH, By.ISCO3, AS_OF))
    changed_profile(service)
    timed("overview after a profile has changed", lambda: market.overview(one, MONTH, By.ISCO3, AS_OF))
    counted = f"{scene.market.ads:,} ads, {len(scene.market.vacancies):,} unique, {len(scene.market.seekers):,} people"
    print(f"\n{counted}; {rows:,} rows exported")


def changed_ad(service: Service) -> None:
    """Write one ad anew."""
    posting = service.posting(PostingId("gen:000001"))
    changed = replace(posting, openings=posting.openings + 1, content_hash=f"{posting.content_hash}+")
    document = service.store.document(posting.document)
    if document is not None:
        service.store.save_postings([(changed, document)])


def changed_profile(service: Service) -> None:
    """Write one profile anew."""
    first = next(iter(service.store.profiles()))
    profile = service.profile(first)
    service.store.save_profile(replace(profile, seeks=(profile.held[0].occupation,)), ())


def main() -> None:
    """Write the store, or ask it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("act", choices=["make", "ask"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the reference data, to make")
    parser.add_argument("--ads", type=int, default=400_000)
    parser.add_argument("--people", type=int, default=200_000)
    given = parser.parse_args()
    if given.act == "make":
        make(given.folder, given.data, given.ads, given.people)
    else:
        ask(given.folder)


if __name__ == "__main__":
    main()
