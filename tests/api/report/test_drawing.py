"""The pieces of the pictures: text is escaped, scales keep order, colours can be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.report.dots import Dot, dots
from api.report.lines import Line, lines
from api.report.maps import DARK, Chosen, Place, Sheet, circled, shaded
from api.report.scales import AREA_COLOURS, DIVERGING, QUOTIENT_BREAKS, QUOTIENT_CLASSES, Scale, around_one, from_nought
from api.report.svg import INK, QUIET, WIDTH, fitted, tag, words, wrapped
from api.report.tiles import tiled
from api.report.wording import listed, lower_first, number, percent
from graph.labour_market.figures import TOO_FEW, Figure
from graph.labour_market.months import Month
from ontology.kinds import MunicipalityCode
from tests.api.report.reading_html import read

HOSTILE = '<script>alert("&")</script>'
TOWN = MunicipalityCode("0101")


def figure(value: float | None, low: float | None = None, high: float | None = None) -> Figure:
    return Figure(value, value, low, high, "2026-11", "prøve", "talt", suppressed=value is None)


def test_text_is_text_wherever_it_stands() -> None:
    scale = Scale(0.0, 10.0, 10.0, 330.0)
    drawn = [
        dots("a", HOSTILE, [Dot(HOSTILE, figure(2.0), HOSTILE)], scale, "#000", HOSTILE, [(1.0, HOSTILE)]),
        lines("b", HOSTILE, HOSTILE, [Month(2026, 11)], [Line(HOSTILE, (1.0,), "#000", None)], 2.0, part=False),
        circled(Sheet("c", HOSTILE, HOSTILE, tiled([TOWN]), {TOWN: Place(1.0, HOSTILE)}, {TOWN: HOSTILE}, [])),
        tag("g", HOSTILE, title=HOSTILE),
    ]

    for one in drawn:
        root = read(str(one))
        assert not root.all("script")
        assert "<script" not in one
        assert '"&"' not in one


def test_a_hidden_figure_is_said_and_not_drawn() -> None:
    scale = Scale(0.0, 10.0, 10.0, 330.0)
    hidden, shown = (
        read(str(dots("a", "t", [Dot("x", one, one.told())], scale, "#123456", "", as_bars=bars)))
        for one, bars in ((figure(None), True), (figure(5.0), True))
    )

    assert TOO_FEW in hidden.text
    assert not hidden.all("rect", "circle", "polygon")
    assert shown.all("rect")


def test_a_hidden_municipality_is_hatched_and_the_key_says_why() -> None:
    values = {TOWN: Place(None, TOO_FEW, hidden=True)}
    own = [Chosen("København", "#000", (TOWN,))]
    sheet = Sheet("m", "t", "d", tiled([TOWN]), values, {TOWN: "København"}, own)
    drawn = shaded(sheet, QUOTIENT_BREAKS, DIVERGING, QUOTIENT_CLASSES)
    uses = [one for one in read(str(drawn)).all("use") if one.children]

    assert [one.attributes["fill"] for one in uses] == ["url(#skraa)"]
    assert uses[0].text == f"København: {TOO_FEW}"
    assert TOO_FEW in drawn


@given(st.lists(st.floats(0.001, 1e6), min_size=1), st.floats(0.001, 1e6), st.floats(0.001, 1e6))
def test_a_larger_value_never_lies_before_a_smaller_and_all_lie_on_the_picture(
    values: list[float], one: float, other: float
) -> None:
    for scale in (from_nought(values, 10.0, 330.0), around_one(values, 10.0, 330.0)):
        first, second = sorted((one, other))
        assert 10.0 <= scale.at(first) <= scale.at(second) <= 330.0 + 1e-9


@example([1e-05])
@given(st.lists(st.floats(0.0, 1e6), min_size=1))
def test_a_scale_from_nought_holds_all_and_has_few_round_ticks(values: list[float]) -> None:
    scale = from_nought(values, 0.0, 1.0)

    assert all(scale.holds(one) for one in values)
    assert 2 <= len(scale.ticks()) <= 6


@given(st.text(alphabet="abc defghi", min_size=1), st.floats(40.0, 300.0))
def test_a_cut_text_fits_and_says_that_it_is_cut(text: str, width: float) -> None:
    short = fitted(text, width)

    assert len(short) <= max(int(width / (13 * 0.55)), 2)
    assert short == text or short.endswith("…")
    assert len(wrapped(text, width)) <= 2


@pytest.mark.parametrize("colour", [*AREA_COLOURS, INK, QUIET])
def test_every_colour_that_text_is_written_in_stands_out_from_white(colour: str) -> None:
    """WCAG 2.1, success criterion 1.4.3: at least 4.5 to 1."""
    assert contrast(colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("fill", DIVERGING)
def test_letters_on_squares_stand_out_from_every_shade(fill: str) -> None:
    assert contrast("#ffffff" if fill in DARK else INK, fill) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_numbers_are_written_as_danes_write_them() -> None:
    assert number(1234567.0) == "1.234.567"
    assert number(2.5) == "2,5"
    assert number(0.0, 2) == "0"
    assert percent(0.001) == "under 1 %"
    assert listed(["a", "b", "c"]) == "a, b og c"
    assert lower_first("IT-drift") == "IT-drift"
    assert lower_first("Kokke") == "kokke"


def test_words_on_a_map_have_a_halo_of_white() -> None:
    assert 'paint-order="stroke"' in words(0.0, 0.0, "x", halo=True)
    assert WIDTH == 340.0
