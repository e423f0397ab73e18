"""The labour market asked of Neo4j in Cypher alone, equal to the arrays; its unique ads are marked by the arrays."""

from collections.abc import Iterator, Sequence
from datetime import date

from graph.labour_market.demand import BOILERPLATE_LEAST, BOILERPLATE_MONTHS, BOILERPLATE_SHARE, PRIOR_ADS, UNIT_ADS
from graph.labour_market.market import Vacancies
from graph.labour_market.months import Month
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_driver import Record
from ontology.kinds import IscoCode, MunicipalityCode

_BATCH = 5_000


def mark(store: Neo4jStore, vacancies: Vacancies) -> int:
    """Mark the unique ads, and no other, for the queries below; how many there are.

    An ad that is written anew loses its mark: mark after ads came in.

    Raises:
        StoreError: Neo4j refused it or cannot be reached.
    """
    store.read("market_forget")
    rows = list(_rows(vacancies))
    starts = range(0, len(rows), _BATCH)
    return sum(store.read("market_mark", rows=rows[start : start + _BATCH])[0]["marked"] for start in starts)


def _rows(vacancies: Vacancies) -> Iterator[Record]:
    demanded: dict[int, list[str]] = {}
    for ad, gate in zip(vacancies.gate_ad.tolist(), vacancies.gate.tolist(), strict=True):
        demanded.setdefault(ad, []).append(vacancies.gates[gate])
    columns = (vacancies.first.tolist(), vacancies.last.tolist(), vacancies.openings.tolist())
    for row, (id, first, last, openings) in enumerate(zip(vacancies.ids, *columns, strict=True)):
        days = {"first": date.fromordinal(first), "last": date.fromordinal(last)}
        yield {"id": id, **days, "openings": openings, "gates": demanded.get(row, [])}


def live_ads(store: Neo4jStore, municipalities: Sequence[MunicipalityCode], month: Month) -> list[Record]:
    """By unit group: unit, live (unique ads) and openings."""
    return store.read("market_live", municipalities=list(municipalities), **_days(month))


def quotients(store: Neo4jStore, municipalities: Sequence[MunicipalityCode], month: Month) -> list[Record]:
    """By unit group: unit, live and quotient, the location quotient."""
    return store.read("market_quotients", municipalities=list(municipalities), **_days(month))


def flow(store: Neo4jStore, municipalities: Sequence[MunicipalityCode], month: Month) -> list[Record]:
    """By unit group: unit, new and closed (unique ads), and days, the median that those closed were listed."""
    return store.read("market_flow", municipalities=list(municipalities), **_days(month))


def skill_lift(
    store: Neo4jStore,
    unit: IscoCode,
    municipalities: Sequence[MunicipalityCode],
    month: Month,
    *,
    personal: bool = False,
) -> list[Record]:
    """What a unit group's ads ask for: skill, label, share and lift, most over-asked first; without a least count.

    `personal` = personal competencies instead of skills.
    """
    where = {"unit": unit, "municipalities": list(municipalities), **_days(month)}
    return store.read("market_lift", **where, unit_ads=UNIT_ADS, prior=PRIOR_ADS, personal=personal)


def gates(store: Neo4jStore, unit: IscoCode, municipalities: Sequence[MunicipalityCode], month: Month) -> list[Record]:
    """What a unit group's ads demand: gate (a credential's code), share and lift; without a least count."""
    where = {"unit": unit, "municipalities": list(municipalities), **_days(month)}
    return store.read("market_gates", **where, unit_ads=UNIT_ADS, prior=PRIOR_ADS)


def boilerplate(store: Neo4jStore, municipalities: Sequence[MunicipalityCode], month: Month) -> list[Record]:
    """By unit group: unit, live (unique ads), and the share of them with a demand that few like ads make."""
    since = date.fromordinal(month.plus(1 - BOILERPLATE_MONTHS).first)
    limits = {"least": BOILERPLATE_LEAST, "few": BOILERPLATE_SHARE}
    return store.read("market_boilerplate", municipalities=list(municipalities), since=since, **limits, **_days(month))


def _days(month: Month) -> dict[str, date]:
    return {"first": date.fromordinal(month.first), "last": date.fromordinal(month.last)}
