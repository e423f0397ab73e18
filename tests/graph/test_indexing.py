"""An index that took changed ads in is the index of the ads that there are."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import names, shelf
from graph.columns import PLAIN
from graph.gathering import columns_of
from graph.index import MatchIndex
from graph.indexing import build_index, changed
from graph.ontology import LiveOntology
from graph.ragged import Ragged
from ontology.kinds import (
    DANISH,
    ENGLISH,
    CredentialCode,
    EscoUri,
    Importance,
    MunicipalityCode,
    Postcode,
    PostingKind,
    Shift,
)
from ontology.languages import Cefr
from ontology.people import Denial, DocumentId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import (
    Demand,
    Hours,
    LanguageDemand,
    OccupationGuess,
    Posting,
    PostingId,
    Requirement,
    Terms,
    Workplace,
)
from tests.graph.ads import AD, DAY

NO_RELEASE = Taxonomy("none", (), (), (), ())
SKILLS = ("kasse", "kunder", "varer", "madlavning", "hygiejne", "opvask", "mødestabil", "ukendt")
JOBS = ("butiksassistent", "kok", "opvasker", "ukendt")


@st.composite
def ads(draw: st.DrawFn) -> Posting:
    """Any ad, under one of a few ids, so that ads often replace each other."""
    asked = draw(st.lists(st.sampled_from(SKILLS), unique=True))
    jobs = draw(st.lists(st.sampled_from(JOBS), unique=True, max_size=2))
    works = draw(st.lists(st.sampled_from(("0101", "0265", "0751")), unique=True, max_size=2))
    demands = draw(st.lists(st.sampled_from(("truck", "edu-nurse", "licence-c")), unique=True, max_size=2))
    return Posting(
        PostingId(draw(st.sampled_from(("a:1", "a:10", "a:2", "b:1", "b:ø", "c")))),
        draw(st.text(max_size=3)),
        draw(st.sampled_from(("", "Netto", "Brugsen"))),
        DAY - timedelta(days=draw(st.integers(0, 90))),
        draw(st.sampled_from((None, DAY))),
        draw(st.sampled_from(PostingKind)),
        draw(st.sampled_from(Hours)),
        draw(st.integers(1, 9)),
        tuple(OccupationGuess(EscoUri(f"o/{name}"), draw(st.sampled_from((0.5, 0.9)))) for name in jobs),
        tuple(Requirement(EscoUri(f"s/{name}"), draw(st.sampled_from(Importance)), 0.9, ()) for name in asked),
        tuple(Denial(EscoUri(f"s/{name}")) for name in draw(st.lists(st.sampled_from(SKILLS), max_size=1))),
        tuple(Demand(CredentialCode(name), draw(st.booleans()), (), draw(st.booleans())) for name in demands),
        tuple(Workplace(MunicipalityCode(code), draw(st.sampled_from((None, Postcode("4000"))))) for code in works),
        draw(st.text(max_size=2)),
        DocumentId("d"),
        draw(st.sampled_from(("", "0" * 16, "f" * 16, "00000000000000ff"))),
        terms=Terms(shifts=tuple(draw(st.lists(st.sampled_from(Shift), unique=True, max_size=2)))),
        languages=tuple(
            LanguageDemand(name, draw(st.sampled_from((None, *Cefr))), draw(st.sampled_from(Importance)), ())
            for name in draw(st.lists(st.sampled_from((DANISH, ENGLISH)), unique=True))
        ),
    )


def told(index: MatchIndex) -> Mapping[str, object]:
    """All that an index says, row by row, names written out."""
    columns = index.columns
    plain = {name: getattr(columns, name).tolist() for name in PLAIN}
    named = {
        "employer": [columns.employers[code] for code in columns.employer],
        "place": listed(columns.place, columns.places),
        "demand": listed(columns.demand, columns.credentials),
        "language": listed(columns.language, columns.languages),
    }
    parts = {name: listed(getattr(index, name)) for name in ("professional", "personal", "occupations")}
    own = {"ids": index.ids, "postings": tuple(index.postings), "share": index.part_share.tolist()}
    return {**own, **plain, **named, **parts, "skills": index.skills}


def listed(lists: Ragged, names: tuple[object, ...] | None = None) -> list[object]:
    found: list[object] = []
    for row in range(len(lists)):
        first, *rest = [column[lists.row(row)].tolist() for column in lists.columns]
        found.append([[names[code] for code in first] if names else first, *rest])
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=st.lists(ads()), steps=st.lists(st.tuples(st.lists(ads(), max_size=3), st.lists(ads(), max_size=2))))
def test_an_index_that_took_changes_in_is_the_index_of_what_there_is(
    before: list[Posting], steps: list[tuple[list[Posting], list[Posting]]], live: LiveOntology
) -> None:
    kept = {one.id: one for one in before}
    index = build_index(kept.values(), live)
    for come, gone in steps:
        new = {one.id: one for one in come}
        lost = {one.id for one in gone} - set(new)
        index = changed(index, lost, new.values(), live)
        kept = {id: one for id, one in (kept | new).items() if id not in lost}

    assert told(index) == told(build_index(kept.values(), live))
    assert index.ids == tuple(sorted(kept))


def test_ads_that_lie_loose_are_laid_together_and_names_nobody_bears_are_dropped(
    live: LiveOntology, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "_LOOSE_BYTES", 0)
    monkeypatch.setattr(names, "_WORTH_DROPPING", 1)
    index = build_index([AD], live)
    for number in range(20):
        index = changed(index, (), [replace(AD, employer=f"firma {number}")], live)

    assert index.postings[0].employer == "firma 19"
    assert len(index.postings.data) + len(index.postings.loose) < 3 * len(shelf.Shelf.of([AD]).data)
    assert len(index.columns.employers) <= 2
    assert told(index) == told(build_index([replace(AD, employer="firma 19")], live))


def test_the_columns_of_an_ad_are_those_of_its_row(live: LiveOntology) -> None:
    index = build_index([replace(AD, id=PostingId("z")), AD], live)

    assert index.ids == (AD.id, "z")
    assert np.array_equal(index.columns.published[:1], columns_of([AD], live.taxonomy).published)


@given(ads=st.lists(ads(), max_size=6), day=st.one_of(st.none(), st.just(DAY)), code=st.sampled_from((None, "0101")))
def test_the_rows_of_a_day_and_a_place_are_those_of_the_ads_that_say_so(
    ads: list[Posting], day: date | None, code: MunicipalityCode | None
) -> None:
    found = columns_of(ads, NO_RELEASE).rows(day, code)

    assert found == [
        row
        for row, one in enumerate(ads)
        if (day is None or one.live_on(day))
        and (code is None or code in {work.municipality for work in one.workplaces})
    ]
