"""What fields cost: one unit is about what a plain field takes, 5 microseconds of one core.

Weights are measured times (docs/measurements.md: whole ESCO, 40,000 ads), rounded up. Sizes are what a list without
a page holds, ordinary rather than largest. What the analyst asks is weighed for a region: the whole country's
answer takes longer than any request may cost.
"""

from collections.abc import Mapping

LIST = 10
"""What a list holds of which nothing else is known."""

INTROSPECTION = 5_000
"""All of the schema, whatever is asked of it."""

WEIGHTS: Mapping[str, int] = {
    "Query.node": 50,
    "Query.profile": 50,
    "Query.posting": 20,
    "Query.postings": 500,
    "Query.search": 500,
    "Profile.skills": 20,
    "Profile.hidden": 100,
    "Profile.matches": 1_000,
    "Profile.match": 300,
    "Profile.bridges": 1_500,
    "Profile.unlocks": 3_000,
    "Profile.questions": 3_000,
    "Match.contributions": 20,
    "Match.inWords": 60,
    "Match.why": 30,
    "Bridge.why": 30,
    "Match.reasons": 5,
    "Posting.text": 40,
    "Posting.candidates": 6_500,
    "Evidence.text": 10,
    "Skill.occupations": 20,
    "Query.profileByCase": 50,
    "Query.accesses": 200,
    "Profile.accesses": 200,
    "Posting.candidates": 3_000,
    "Query.labourMarket": 1_000,
    "LabourMarket.overview": 5_000,
    "LabourMarket.shortages": 10_000,
    "LabourMarket.communities": 20_000,
    "MarketAnalysis.bridges": 15_000,
    "MarketAnalysis.openers": 10_000,
    "MarketAnalysis.comparison": 3_000,
    "MarketAnalysis.flows": 2_000,
    "Mutation.export": 10_000,
    "Mutation.markLabourMarket": 20_000,
    "Mutation.ingestCv": 20_000,
    "Mutation.ingestUpload": 5_000,
    "Mutation.erase": 2_000,
    "Mutation.answer": 2_000,
    "Mutation.setReach": 1_000,
    "Mutation.setWishes": 1_000,
    "Mutation.release": 1_000,
    "Mutation.withdrawRelease": 1_000,
    "Subscription.job": 500,
    "Subscription.newMatches": 5_000,
}
"""By type and field; what is not here weighs 1."""

SIZES: Mapping[str, int] = {
    "Query.municipalities": 98,
    "Query.industries": 110,
    "Subscription.newMatches": 20,
    "Profile.skills": 40,
    "Profile.occupations": 8,
    "Profile.hidden": 20,
    "Profile.deniedSkills": 3,
    "Profile.seeks": 3,
    "Profile.credentials": 5,
    "Profile.languages": 3,
    "HeldSkill.evidence": 2,
    "Match.contributions": 15,
    "Match.gates": 3,
    "Contribution.askedIn": 1,
    "Contribution.heldIn": 2,
    "Posting.municipalities": 2,
    "Posting.occupations": 3,
    "Posting.asks": 12,
    "Posting.demands": 3,
    "Posting.languages": 2,
    "Posting.experience": 2,
    "Posting.education": 2,
    "AskedSkill.askedIn": 1,
    "AskedCredential.askedIn": 1,
    "Terms.askedIn": 6,
    "Bridge.carrying": 8,
    "CarryingSkill.heldIn": 2,
    "Occupation.industries": 5,
    "Occupation.demands": 3,
    "PostalArea.municipalities": 2,
}
"""By type and field; a list of objects that is not here and has no page holds `LIST`."""
