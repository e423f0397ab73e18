"""The committed meanings: known by the end of a URI, of length one, and there for what the starter release has."""

from pathlib import Path

import numpy as np
import pytest

import ontology
from ontology.encoding import DIMENSIONS, tail
from ontology.esco import read_esco
from ontology.kinds import EscoUri
from ontology.meanings import coded, load_meanings

STARTER = Path(ontology.__file__ or "").parent / "starter"
UNKNOWN = EscoUri("http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000000")


def test_every_concept_of_the_starter_release_that_is_escos_has_a_meaning_of_length_one() -> None:
    taxonomy, _ = read_esco([STARTER / "en", STARTER / "da"])
    uris = [one.uri for one in taxonomy.skills] + [one.uri for one in taxonomy.occupations]

    lengths = np.linalg.norm(load_meanings().of(uris), axis=1)

    escos = np.array([len(tail(uri)) == 16 for uri in uris])
    assert escos.sum() > 800
    assert lengths[escos] == pytest.approx(1.0, abs=1e-5)
    assert not lengths[~escos].any()


def test_a_concept_that_is_not_known_has_no_meaning() -> None:
    found = load_meanings().of([EscoUri("urn:kompetencebro:humor"), UNKNOWN])

    assert found.shape == (2, DIMENSIONS)
    assert not found.any()


def test_eight_bits_keep_the_direction() -> None:
    vectors = np.random.default_rng(1).standard_normal((20, DIMENSIONS)).astype(np.float32)
    kept = coded(vectors).astype(np.float32)

    cosine = np.vecdot(vectors, kept) / np.linalg.norm(vectors, axis=1) / np.linalg.norm(kept, axis=1)

    assert cosine.min() > 0.999
