"""Copies of an ad are found, whatever the order and the size of a block."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from api.bridging import reachable_openings
from api.matching import Outlook
from api.reach import Reach
from graph.indexing import build_index
from graph.near_same import AGAIN_DAYS, NEAR_SAME_BITS, near_same
from graph.ontology import LiveOntology
from ontology.kinds import EscoUri, MunicipalityCode, Postcode
from ontology.people import Means
from ontology.vacancies import OccupationGuess, Posting, PostingId, Workplace
from tests.graph.ads import AD
from tests.graph.test_circumstances import NOBODY, NOTHING

ADS = st.lists(
    st.tuples(st.sampled_from((0, 1, 0x3FF, 0x7FF, 2**63, 2**64 - 1)), st.integers(0, 2), st.integers(0, 60)),
    max_size=25,
)


@given(ADS)
def test_two_ads_are_copies_where_a_chain_of_like_ones_in_time_joins_them(ads: list[tuple[int, int, int]]) -> None:
    prints = np.array([bits for bits, _, _ in ads], np.uint64)
    blocks = np.array([block for _, block, _ in ads], np.int64)
    first = np.array([day for _, _, day in ads], np.int32)
    last = first + 5
    label = list(range(len(ads)))
    for _ in ads:
        for one in range(len(ads)):
            for other in range(len(ads)):
                like = (ads[one][0] ^ ads[other][0]).bit_count() <= NEAR_SAME_BITS and ads[one][0] and ads[other][0]
                near = first[other] <= last[one] + AGAIN_DAYS and first[one] <= last[other] + AGAIN_DAYS
                if like and near and blocks[one] == blocks[other]:
                    label[one] = label[other] = min(label[one], label[other])
    found = near_same(prints, blocks, first, last)

    assert [[one == other for other in found] for one in found] == [[one == other for other in label] for one in label]


def copy(live: LiveOntology, name: str, fingerprint: str, openings: int, town: str = "0101", days: int = 0) -> Posting:
    job = live.taxonomy.occupations[0].uri
    return replace(
        AD,
        id=PostingId(name),
        published=date(2026, 11, 1) + timedelta(days=days),
        deadline=date(2026, 12, 1),
        openings=openings,
        occupations=(OccupationGuess(EscoUri(job), 0.9),),
        workplaces=(Workplace(MunicipalityCode(town), Postcode("1550" if town == "0101" else "2000")),),
        fingerprint=fingerprint,
    )


def test_near_same_ads_bring_their_openings_once(live: LiveOntology) -> None:
    ads = [
        copy(live, "a", "00000000000000ff", 2),
        copy(live, "b", "00000000000003ff", 3, days=2),
        copy(live, "c", "ffffffffffffffff", 1),
        copy(live, "d", "00000000000000ff", 4, town="0147"),
        copy(live, "e", "", 1),
        copy(live, "f", "", 1),
    ]
    index = build_index(ads, live)
    anywhere = Reach(None, Means.CAR, 45)
    everywhere, early = (
        reachable_openings(Outlook.of(NOBODY, index, live, NOTHING, anywhere, date(2026, 11, day))) for day in (20, 2)
    )

    assert everywhere == {0: 3 + 1 + 4 + 1 + 1}
    assert early == {0: 2 + 1 + 4 + 1 + 1}, "the copy that is not listed yet is not the one that counts"
