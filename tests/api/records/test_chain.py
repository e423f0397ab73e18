"""A chain that was tampered with says where, whatever was done to it."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from api.records.chain import Fault, as_head, canonical, linked, verify, written
from graph.store.log import START, LogEntry, LogHead
from ontology.people import ProfileId

FIELDS = ("at", "kind", "profile", "body", "previous", "hash")
TEXTS, BODIES = st.text("ab|:1æ \n", max_size=8), st.binary(max_size=20)


@st.composite
def chains(draw: st.DrawFn, least: int = 2) -> list[LogEntry]:
    head, found = START, []
    for _ in range(draw(st.integers(least, 6))):
        one = linked(head, draw(TEXTS), draw(TEXTS), ProfileId(draw(TEXTS)), draw(BODIES))
        found.append(one)
        head = one.head
    return found


@given(chains(least=0))
def test_a_chain_that_nobody_touched_holds(chain: list[LogEntry]) -> None:
    heads = [one.head for one in chain]

    assert verify(chain, heads).broken is None
    assert verify(chain).head == (heads[-1] if heads else START)


@given(chains(), st.data())
def test_a_single_byte_that_was_changed_is_found_in_its_link(chain: list[LogEntry], data: st.DataObject) -> None:
    place, name = data.draw(st.integers(0, len(chain) - 1)), data.draw(st.sampled_from(FIELDS))
    value = getattr(chain[place], name)
    raw = bytearray(value if isinstance(value, bytes) else value.encode())
    assume(raw)
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    changed = bytes(raw) if isinstance(value, bytes) else raw.decode("utf-8", "surrogateescape")
    assume(isinstance(changed, bytes) or changed.isprintable())
    chain[place] = replace(chain[place], **{name: changed})  # type: ignore[arg-type]  # any field is tried
    broken = verify(chain).broken

    assert broken is not None
    assert broken.seq == place + 1
    assert broken.fault in (Fault.CHANGED, Fault.MOVED)


@given(chains(), st.data())
def test_a_link_that_was_changed_with_its_hash_made_right_shows_in_the_one_after(
    chain: list[LogEntry], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(chain) - 2))
    one, before = chain[place], chain[place - 1].head if place else START
    chain[place] = linked(before, one.at, one.kind, one.profile, one.body + b"!")
    broken = verify(chain).broken

    assert broken is not None
    assert (broken.seq, broken.fault) == (place + 2, Fault.MOVED)


@given(chains(), st.data())
def test_a_link_that_was_taken_out_is_missing(chain: list[LogEntry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(chain) - 2))
    del chain[place]
    broken = verify(chain).broken

    assert broken is not None
    assert (broken.seq, broken.fault) == (place + 1, Fault.MISSING)


@given(chains(), st.data())
def test_links_that_changed_places_are_found(chain: list[LogEntry], data: st.DataObject) -> None:
    one, other = sorted(data.draw(st.lists(st.integers(0, len(chain) - 1), min_size=2, max_size=2, unique=True)))
    swapped = list(chain)
    swapped[one], swapped[other] = chain[other], chain[one]
    renumbered = [replace(entry, seq=seq) for seq, entry in enumerate(swapped, 1)]

    for found in (verify(swapped).broken, verify(renumbered).broken):
        assert found is not None
        assert found.seq in (one + 1, other + 1)


@given(chains(), st.data())
def test_a_link_that_was_slipped_in_is_found(chain: list[LogEntry], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(chain) - 1))
    before = chain[place - 1].head if place else START
    slipped = linked(before, "now", "chosen", ProfileId("p"), b"false")
    assume(slipped != chain[place])
    rest = [replace(one, seq=one.seq + 1) for one in chain[place:]]
    broken = verify([*chain[:place], slipped, *rest]).broken

    assert broken is not None
    assert broken.seq == place + 2


@given(chains(), st.data())
def test_a_chain_that_was_cut_off_holds_alone_and_not_against_a_head_kept_elsewhere(
    chain: list[LogEntry], data: st.DataObject
) -> None:
    left = chain[: data.draw(st.integers(0, len(chain) - 1))]

    assert verify(left).broken is None
    broken = verify(left, [chain[-1].head]).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (len(left) + 1, Fault.TRUNCATED)


@given(chains(), st.data())
def test_a_chain_that_was_written_anew_shows_against_a_head_kept_elsewhere(
    chain: list[LogEntry], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(chain) - 1))
    head = chain[place - 1].head if place else START
    anew = list(chain[:place])
    for one in chain[place:]:
        anew.append(linked(head, one.at, one.kind, one.profile, one.body + b"!"))
        head = anew[-1].head

    assert verify(anew).broken is None
    broken = verify(anew, [chain[-1].head]).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (len(chain), Fault.REWRITTEN)


@given(st.tuples(TEXTS, TEXTS, BODIES), st.tuples(TEXTS, TEXTS, BODIES))
def test_no_two_links_are_the_same_bytes(one: tuple[str, str, bytes], other: tuple[str, str, bytes]) -> None:
    bytes_of = [canonical("", 1, "", kind, profile, body) for kind, profile, body in (one, other)]

    assert (bytes_of[0] == bytes_of[1]) == (one == other)


def test_the_hash_of_the_first_link_is_what_the_docs_say() -> None:
    fields = (b"kompetencebro decision log 1", b"0" * 64, b"1", b"t", b"erased", b"p", b"{}")
    told = b"".join(len(field).to_bytes(8, "big") + field for field in fields)

    assert canonical(START.hash, 1, "t", "erased", "p", b"{}") == told


@given(chains(least=1))
def test_a_head_is_read_as_it_was_written(chain: list[LogEntry]) -> None:
    assert as_head(written(chain[-1].head)) == chain[-1].head


@pytest.mark.parametrize("text", ["", "7", "7:", "x:" + "0" * 64, "7:" + "g" * 64, "7:" + "A" * 64, "²:" + "0" * 64])
def test_what_is_no_head_is_none(text: str) -> None:
    assert as_head(text) is None


def test_a_kept_head_of_the_start_asks_for_nothing() -> None:
    assert verify([], [LogHead(0, START.hash)]).broken is None
