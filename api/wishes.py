"""What one request asks of the ads it is shown; the decision log keeps it sealed, but for needs, kept nowhere."""

from dataclasses import dataclass, field

import numpy as np

from graph.columns import AdColumns, Flags
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from ontology.industries import IndustryCode, load_industries
from ontology.kinds import CredentialCode, PostingKind
from ontology.people import Profile
from ontology.taxonomy import Taxonomy
from ontology.vacancies import LISTED_BY_DEFAULT, Hours
from ontology.work_context import Strain, load_work_context

_MOSTLY = 0.5
"""Share of an occupation that must lie in the wished industries for its ads to count as theirs."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Filters of one request; empty and None = no matter. An ad that does not say counts as meeting its filter.

    industries: sections or divisions of DB25, of which the section counts. credentials: only ads whose own text demands
    one of these. avoid: work that usually has one of these is left out; these are needs of the person. folded: also ads
    with an unmet hard demand.
    """

    kinds: frozenset[PostingKind] | None = None
    hours: Hours | None = None
    industries: frozenset[IndustryCode] = field(default_factory=frozenset)
    credentials: frozenset[CredentialCode] = field(default_factory=frozenset)
    avoid: frozenset[Strain] = field(default_factory=frozenset)
    folded: bool = False

    def kinds_for(self, profile: Profile) -> frozenset[PostingKind]:
        """The kinds that are listed: those named, else those listed by default and those the person seeks."""
        return LISTED_BY_DEFAULT | frozenset(profile.kinds) if self.kinds is None else self.kinds


ANY = Wishes()
"""Nothing but what is listed by default."""


def wanted(wishes: Wishes, profile: Profile, index: MatchIndex, knowledge: LabourKnowledge) -> Flags:
    """Which ads meet what is wished for a profile of kind, hours, industry and credentials; (ads,)."""
    columns = index.columns
    found = columns.of_kinds(wishes.kinds_for(profile))
    if wishes.hours is not None:
        found &= columns.of_hours(frozenset({wishes.hours, Hours.UNKNOWN}))
    if wishes.industries:
        known = load_industries()
        sections = {known[code].parent or code for code in wishes.industries if code in known}
        taken = np.array([code in sections for code in knowledge.sections], np.bool_)
        mostly = np.append(knowledge.industries[:, taken].sum(axis=1) >= _MOSTLY, False)
        found &= mostly[columns.job]
    if wishes.credentials:
        asked = np.array([code in wishes.credentials for code in columns.credentials], np.bool_)
        found &= columns.demanding(asked)
    return found


def strained(columns: AdColumns, taxonomy: Taxonomy, strains: frozenset[Strain]) -> Flags:
    """Which ads are for work that usually has one of `strains`, by their likeliest occupation; (ads,)."""
    if not strains:
        return np.zeros(len(columns.job), np.bool_)
    context = load_work_context()
    has = [bool(context.has(one.isco, strains)) for one in taxonomy.occupations]
    return np.array([*has, False], np.bool_)[columns.job]
