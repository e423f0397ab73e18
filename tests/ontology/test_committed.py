"""The committed numbers about moves, and the table of those that are known."""

from pathlib import Path

import numpy as np
import pytest

import ontology
from ontology.committed import load_judged, load_learnt, save_judged
from ontology.encoding import tail
from ontology.errors import OntologyError
from ontology.esco import read_esco
from ontology.judged import JudgedMoves
from ontology.kinds import EscoUri, IscoCode
from ontology.known_moves import load_known_moves
from tests.ontology.conftest import OnTop

STARTER = Path(ontology.__file__ or "").parent / "starter"
COLUMNS = "from,to,strength,why_da"
COOKS, DISHWASHER = IscoCode("5120"), EscoUri("http://data.europa.eu/esco/occupation/made-up")


def test_every_occupation_of_the_starter_release_that_is_escos_was_judged() -> None:
    taxonomy, _ = read_esco([STARTER / "en", STARTER / "da"])
    escos = [one.uri for one in taxonomy.occupations if len(tail(one.uri)) == 16]

    judged = load_judged()
    entry, leaving, places, circles = judged.of(escos)

    assert len(escos) > 30
    assert all(tail(uri) in judged.rows for uri in escos)
    assert np.ptp(entry) > 0.2
    assert np.ptp(leaving) > 0.2
    assert places.any(axis=1).all()
    assert 0.5 < circles.any(axis=1).mean() < 1.0, "no expert listed some of them"


def test_what_is_saved_is_read_again_to_within_a_step(tmp_path: Path) -> None:
    some = np.random.default_rng(2)
    rows = {bytes([one] * 16): one for one in range(5)}
    shares = some.random((2, 5)).astype(np.float32)
    places = some.standard_normal((5, 3)).astype(np.float32)
    signs = np.array([1, -1, 1], np.float32)
    circles, circle_signs = 7 * places[:, :2], np.array([-1, 1], np.float32)

    save_judged(JudgedMoves(rows, shares[0], shares[1], places, signs, circles, circle_signs), tmp_path / "judged.npz")
    found = load_judged(tmp_path / "judged.npz")

    assert found.rows == rows
    assert found.entry == pytest.approx(shares[0], abs=1 / 255)
    assert found.leaving == pytest.approx(shares[1], abs=1 / 255)
    assert found.places == pytest.approx(places, abs=float(np.abs(places).max()) / 127)
    assert found.signs.tolist() == signs.tolist()
    assert found.circles == pytest.approx(circles, abs=float(np.abs(circles).max()) / 127)
    assert found.circle_signs.tolist() == circle_signs.tolist()


def test_a_move_is_as_strong_as_its_writers_agree() -> None:
    strengths = {move.strength for moves in load_known_moves().values() for move in moves}

    assert max(strengths) == 1.0
    assert min(strengths) == pytest.approx(0.4 / 3)
    assert load_learnt().known == load_known_moves()


@pytest.mark.parametrize("marks", ["0|0|0", "4", "", "3|x"])
def test_marks_that_say_nothing_are_refused_with_what_is_expected(on_top: OnTop, marks: str) -> None:
    on_top("known_moves_569.csv", f"{COLUMNS}\n{COOKS},{DISHWASHER},{marks},køkken\n", load_known_moves)

    with pytest.raises(OntologyError, match=r"known_moves_569\.csv.*strength.*3\|0\|2"):
        load_known_moves()


def test_one_mark_is_the_word_of_one_writer(on_top: OnTop) -> None:
    on_top("known_moves_569.csv", f"{COLUMNS}\n{COOKS},{DISHWASHER},2,køkken\n", load_known_moves)

    assert {move.occupation: move.strength for move in load_known_moves()[COOKS]}[DISHWASHER] == 0.7
