"""What opens most ads for a profile: each live ad's standing by reach, gates and kind, and the answer in Danish."""

import numpy as np

from api.matching import Outlook
from api.wishes import ANY
from graph.gates import gates
from graph.unlocks import FARTHEST_BEYOND, Lever, Standing, Unlock, unlocks
from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri
from ontology.taxonomy import Taxonomy

_TINY = 1e-9
_KINDS = {
    "on call": "tilkald",
    "apprentice": "elev eller lærling",
    "student": "studiejob",
    "flexjob": "fleksjob",
    "wage subsidy": "løntilskud",
    "unpaid": "uden løn",
    "commission": "provision",
    "self-employed": "selvstændig",
}


def proposed_unlocks(before: Outlook, count: int = 10) -> tuple[Unlock, ...]:
    """The things that would each bring most live ads within fit."""
    profile, index, live, knowledge, covered = (
        before.profile,
        before.index,
        before.live,
        before.knowledge,
        before.covered,
    )
    columns, days, shut = index.columns, live.constants.obtainable_days, before.shut
    beyond = np.nan_to_num(np.maximum(0.0, before.minutes - before.reach.minutes), nan=0.0)
    listed = columns.of_kinds(ANY.kinds_for(profile))
    near = columns.live_on(before.as_of) & (beyond <= FARTHEST_BEYOND)
    fits = index.fits(covered) >= live.constants.fit - _TINY
    fitting = []
    # A language or years that lack take months, and a wish is no lack: such an ad is opened by nothing here.
    open_to = ~before.excluded
    for row in np.flatnonzero(near & fits & open_to & (shut | (beyond > 0) | ~listed)).tolist():
        asked = gates(profile, index.postings[row], live.taxonomy, knowledge, before.held, days) if shut[row] else ()
        fitting.append(Standing(row, asked, float(beyond[row]), bool(listed[row])))
    short = np.flatnonzero(near & ~fits & ~shut & listed & (beyond <= 0))
    rows = live.taxonomy.skill_rows
    denied = frozenset(rows[uri] for uri in profile.denied_skills if uri in rows)
    return unlocks(short, fitting, index, covered, live, denied, count)


def in_words(one: Unlock, taxonomy: Taxonomy) -> str:
    """What opens ads, in plain Danish."""
    if one.lever is Lever.SKILL:
        return f"at kunne: {taxonomy.label(EscoUri(one.what))}"
    if one.lever is Lever.CREDENTIAL:
        credential = load_credentials()[CredentialCode(one.what)]
        return f"at få: {credential.label_da} ({credential.how_da})"
    if one.lever is Lever.MINUTES:
        return f"at rejse {one.what} minutter længere"
    return f"at sige ja til: {_KINDS.get(one.what, one.what)}"
