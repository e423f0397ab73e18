"""What overview hides, the report hides: in cells, in totals, in words, in pictures, and by subtraction."""

from dataclasses import replace

import numpy as np
import pytest

from api.report.gathering import Gathered, Wish, around, gather, without_lone
from api.report.people import people_table
from api.report.summary import sentences
from api.report.wording import counted, ratio
from api.service import Service
from graph.errors import AnalysisError
from graph.labour_market.axes import By
from graph.labour_market.comparison import NEITHER
from graph.labour_market.figures import TOO_FEW
from ontology.kinds import EscoUri
from tests.api.report.made import DAY, MADE_BY, NOVEMBER, SEEKERS, TOWNS, gathered, page, seeker, wish
from tests.api.report.reading_html import captioned, cells, read


@pytest.fixture(scope="module")
def found(market_service: Service) -> Gathered:
    return gathered(market_service)


def test_the_tables_say_of_people_what_overview_says_and_no_more(market_service: Service, found: Gathered) -> None:
    table = market_service.market.overview(found.wish.areas, NOVEMBER, By.ISCO3, DAY)
    rows = cells(captioned(read(page(market_service)), "Stillinger og søgende i alle faggrupper"))
    names = [area.name for area in found.wish.areas]

    assert len(rows) > 20
    for area, group, _, seekers, tightness, judged, _ in rows:
        row = table.row(names.index(area), table.axis.row(group.split()[0]))
        assert seekers == counted(table.columns["seekers"].figure(row))
        assert tightness == ratio(table.columns["tightness"].figure(row))
        assert (seekers == TOO_FEW) == (judged == "for få søgende")
    assert {TOO_FEW} < {row[3] for row in rows}


def test_nothing_is_judged_where_the_seekers_are_hidden(found: Gathered) -> None:
    hidden = found.table.columns["seekers"].suppressed.reshape(found.signs.shape)

    assert hidden.any()
    assert (found.signs[hidden] == NEITHER).all()


def test_the_page_knows_of_people_only_what_their_rounded_cells_say(market_service: Service) -> None:
    """One more person in a cell that stays what it was changes not a byte."""
    before = page(market_service)
    rounded = market_service.market.scene(DAY).people.cells.copy()
    jobs = {one.labels.best(): one.uri for one in market_service.live.taxonomy.occupations}
    unchanged = 0
    for number, (town, job) in enumerate(SEEKERS):
        market_service.store.save_profile(seeker(9_000 + number, jobs[job], town), [])
        if (market_service.market.scene(DAY).people.cells == rounded).all():
            unchanged += 1
            assert page(market_service) == before
        market_service.erase(f"r{9_000 + number}")

    assert unchanged
    assert page(market_service) == before


@pytest.mark.parametrize("hidden", [0, 1, 2])
def test_a_total_is_hidden_where_it_would_tell_the_one_hidden_group(found: Gathered, hidden: int) -> None:
    groups = len(found.table.axis.codes)
    flags = np.zeros((len(found.wish.areas), groups), np.bool_)
    flags[0, :hidden] = True
    seekers = replace(found.table.columns["seekers"], suppressed=flags.ravel())
    parts = replace(found.table, columns={**found.table.columns, "seekers": seekers})
    totals = replace(found.totals, columns=dict(found.totals.columns))

    told = without_lone(totals, parts)

    for name in ("seekers", "tightness"):
        one = told.columns[name].figure(0)
        assert one.suppressed == (hidden == 1)
        assert (one.value is None) == (hidden == 1)
        assert (one.low, one.high, one.n) == (None, None, None) or hidden != 1


def test_areas_that_overlap_are_refused_for_one_is_the_other_less_a_third(market_service: Service) -> None:
    for areas in (("0101", "0101+0147"), ("0101", "Region Hovedstaden"), ("danmark", "0751")):
        with pytest.raises(AnalysisError, match="areas that do not overlap"):
            gather(market_service.market, wish(*areas), MADE_BY)


def test_on_the_map_each_municipality_is_in_one_area(market_service: Service) -> None:
    units = around(wish("0101+0147", "0157").areas, 45)
    codes = [code for area in units for code in area.municipalities]

    assert len(units) > 10
    assert len(codes) == len(set(codes))
    assert units[0].municipalities == ("0101", "0147")


def test_a_member_of_a_set_is_not_told_of_alone(market_service: Service) -> None:
    rows = cells(captioned(read(page(market_service, "0101+0147")), "Tallene på kortene"))
    names = [row[0] for row in rows]

    assert names[0] == "København og Frederiksberg"
    assert not {"København", "Frederiksberg"} & set(names)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (wish(*TOWNS, by=By.ISCO1), "no report by isco1"),
        (wish(*TOWNS, by=By.OCCUPATION), "no report by occupation"),
        (wish("0101", since=NOVEMBER.plus(1)), "1 to 36 months"),
        (replace(wish("0101"), areas=()), "1 to 6 areas, not 0"),
        (wish(*(f"0{code}" for code in (101, 147, 151, 153, 155, 157, 159))), "1 to 6 areas, not 7"),
    ],
)
def test_a_report_that_would_tell_too_much_or_nothing_is_refused(
    market_service: Service, given: Wish, said: str
) -> None:
    with pytest.raises(AnalysisError, match=said):
        gather(market_service.market, given, MADE_BY)


def test_hidden_seekers_are_said_to_be_hidden_and_never_nought(market_service: Service) -> None:
    found = gathered(market_service, "0155")  # nobody lives there
    rows = people_table(found, [range(len(found.table.axis.codes))], "alle").rows
    told = page(market_service, "0155")

    assert found.totals.columns["seekers"].figure(0).suppressed
    assert {row[3] for row in rows} <= {TOO_FEW}
    assert f"n = {TOO_FEW} i Dragør" in told
    assert not any("bor dér og søger" in one for one in sentences(found, lambda code: str(EscoUri(code))))
