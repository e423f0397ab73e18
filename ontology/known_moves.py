"""Which other jobs people of a unit group really go to, as an experienced job consultant knows; by judgement."""

from collections.abc import Mapping
from functools import cache

from ontology.kinds import EscoUri, IscoCode, KnownMove
from ontology.tables import read_table

MOVE_TABLES = tuple(f"known_moves_{majors}.csv" for majors in ("012", "34", "569", "78"))
"""By the ISCO-08 major groups of the origins."""
_STRENGTH = {"3": 1.0, "2": 0.7, "1": 0.4}
"""Among the first to name, a good suggestion, worth a talk."""


@cache
def load_known_moves() -> Mapping[IscoCode, tuple[KnownMove, ...]]:
    """Unit group -> the moves from it, those named first first.

    Raises:
        OntologyError: A table is malformed.
    """
    found: dict[IscoCode, tuple[KnownMove, ...]] = {}
    columns = ("from", "to", "strength", "why_da")
    for table in MOVE_TABLES:
        for row in read_table(table, columns, ("from", "to")):
            if row["strength"] not in _STRENGTH:
                raise row.wrong("strength", "1, 2 or 3")
            move = KnownMove(EscoUri(row["to"]), _STRENGTH[row["strength"]], row["why_da"])
            found[IscoCode(row["from"])] = (*found.get(IscoCode(row["from"]), ()), move)
    return {isco: tuple(sorted(moves, key=lambda one: -one.strength)) for isco, moves in found.items()}
