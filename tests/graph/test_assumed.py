"""What only a held job speaks for is called assumed in an explanation."""

from dataclasses import replace
from datetime import date

from graph.explanation import explain
from graph.ontology import LiveOntology
from graph.scoring import score
from ontology.kinds import EscoUri, Importance, PostingKind
from ontology.people import GUESSED, Basis, Claim, DocumentId, Evidence, Profile, ProfileId
from ontology.vacancies import Hours, Posting, PostingId, Requirement
from tests.graph.test_scoring import ad, person

DAY = date(2026, 11, 25)


def test_a_skill_that_a_job_implies_is_told_as_assumed_with_the_job(live: LiveOntology) -> None:
    asked = Requirement(EscoUri("s/madlavning"), Importance.MUST, 1.0, ())
    hours, kind = Hours.UNKNOWN, PostingKind.ORDINARY
    posting = Posting(
        PostingId("x:1"), "t", "e", DAY, None, kind, hours, 1, (), (asked,), (), (), (), "h", DocumentId("d")
    )
    proof = (Evidence(DocumentId("cv"), 0, 3, "Kok"),)
    implied = Profile(ProfileId("p"), (Claim(EscoUri("s/madlavning"), 0.5, proof, Basis.IMPLIED),))
    stated = replace(implied, claims=(replace(implied.claims[0], basis=Basis.STATED),))

    assert any(
        'antaget ud fra jobbet: "Kok"' in line for line in explain(score(implied, posting, live, DAY), live.taxonomy)
    )
    assert not any("antaget" in line for line in explain(score(stated, posting, live, DAY), live.taxonomy))


def test_a_job_that_only_a_workplace_tells_is_named_as_a_guess(live: LiveOntology) -> None:
    posting = ad({"kasse": Importance.MUST}, "butiksassistent")
    told = person({"kasse": 0.9}, "butiksassistent")
    guessed = replace(told, held=(replace(told.held[0], title="Brugsen", confidence=GUESSED),))

    assert any('gættet ud fra "Brugsen"' in line for line in explain(score(guessed, posting, live, DAY), live.taxonomy))
    assert not any("gættet" in line for line in explain(score(told, posting, live, DAY), live.taxonomy))
