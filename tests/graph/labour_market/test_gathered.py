"""Columns of ads that were spliced are those that are read anew."""

from dataclasses import fields
from datetime import date, timedelta

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.labour_market.gathered import AdReader, Ads
from graph.labour_market.market import Vacancies
from graph.labour_market.reading import unique
from graph.ontology import LiveOntology
from ontology.vacancies import Posting
from tests.graph.labour_market.markets import SEATS, ad

JOBS, TOWNS, SKILLS, GATES = ("kok", "tjener"), ("0101", "0147", "0265"), ("a", "b", "c"), ("truck-b", "driving-b")
SHAPES = st.tuples(
    st.integers(0, 11),
    st.sampled_from(JOBS),
    st.lists(st.sampled_from(TOWNS), max_size=2, unique=True),
    st.lists(st.sampled_from(SKILLS), max_size=3, unique=True),
    st.lists(st.sampled_from(GATES), max_size=2, unique=True),
    st.sampled_from(("", "00000000000000ff", "00000000000003ff", "ffffffffffffffff")),
    st.integers(0, 40),
)
SOME = st.lists(SHAPES, max_size=12, unique_by=lambda one: one[0])


def made(shape: tuple[int, str, list[str], list[str], list[str], str, int]) -> Posting:
    number, job, towns, asks, gates, bits, day = shape
    when = date(2026, 10, 1) + timedelta(days=day)
    return ad(f"{number:02}", job, towns, asks=asks, gates=gates, fingerprint=bits, published=when, openings=day + 1)


def told(ads: Ads, live: LiveOntology) -> dict[str, object]:
    """The unique ads with the codes of sites and gates opened: their order is that in which they were met."""
    found = unique(ads, live)
    plain = {one.name: getattr(found, one.name) for one in fields(Vacancies) if one.name not in ("sites", "gates")}
    sites = [(int(row), found.sites[place]) for row, place in zip(found.place_ad, found.place, strict=True)]
    gates = sorted((int(row), found.gates[gate]) for row, gate in zip(found.gate_ad, found.gate, strict=True))
    kept = {name: one.tolist() if isinstance(one, np.ndarray) else one for name, one in plain.items()}
    return {**kept, "place": sites, "gate": gates}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOME, SOME, st.sets(st.integers(0, 11)))
def test_what_is_spliced_is_what_is_read_anew(
    live: LiveOntology,
    before: list[tuple[int, str, list[str], list[str], list[str], str, int]],
    came: list[tuple[int, str, list[str], list[str], list[str], str, int]],
    removed: set[int],
) -> None:
    reader = AdReader(live.taxonomy, lambda employer: "vikar" in employer, SEATS)
    old, new = [made(one) for one in before], [made(one) for one in came]
    gone = {one.id for one in old if int(one.id[-2:]) in removed} | {one.id for one in new}
    spliced = reader.read(old).changed(gone, reader.read(new))
    anew = reader.read([one for one in old if one.id not in gone] + new)

    assert told(spliced, live) == told(anew, live)
