"""Makes ontology/data/meanings.npz from ESCO's English labels and descriptions with the packaged encoder.

Twenty minutes on one core. Vectors are centred, since to this encoder any two texts are a little alike, and brought to
their strongest directions (principal components), apart for skills and occupations.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ingestion.encoder import PackagedEncoder
from ontology.encoding import DIMENSIONS, Vectors, tail
from ontology.esco import read_esco
from ontology.kinds import ENGLISH
from ontology.meanings import FILE, coded

_BATCH = 512
_LONGEST = 500


def strongest(vectors: Vectors) -> Vectors:
    """Centred unit rows in their DIMENSIONS strongest directions."""
    centred = vectors - vectors.mean(axis=0)
    centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    turned: Vectors = centred @ directions[:DIMENSIONS].T
    return turned


def encoded(encoder: PackagedEncoder, what: str, texts: Sequence[str]) -> Vectors:
    """Vectors of texts, with a line a batch."""
    parts = []
    for start in range(0, len(texts), _BATCH):
        parts.append(encoder.encode(texts[start : start + _BATCH]))
        print(f"{what}: {min(start + _BATCH, len(texts))} of {len(texts)}", flush=True)
    return np.concatenate(parts)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    taxonomy = read_esco([parser.parse_args().data / "esco" / "en"])[0]
    encoder = PackagedEncoder()
    described = {uri: texts.get(ENGLISH, "") for uri, texts in taxonomy.descriptions.items()}
    jobs = [f"{one.labels.best((ENGLISH,))}: {described.get(one.uri, '')}"[:_LONGEST] for one in taxonomy.occupations]
    skills = [one.labels.best((ENGLISH,)) for one in taxonomy.skills]
    parts = [encoded(encoder, "skills", skills), encoded(encoder, "occupations", jobs)]
    ids = [tail(one.uri) for one in taxonomy.skills] + [tail(one.uri) for one in taxonomy.occupations]
    vectors = coded(np.concatenate([strongest(part) for part in parts]))
    np.savez_compressed(FILE, ids=np.frombuffer(b"".join(ids), np.uint8).reshape(len(ids), 16), vectors=vectors)
    print(f"{FILE}: {len(ids)} concepts, {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
