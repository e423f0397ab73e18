"""A release to named parts and back: concepts and job titles as JSON, relations and what is derived as arrays.

Descriptions are left out. Job titles are a part of their own, so that a release need not be written again for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.derived import Derived, from_arrays
from graph.errors import StoreError
from graph.store.codec import decoded, digest, encoded, packed, unpacked
from ontology.job_titles import JobTitle
from ontology.kinds import EscoUri, Occupation, OccupationGroup, Skill, SkillGroup
from ontology.taxonomy import Pairs, Taxonomy


@dataclass(frozen=True, slots=True)
class _Concepts:
    """The part of a taxonomy that is not arrays."""

    release: str
    skills: tuple[Skill, ...]
    skill_groups: tuple[SkillGroup, ...]
    occupations: tuple[Occupation, ...]
    occupation_groups: tuple[OccupationGroup, ...]
    collections: Mapping[str, tuple[EscoUri, ...]]


_TITLES = "titles"
_RELATIONS = tuple(field.name for field in fields(Taxonomy) if field.type is Pairs)


def taxonomy_bytes(taxonomy: Taxonomy) -> bytes:
    """The concepts of a taxonomy as JSON."""
    collections = {name: tuple(sorted(uris)) for name, uris in taxonomy.collections.items()}
    return encoded(
        _Concepts(
            taxonomy.release,
            taxonomy.skills,
            taxonomy.skill_groups,
            taxonomy.occupations,
            taxonomy.occupation_groups,
            collections,
        )
    )


def pair_arrays(taxonomy: Taxonomy) -> Mapping[str, npt.NDArray[np.int32]]:
    """The relations of a taxonomy; each array (2, pairs): sources, then targets."""
    return {name: np.stack([getattr(taxonomy, name).sources, getattr(taxonomy, name).targets]) for name in _RELATIONS}


def taxonomy_of(concepts: bytes, arrays: Mapping[str, npt.NDArray[np.generic]]) -> Taxonomy:
    """The taxonomy that `taxonomy_bytes` and `pair_arrays` were given."""
    kept = decoded(concepts, _Concepts)
    relations: dict[str, Any] = {
        name: Pairs(a[0].astype(np.int32), a[1].astype(np.int32)) for name, a in arrays.items()
    }
    collections = {name: frozenset(uris) for name, uris in kept.collections.items()}
    concepts_only = Taxonomy(
        kept.release, kept.skills, kept.skill_groups, kept.occupations, kept.occupation_groups, collections=collections
    )
    return replace(concepts_only, **relations)


def titles_bytes(taxonomy: Taxonomy) -> bytes:
    """The job titles of a taxonomy as JSON."""
    return encoded(taxonomy.job_titles)


def titles_of(titles: bytes) -> tuple[JobTitle, ...]:
    """The job titles that `titles_bytes` was given."""
    return decoded(titles, tuple[JobTitle, ...])


def release_parts(taxonomy: Taxonomy, derived: Derived) -> Mapping[str, bytes]:
    """A compiled release by part; that of the job titles is there where there are any."""
    found = {_TITLES: titles_bytes(taxonomy)} if taxonomy.job_titles else {}
    found |= {"taxonomy": taxonomy_bytes(taxonomy)}
    found |= {f"array.{name}": packed(array) for name, array in pair_arrays(taxonomy).items()}
    found |= {f"derived.{name}": packed(array) for name, array in derived.arrays().items()}
    return found


def release_mark(parts: Mapping[str, bytes]) -> str:
    """A digest that changes with any part but the job titles."""
    return digest(*(parts[name] for name in sorted(parts) if name != _TITLES))


def titles_mark(parts: Mapping[str, bytes]) -> str:
    """A digest that changes with the job titles; '' where there are none."""
    return digest(parts[_TITLES]) if _TITLES in parts else ""


def release_of(parts: Mapping[str, bytes]) -> tuple[Taxonomy, Derived]:
    """The release that `release_parts` was given.

    Raises:
        StoreError: It was compiled by a version that derived other things.
    """
    arrays = {n.removeprefix("derived."): unpacked(d) for n, d in parts.items() if n.startswith("derived.")}
    pairs = {n.removeprefix("array."): unpacked(d) for n, d in parts.items() if n.startswith("array.")}
    titles = titles_of(parts[_TITLES]) if _TITLES in parts else ()
    try:
        derived = from_arrays(arrays)
    except (KeyError, TypeError) as error:
        raise StoreError(
            "the release in the store was compiled by another version of kompetencebro; run `ontology import` again"
        ) from error
    return replace(taxonomy_of(parts["taxonomy"], pairs), job_titles=titles), derived
