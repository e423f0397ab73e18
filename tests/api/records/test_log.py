"""What was shown and chosen is in the log, for those with the key, and needs of a person never are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from api.reach import reach_within
from api.records.chain import linked
from api.records.entries import (
    Act,
    AsItStood,
    Choice,
    Chosen,
    Corrected,
    Correction,
    Exported,
    Released,
    Restricted,
    Row,
    Shown,
)
from api.records.errors import ErasedError, RestrictedError
from api.records.reasons import ReasonError
from api.service import Service
from api.wishes import Wishes
from graph.errors import StoreError, UnknownRecordError
from graph.store.codec import decoded
from ontology.kinds import PostingKind
from ontology.people import Means, ProfileId, Releaser
from ontology.vacancies import Hours, PostingId
from ontology.work_context import Strain

DAY = date(2026, 11, 25)
BY = "konsulent-7"


@pytest.fixture
def id(service: Service) -> ProfileId:
    return next(service.store.profiles())


def told(service: Service, id: ProfileId) -> Iterator[object]:
    return (one.entry for one in service.log.of(id))


def shown(service: Service, id: ProfileId) -> list[Shown]:
    return [one for one in told(service, id) if isinstance(one, Shown)]


def test_what_was_shown_is_noted_with_all_that_made_it(service: Service, id: ProfileId) -> None:
    reach = reach_within("0101", 45, Means.CAR)
    wishes = Wishes(frozenset({PostingKind.ORDINARY}), Hours.FULL_TIME, folded=True)
    found = service.seen_by(BY).match(id, reach, DAY, 7, wishes)
    (entry,) = shown(service, id)

    assert (entry.by, entry.act, entry.versions) == (BY, Act.MATCHES, service.made_by)
    assert [(row.id, row.score) for row in entry.rows] == [(o.match.posting.id, o.match.score) for o in found.shown]
    assert (entry.total, entry.folded, entry.out_of_reach) == (found.total, found.folded, found.out_of_reach)
    assert (entry.asked.home, entry.asked.minutes, entry.asked.top) == (reach.home, 45, 7)
    assert (entry.asked.kinds, entry.asked.hours, entry.asked.folded) == (("ordinary",), Hours.FULL_TIME, True)


def test_a_witness_answers_as_the_service_does(service: Service, id: ProfileId) -> None:
    assert service.seen_by(BY).match(id, None, DAY) == service.match(id, None, DAY)
    assert service.seen_by(BY).bridges(id, DAY) == service.bridges(id, DAY)


def test_needs_of_a_person_are_not_in_the_log(service: Service, id: ProfileId) -> None:
    needs = frozenset({Strain.STANDING})
    with_needs = service.seen_by(BY).match(id, None, DAY, 20, Wishes(avoid=needs))
    service.seen_by(BY).match(id, None, DAY, 20)
    spared, plain = shown(service, id)

    assert with_needs.spared > 0
    assert spared.asked == plain.asked
    assert "standing" not in repr(spared).lower()


def test_a_profile_is_kept_once_as_long_as_it_stands(service: Service, id: ProfileId) -> None:
    for _ in range(3):
        service.seen_by(BY).match(id, None, DAY)
    service.seen_by(BY).bridges(id, DAY)

    assert list(told(service, id)).count(AsItStood(service.profile(id))) == 1
    assert {one.profile_seq for one in shown(service, id)} == {1}


def test_a_choice_leads_to_what_was_last_shown_and_one_that_was_not_says_so(service: Service, id: ProfileId) -> None:
    first = service.seen_by(BY).match(id, None, DAY).shown[0].match.posting.id
    service.log.chosen(id, BY, first, Choice.CHOSEN, "Tæt på hjemmet")
    service.log.chosen(id, BY, "other:1", Choice.OVERRIDDEN, "Kender arbejdsgiveren")
    chosen = [one for one in told(service, id) if isinstance(one, Chosen)]

    assert [(one.what, one.choice, one.shown_seq) for one in chosen] == [
        (first, Choice.CHOSEN, 2),
        ("other:1", Choice.OVERRIDDEN, None),
    ]


def test_what_can_be_chosen_is_an_ad_or_an_occupation_or_was_shown(service: Service, id: ProfileId) -> None:
    witness = service.seen_by(BY)
    occupation = service.live.taxonomy.occupations[0].uri
    witness.match(id, None, DAY)
    ad = service.store.posting(PostingId("demo:001"))
    service.store.remove_posting(PostingId("demo:001"))
    for what in (occupation, "demo:002", "demo:001"):
        witness.chose(id, what, Choice.REJECTED, "Ikke nu")
    with pytest.raises(UnknownRecordError, match="no ad or occupation 'demo:999'"):
        witness.chose(id, "demo:999", Choice.REJECTED, "Ikke nu")

    assert ad is not None
    assert [one.what for one in told(service, id) if isinstance(one, Chosen)] == [occupation, "demo:002", "demo:001"]


def test_a_reason_is_redacted_and_sealed(service: Service, id: ProfileId, folder: Path) -> None:
    reason = "Jens Hansen, tlf. 20 30 40 50, har truckkort"
    service.log.chosen(id, BY, "demo:001", Choice.CHOSEN, reason)
    (kept,) = [one for one in told(service, id) if isinstance(one, Chosen)]
    files = b"".join(path.read_bytes() for path in folder.iterdir())

    assert "har truckkort" in kept.reason
    assert "Hansen" not in kept.reason
    assert "20 30 40 50" not in kept.reason
    assert b"har truckkort" not in files
    assert BY.encode() not in files


@pytest.mark.parametrize("reason", ["", " \n ", "ja", "x" * 1001])
def test_a_reason_that_says_nothing_or_too_much_is_refused(service: Service, id: ProfileId, reason: str) -> None:
    with pytest.raises(ReasonError, match="begrundelse"):
        service.log.chosen(id, BY, "demo:001", Choice.CHOSEN, reason)

    assert list(service.log.of(id)) == []


def test_every_kind_of_entry_comes_back_as_it_was_noted(service: Service, id: ProfileId) -> None:
    service.log.corrected(id, BY, Correction.STRIKE, "s/kasse")
    service.log.released(id, BY, Releaser.CITIZEN)
    service.log.exported(id, BY)
    service.seen_by(BY).saw(id, Act.QUESTIONS, DAY, [Row("s/kasse", 0.5)])

    assert [one for one in told(service, id) if not isinstance(one, AsItStood | Shown)] == [
        Corrected(BY, Correction.STRIKE, "s/kasse"),
        Released(BY, Releaser.CITIZEN),
        Exported(BY),
    ]
    assert shown(service, id)[0].rows == (Row("s/kasse", 0.5),)


def test_a_release_that_was_noted_before_the_two_were_told_apart_still_reads() -> None:
    assert decoded(b'{"by": "konsulent-7"}', Released) == Released("konsulent-7", None)


def test_a_restricted_profile_is_kept_and_used_for_nothing(service: Service, id: ProfileId) -> None:
    before = service.match(id, None, DAY)
    service.log.restricted(id, BY, "Borgeren bestrider, at CV'et er rigtigt læst")
    for use in (
        lambda: service.match(id, None, DAY),
        lambda: service.bridges(id, DAY),
        lambda: service.unlocks(id, None, DAY),
        lambda: service.explain(id, "demo:001", DAY),
        lambda: service.opened(id, "demo:001", DAY),
        lambda: service.seen_by(BY).match(id, None, DAY),
        lambda: service.seen_by(BY).saw(id, Act.CANDIDATES, DAY, []),
    ):
        with pytest.raises(RestrictedError, match=r"art\. 18"):
            use()

    assert service.profile(id).id == id
    service.log.restricted(id, BY, "afklaret", lifted=True)
    assert service.match(id, None, DAY) == before
    assert isinstance(next(told(service, id)), Restricted)


def test_one_profile_s_key_opens_nothing_of_another(service: Service, id: ProfileId) -> None:
    other = service.intake.cv_text("Kassemedarbejder i Netto 2019-2024. Kunder, kasse, varer.").id
    service.log.released(other, BY, Releaser.CITIZEN)
    service.vault.destroy(id)

    assert [one.entry for one in service.log.of(other)] == [Released(BY, Releaser.CITIZEN)]


def test_nothing_is_written_about_a_profile_without_a_key(service: Service, id: ProfileId) -> None:
    service.vault.destroy(id)
    with pytest.raises(ErasedError):
        service.seen_by(BY).match(id, None, DAY)

    assert list(service.vault.holders()) == []
    assert list(service.log.of(id)) == []


def test_where_it_cannot_be_noted_nothing_is_shown(service: Service, id: ProfileId, folder: Path) -> None:
    service.seen_by(BY).match(id, None, DAY)
    file = folder / "k-records.sqlite"
    service.records.close()
    file.unlink()
    file.mkdir()

    with pytest.raises(StoreError):
        service.seen_by(BY).match(id, None, DAY)


def test_an_entry_that_is_not_there_says_where_they_are(service: Service) -> None:
    with pytest.raises(UnknownRecordError, match="log show"):
        service.log.entry(7)


def test_an_entry_of_a_kind_to_come_reads_as_gone_and_the_chain_holds(service: Service, id: ProfileId) -> None:
    service.log.released(id, BY, Releaser.CITIZEN)
    service.records.append(lambda head: linked(head, "now", "of release 9", id, b"{}"))

    assert list(told(service, id)) == [Released(BY, Releaser.CITIZEN), None]
    assert service.log.verify().broken is None
