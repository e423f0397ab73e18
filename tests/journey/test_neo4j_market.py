"""What Cypher counts of the labour market is what the arrays count."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from api.areas import read_area
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from graph.labour_market.axes import By
from graph.labour_market.demand import What
from graph.labour_market.market import LONG_EXPERIENCE
from graph.labour_market.months import Month
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_market import boilerplate, flow, gates, live_ads, mark, quotients, skill_lift
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.kinds import CredentialCode, Importance, IscoCode, MunicipalityCode, Occupation, PostingKind, SkillKind
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Demand, Experience, OccupationGuess, PostingId, Requirement, Workplace

NOVEMBER, DAY = Month(2026, 11), date(2026, 11, 25)
TRUCK, SELDOM = CredentialCode("truck-b"), 3
AREAS = ("Region Hovedstaden", "0101", "0265+0253")


@pytest.fixture
def service(neo4j_store: Neo4jStore, tmp_path: Path) -> Service:
    made = Service(neo4j_store, SqliteRecords(tmp_path / "r.sqlite"), SqliteVault(tmp_path / "k.sqlite"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    return made


@pytest.mark.neo4j
def test_cypher_counts_the_market_as_the_arrays_do(service: Service, neo4j_store: Neo4jStore) -> None:
    vacancies = service.market.scene(DAY).market.vacancies

    assert mark(neo4j_store, vacancies) == mark(neo4j_store, vacancies) == len(vacancies)
    for name in AREAS:
        area = read_area(name)
        table = service.market.overview([area], NOVEMBER, By.ISCO4, DAY)
        live, openings, quotient = (table.columns[one].value for one in ("live", "openings", "quotient"))
        wanted = {code: row for row, code in enumerate(table.axis.codes)}
        found = {one["unit"]: one for one in live_ads(neo4j_store, area.municipalities, NOVEMBER)}
        against = {one["unit"]: one["quotient"] for one in quotients(neo4j_store, area.municipalities, NOVEMBER)}

        assert set(found) == {code for code, row in wanted.items() if live[row]}
        for code, row in wanted.items():
            if code in found:
                assert (found[code]["live"], found[code]["openings"]) == (live[row], pytest.approx(openings[row]))
            assert against.get(code, np.nan) == pytest.approx(quotient[row], nan_ok=True)


@pytest.mark.neo4j
def test_cypher_counts_what_came_and_what_closed_as_the_arrays_do(service: Service, neo4j_store: Neo4jStore) -> None:
    mark(neo4j_store, service.market.scene(DAY).market.vacancies)
    seen = 0
    for name in AREAS:
        area = read_area(name)
        table = service.market.overview([area], NOVEMBER, By.ISCO4, DAY)
        found = {one["unit"]: one for one in flow(neo4j_store, area.municipalities, NOVEMBER)}
        for row, code in enumerate(table.axis.codes):
            new, closed, days = (table.columns[one].value[row] for one in ("new", "closed", "days"))
            seen += new + closed

            assert bool(new or closed) == (code in found)
            if code in found:
                assert (found[code]["new"], found[code]["closed"]) == (new, closed)
                assert found[code]["days"] == pytest.approx(days if closed else None)
    assert seen > 20


def two_of_a_trade(taxonomy: Taxonomy) -> tuple[Occupation, Occupation]:
    """Two occupations of one unit group."""
    for one, other in pairwise(sorted(taxonomy.occupations, key=lambda job: job.isco)):
        if one.isco == other.isco:
            return one, other
    raise AssertionError("the starter ontology has no two occupations of one unit group")


def kitchen_of_ads(service: Service) -> IscoCode:
    """Ads of two occupations of one unit group, some in Copenhagen and more elsewhere; the unit group."""
    taxonomy = service.live.taxonomy
    jobs, skills = two_of_a_trade(taxonomy), [one for one in taxonomy.skills if one.kind is SkillKind.SKILL][:4]
    skills += [one for one in taxonomy.skills if one.kind is SkillKind.TRANSVERSAL][:3]
    pattern = next(service.store.postings())
    document = service.store.document(pattern.document)
    assert document is not None
    rows = []
    for number in range(90):
        asks = [skill for place, skill in enumerate(skills) if number % (place + 2) == 0]
        made = replace(
            pattern,
            id=PostingId(f"t:{number:02}"),
            published=DAY,
            deadline=DAY,
            kind=PostingKind.ORDINARY,
            fingerprint="",
            content_hash=str(number),
            occupations=(OccupationGuess(jobs[number % 7 == 0].uri, 0.9),),
            asks=tuple(Requirement(one.uri, Importance.MUST, 1.0, ()) for one in asks),
            workplaces=(Workplace(MunicipalityCode("0101" if number < 25 else "0751")),) if number < 80 else (),
            demands=(Demand(TRUCK, True, ()),) if number % 2 == 0 else (),
            experience=(Experience(5, None, Importance.MUST, ()),) if number % 10 == SELDOM else (),
        )
        rows.append((made, document))
    service.store.save_postings(rows)
    return jobs[0].isco


@pytest.mark.neo4j
@pytest.mark.parametrize(("what", "least"), [(What.SKILLS, 4), (What.PERSONAL, 2)])
def test_cypher_finds_the_lift_of_the_arrays(what: What, least: int, service: Service, neo4j_store: Neo4jStore) -> None:
    unit, area = kitchen_of_ads(service), read_area("0101")
    mark(neo4j_store, service.market.scene(DAY).market.vacancies)

    wanted = {one.code: one for one in service.market.asked(area, NOVEMBER, By.ISCO4, unit, what, 500)}
    asked = skill_lift(neo4j_store, unit, area.municipalities, NOVEMBER, personal=what is What.PERSONAL)
    found = {one["skill"]: one for one in asked}

    assert len(wanted) >= least
    for code, one in wanted.items():
        assert one.lift.value is not None
        assert found[code]["share"] == pytest.approx(one.share.value)
        assert found[code]["lift"] == pytest.approx(one.lift.value)


@pytest.mark.neo4j
def test_cypher_finds_what_is_demanded_as_the_arrays_do(service: Service, neo4j_store: Neo4jStore) -> None:
    unit, area = kitchen_of_ads(service), read_area("0101")
    mark(neo4j_store, service.market.scene(DAY).market.vacancies)

    wanted = {one.code: one for one in service.market.asked(area, NOVEMBER, By.ISCO4, unit, What.GATES, 500)}
    found = {one["gate"]: one for one in gates(neo4j_store, unit, area.municipalities, NOVEMBER)}

    assert {TRUCK, LONG_EXPERIENCE} <= set(wanted)
    for code, one in wanted.items():
        assert one.lift.value is not None
        assert found[code]["share"] == pytest.approx(one.share.value)
        assert found[code]["lift"] == pytest.approx(one.lift.value)


@pytest.mark.neo4j
def test_cypher_finds_demands_out_of_line_as_the_arrays_do(service: Service, neo4j_store: Neo4jStore) -> None:
    unit = kitchen_of_ads(service)
    mark(neo4j_store, service.market.scene(DAY).market.vacancies)
    for name in AREAS:
        area = read_area(name)
        table = service.market.overview([area], NOVEMBER, By.ISCO4, DAY)
        live, share = table.columns["live"].value, table.columns["boilerplate"].value
        found = {one["unit"]: one for one in boilerplate(neo4j_store, area.municipalities, NOVEMBER)}

        assert set(found) == {code for row, code in enumerate(table.axis.codes) if live[row]}
        for row, code in enumerate(table.axis.codes):
            if code in found:
                assert (found[code]["live"], found[code]["share"]) == (live[row], pytest.approx(share[row]))
        if name == "0101":
            assert 0 < found[unit]["share"] < 0.5
