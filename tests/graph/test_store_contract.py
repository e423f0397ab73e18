"""What every GraphStore must do."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from graph.errors import StoreError
from graph.ontology import LiveOntology
from graph.store.codec import decoded, encoded
from graph.store.neo4j_rows import profile_properties
from graph.store.port import GraphStore
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_records import SqliteVault
from ontology.corrections import corrected
from ontology.kinds import DANISH, CredentialCode, EscoUri, Importance, MunicipalityCode, PostingKind, Shift
from ontology.languages import Cefr
from ontology.people import (
    Claim,
    Corrections,
    Document,
    DocumentId,
    Evidence,
    Held,
    Means,
    Period,
    Profile,
    ProfileId,
    Spoken,
)
from ontology.vacancies import (
    EducationDemand,
    Exertion,
    Experience,
    Hours,
    LanguageDemand,
    Posting,
    PostingId,
    Remote,
    Terms,
)

CV = Document(DocumentId("d1"), "Jeg kan kasse")
AD = Document(DocumentId("d2"), "Butiksassistent")


def profile(name: str) -> Profile:
    return Profile(ProfileId(name), (Claim(EscoUri("s/kasse"), 0.8, (Evidence(CV.id, 8, 13, "kasse"),)),))


def posting(title: str = "Butiksassistent") -> Posting:
    day = date(2026, 11, 1)
    return Posting(
        PostingId("x:1"), title, "A", day, None, PostingKind.ORDINARY, Hours.UNKNOWN, 1, (), (), (), (), (), "h", AD.id
    )


def test_a_saved_profile_comes_back_unchanged(store: GraphStore) -> None:
    store.save_profile(profile("p1"), [CV])

    assert store.profile(ProfileId("p1")) == profile("p1")


def test_what_an_ad_states_beside_skills_comes_back_unchanged(store: GraphStore) -> None:
    proof = (Evidence(AD.id, 0, 6, "Butiks"),)
    day = date(2027, 1, 4)
    terms = Terms(
        15.0, 33.6, (Shift.NIGHT, Shift.STAND_BY), Remote.HYBRID, day, True, True, True, (Exertion.COLD,), proof
    )
    told = replace(
        posting(),
        kind=PostingKind.SELF_EMPLOYED,
        terms=terms,
        languages=(LanguageDemand(DANISH, Cefr.B2, None, proof, either=True),),
        experience=(Experience(2, None, Importance.MUST, proof),),
        education=(EducationDemand(4, "0113", Importance.NICE, proof),),
    )
    store.save_postings([(told, AD)])

    assert store.posting(told.id) == told


def test_what_an_ad_was_read_as_is_told_without_the_ad(store: GraphStore) -> None:
    store.save_postings([(replace(posting(), read_as="mark"), AD), (replace(posting(), id=PostingId("x:2")), AD)])

    assert store.readings([PostingId("x:1"), PostingId("x:2"), PostingId("x:3")]) == {"x:1": "mark", "x:2": ""}
    assert store.readings([]) == {}


def test_the_employments_of_a_profile_come_back_unchanged(store: GraphStore) -> None:
    periods = (Period(date(2015, 3, 1), date(2019, 6, 1)), Period(date(2021, 1, 1), None))
    held = Held(EscoUri("o/kok"), "Kok", 2015, None, True, 0.9, (), periods, 6.5)
    told = replace(
        profile("p1"),
        held=(held,),
        hours_min=25.0,
        hours_max=30.0,
        minutes=45,
        read_as="mark",
        no_shifts=(Shift.NIGHT,),
    )
    store.save_profile(told, [CV])

    assert store.profile(told.id) == told


def test_the_languages_of_a_profile_come_back_unchanged(store: GraphStore) -> None:
    told = replace(profile("p1"), speaks=(Spoken(DANISH, Cefr.A2, (Evidence(CV.id, 0, 3, "Jeg"),)),))
    store.save_profile(told, [CV])

    assert store.profile(told.id) == told


def test_what_was_corrected_comes_back_unchanged(store: GraphStore) -> None:
    said = Corrections((EscoUri("s/kasse"),), holds=(CredentialCode("truck-b"),), means=Means.CAR, seeks=())
    told = corrected(profile("p1"), said)
    store.save_profile(told, [CV])

    assert store.profile(told.id) == told


def test_a_release_comes_back_unchanged_and_stands_in_no_property_that_others_look_at(store: GraphStore) -> None:
    told = replace(profile("p1"), released_by_citizen=True)
    store.save_profile(told, [CV])
    half = store.profile(told.id)
    store.save_profile(replace(told, released_by_consultant=True), [CV])

    assert half == told
    assert store.profile(told.id) == replace(told, released_by_consultant=True)
    assert not any("release" in name for name in profile_properties(told))


def test_a_profile_that_was_stored_before_releases_is_released_by_nobody() -> None:
    new = {"released_by_citizen", "released_by_consultant"}
    stored = {name: value for name, value in json.loads(encoded(profile("p1"))).items() if name not in new}

    assert decoded(json.dumps(stored).encode(), Profile) == profile("p1")
    assert not profile("p1").released_by_citizen
    assert not profile("p1").released_by_consultant


def test_an_ad_that_was_stored_before_terms_were_read_still_loads() -> None:
    new = {"terms", "languages", "experience", "education"}
    stored = {name: value for name, value in json.loads(encoded(posting())).items() if name not in new}

    assert decoded(json.dumps(stored).encode(), Posting) == posting()


def test_an_unknown_profile_is_none(store: GraphStore) -> None:
    assert store.profile(ProfileId("nobody")) is None


def test_an_erased_profile_leaves_neither_itself_nor_its_document(store: GraphStore) -> None:
    store.save_profile(profile("p1"), [CV])

    assert store.erase_profile(ProfileId("p1"))
    assert store.profile(ProfileId("p1")) is None
    assert store.document(CV.id) is None


def test_a_document_that_another_profile_was_read_from_survives(store: GraphStore) -> None:
    store.save_profile(profile("p1"), [CV])
    store.save_profile(profile("p2"), [CV])
    store.erase_profile(ProfileId("p1"))

    assert store.document(CV.id) == CV


def test_a_document_leads_to_the_profiles_that_were_read_from_it(store: GraphStore) -> None:
    store.save_profile(profile("p2"), [CV])
    store.save_profile(profile("p1"), [CV])

    assert store.profiles_read_from(CV.id) == ("p1", "p2")
    assert store.profiles_read_from(AD.id) == ()


def test_the_municipality_that_handles_a_case_comes_back(store: GraphStore) -> None:
    told = replace(profile("p1"), handled_by=MunicipalityCode("0101"))
    store.save_profile(told, [CV])

    assert store.profile(told.id) == told


def test_a_profile_that_was_stored_before_cases_had_a_municipality_still_loads() -> None:
    stored = {name: value for name, value in json.loads(encoded(profile("p1"))).items() if name != "handled_by"}

    assert decoded(json.dumps(stored).encode(), Profile) == profile("p1")


def test_an_unchanged_posting_is_no_change(store: GraphStore) -> None:
    assert store.save_postings([(posting(), AD)]) == 1
    assert store.save_postings([(posting(), AD)]) == 0
    assert store.save_postings([(posting("Kok"), AD)]) == 1


def test_changes_come_in_commit_order_with_erasures_among_them(store: GraphStore) -> None:
    store.save_profile(profile("p1"), [CV])
    store.save_postings([(posting(), AD)])
    store.erase_profile(ProfileId("p1"))

    assert [(c.kind, c.gone) for c in store.changes(0)] == [("profile", False), ("posting", False), ("profile", True)]
    assert [c.kind for c in store.changes(2)] == ["profile"]


def test_the_last_change_is_the_one_that_comes_last(store: GraphStore) -> None:
    assert store.last_change() is None
    store.save_profile(profile("p1"), [CV])
    store.save_postings([(posting(), AD)])

    assert store.last_change() == list(store.changes(0))[-1]


def test_more_changes_than_are_read_at_a_time_come_each_once_in_order(store: GraphStore) -> None:
    ads = [replace(posting(), id=PostingId(f"ad-{number:05}")) for number in range(4_001)]
    store.save_postings((one, AD) for one in ads)
    seen = list(store.changes(0))

    assert [change.id for change in seen] == [one.id for one in ads]
    assert [change.seq for change in seen] == sorted({change.seq for change in seen})


def test_a_failed_batch_keeps_nothing(store: GraphStore) -> None:
    def broken() -> object:
        yield posting(), AD
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.save_postings(broken())  # type: ignore[arg-type]  # the error is what is tried

    assert list(store.postings()) == []
    assert list(store.changes(0)) == []


def test_a_release_comes_back_unchanged_and_is_saved_once(store: GraphStore, live: LiveOntology) -> None:
    assert store.save_ontology(live.taxonomy, live.derived)
    assert not store.save_ontology(live.taxonomy, live.derived)
    kept = store.ontology()

    assert kept is not None
    assert kept[0].skills == live.taxonomy.skills
    assert np.array_equal(kept[0].essential.targets, live.taxonomy.essential.targets)
    arrays = kept[1].arrays()
    assert all(np.array_equal(arrays[name], value) for name, value in live.derived.arrays().items())


def test_a_file_that_is_no_store_is_our_error(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("not a database, but long enough to look like a file of some kind " * 20)

    with pytest.raises(StoreError, match="cannot open the store"):
        SqliteStore(tmp_path / "x.sqlite")


def test_a_destroyed_key_is_gone_for_good(tmp_path: Path) -> None:
    vault = SqliteVault(tmp_path / "keys.sqlite")
    first = vault.key(ProfileId("p1"))

    assert vault.key(ProfileId("p1")) == first
    assert vault.destroy(ProfileId("p1"))
    assert vault.key(ProfileId("p1")) != first
    vault.close()
