"""A sealed body opens with its key, at its place, unchanged; and not otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from api.records.sealed import seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32


@given(st.binary(max_size=300))
def test_what_is_sealed_comes_back(plain: bytes) -> None:
    body = seal(plain, KEY, 7, "shown", "p1")

    assert unseal(body, KEY, 7, "shown", "p1") == plain


@given(st.binary(max_size=100), st.integers(0, 10_000), st.integers(1, 255))
def test_a_sealed_body_that_was_changed_does_not_open(plain: bytes, place: int, change: int) -> None:
    body = bytearray(seal(plain, KEY, 7, "shown", "p1"))
    body[place % len(body)] ^= change

    assert unseal(bytes(body), KEY, 7, "shown", "p1") is None


def test_a_sealed_body_opens_at_its_own_place_and_with_its_own_key_only() -> None:
    body = seal(b"hemmeligt", KEY, 7, "shown", "p1")
    elsewhere = [(8, "shown", "p1"), (7, "chosen", "p1"), (7, "shown", "p2")]

    assert [unseal(body, KEY, *place) for place in elsewhere] == [None] * 3
    assert unseal(body, OTHER, 7, "shown", "p1") is None
    assert unseal(body, None, 7, "shown", "p1") is None
    assert unseal(b"", KEY, 7, "shown", "p1") is None


def test_the_same_words_are_never_sealed_alike() -> None:
    assert len({seal(b"samme", KEY, 7, "shown", "p1") for _ in range(50)}) == 50
