"""Asking a citizen the few things that matter most, and keeping what they answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from api.matching import Listing, Outlook
from api.reach import DEFAULT_MINUTES_CAR, minutes_to
from api.wishes import ANY, wanted
from graph.asking import Voice, question_text
from graph.gates import gates, opening
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.questions import MOST, SHOWN, Question, Situation, questions
from ontology.corrections import confirming, holding, striking
from ontology.credentials import CredentialKind, load_credentials
from ontology.errors import UnknownConceptError
from ontology.kinds import CredentialCode, EscoUri
from ontology.people import Basis, Corrections, Means, Profile
from ontology.taxonomy import Taxonomy

_ASKED_OF = frozenset((CredentialKind.LICENCE, CredentialKind.CERTIFICATE))
"""An education or authorisation stands in a CV where there is one; a clearance is nobody's to ask here."""
_KIN = 0.49
"""Only work that a held job leads to so readily suggests a credential."""
_LOOKED_AT = 2_000
"""Of the ads behind a gate the best so many are looked at."""


class Answer(StrEnum):
    """What a citizen says to a question."""

    YES = "yes"
    NO = "no"


def proposed_questions(before: Outlook, count: int = MOST) -> tuple[Question, ...]:
    """At most `count` questions, by how much the answer is expected to change the list."""
    profile, index, live, knowledge, reach = before.profile, before.index, before.live, before.knowledge, before.reach
    listed = index.columns.live_on(before.as_of) & wanted(ANY, profile, index, knowledge)
    by_car = np.zeros(0, np.int64)
    near, shut = ~(before.minutes > reach.minutes), before.shut
    open_to = ~before.excluded
    kin = index.occupation_part(profile, live, before.as_of) >= _KIN
    if reach.means is not Means.CAR:
        driven = ~(minutes_to(index.columns, replace(reach, means=Means.CAR)) > DEFAULT_MINUTES_CAR)
        by_car = np.flatnonzero(listed & driven & ~near & ~shut)
    behind = np.flatnonzero(listed & near & shut & kin & open_to)
    situation = Situation(
        before.scores,
        np.flatnonzero(listed & near & ~shut),
        _locked(profile, index, live, knowledge, before.held, behind, before.scores),
        by_car,
        _resting(before.listing(SHOWN), live.taxonomy),
    )
    return questions(profile, situation, index, before.covered, live, count)


def _locked(
    profile: Profile,
    index: MatchIndex,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    held: frozenset[CredentialCode],
    shut: npt.NDArray[np.int64],
    scores: npt.NDArray[np.float64],
) -> Mapping[CredentialCode, npt.NDArray[np.int64]]:
    """The ads that lack one credential and nothing else, by that credential."""
    known, days = load_credentials(), live.constants.obtainable_days
    found: dict[CredentialCode, list[int]] = defaultdict(list)
    for row in shut[np.argsort(-scores[shut], kind="stable")][:_LOOKED_AT].tolist():
        asked = gates(profile, index.postings[row], live.taxonomy, knowledge, held, days)
        for code in (one.credential for one in opening(asked) or ()):
            if code in known and known[code].kind in _ASKED_OF:
                found[code].append(row)
    return {code: np.array(rows, np.int64) for code, rows in found.items()}


def _resting(best: Listing, taxonomy: Taxonomy) -> Mapping[int, float]:
    """Skill row -> points of the shown ads that rest on a claim which only a held job implies."""
    found: dict[int, float] = defaultdict(float)
    for one in best.shown:
        for line in one.match.contributions:
            if line.claim is not None and line.claim.basis is Basis.IMPLIED:
                found[taxonomy.skill_rows[line.claim.skill]] += line.points
    return found


def in_words(question: Question, taxonomy: Taxonomy, voice: Voice = Voice.CITIZEN) -> str:
    """The question in plain Danish."""
    known = load_credentials().get(CredentialCode(question.what))
    return question_text(question, taxonomy, known.label_da if known else "", voice)


def answered(what: str, answer: Answer, taxonomy: Taxonomy) -> Callable[[Corrections], Corrections]:
    """What an answer about a skill (URI), a credential (code) or 'car' changes in what was corrected before.

    Raises:
        UnknownConceptError: It is none of these, or a clearance, which no profile holds.
    """
    yes = answer is Answer.YES
    if what == "car":
        return lambda kept: replace(kept, means=Means.CAR if yes else Means.TRANSIT)
    known = load_credentials().get(CredentialCode(what))
    if known is not None and known.kind is not CredentialKind.CLEARANCE:
        return lambda kept: holding(kept, known.code, held=yes)
    if EscoUri(what) in taxonomy.skill_rows:
        change = confirming if yes else striking
        return lambda kept: change(kept, EscoUri(what))
    raise UnknownConceptError(
        f"'{what[:80]}' is no skill, credential or 'car' that is asked about; 'kompetencebro questions' prints them"
    )
