"""What people judged and know of moves, laid over the occupations of a release."""

import numpy as np

from graph.derived import Floats, Judged
from ontology.learnt import Learnt
from ontology.taxonomy import Taxonomy

_BOTH_WAYS = 0.5


def judged(taxonomy: Taxonomy, learnt: Learnt) -> Judged:
    """The arrays of `taxonomy`; an occupation that is not known is judged as the mean."""
    known = learnt.judged
    entry, leaving, places, circles = known.of(one.uri for one in taxonomy.occupations)
    return Judged(entry, leaving, places, known.signs, circles, known.circle_signs, _named(taxonomy, learnt))


def _named(taxonomy: Taxonomy, learnt: Learnt) -> Floats:
    """Of each pair of unit groups the strengths of the moves named between them, at most 1 a way, half for each way."""
    unit = {code: row for row, code in enumerate(taxonomy.unit_groups)}
    found = np.zeros((len(unit), len(unit)), np.float32)
    for code, moves in learnt.known.items():
        for move in moves:
            row = taxonomy.occupation_rows.get(move.occupation)
            if row is not None and code in unit:
                found[unit[code], unit[taxonomy.occupations[row].isco]] += move.strength
    one_way = np.minimum(found, 1.0)
    named: Floats = (_BOTH_WAYS * (one_way + one_way.T)).astype(np.float32)
    return named
