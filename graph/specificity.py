"""How much a skill tells: its idf over ISCO-08 unit groups, so that ESCO's many like occupations count once."""

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.constants import Constants
from graph.derived import Floats
from ontology.kinds import SkillKind
from ontology.taxonomy import Taxonomy

Matrix = sparse.csr_array


def unit_group_matrix(taxonomy: Taxonomy, *, essential_only: bool = False) -> Matrix:
    """1 where any occupation of an ISCO-08 unit group asks for a skill; shape (unit groups, skills)."""
    unit = {code: row for row, code in enumerate(taxonomy.unit_groups)}
    group_of = np.array([unit[o.isco] for o in taxonomy.occupations], dtype=np.int32)
    relations = [taxonomy.essential] if essential_only else [taxonomy.essential, taxonomy.optional]
    rows = np.concatenate([group_of[pairs.sources] for pairs in relations])
    columns = np.concatenate([pairs.targets for pairs in relations])
    counted = sparse.csr_array(
        (np.ones(len(rows), np.float32), (rows, columns)), shape=(len(unit), len(taxonomy.skills))
    )
    counted.data[:] = 1.0
    return counted


def idf(taxonomy: Taxonomy, constants: Constants) -> Floats:
    """Inverse document frequency of every skill in nats, at most `idf_cap`; shape (skills,).

    ln((1 + groups) / (1 + groups that ask)). A skill that no occupation asks for gets the median of the others.
    """
    matrix = unit_group_matrix(taxonomy)
    asked = np.asarray(matrix.sum(axis=0)).ravel()
    groups = matrix.shape[0]
    values: npt.NDArray[np.float64] = np.minimum(np.log((1 + groups) / (1 + asked)), constants.idf_cap)
    used = asked > 0
    if used.any():
        values[~used] = np.median(values[used])
    language = np.array([skill.kind is SkillKind.LANGUAGE for skill in taxonomy.skills], dtype=np.bool_)
    values[language & ~used] = min(float(np.median(values[used])) if used.any() else 1.0, 3.0)
    return values.astype(np.float32)
