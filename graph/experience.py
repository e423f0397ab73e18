"""How much a job that was held still counts, and how far it leads."""

from datetime import date

from graph.constants import Constants
from graph.ontology import LiveOntology
from ontology.people import Held


def recency(held: Held, as_of: date, constants: Constants) -> float:
    """How much a held occupation still counts, in [recency_floor, 1]; full for `recency_years` after it ended."""
    return recency_of(held.current, held.until, as_of, constants)


def recency_of(current: bool, until: int | None, as_of: date, constants: Constants) -> float:
    """As `recency`, of what is held now, or was until a year; None = not said."""
    if current:
        return 1.0
    if until is None:
        return constants.recency_unknown
    late = max(0, as_of.year - until - constants.recency_years)
    return max(constants.recency_floor, 1.0 - constants.recency_per_year * late)


def kept_move(origin: int, target: int, live: LiveOntology) -> float:
    """The feasibility of a move among its origin's strongest 64; 1 to itself, 0 where it is not among them."""
    return live.kept_moves_from(origin).get(target, 0.0)
