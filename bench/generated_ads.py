"""Ads generated from ESCO for measuring at size: realistic in number, shape and place, of no use for quality."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from ontology.kinds import Importance, MunicipalityCode, PostingKind
from ontology.people import Document, DocumentId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Hours, OccupationGuess, Posting, PostingId, Requirement, Workplace

SEED = 20261125
MEDIAN, P90 = 12, 28
AGENCIES, PLACELESS, FROM_OCCUPATION, ZIPF = 0.30, 0.15, 0.7, 1.4
AS_OF = date(2026, 11, 25)
_IMPORTANCES = (Importance.MUST, Importance.NICE, Importance.MENTIONED)
_Z90 = 1.2816


def generated(taxonomy: Taxonomy, municipalities: Path, count: int) -> Iterator[tuple[Posting, Document]]:
    """`count` ads: a lognormal number of requirements, most of them the occupation's, municipalities by population."""
    random = np.random.default_rng(SEED)
    with municipalities.open(encoding="utf-8", newline="") as lines:
        places = [(row["code"], int(row["population_2020"] or 0)) for row in csv.DictReader(lines)]
    share = np.array([people for _, people in places], float) / sum(people for _, people in places)
    sizes = np.clip(np.round(random.lognormal(np.log(MEDIAN), np.log(P90 / MEDIAN) / _Z90, count)), 1, 120).astype(int)
    for number in range(count):
        yield _one(number, int(sizes[number]), taxonomy, places[int(random.choice(len(places), p=share))][0], random)


def histogram(postings: list[Posting]) -> dict[str, int]:
    """How many ads ask for how many skills, in steps of five."""
    counted = Counter(min(len(one.asks) // 5, 12) * 5 for one in postings)
    return {f"{low}-{low + 4}" if low < 60 else "60+": counted[low] for low in sorted(counted)}


def _one(
    number: int, size: int, taxonomy: Taxonomy, municipality: str, random: np.random.Generator
) -> tuple[Posting, Document]:
    row = int(random.integers(len(taxonomy.occupations)))
    occupation = taxonomy.occupations[row]
    own = random.permutation(np.concatenate([taxonomy.essential.targets_of(row), taxonomy.optional.targets_of(row)]))
    from_own = own[: int(np.ceil(size * FROM_OCCUPATION))]
    tail = np.minimum(random.zipf(ZIPF, max(size - len(from_own), 0)), len(taxonomy.skills)) - 1
    rows = dict.fromkeys([int(one) for one in from_own] + [int(one) for one in tail])
    kinds = random.choice(len(_IMPORTANCES), len(rows), p=[0.5, 0.2, 0.3])
    asks = tuple(
        Requirement(taxonomy.skills[skill].uri, _IMPORTANCES[int(kind)], 0.9, ())
        for skill, kind in zip(rows, kinds, strict=True)
    )
    published = AS_OF - timedelta(days=int(random.integers(0, 30)))
    agency = random.random() < AGENCIES
    places = () if random.random() < PLACELESS else (Workplace(MunicipalityCode(municipality)),)
    document = Document(DocumentId(f"g{number:06}"), occupation.labels.best())
    return (
        Posting(
            PostingId(f"gen:{number:06}"),
            occupation.labels.best(),
            f"Vikarbureau {number % 40}" if agency else f"Virksomhed {number % 9000}",
            published,
            published + timedelta(days=45),
            PostingKind.ORDINARY,
            Hours.FULL_TIME,
            1,
            (OccupationGuess(occupation.uri, 0.9),),
            asks,
            (),
            (),
            places,
            f"h{number}",
            document.id,
        ),
        document,
    )
