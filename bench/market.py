"""The analyst's view at size: ESCO, 400,000 ads over 24 months, 200,000 people; prints times, memory and findings."""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np

from api.areas import every_municipality, minutes_between, read_area
from api.knowledge import labour_knowledge, levels
from api.market_export import save
from bench.generated_ads import SEED
from bench.generated_ads import generated as generated_ads
from bench.generated_market import (
    AS_OF,
    CLERKS,
    COOKS,
    DEGREE_ASKING,
    FULL_OF_COOKS,
    NURSES,
    OVER_ASKING,
    SHORT_OF_COOKS,
    Generated,
    generated,
)
from graph.labour_market.areas import footprint
from graph.labour_market.axes import Axis, isco_axis, units_of
from graph.labour_market.communities import communities
from graph.labour_market.comparison import mismatches
from graph.labour_market.crossing import crossings
from graph.labour_market.demand import Corner, What, asked, boilerplate
from graph.labour_market.denominated import Denominators
from graph.labour_market.measures import Scene, measure
from graph.labour_market.months import month_of, months_between
from graph.labour_market.opening import opened
from graph.labour_market.people import People
from graph.labour_market.reading import vacancies_of
from graph.labour_market.suppression import lattice
from graph.ontology import LiveOntology, derive
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import read_esco
from ontology.people import Means
from ontology.terms import load_generic_demands, with_own_concepts
from ontology.vacancies import Posting, PostingId

T = TypeVar("T")
MONTH = month_of(AS_OF)


def timed(what: str, step: Callable[[], T], repeats: int = 1) -> T:
    """The step's result; prints the median of its milliseconds and the memory at its end."""
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = step()
        seconds.append(time.perf_counter() - start)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:66} {1000 * median(seconds):10.1f} ms {megabytes:6} MB", flush=True)
    return result


def opened_release(data: Path) -> LiveOntology:
    """The whole of ESCO as the service has it."""
    taxonomy = with_danish_labels(with_own_concepts(read_esco([data / "esco" / "en", data / "esco" / "da"])[0]))
    return LiveOntology(
        taxonomy, derive(taxonomy, levels(taxonomy), load_learnt()), load_generic_demands(), levels(taxonomy)
    )


def _ads(live: LiveOntology, data: Path) -> Iterator[Posting]:
    """Generated ads with fingerprints, every ninth followed by its copy."""
    draw = np.random.default_rng(SEED)
    for number, (one, _) in enumerate(generated_ads(live.taxonomy, data / "denmark" / "municipalities.csv", 9_000)):
        marked = replace(one, fingerprint=f"{int(draw.integers(1, 2**63)):016x}")
        yield marked
        if number % 9 == 0:
            yield replace(marked, id=PostingId(f"{one.id}-copy"), employer="Vikarbureau 1")


def scene_of(made: Generated, live: LiveOntology) -> Scene:
    """The market with its people rounded."""
    units, towns = live.taxonomy.unit_groups, made.market.municipalities
    people = People(made.market, lattice(b"bench" * 8, towns, units), units_of(live.taxonomy))
    return Scene(made.market, people, Denominators())


def findings(scene: Scene, live: LiveOntology, axis: Axis, planted: int) -> None:
    """Look for what was planted, as an analyst would."""
    towns = every_municipality()
    minutes = minutes_between(towns, Means.CAR)
    found = mismatches(scene, measure(scene, towns, axis, MONTH), minutes, 40)
    first = next(one for one in found if one.group == COOKS)
    place = found.index(first) + 1
    print(f"1. {first.label}: scarce in {first.scarce.name} ({first.openings.told()} openings, seekers", end=" ")
    print(
        f"{first.scarce_seekers.told()}), surplus in {first.surplus.name} ({first.surplus_seekers.told()} seekers),",
        end=" ",
    )
    print(f"{first.minutes:.0f} min.; number {place} of {len(found)}")
    assert (first.scarce.code, first.surplus.code) == (SHORT_OF_COOKS, FULL_OF_COOKS)
    vacancies, units = scene.market.vacancies, scene.people.units
    corner = Corner(footprint(vacancies, read_area(OVER_ASKING)), axis, axis.row(NURSES), MONTH)
    over = asked(vacancies, units, live.taxonomy, corner, What.SKILLS, "gen")
    print(
        f"2. first of what {OVER_ASKING} asks of nurses: {live.taxonomy.label(live.taxonomy.skills[planted].uri)},",
        end=" ",
    )
    print(f"lift {over[0].lift.value:.1f} [{over[0].lift.low:.1f}; {over[0].lift.high:.1f}]")
    assert over[0].code == live.taxonomy.skills[planted].uri
    corner = Corner(footprint(vacancies, read_area(DEGREE_ASKING)), axis, axis.row(CLERKS), MONTH)
    share, rows = boilerplate(vacancies, units, corner, "gen")
    print(f"3. clerks in {DEGREE_ASKING}: {100 * (share.value or 0):.0f} % of {share.n:.0f} ads ask {rows[0].code}")


def main() -> None:
    """Print the table and the findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=400_000)
    parser.add_argument("--people", type=int, default=200_000)
    given = parser.parse_args()
    live = timed("read ESCO and derive", lambda: opened_release(given.data))
    ads = list(_ads(live, given.data))
    read = timed(f"{len(ads)} ads from objects to columns", lambda: vacancies_of(ads, live, bool, {}))
    print(f"{read[1]} ads, {len(read[0])} of them unique")
    made = timed(f"generate {given.ads} ads, {given.people} people", lambda: generated(live, given.ads, given.people))
    scene = timed("offsets of the lattice", lambda: scene_of(made, live))
    timed("people onto the lattice, rounded", lambda: scene.people.cells)
    four, three = isco_axis(live.taxonomy, 4), isco_axis(live.taxonomy, 3)
    one, towns = read_area(SHORT_OF_COOKS), every_municipality()
    timed("overview of one municipality, minor groups", lambda: measure(scene, [one], three, MONTH), 7)
    timed("overview of one municipality, unit groups", lambda: measure(scene, [one], four, MONTH), 7)
    timed(f"comparison of {len(towns)} municipalities, unit groups", lambda: measure(scene, towns, four, MONTH), 3)
    corner = Corner(footprint(scene.market.vacancies, one), four, four.row(COOKS), MONTH)
    vacancies, units = scene.market.vacancies, scene.people.units
    timed("skills of one group", lambda: asked(vacancies, units, live.taxonomy, corner, What.SKILLS, "gen"), 5)
    timed("what opens most, one municipality", lambda: opened(scene, live, four, one, MONTH), 3)
    knowledge = timed("what Denmark asks", lambda: labour_knowledge(live.taxonomy))
    timed("bridges of one municipality", lambda: crossings(scene, live, knowledge, one, one, MONTH))
    found = timed("communities", lambda: communities(live, knowledge))
    print(f"{len(found)} communities of {sum(len(each.occupations) for each in found)} occupations")
    months = months_between(MONTH.plus(-23), MONTH)
    prints = [footprint(vacancies, town) for town in towns]
    tables = (measure(scene, towns, four, month, prints) for month in months)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.csv"
        rows = timed("full export, 24 months, CSV", lambda: save(tables, path))
        tables = (measure(scene, towns, four, month, prints) for month in months)
        timed("full export, 24 months, Parquet", lambda: save(tables, path.with_suffix(".parquet")))
        sizes = [path.with_suffix(end).stat().st_size / 1e6 for end in (".csv", ".parquet")]
        print(f"{rows} rows, {sizes[0]:.0f} MB as CSV, {sizes[1]:.0f} MB as Parquet")
    print(f"share of cells with people that are told: {_told(scene):.2f}")
    findings(scene, live, four, made.planted_skill)


def _told(scene: Scene) -> float:
    cells = scene.people.cells
    return float(np.mean(cells[cells > 0] >= 10))


if __name__ == "__main__":
    main()
