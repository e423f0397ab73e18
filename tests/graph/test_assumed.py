"""What only a held job speaks for is called assumed in an explanation."""

from dataclasses import replace
from datetime import date

from graph.explanation import explain
from graph.ontology import LiveOntology
from graph.scoring import score
from ontology.kinds import EscoUri, Importance
from ontology.people import Basis, Claim, DocumentId, Evidence, Profile, ProfileId
from ontology.vacancies import Hours, Posting, PostingId, PostingKind, Requirement

DAY = date(2026, 11, 25)


def test_a_skill_that_a_job_implies_is_told_as_assumed_with_the_job(live: LiveOntology) -> None:
    asked = Requirement(EscoUri("s/madlavning"), Importance.MUST, 1.0, ())
    hours, kind = Hours.UNKNOWN, PostingKind.ORDINARY
    ad = Posting(PostingId("x:1"), "t", "e", DAY, None, kind, hours, 1, (), (asked,), (), (), (), "h", DocumentId("d"))
    proof = (Evidence(DocumentId("cv"), 0, 3, "Kok"),)
    implied = Profile(ProfileId("p"), (Claim(EscoUri("s/madlavning"), 0.5, proof, Basis.IMPLIED),))
    stated = replace(implied, claims=(replace(implied.claims[0], basis=Basis.STATED),))

    assert any('antaget ud fra jobbet: "Kok"' in line for line in explain(score(implied, ad, live, DAY), live.taxonomy))
    assert not any("antaget" in line for line in explain(score(stated, ad, live, DAY), live.taxonomy))
