"""The market's columns are kept between runs: the same figures sooner, and nothing of whom was erased or restricted."""

import json
import shutil
import stat
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from api.app import build
from api.areas import every_municipality
from api.cli.demo import STARTER, TEXTS
from api.records.restriction import restrict
from api.service import Service
from api.settings import Settings
from graph.labour_market.axes import By
from graph.labour_market.measures import Table
from graph.labour_market.months import Month
from ontology.kinds import MunicipalityCode
from ontology.people import Claim, Profile, ProfileId
from ontology.vacancies import LISTED_BY_DEFAULT

NOVEMBER, DAY = Month(2026, 11), date(2026, 11, 25)
TOWN = MunicipalityCode("0101")


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the demo's ads and twelve people, whose columns are kept."""
    folder = tmp_path_factory.mktemp("kept")
    service = started(Settings(folder / "k.sqlite", "none"))
    service.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    service.intake.postings([TEXTS / "demo.jsonl"])
    for number in range(12):
        save(service, f"person-{number:02}")
    overview(service)
    return folder


@pytest.fixture
def settings(_made: Path, tmp_path: Path) -> Settings:
    """A copy of that store."""
    shutil.copytree(_made, tmp_path, dirs_exist_ok=True)
    return Settings(tmp_path / "k.sqlite", "none")


def started(settings: Settings) -> Service:
    return build(settings, worth_keeping=1)


def save(service: Service, id: str) -> None:
    """Keep a person of Copenhagen, with a key as everybody has who came with a CV."""
    job = service.live.taxonomy.occupations[0]
    skill = service.live.taxonomy.skills[3].uri
    service.vault.key(ProfileId(id))
    profile = Profile(ProfileId(id), (Claim(skill, 0.7, ()),), seeks=(job.uri,), municipality=TOWN)
    service.store.save_profile(profile, [])


def overview(service: Service) -> Table:
    return service.market.overview(every_municipality(), NOVEMBER, By.ISCO4, DAY)


def same(one: Table, other: Table) -> bool:
    return all(
        np.array_equal(column.value, other.columns[name].value, equal_nan=True)
        and np.array_equal(column.high, other.columns[name].high, equal_nan=True)
        for name, column in one.columns.items()
    )


def plain(settings: Settings) -> Service:
    """The same stores with nothing kept."""
    return Service(*(getattr(build(settings), name) for name in ("store", "records", "vault")))


def beside(settings: Settings) -> list[Path]:
    assert isinstance(settings.store, Path)
    return sorted(settings.store.parent.glob("k-market.sqlite*"))


def kept(settings: Settings) -> bytes:
    """All that lies in the file of people and beside it."""
    return b"".join(path.read_bytes() for path in beside(settings))


def people(service: Service) -> int:
    return len(service.market.scene(DAY).market.seekers)


def more_ads(service: Service, folder: Path) -> None:
    lines = (TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    ads = [{**json.loads(line), "id": f"new-{number}"} for number, line in enumerate(lines)]
    (folder / "more.jsonl").write_text("\n".join(map(json.dumps, ads)), encoding="utf-8")
    assert service.intake.postings([folder / "more.jsonl"]).kept


def test_a_start_from_what_is_kept_counts_the_same_and_maps_its_arrays(settings: Settings) -> None:
    service = started(settings)
    table = overview(service)

    assert same(table, overview(plain(settings)))
    assert isinstance(service.market.scene(DAY).market.vacancies.skill.base, np.memmap)
    assert people(service) == 12


def test_what_came_and_went_since_is_taken_in(settings: Settings, tmp_path: Path) -> None:
    other = build(settings)
    more_ads(other, tmp_path)
    other.store.remove_posting(next(one.id for one in other.store.postings() if "new" not in one.id))
    save(other, "newcomer")
    other.erase("person-03")
    service = started(settings)

    assert same(overview(service), overview(plain(settings)))
    assert people(service) == 12
    assert service.market.scene(DAY).market.ads == sum(
        one.kind in LISTED_BY_DEFAULT for one in service.store.postings()
    )
    assert b"newcomer" in kept(settings)


def test_a_running_service_takes_in_what_another_process_writes(settings: Settings, tmp_path: Path) -> None:
    service, other = started(settings), started(settings)
    before = service.market.scene(DAY).market
    more_ads(other, tmp_path)
    save(other, "newcomer")
    after = service.market.scene(DAY).market

    assert (after.ads, len(after.seekers)) == (before.ads + 3, len(before.seekers) + 1)
    assert same(overview(service), overview(plain(settings)))


def test_only_the_owner_can_read_what_is_kept_of_people(settings: Settings) -> None:
    service = started(settings)
    overview(service)

    assert len(beside(settings)) >= 2, "the file and its log are open"
    assert {stat.S_IMODE(path.stat().st_mode) for path in beside(settings)} == {0o600}


def test_the_keys_and_what_lies_beside_them_are_their_owners_alone(settings: Settings, tmp_path: Path) -> None:
    service = build(Settings(tmp_path / "new.sqlite", "none"))
    service.vault.key(ProfileId("somebody"))
    files = sorted(tmp_path.glob("new-keys.sqlite*"))

    assert len(files) >= 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_whoever_is_erased_is_gone_from_it_at_once(settings: Settings) -> None:
    assert b"person-03" in kept(settings)
    build(settings).erase("person-03")

    assert b"person-03" not in kept(settings)
    assert b"person-04" in kept(settings)
    assert people(started(settings)) == 11


def test_a_service_that_counted_somebody_does_not_write_them_again(settings: Settings) -> None:
    counted = started(settings)
    overview(counted)
    build(settings).erase("person-03")
    save(build(settings), "newcomer")
    overview(counted)

    assert b"person-03" not in kept(settings)
    assert b"newcomer" in kept(settings)
    assert people(counted) == 12


def restricted(settings: Settings, reason: str, *, lifted: bool = False) -> None:
    """Restrict one person, in a process of its own."""
    other = build(settings)
    restrict(other.log, other.market, ProfileId("person-05"), "op", reason, lifted=lifted)


def test_whoever_is_restricted_is_gone_at_once_and_comes_back_when_it_is_lifted(settings: Settings) -> None:
    service = started(settings)
    overview(service)
    restricted(settings, "Borgeren bestrider det, der står.")
    at_once, counted = kept(settings), people(service)
    overview(started(settings))
    later = kept(settings)
    restricted(settings, "Det er rettet nu, siger borgeren.", lifted=True)

    assert b"person-05" not in at_once
    assert b"person-05" not in later
    assert counted == 11
    assert people(service) == people(started(settings)) == 12


def test_what_a_backup_brings_back_is_erased_again(settings: Settings) -> None:
    (path,) = [one for one in beside(settings) if one.suffix == ".sqlite"]
    with_everybody = path.read_bytes()
    build(settings).erase("person-03")
    for one in beside(settings):
        one.unlink()
    path.write_bytes(with_everybody)
    build(settings)

    assert b"person-03" in with_everybody
    assert b"person-03" not in kept(settings)


def test_a_damaged_file_and_damaged_columns_are_made_anew(settings: Settings) -> None:
    whole = overview(plain(settings))
    assert isinstance(settings.store, Path)
    (folder,) = settings.store.with_name("k-snapshots").glob("market-*")
    columns = folder / "unique.skill.npy"
    columns.write_bytes(columns.read_bytes()[:-8])
    beside(settings)[0].write_bytes(b"no database")
    service = started(settings)

    assert same(overview(service), whole)
    assert people(service) == 12


def test_another_release_makes_what_is_kept_stale(settings: Settings) -> None:
    build(settings).releases.import_ontology([STARTER / "en"], lambda _what, _share: None)
    service = started(settings)

    assert same(overview(service), overview(plain(settings)))


def test_what_is_kept_for_one_store_is_not_used_for_another(settings: Settings, tmp_path: Path) -> None:
    assert isinstance(settings.store, Path)
    for path in tmp_path.glob("k*.sqlite*"):
        if "market" not in path.name:
            path.unlink()
    fresh = started(settings)
    fresh.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    save(fresh, "newcomer")

    assert people(fresh) == 1
    assert b"person-03" not in kept(settings)
    assert fresh.market.scene(DAY).market.ads == 0
