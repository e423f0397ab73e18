"""Profiles generated from ESCO for measuring at size: realistic in number, shape and place, of no use for quality."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ontology.kinds import MunicipalityCode
from ontology.people import Claim, Held, Means, Profile, ProfileId
from ontology.taxonomy import Taxonomy

SEED = 20261126
CLAIMS, STRAY, CAR = (15, 45), 0.2, 0.6
"""Claims a person, the share of them that no job held explains, and the share of people with a car."""


def generated_people(taxonomy: Taxonomy, municipalities: Path, count: int) -> Iterator[Profile]:
    """`count` people: one or two jobs held, claims mostly of those jobs, municipalities by population."""
    random = np.random.default_rng(SEED)
    with municipalities.open(encoding="utf-8", newline="") as lines:
        places = [(row["code"], int(row["population_2020"] or 0)) for row in csv.DictReader(lines)]
    share = np.array([people for _, people in places], float) / sum(people for _, people in places)
    homes = random.choice(len(places), count, p=share)
    for number in range(count):
        yield _one(number, MunicipalityCode(places[int(homes[number])][0]), taxonomy, random)


def _one(number: int, home: MunicipalityCode, taxonomy: Taxonomy, random: np.random.Generator) -> Profile:
    jobs = random.choice(len(taxonomy.occupations), int(random.integers(1, 3)), replace=False).tolist()
    own = [taxonomy.essential.targets_of(job) for job in jobs] + [taxonomy.optional.targets_of(job) for job in jobs]
    known = random.permutation(np.unique(np.concatenate(own)))
    size = int(random.integers(*CLAIMS))
    strays = random.integers(len(taxonomy.skills), size=int(size * STRAY))
    rows = dict.fromkeys([*known[: size - len(strays)].tolist(), *strays.tolist()])
    held = tuple(
        Held(taxonomy.occupations[job].uri, "", 2015, 2026 - place * 4, place == 0, 0.9)
        for place, job in enumerate(jobs)
    )
    return Profile(
        ProfileId(f"person-{number:06}"),
        tuple(Claim(taxonomy.skills[row].uri, float(random.uniform(0.5, 1.0)), ()) for row in rows),
        held,
        municipality=home,
        means=Means.CAR if random.random() < CAR else None,
    )
