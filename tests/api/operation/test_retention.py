"""What goes, what stays, and that nothing goes unasked."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from api.access.cases import refer
from api.operation.retention import erase_profiles, past_ads, profiles_of_cases, remove_ads, unused_profiles
from api.service import Service
from ontology.kinds import MunicipalityCode
from ontology.people import ProfileId

HERE, THERE = MunicipalityCode("0101"), MunicipalityCode("0851")
NOW = datetime.now(UTC)


def test_ads_go_when_their_last_day_is_so_many_days_past_and_no_sooner(demo: tuple[Service, str]) -> None:
    service = demo[0]
    last = sorted(one.last_day for one in service.store.postings())
    middle = last[len(last) // 2]
    due = [one.id for one in service.store.postings() if one.last_day < middle]

    found = past_ads(service, 30, middle + timedelta(days=30))
    gone = remove_ads(service, found)

    assert sorted(found) == sorted(due)
    assert 0 < gone == len(due) < 60
    assert len(service.index) == 60 - gone
    assert past_ads(service, 30, date(2000, 1, 1)) == ()


def test_a_profile_is_unused_from_its_last_entry_on(demo: tuple[Service, str]) -> None:
    service, id = demo
    service.seen_by("test").match(id, None, date(2026, 11, 25))

    assert unused_profiles(service, 30, NOW + timedelta(days=29)) == ((), 0)
    assert unused_profiles(service, 30, NOW + timedelta(days=31)) == ((ProfileId(id),), 0)


def test_a_profile_without_a_date_is_counted_and_never_offered_for_erasing(demo: tuple[Service, str]) -> None:
    assert unused_profiles(demo[0], 1, NOW + timedelta(days=9999)) == ((), 1)


def test_closed_cases_lead_to_their_own_municipalitys_profiles_only(demo: tuple[Service, str]) -> None:
    service, id = demo[0], ProfileId(demo[1])
    refer(service.vault, "Sag 12/345", HERE, id)

    assert profiles_of_cases(service, ["sag 12/345\n", "sag 99"], HERE) == ((id,), 1)
    assert profiles_of_cases(service, ["sag 12/345"], THERE) == ((), 1)


def test_what_is_erased_is_gone_and_erasing_it_again_is_nothing(demo: tuple[Service, str]) -> None:
    service, id = demo[0], ProfileId(demo[1])

    assert erase_profiles(service, [id, id], "test") == 1
    assert service.store.profile(id) is None
    assert service.log.verify().broken is None


def test_the_commands_remove_nothing_unless_told_to(
    folder: Path, demo_files: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    from api.cli.main import cli

    store = str(folder / "k.sqlite")
    cli(["retention", "ads", "--days", "0", "--store", store, "--json"], standalone_mode=False)
    cli(["retention", "profiles", "--days", "1", "--store", store], standalone_mode=False)
    (folder / "cases.txt").write_text("sag 1\n")
    words = ["retention", "cases", str(folder / "cases.txt"), "--municipality", "0101", "--store", store]
    cli(words, standalone_mode=False)
    said = capsys.readouterr().out

    assert '"removed": 0' in said
    assert "sag 1" not in said
    assert "1 er aldrig brugt" in said
