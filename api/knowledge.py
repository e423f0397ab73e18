"""Our tables laid out by the rows of a release: levels, hard credentials, a place in Denmark, generic demands."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from graph.knowledge import LabourKnowledge
from ontology.credentials import CredentialKind, implied, load_credentials
from ontology.demands import Schooling, load_demands
from ontology.industries import IndustryLevel, industries_of, load_industries, load_occupation_industries
from ontology.job_titles import placed
from ontology.kinds import CredentialCode, EscoUri, IscoCode, KnownMove
from ontology.known_moves import load_known_moves
from ontology.labour import Band, load_bands
from ontology.languages import CEFR_LEVELS, Cefr
from ontology.taxonomy import Taxonomy

_SURE_ENOUGH = 0.75
"""Our own judgement that a credential is demanded hides an ad only from this confidence on."""
_LIKELY = 0.5


def levels(taxonomy: Taxonomy, *, usual: bool = False) -> npt.NDArray[np.float32]:
    """The formal education that employers nearly always ask by occupation row, 0 to 5; NaN = unknown.

    A level that is only usual counts one lower, since people get in without it, unless `usual` is asked for; a hard
    credential's level counts whole.
    """
    demands, credentials = load_demands(), load_credentials()
    found = np.full(len(taxonomy.occupations), np.nan, np.float32)
    for row, occupation in enumerate(taxonomy.occupations):
        asked = demands.of(occupation.uri, occupation.isco)
        if asked.level is not None:
            found[row] = asked.level if asked.level_asked or usual else max(0, asked.level - 1)
        gates = [credentials[one.credential].level for one in asked.demands if one.hard]
        for level in (one for one in gates if one is not None):
            found[row] = np.fmax(found[row], level)
    return found


def labour_knowledge(taxonomy: Taxonomy) -> LabourKnowledge:
    """What Denmark asks of each occupation of `taxonomy`; clearances are left out, they are always asked about.

    A demand that we are not sure of is left out of the hard ones too. What one of STAR's titles is exactly or closely
    has a place in Denmark.
    """
    demands, bands, credentials = load_demands(), load_bands(), load_credentials()
    titled = placed(taxonomy.job_titles)
    hard: dict[int, tuple[CredentialCode, ...]] = {}
    place, common = (np.zeros(len(taxonomy.occupations), np.bool_) for _ in range(2))
    for row, occupation in enumerate(taxonomy.occupations):
        place[row] = occupation.uri in titled or bands.has_place(occupation.uri, occupation.isco)
        common[row] = bands.of(occupation.uri, occupation.isco) is Band.COMMON
        asked = demands.of(occupation.uri, occupation.isco).demands
        codes = tuple(
            one.credential
            for one in asked
            if one.hard
            and one.confidence >= _SURE_ENOUGH
            and credentials[one.credential].kind is not CredentialKind.CLEARANCE
        )
        if codes:
            hard[row] = codes
    days = {code: one.days for code, one in credentials.items() if one.days is not None}
    implies = {code: implied([code]) for code in credentials}
    usual, (shares, sections) = levels(taxonomy, usual=True), industries(taxonomy)
    educations = {
        code: (one.field, one.level or 0) for code, one in credentials.items() if one.field[:2] not in ("", "00")
    }
    return LabourKnowledge(
        levels(taxonomy),
        place,
        hard,
        days,
        implies,
        common,
        usual,
        shares,
        sections,
        educations,
        known_moves(taxonomy),
        *usual_languages(taxonomy),
        usual_credentials(taxonomy),
    )


def known_moves(taxonomy: Taxonomy) -> Mapping[IscoCode, Mapping[int, KnownMove]]:
    """Unit group -> the rows that people go to from there; what `taxonomy` does not have is left out."""
    rows = taxonomy.occupation_rows
    return {
        isco: {rows[one.occupation]: one for one in moves if one.occupation in rows}
        for isco, moves in load_known_moves().items()
    }


def usual_languages(taxonomy: Taxonomy) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.bool_]]:
    """The place in CEFR_LEVELS of the Danish that practice asks, -1 = not known, and whether English often does."""
    asked = [load_demands().of(one.uri, one.isco).schooling for one in taxonomy.occupations]
    danish = [CEFR_LEVELS.index(Cefr(one.danish)) if one and one.danish else -1 for one in asked]
    return np.array(danish, np.int8), np.array([one is not None and one.english for one in asked], np.bool_)


def usual_credentials(taxonomy: Taxonomy) -> Mapping[int, frozenset[CredentialCode]]:
    """By occupation row all that law or practice asks of it, hard or not, where we think it more likely than not."""
    demands = load_demands()
    asked = (demands.of(one.uri, one.isco).demands for one in taxonomy.occupations)
    return {
        row: frozenset(one.credential for one in told if one.confidence >= _LIKELY)
        for row, told in enumerate(asked)
        if told
    }


def schooling(taxonomy: Taxonomy, occupation: EscoUri) -> Schooling | None:
    """The education that Denmark asks for an occupation, and the way to it; None = not known."""
    one = taxonomy.occupations[taxonomy.occupation_rows[occupation]]
    return load_demands().of(occupation, one.isco).schooling


def industries(taxonomy: Taxonomy) -> tuple[npt.NDArray[np.float32], tuple[str, ...]]:
    """The share of each occupation in each section of DB25, (occupations, sections), and the sections' codes."""
    sections = tuple(code for code, one in load_industries().items() if one.level is IndustryLevel.SECTION)
    column, prior = {code: place for place, code in enumerate(sections)}, load_occupation_industries()
    shares = np.zeros((len(taxonomy.occupations), len(sections)), np.float32)
    for row, occupation in enumerate(taxonomy.occupations):
        for code, share in industries_of(occupation.isco, prior):
            shares[row, column[code]] = share
    return shares, sections
