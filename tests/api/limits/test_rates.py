"""What callers may use, by a clock that the test turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.limits.rates import RateError, Rates, neighbourhood


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_caller_uses_the_burst_and_then_waits_for_the_rate() -> None:
    clock = Clock()
    rates = Rates(60, 100, clock)
    assert rates.take("a", 100) == 0

    with pytest.raises(RateError, match="prøv igen om 30 sekunder") as refused:
        rates.take("a", 30)
    assert refused.value.retry_s == 30
    clock.now += 30
    assert rates.take("a", 30) == 0


def test_what_is_refused_is_not_used() -> None:
    rates = Rates(60, 100, Clock())
    with pytest.raises(RateError):
        rates.take("a", 101)

    assert rates.take("a", 100) == 0


def test_callers_share_nothing() -> None:
    rates = Rates(60, 100, Clock())
    rates.take("a", 100)

    assert rates.take("b", 100) == 0


def test_a_bucket_never_holds_more_than_the_burst() -> None:
    clock = Clock()
    rates = Rates(60, 100, clock)
    rates.take("a", 1)
    clock.now += 1_000_000

    assert rates.take("a", 0) == 100


def test_what_was_done_already_is_taken_as_far_as_there_is_any() -> None:
    rates = Rates(60, 100, Clock())
    rates.spend("a", 1_000)

    assert rates.take("a", 0) == 0
    with pytest.raises(RateError):
        rates.check("a")


def test_a_rate_of_nothing_counts_nothing() -> None:
    rates = Rates(0, 1, Clock())

    assert [rates.take("a", 1_000_000) for _ in range(3)] == [None] * 3
    rates.check("a")


def test_no_more_callers_are_remembered_than_may_be_and_the_last_stay() -> None:
    rates = Rates(60, 100, Clock(), most=3)
    for name in ("a", "b", "c", "d"):
        rates.take(name, 100)

    assert len(rates._left) == 3
    assert rates.take("a", 0) == 100
    assert rates.take("d", 0) == 0


@given(st.lists(st.tuples(st.integers(0, 50), st.floats(0, 20)), max_size=40))
def test_nobody_uses_more_than_the_burst_and_what_came_since(steps: list[tuple[int, float]]) -> None:
    clock, used = Clock(), 0
    rates = Rates(600, 100, clock)
    begun = clock.now
    for units, seconds in steps:
        clock.now += seconds
        try:
            rates.take("a", units)
        except RateError:
            continue
        used += units

    assert used <= 100 + 10 * (clock.now - begun) + 1e-6


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_an_address_counts_with_its_neighbours_of_one_home(address: str, counted: str) -> None:
    assert neighbourhood(address) == counted
