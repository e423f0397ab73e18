"""The demo is the whole road: documents in, explained matches and bridges out."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.app import build
from api.cli.demo import AS_OF, STARTER, TEXTS
from api.cli.main import cli
from api.service import Service
from api.settings import Settings
from api.wording import bridge_why, match_why
from graph.asking import Voice
from graph.errors import StoreError, UnknownRecordError
from graph.store.sqlite import SqliteStore
from ontology.people import Claim, Denial, Held, ProfileId
from ontology.vacancies import Demand, Requirement

GOLDEN = Path(__file__).parent / "golden" / "demo_sentences.txt"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    made = build(Settings(tmp_path / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    return made


def test_the_demo_shows_matches_reasons_and_bridges() -> None:
    shown = CliRunner().invoke(cli, ["demo"], env={"COLUMNS": "160"})

    assert shown.exit_code == 0, shown.output
    assert "164 erhverv, 12 CV'er, 60 opslag" in shown.output
    assert "erfaring som lagermedarbejder" in shown.output
    assert "Broer til andre job" in shown.output


def test_nothing_that_was_hidden_reaches_the_store(service: Service, tmp_path: Path) -> None:
    service.intake.cvs(sorted((TEXTS / "cvs").iterdir()))
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    for secret in (
        "140369-1234",
        "Tuemosevænget",
        "52 09 11 74",
        "liva.jarl",
        "Jarl",
        "slidt ryg",
        "Muslim",
        "to voksne",
    ):
        assert secret.encode() not in kept


def test_every_piece_of_evidence_is_the_text_it_points_at(service: Service, tmp_path: Path) -> None:
    (tmp_path / "denies.txt").write_text("Jeg har kørt bil.\nJeg har aldrig prøvet at køre truck.\n", encoding="utf-8")
    ids = service.intake.cvs([*sorted((TEXTS / "cvs").iterdir()), tmp_path / "denies.txt"]).kept
    service.intake.postings([TEXTS / "demo.jsonl"])
    people, ads = [service.profile(id) for id in ids], list(service.store.postings())
    told: dict[str, list[Claim | Denial | Held | Requirement | Demand]] = {
        "claims": [one for person in people for one in person.claims],
        "denials": [one for person in people for one in person.denied],
        "held": [one for person in people for one in person.held],
        "asks": [one for ad in ads for one in ad.asks],
        "excludes": [one for ad in ads for one in ad.excludes],
        "demands": [one for ad in ads for one in ad.demands],
    }

    assert all(told.values()), {name: len(rows) for name, rows in told.items()}
    for rows in told.values():
        for one in rows:
            assert one.evidence
            for proof in one.evidence:
                document = service.store.document(proof.document)
                assert document is not None
                assert document.text[proof.start : proof.end] == proof.text


def test_an_erased_profile_leaves_no_trace_and_a_second_erasure_says_so(service: Service, tmp_path: Path) -> None:
    id = service.intake.cvs([TEXTS / "cvs" / "citizen-5.txt"]).kept[0]
    service.erase(id)

    with pytest.raises(UnknownRecordError, match="may be erased already"):
        service.erase(id)
    assert SqliteStore(tmp_path / "k.sqlite").profile(ProfileId(id)) is None


def test_what_cannot_be_read_is_put_aside_and_the_batch_goes_on(service: Service, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("   ", encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = service.intake.cvs([tmp_path / "empty.txt", tmp_path / "broken.pdf", TEXTS / "cvs" / "citizen-6.txt"])

    assert len(done.kept) == 1
    assert [entry.name for entry in done.aside] == ["empty.txt", "broken.pdf"]
    assert [entry.name for entry in service.records.quarantined()] == ["empty.txt", "broken.pdf"]


def test_a_bad_ad_is_put_aside_and_named(service: Service, tmp_path: Path) -> None:
    good = json.loads((TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()[0])
    rows = ["{not json", json.dumps({**good, "published": "i går"}), json.dumps(good)]
    (tmp_path / "ads.jsonl").write_text("\n".join(rows), encoding="utf-8")
    done = service.intake.postings([tmp_path / "ads.jsonl"])

    assert (len(done.kept), len(done.aside)) == (1, 2)
    assert "published is 'i går'" in done.aside[1].reason


def test_the_same_cv_again_is_the_same_profile(service: Service) -> None:
    first = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"])
    again = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"])

    assert (first.changed, again.changed) == (1, 0)
    assert again.kept == first.kept
    assert len(list(service.store.profiles())) == 1


def test_an_ad_in_a_file_of_its_own_is_read(service: Service, tmp_path: Path) -> None:
    ad = json.loads((TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()[0])
    (tmp_path / "p01.json").write_text(json.dumps(ad, indent=2), encoding="utf-8")

    assert service.intake.postings([tmp_path / "p01.json"]).changed == 1


def test_the_same_ads_again_change_nothing(service: Service) -> None:
    assert service.intake.postings([TEXTS / "demo.jsonl"]).changed == 60
    assert service.intake.postings([TEXTS / "demo.jsonl"]).changed == 0


def test_swapping_name_age_sex_and_street_changes_no_score(service: Service, tmp_path: Path) -> None:
    text = (TEXTS / "cvs" / "citizen-6.txt").read_text(encoding="utf-8")
    other = text.replace("Amina Dirie Warfa", "Peder Brask Holm").replace("60 31 27 99", "31 60 99 27")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(other.replace("Muslim", "Katolik"), encoding="utf-8")
    service.intake.postings([TEXTS / "demo.jsonl"])
    first, second = service.intake.cvs([tmp_path / "a.txt", tmp_path / "b.txt"]).kept

    def scores(id: str) -> list[tuple[str, float]]:
        return [(one.match.posting.id, one.match.score) for one in service.match(id, None, AS_OF).shown]

    assert scores(first)
    assert scores(first) == scores(second)


def test_no_ad_with_an_unmet_hard_gate_is_listed(service: Service) -> None:
    service.intake.postings([TEXTS / "demo.jsonl"])
    id = service.intake.cvs([TEXTS / "cvs" / "citizen-6.txt"]).kept[0]
    listed = {one.match.posting.title for one in service.match(id, None, AS_OF).shown}

    assert listed
    assert "Autoriseret sygeplejerske til akutteam" not in listed


def test_a_store_without_an_ontology_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="ontology import"):
        _ = build(Settings(tmp_path / "k.sqlite", "none")).live


def test_every_relation_of_the_starter_has_both_ends() -> None:
    def column(name: str, field: str) -> set[str]:
        with (STARTER / "en" / name).open(encoding="utf-8", newline="") as lines:
            return {row[field] for row in csv.DictReader(lines)}

    assert column("occupationSkillRelations_en.csv", "occupationUri") == column("occupations_en.csv", "conceptUri")
    assert column("occupationSkillRelations_en.csv", "skillUri") <= column("skills_en.csv", "conceptUri")


def test_a_removed_ad_is_gone_from_the_next_listing(service: Service) -> None:
    service.intake.postings([TEXTS / "demo.jsonl"])
    id = service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"]).kept[0]
    first = service.match(id, None, AS_OF).shown[0].match.posting
    service.store.remove_posting(first.id)

    assert first.id not in {one.match.posting.id for one in service.match(id, None, AS_OF).shown}


def test_the_demo_s_sentences_are_the_golden_ones(service: Service) -> None:
    ids = service.intake.cvs(sorted((TEXTS / "cvs").iterdir())).kept
    service.intake.postings([TEXTS / "demo.jsonl"])
    taxonomy, lines = service.live.taxonomy, []
    for path, id in zip(sorted((TEXTS / "cvs").iterdir()), ids, strict=True):
        lines.append(path.stem)
        for voice in Voice:
            lines += [match_why(one, taxonomy, voice) for one in service.match(id, None, AS_OF, 2).shown]
            lines += [bridge_why(one, taxonomy, voice) for one in service.bridges(id, AS_OF, 2)]

    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")
