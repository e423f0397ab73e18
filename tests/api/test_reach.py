"""How far a profile's own reach goes: its limit, and what an estimate may be off."""

import pytest

from api.reach import own_reach
from ontology.kinds import Postcode
from ontology.people import Means, Profile, ProfileId
from ontology.travel import by_means


@pytest.mark.parametrize(
    ("means", "minutes", "limit"),
    [
        (Means.CAR, None, 66.0),
        (Means.CAR, 40, 44.0),
        (Means.TRANSIT, 60, 66.0),
        (None, None, 1.1 * by_means(35, Means.TRANSIT)),
    ],
)
def test_what_lies_a_tenth_beyond_the_limit_of_a_cv_is_within_reach(
    means: Means | None, minutes: int | None, limit: float
) -> None:
    found = own_reach(Profile(ProfileId("p"), postcode=Postcode("4000"), means=means, minutes=minutes))

    assert found.minutes == pytest.approx(limit)
    assert found.means is (means or Means.TRANSIT)
    assert found.home == "4000"
