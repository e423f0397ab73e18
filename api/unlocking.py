"""What opens most ads for a profile: each live ad's standing by reach, gates and kind, and the answer in Danish."""

from datetime import date

from api.matching import Reach, nearest_minutes
from graph.coverage import coverage
from graph.gates import gates
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from graph.unlocks import FARTHEST_BEYOND, Lever, Standing, Unlock, unlocks
from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri
from ontology.people import Profile
from ontology.taxonomy import Taxonomy
from ontology.vacancies import LISTED_BY_DEFAULT

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


def proposed_unlocks(
    profile: Profile,
    index: MatchIndex,
    live: LiveOntology,
    knowledge: LabourKnowledge,
    reach: Reach,
    as_of: date,
    count: int = 10,
) -> tuple[Unlock, ...]:
    """The things that would each bring most live ads within fit."""
    held = knowledge.with_implied(one.credential for one in profile.holds)
    standings = []
    for row, posting in enumerate(index.postings):
        if not posting.live_on(as_of):
            continue
        minutes = nearest_minutes(posting, reach)
        beyond = max(0.0, minutes - reach.minutes) if minutes is not None else 0.0
        if beyond <= FARTHEST_BEYOND:
            asked = gates(profile, posting, live.taxonomy, knowledge, held, live.constants.obtainable_days)
            standings.append(Standing(row, asked, beyond, posting.kind in LISTED_BY_DEFAULT))
    rows = live.taxonomy.skill_rows
    denied = frozenset(rows[uri] for uri in profile.denied_skills if uri in rows)
    covered = coverage(profile, live.taxonomy, live.derived.near)
    return unlocks(standings, index, covered, live, denied, count)


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
