"""How large a document is, measured by hand, and by one that unfolds its fragments."""

import pytest
from graphql import parse

from api.limits.settings import Limits
from api.limits.shape import measured, too_large

LIMITS = Limits(depth=4, fields=40, breadth=12, aliases=3, directives=3)
CIRCLE = "{ ...A } fragment A on Query { ...B } fragment B on Query { versions { code } ...A }"


def doubled(times: int) -> str:
    """Fragments of which each unfolds the next one twice."""
    links = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(times))
    return f"{{ ...F0 }} {links} fragment F{times} on Query {{ versions {{ code }} }}"


@pytest.mark.parametrize(
    ("query", "depth", "fields", "breadth", "aliases", "directives"),
    [
        ("{ a }", 1, 1, 1, 0, 0),
        ("{ a { b c } d }", 2, 4, 2, 0, 0),
        ("{ ...F b } fragment F on Query { a { c } d }", 2, 4, 3, 0, 0),
        ("{ x: a y: a @skip(if: true) { z: b } }", 2, 3, 2, 3, 1),
        (
            "{ ... @include(if: true) { a @skip(if: true) ...F @skip(if: true) } } fragment F on Query { b }",
            1,
            2,
            2,
            0,
            3,
        ),
        ("query A @x { a } query B { b { c { d } } }", 3, 4, 1, 0, 1),
        ("{ __schema { types { fields { name } } } }", 0, 4, 1, 0, 0),
        (doubled(3), 2, 16, 8, 0, 0),
    ],
)
def test_a_document_is_measured_with_its_fragments_unfolded(
    query: str, depth: int, fields: int, breadth: int, aliases: int, directives: int
) -> None:
    found = measured(parse(query))

    assert (found.depth, found.fields, found.breadth) == (depth, fields, breadth)
    assert (found.aliases, found.directives) == (aliases, directives)


def test_fragments_that_double_a_hundred_times_are_measured_at_once() -> None:
    assert measured(parse(doubled(100))).fields == 2 * 2**100


def test_fragments_in_a_circle_come_to_an_end() -> None:
    assert measured(parse(CIRCLE)).fields == 2


@pytest.mark.parametrize(
    ("query", "code", "said"),
    [
        ("{ a { b { c { d { e } } } } }", "DEPTH_LIMIT", "5 fields inside each other; at most 4"),
        (f"{{ {'a ' * 13} }}", "BREADTH_LIMIT", "13 fields in one selection; at most 12"),
        (doubled(100), "BREADTH_LIMIT", "over a million fields in one selection"),
        (f"{{ {'a { b c d e } ' * 9} }}", "FIELDS_LIMIT", "45 fields in all; at most 40"),
        ("{ v: a w: a x: a y: a }", "ALIASES_LIMIT", "4 aliases; at most 3"),
        ("{ a @x @x @x @x }", "DIRECTIVES_LIMIT", "4 directives; at most 3"),
    ],
)
def test_what_is_too_large_is_named_with_its_limit_and_what_to_do(query: str, code: str, said: str) -> None:
    told = too_large(parse(query), LIMITS)

    assert told is not None
    assert told.code == code
    assert said in told.message
    assert "ask for less" in told.message


@pytest.mark.parametrize("query", ["{ a { b { c { d } } } }", f"{{ {'a ' * 12} }}", "{ w: a x: a y: a }"])
def test_what_is_as_large_as_it_may_be_is_let_through(query: str) -> None:
    assert too_large(parse(query), LIMITS) is None
