"""Which other jobs people of a unit group really go to, as experienced job consultants know; by judgement."""

from collections.abc import Mapping
from functools import cache

from ontology.kinds import EscoUri, IscoCode, KnownMove
from ontology.tables import TableRow, read_table

MOVE_TABLES = tuple(f"known_moves_{majors}.csv" for majors in ("012", "34", "569", "78"))
"""By the ISCO-08 major groups of the origins."""
_STRENGTH = {"3": 1.0, "2": 0.7, "1": 0.4, "0": 0.0}
"""Among the first to name, a good suggestion, worth a talk, not named; a mark of each writer, in one cell."""


@cache
def load_known_moves() -> Mapping[IscoCode, tuple[KnownMove, ...]]:
    """Unit group -> the moves from it, those that most writers name most readily first.

    Raises:
        OntologyError: A table is malformed.
    """
    found: dict[IscoCode, list[KnownMove]] = {}
    columns = ("from", "to", "strength", "why_da")
    for table in MOVE_TABLES:
        for row in read_table(table, columns, ("from", "to")):
            move = KnownMove(EscoUri(row["to"]), _strength(row), row["why_da"])
            found.setdefault(IscoCode(row["from"]), []).append(move)
    return {isco: tuple(sorted(moves, key=lambda one: -one.strength)) for isco, moves in found.items()}


def _strength(row: TableRow) -> float:
    """The mean of the marks: writers who did not see each other's rows agree, or do not."""
    marks = row.several("strength")
    if not set(marks) <= _STRENGTH.keys() or not any(mark != "0" for mark in marks):
        raise row.wrong("strength", "3, 2 or 1, or one such mark or 0 of each writer, as in 3|0|2")
    return sum(_STRENGTH[mark] for mark in marks) / len(marks)
