"""Correcting a profile: what a person confirms, strikes or adds, over what was read."""

from dataclasses import replace
from typing import TypeVar

from ontology.kinds import CredentialCode, EscoUri
from ontology.people import Basis, Claim, Corrections, Denial, Holding, Profile

Key = TypeVar("Key", bound=str)

CONFIRMED_STRENGTH = 1.0
"""How strongly a skill is believed that the person has confirmed."""


def corrected(profile: Profile, corrections: Corrections) -> Profile:
    """`profile` as it is once `corrections` hold; what was struck contributes nothing from then on.

    A struck skill is no claim any more and counts as one that the person says not to have, so that no other skill and
    no job stands in for it. A confirmed one keeps the evidence that was read.
    """
    said, struck = corrections.confirmed, frozenset(corrections.struck)
    kept = [_confirmed(one) if one.skill in said else one for one in profile.claims if one.skill not in struck]
    read = {one.skill for one in kept}
    added = [Claim(uri, CONFIRMED_STRENGTH, (), Basis.CONFIRMED) for uri in said if uri not in read]
    denied = [one for one in profile.denied if one.skill not in said]
    known = {one.skill for one in denied}
    held = [one for one in profile.holds if one.credential not in corrections.lacks]
    codes = {one.credential for one in held}
    return replace(
        profile,
        claims=(*kept, *added),
        denied=(*denied, *(Denial(uri) for uri in corrections.struck if uri not in known)),
        holds=(*held, *(Holding(code, ()) for code in corrections.holds if code not in codes)),
        lacks=tuple(
            dict.fromkeys((*(one for one in profile.lacks if one not in corrections.holds), *corrections.lacks))
        ),
        seeks=profile.seeks if corrections.seeks is None else corrections.seeks,
        kinds=profile.kinds if corrections.kinds is None else corrections.kinds,
        no_shifts=profile.no_shifts if corrections.no_shifts is None else corrections.no_shifts,
        postcode=corrections.postcode or profile.postcode,
        means=corrections.means or profile.means,
        minutes=profile.minutes if corrections.minutes is None else corrections.minutes,
        corrections=corrections,
    )


def _confirmed(claim: Claim) -> Claim:
    return replace(claim, strength=CONFIRMED_STRENGTH, basis=Basis.CONFIRMED)


def confirming(corrections: Corrections, skill: EscoUri) -> Corrections:
    """`corrections` with a skill that the person has; an earlier strike of it is withdrawn."""
    return replace(
        corrections,
        confirmed=_with(corrections.confirmed, skill),
        struck=tuple(one for one in corrections.struck if one != skill),
    )


def striking(corrections: Corrections, skill: EscoUri) -> Corrections:
    """`corrections` with a skill that the person has not; an earlier yes is withdrawn."""
    return replace(
        corrections,
        struck=_with(corrections.struck, skill),
        confirmed=tuple(one for one in corrections.confirmed if one != skill),
    )


def holding(corrections: Corrections, credential: CredentialCode, *, held: bool) -> Corrections:
    """`corrections` with a credential that the person holds, or does not."""
    others = tuple(one for one in corrections.holds if one != credential)
    missing = tuple(one for one in corrections.lacks if one != credential)
    return replace(
        corrections,
        holds=_with(others, credential) if held else others,
        lacks=missing if held else _with(missing, credential),
    )


def _with(known: tuple[Key, ...], one: Key) -> tuple[Key, ...]:
    return (*known, one) if one not in known else known
