"""Profiles into the columns of the people of a market: each person in one cell, by one focus and one home."""

from array import array
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from graph.labour_market.market import Seekers
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode, EscoUri, MunicipalityCode, Postcode
from ontology.people import Held, Profile

_NOT_SAID = 0


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


def seekers_of(
    profiles: Iterable[Profile],
    live: LiveOntology,
    municipalities: Mapping[MunicipalityCode, int],
    homes: Mapping[Postcode, MunicipalityCode],
    with_implied: Callable[[Iterable[CredentialCode]], frozenset[CredentialCode]],
) -> Seekers:
    """The people of `profiles`; a home that is only a postcode lies in the main municipality of `homes`."""
    skills, jobs = live.taxonomy.skill_rows, live.taxonomy.occupation_rows
    plain, claims, strengths, holdings = array("i"), array("i"), array("f"), array("i")
    codes: dict[CredentialCode, int] = {}
    for row, one in enumerate(profiles):
        code = one.municipality or (homes.get(one.postcode) if one.postcode else None)
        plain.extend((municipalities.get(code, -1) if code else -1, main_focus(one, jobs)))
        denied = frozenset(one.denied_skills)
        for claim in one.claims:
            skill = skills.get(claim.skill)
            if skill is not None and claim.skill not in denied:
                claims.extend((row, skill))
                strengths.append(claim.strength)
        for held in with_implied(holding.credential for holding in one.holds):
            holdings.extend((row, codes.setdefault(held, len(codes))))
    table = np.array(plain, np.int32).reshape(-1, 2)
    pairs, held_pairs = np.array(claims, np.int32).reshape(-1, 2), np.array(holdings, np.int32).reshape(-1, 2)
    return Seekers(
        table[:, 0],
        table[:, 1],
        pairs[:, 0],
        pairs[:, 1],
        np.array(strengths, np.float32),
        held_pairs[:, 0],
        held_pairs[:, 1],
        tuple(codes),
    )
