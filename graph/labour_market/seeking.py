"""Profiles into the columns of the people of a market: each person in one cell, by one focus and one home."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from graph.labour_market.market import Seekers
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode, EscoUri, MunicipalityCode, Postcode
from ontology.people import Held, Profile

_NOT_SAID = 0
_BYTES = 4
"""Of one number in the arrays of a seeker."""


def main_focus(profile: Profile, rows: Mapping[EscoUri, int]) -> int:
    """The row of the occupation that a person is counted under: sought first, else held last; -1 = not known.

    A person who seeks several occupations counts once, under the first, so that no figure holds anybody twice.
    """
    for uri in profile.seeks:
        if uri in rows:
            return rows[uri]
    held = [one for one in profile.held if one.occupation in rows]
    return rows[max(held, key=_recent).occupation] if held else -1


def _recent(one: Held) -> tuple[bool, int, int, float]:
    return one.current, one.until or _NOT_SAID, one.since or _NOT_SAID, one.confidence


@dataclass(frozen=True, slots=True)
class Seeker:
    """What is counted of one person, small enough to keep for everybody; nothing that names them.

    `town`: place of the municipality, `job`: row of the main focus; -1 = not known. `skills` (int32) and `strengths`
    (float32) are the bytes of arrays of the same length.
    """

    town: int
    job: int
    skills: bytes
    strengths: bytes
    holds: tuple[CredentialCode, ...]


@dataclass(frozen=True, slots=True)
class SeekerReader:
    """How a profile becomes a seeker; a home that is only a postcode lies in the main municipality of `homes`."""

    live: LiveOntology
    municipalities: Mapping[MunicipalityCode, int]
    homes: Mapping[Postcode, MunicipalityCode]
    with_implied: Callable[[Iterable[CredentialCode]], frozenset[CredentialCode]]

    def read(self, one: Profile) -> Seeker:
        """What is counted of a profile; what the person denies is no skill of theirs."""
        rows, denied = self.live.taxonomy.skill_rows, frozenset(one.denied_skills)
        code = one.municipality or (self.homes.get(one.postcode) if one.postcode else None)
        claims = [(rows[c.skill], c.strength) for c in one.claims if c.skill in rows and c.skill not in denied]
        return Seeker(
            self.municipalities.get(code, -1) if code else -1,
            main_focus(one, self.live.taxonomy.occupation_rows),
            np.array([skill for skill, _ in claims], np.int32).tobytes(),
            np.array([strength for _, strength in claims], np.float32).tobytes(),
            tuple(sorted(self.with_implied(holding.credential for holding in one.holds))),
        )


def seekers_of(people: Iterable[Seeker]) -> Seekers:
    """The columns of `people`."""
    everybody = list(people)
    codes: dict[CredentialCode, int] = {}
    held = [(row, codes.setdefault(code, len(codes))) for row, one in enumerate(everybody) for code in one.holds]
    pairs = np.array(held, np.int32).reshape(-1, 2)
    counts = [len(one.skills) // _BYTES for one in everybody]
    return Seekers(
        np.array([one.town for one in everybody], np.int32),
        np.array([one.job for one in everybody], np.int32),
        np.repeat(np.arange(len(everybody), dtype=np.int32), counts),
        np.frombuffer(b"".join(one.skills for one in everybody), np.int32),
        np.frombuffer(b"".join(one.strengths for one in everybody), np.float32),
        pairs[:, 0],
        pairs[:, 1],
        tuple(codes),
    )
