"""Views of occupations: their words by truncated SVD (Deerwester et al. 1990), what they mean, and their fields."""

import re
from collections import Counter

import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.derived import Floats, Views
from ontology.encoding import Meanings
from ontology.kinds import ENGLISH
from ontology.taxonomy import Taxonomy

TEXT_DIMENSIONS = 60
_OPTIONAL_WEIGHT = 0.5
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM_LENGTH = 7
_SEED = 20261125

Matrix = sparse.csr_array


def skill_matrix(taxonomy: Taxonomy, idf: Floats) -> Matrix:
    """Unit rows of idf-weighted skills, optional ones at half; shape (occupations, skills)."""
    shape = (len(taxonomy.occupations), len(taxonomy.skills))
    rows = np.concatenate([taxonomy.essential.sources, taxonomy.optional.sources])
    columns = np.concatenate([taxonomy.essential.targets, taxonomy.optional.targets])
    weight = (
        np.concatenate([np.ones(len(taxonomy.essential)), np.full(len(taxonomy.optional), _OPTIONAL_WEIGHT)])
        * idf[columns]
    )
    return _unit_rows(sparse.csr_array((weight.astype(np.float32), (rows, columns)), shape=shape))


def views(taxonomy: Taxonomy, idf: Floats, meanings: Meanings) -> Views:
    """All views; fewer dimensions of the latent one where the release is small."""
    texts = _text_matrix(taxonomy)
    return Views(
        _latent(texts, TEXT_DIMENSIONS),
        _centred(skill_matrix(taxonomy, idf) @ meanings.of(one.uri for one in taxonomy.skills)),
        meanings.of(one.uri for one in taxonomy.occupations),
        _fields(taxonomy, texts),
    )


def _centred(vectors: Floats) -> Floats:
    """Unit rows without what all share; a row of zeros stays one."""
    known = np.abs(vectors).max(axis=1, initial=0.0) > 0
    unit = _unit(vectors)
    if known.any():
        unit[known] -= unit[known].mean(axis=0)
    return _unit(unit)


def _fields(taxonomy: Taxonomy, texts: Matrix) -> Floats:
    """The mean likeness of the texts of two unit groups' occupations, each with each."""
    unit = {code: row for row, code in enumerate(taxonomy.unit_groups)}
    rows = np.array([unit[one.isco] for one in taxonomy.occupations], np.int32)
    share = (1.0 / np.bincount(rows, minlength=len(unit))[rows]).astype(np.float32)
    members = sparse.csr_array((share, (rows, np.arange(len(rows)))), shape=(len(unit), len(rows)))
    mean = members @ texts
    found: Floats = np.clip((mean @ mean.T).toarray(), 0.0, 1.0).astype(np.float32)
    return found


def _unit_rows(matrix: Matrix) -> Matrix:
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = sparse.diags_array(1.0 / np.maximum(norms, 1e-9)).astype(np.float32)
    return sparse.csr_array(scale @ matrix)


def _text_matrix(taxonomy: Taxonomy) -> Matrix:
    """Unit rows of tf-idf over the stems of an occupation's labels, its description and its skills' labels."""
    words: dict[str, int] = {}
    rows, columns, counts = [], [], []
    for row, occupation in enumerate(taxonomy.occupations):
        asked = (*taxonomy.essential.targets_of(row), *taxonomy.optional.targets_of(row))
        skills = " ".join(taxonomy.skills[int(s)].labels.best((ENGLISH,)) for s in asked)
        description = taxonomy.descriptions.get(occupation.uri, {})
        own = description.get(ENGLISH) or next(iter(description.values()), "")
        text = f"{' '.join(occupation.labels.all(ENGLISH))} {own} {skills}".lower()
        for stem, count in Counter(word[:_STEM_LENGTH] for word in _WORD.findall(text)).items():
            rows.append(row)
            columns.append(words.setdefault(stem, len(words)))
            counts.append(1.0 + np.log(count))
    shape = (len(taxonomy.occupations), max(len(words), 1))
    matrix = sparse.csr_array((np.array(counts, np.float32), (rows, columns)), shape=shape)
    seen = np.bincount(np.array(columns, np.int64), minlength=shape[1])
    rarity = np.where(seen > 1, np.log((1 + shape[0]) / (1 + seen)), 0.0).astype(np.float32)
    return _unit_rows(sparse.csr_array(matrix @ sparse.diags_array(rarity)))


def _latent(matrix: Matrix, dimensions: int) -> Floats:
    """Unit rows of the truncated SVD by a randomised range finder (Halko, Martinsson and Tropp 2011)."""
    size = min(dimensions, min(matrix.shape) - 1)
    noise = np.random.default_rng(_SEED).standard_normal((matrix.shape[1], size + 10)).astype(np.float32)
    basis, _ = np.linalg.qr(matrix @ noise)
    for _power in range(3):
        basis, _ = np.linalg.qr(matrix @ (matrix.T @ basis))
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    vectors: npt.NDArray[np.float32] = (basis @ left[:, :size] * values[:size]).astype(np.float32)
    return _unit(vectors)


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9).astype(np.float32)
    return unit
