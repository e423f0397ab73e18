"""The same ranking again, though the ads have changed since; and if not the same, what differs."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from api.app import build
from api.cli.demo import STARTER, TEXTS
from api.records.entries import Act, Shown, Versions
from api.records.errors import ErasedError, RecordsError
from api.records.replay import Outcome, replay
from api.service import Service
from api.settings import Settings
from api.wishes import Wishes
from ontology.people import ProfileId, Releaser
from ontology.taxonomy import Pairs
from ontology.vacancies import PostingId
from ontology.work_context import Strain
from tests.api.records.conftest import close, opened

DAY = date(2026, 11, 25)
BY = "konsulent-7"


@pytest.fixture
def id(service: Service) -> ProfileId:
    return next(service.store.profiles())


def rows(service: Service, id: ProfileId) -> list[tuple[str, float]]:
    return [(one.match.posting.id, one.match.score) for one in service.seen_by(BY).match(id, None, DAY).shown]


def change_the_ads(service: Service, folder: Path) -> None:
    """The demo's ads again: their texts go to each other, one is gone, and one is new."""
    ads = [json.loads(line) for line in (TEXTS / "demo.jsonl").read_text("utf-8").splitlines()]
    bodies = [one["body"] for one in ads]
    changed = [{**one, "body": body} for one, body in zip(ads, bodies[7:] + bodies[:7], strict=True)]
    new = {**ads[0], "id": "new-1"}
    (folder / "changed.jsonl").write_text("\n".join(json.dumps(one) for one in (*changed, new)), "utf-8")
    service.intake.postings([folder / "changed.jsonl"])
    service.store.remove_posting(PostingId("demo:002"))


def test_what_was_shown_is_made_again_after_the_ads_have_changed(service: Service, id: ProfileId, folder: Path) -> None:
    before = rows(service, id)
    change_the_ads(service, folder)
    after = rows(service, id)
    first, second = replay(2, service), replay(3, service)

    assert before != after
    assert (first.outcome, first.differences) == (Outcome.SAME, ())
    assert [(row.id, row.score) for row in first.now] == before
    assert (second.outcome, [(row.id, row.score) for row in second.now]) == (Outcome.SAME, after)


def test_bridges_are_made_again_after_the_ads_have_changed(service: Service, id: ProfileId, folder: Path) -> None:
    service.seen_by(BY).bridges(id, DAY)
    change_the_ads(service, folder)

    assert replay(2, service).outcome is Outcome.SAME


def test_an_ad_that_was_opened_is_made_again_also_one_that_was_not_listed(
    service: Service, id: ProfileId, folder: Path
) -> None:
    listed = {row[0] for row in rows(service, id)}
    folded = next(one.id for one in service.index.postings if one.id not in listed)
    found = service.seen_by(BY).opened(id, folded, DAY)
    change_the_ads(service, folder)
    made = replay(3, service)

    assert made.outcome is Outcome.SAME
    assert [(row.id, row.score) for row in made.now] == [(folded, found.match.score)]


def test_a_release_that_is_no_longer_live_is_named_and_its_matches_come_again_in_a_store_of_its_own(
    service: Service, id: ProfileId, folder: Path
) -> None:
    rows(service, id)
    then = service.made_by.ontology
    taxonomy = service.live.taxonomy
    fewer = Pairs(taxonomy.essential.sources[::2], taxonomy.essential.targets[::2])
    service.releases.make_live(replace(taxonomy, release="next", essential=fewer), lambda _what, _share: None)
    here = replay(2, service)
    other = build(Settings(folder / "other" / "k.sqlite", "none", records=folder))
    other.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)

    assert here.outcome is Outcome.UNSURE
    assert service.made_by.ontology.startswith("next ")
    assert here.differences[0] == f"ontologien var {then} og er nu {service.made_by.ontology}"
    assert replay(2, other).outcome is Outcome.SAME


def test_what_was_shown_is_made_again_from_the_profile_as_it_stood(service: Service, id: ProfileId) -> None:
    rows(service, id)
    profile = service.profile(id)
    service.store.save_profile(replace(profile, claims=profile.claims[:1], held=()), [])
    rows(service, id)

    assert [one.kind for one in service.log.of(id)] == ["profile", "shown", "profile", "shown"]
    assert [replay(seq, service).outcome for seq in (2, 4)] == [Outcome.SAME, Outcome.SAME]


def test_a_second_page_is_made_again(service: Service, id: ProfileId) -> None:
    witness = service.seen_by(BY)
    place = witness.match(id, None, DAY, 5).shown[-1].place
    witness.match(id, None, DAY, 5, Wishes(), place)
    witness.match(id, None, DAY, 5, Wishes(avoid=frozenset({Strain.STANDING})), place)

    assert replay(3, service).outcome is Outcome.SAME
    assert replay(4, service).outcome is Outcome.NARROWED


def test_a_process_that_lags_behind_keeps_the_ads_that_it_ranked(service: Service, id: ProfileId, folder: Path) -> None:
    old, seen = service.index, service.seen
    change_the_ads(service, folder)
    other = opened(folder)
    rows(other, id)
    mark = service.kept_ads.mark(old, seen)

    assert tuple(service.kept_ads.at(mark)) == tuple(old.postings)
    assert tuple(service.kept_ads.at(other.ads_mark())) == tuple(other.index.postings)
    assert replay(2, other).outcome is Outcome.SAME


def test_ads_that_change_while_they_are_kept_are_mended_by_the_next_mark(
    service: Service, id: ProfileId, folder: Path
) -> None:
    service.ads_mark()
    seen = service.seen
    change_the_ads(service, folder)
    service.kept_ads.mark(service.index, seen)

    assert tuple(service.kept_ads.at(service.ads_mark())) == tuple(service.index.postings)


def test_a_match_writes_no_ad_that_is_kept_already(service: Service, id: ProfileId, folder: Path) -> None:
    rows(service, id)
    service.intake.cv_text("Kassemedarbejder i Netto 2019-2024. Kunder, kasse, varer.")
    rows(service, id)
    close(service)
    again = opened(folder)
    rows(again, id)
    marks = [one.ads_mark for one in (entry.entry for entry in again.log.of(id)) if isinstance(one, Shown)]

    assert len(marks) == 3
    assert len(set(marks)) == 1


def test_needs_that_were_not_kept_show_as_what_was_left_out(service: Service, id: ProfileId) -> None:
    found = service.seen_by(BY).match(id, None, DAY, 20, Wishes(avoid=frozenset({Strain.STANDING})))
    made = replay(2, service)
    left_out = {row.id for row in made.now} - {row.id for row in made.then}

    assert found.spared > 0
    assert made.outcome is Outcome.NARROWED
    assert len(made.differences) == len(left_out) > 0
    assert all("et behov, som aldrig gemmes" in line for line in made.differences)


def noted(service: Service, id: ProfileId) -> Shown:
    """The entry of a match that was just shown."""
    rows(service, id)
    return [one.entry for one in service.log.of(id) if isinstance(one.entry, Shown)][-1]


def test_a_ranking_that_was_never_made_is_different_and_says_how(service: Service, id: ProfileId) -> None:
    entry = noted(service, id)
    true = entry.rows
    forged = (true[1], true[0], *true[2:-1], replace(true[-1], score=0.99))
    seq = service.log.shown(id, replace(entry, rows=forged))
    made = replay(seq, service)

    assert made.outcome is Outcome.DIFFERENT
    assert made.differences == (
        f"{true[1].id} stod som nr. 1 og er nu nr. 2",
        f"{true[0].id} stod som nr. 2 og er nu nr. 1",
        f"{true[-1].id} havde 0.990000 og har nu {true[-1].score:.6f}",
    )


def test_an_ad_that_is_not_as_it_was_is_told(service: Service, id: ProfileId) -> None:
    entry = noted(service, id)
    true = entry.rows
    seq = service.log.shown(id, replace(entry, rows=(replace(true[0], digest="0" * 16), *true[1:])))
    (line,) = replay(seq, service).differences

    assert line.startswith(f"{true[0].id} er et andet opslag end det, der blev vist")


def test_other_versions_are_named_first(service: Service, id: ProfileId) -> None:
    entry, now = noted(service, id), service.made_by
    other = replace(now, ontology="ESCO 0.9 0123", reader="another")
    seq = service.log.shown(id, replace(entry, rows=(), versions=other))
    made = replay(seq, service)

    assert made.outcome is Outcome.UNSURE
    assert made.differences[0] == f"ontologien var ESCO 0.9 0123 og er nu {now.ontology}"
    assert not any("læseren" in line for line in made.differences)


def test_the_same_is_the_same_whatever_else_is_new(service: Service, id: ProfileId) -> None:
    other = Versions(*(["another"] * 6))
    seq = service.log.shown(id, replace(noted(service, id), versions=other))

    assert replay(seq, service).outcome is Outcome.SAME


def test_only_lists_can_be_made_again(service: Service, id: ProfileId) -> None:
    seq = service.log.released(id, BY, Releaser.CITIZEN)
    asked = service.seen_by(BY).saw(id, Act.QUESTIONS, DAY, [])

    for one in (seq, asked):
        with pytest.raises(RecordsError, match="kun viste match og broer"):
            replay(one, service)


def test_what_is_erased_cannot_be_made_again(service: Service, id: ProfileId) -> None:
    rows(service, id)
    service.erase(id)

    with pytest.raises(ErasedError, match="slettet"):
        replay(2, service)


def test_versions_change_with_what_they_stand_for_and_with_nothing_else(service: Service, folder: Path) -> None:
    again = opened(folder)

    assert again.made_by == service.made_by
    assert service.made_by.ontology.startswith(service.live.taxonomy.release)
    other = replace(service.live, generic={})
    assert service._made_by.of(other).ad_table != service.made_by.ad_table
    assert service._made_by.of(other).ontology == service.made_by.ontology
