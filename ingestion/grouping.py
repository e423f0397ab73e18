"""The skill group that a short piece of text belongs to: that of the skill it names, else what a small model says.

A multinomial logistic regression over hashed words and character n-grams (Weinberger et al. 2009); `models/groups.npz`
holds its numbers, docs/models.md says from what they were learnt.
"""

import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingestion.errors import IngestionError
from ingestion.roots import root
from ingestion.words import words
from ontology.kinds import EscoUri
from ontology.taxonomy import Taxonomy

BUCKETS = 1 << 14
PERSONAL, UNKNOWN = "A1", "S1"
_SIZES = (3, 4, 5)
MODEL = Path(__file__).parent / "models" / "groups.npz"


def group_label(taxonomy: Taxonomy, uri: EscoUri) -> str:
    """The top group of a skill: S1 to S8, K and two digits for a field of knowledge, L1 languages, A1 personal."""
    skill = taxonomy.skill_rows[uri]
    if taxonomy.personal[skill]:
        return PERSONAL
    for group in taxonomy.in_group.targets_of(skill):
        code = taxonomy.skill_groups[int(group)].code
        if code.startswith(("S", "L", "T")):
            return code.split(".")[0]
        if code[:2].isdigit():
            return f"K{code[:2]}"
    return UNKNOWN


def hashed(text: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The buckets of a text's words and n-grams, and their weights as a unit vector."""
    found = list(words(text.casefold()))
    names = [f"w{root(word.text)}" for word in found]
    names += [f"f{root(found[0].text)}", f"l{root(found[-1].text)}"] if found else []
    for word in found:
        if not word.stop:
            padded = f" {word.text} "
            names += [padded[at : at + size] for size in _SIZES for at in range(len(padded) - size + 1)]
    counted = Counter(zlib.crc32(name.encode()) % BUCKETS for name in set(names))
    values = np.array(list(counted.values()), np.float32)
    return np.array(list(counted), np.int64), values / max(float(np.linalg.norm(values)), 1e-9)


@dataclass(frozen=True)
class GroupModel:
    """weights: (buckets, labels); bias: (labels,)."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def likeliest(self, text: str) -> str:
        """The label of most weight for `text`."""
        buckets, values = hashed(text)
        return self.labels[int(np.argmax(values @ self.weights[buckets] + self.bias))]


@cache
def load_group_model() -> GroupModel:
    """The trained model.

    Raises:
        IngestionError: Its file is missing or broken.
    """
    try:
        with np.load(MODEL, allow_pickle=False) as kept:
            weights = kept["weights"].astype(np.float32) * kept["scale"]
            return GroupModel(tuple(str(one) for one in kept["labels"]), weights, kept["bias"])
    except (OSError, KeyError, ValueError) as error:
        raise IngestionError(f"the model {MODEL.name} cannot be read; install the package again") from error
