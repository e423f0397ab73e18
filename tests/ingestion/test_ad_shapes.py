"""An ad is read alike from every shape; what is wrong with one ad is said and stops no other."""

import json
import zipfile
from pathlib import Path

import pytest

from ingestion.ad_shapes.fields import place, placed
from ingestion.ad_shapes.markup import plain
from ingestion.ad_shapes.posting import read_ad
from ingestion.ad_shapes.reading import Ad, AdShape, Unread, read_ads
from ingestion.ad_shapes.sources import LARGEST_AD_BYTES
from ingestion.ads import read_posting
from ingestion.reader import Reader, build_reader
from ontology.taxonomy import Taxonomy
from tests.ingestion import ad_samples as sample

SHAPES: dict[str, tuple[str, str, str]] = {
    "search.json": ("jobnet", "7001234", json.dumps({"Expression": {}, "JobPositionPostings": [sample.JOBNET_2021]})),
    "ad.json": ("jobnet", "7001234", json.dumps(sample.JOBNET_2021_PAGE, indent=1)),
    "bff.json": ("jobnet", "0f3c7c1e-1111-4222-8333-444455556666", json.dumps({"jobAds": [sample.JOBNET_2026]})),
    "details.json": ("jobnet", "0f3c7c1e-1111-4222-8333-444455556666", json.dumps(sample.JOBNET_2026_AD)),
    "list.jsonld": ("legepladsjob", "skov-17", json.dumps([sample.SCHEMA_ORG])),
    "graph.json": ("legepladsjob", "skov-17", json.dumps({"@graph": [{"@type": "WebSite"}, sample.SCHEMA_ORG]})),
    "page.html": ("legepladsjob", "skov-17", sample.PAGE),
    "eures.json": ("eures", "c2tvdi0xNyAxNA==", json.dumps({"numberRecords": 1, "jvs": [sample.EURES]})),
    "jv.json": ("eures", "c2tvdi0xNyAxNA==", json.dumps(sample.EURES_AD)),
    "opening.xml": ("star", "skov-17", sample.HR_OPEN),
    "feed.xml": ("jobindex", "h7001", sample.FEED),
    "jobbank.html": ("jobbank", "skov", sample.MICRODATA),
    "cards.html": ("jobindex", "h7001", sample.CARDS),
    "jobdanmark.json": ("jobdanmark", "skov-17", json.dumps({"currentPage": 1, "items": [sample.JOBDANMARK]})),
    "kommune.csv": ("kommune", "17", sample.CSV),
}
NO_DEADLINE, NO_TOWN = {"eures.json", "cards.html"}, {"eures.json"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(Taxonomy("test", (), (), (), ()))


def read(path: Path, shape: AdShape | None = None) -> tuple[list[Ad], list[str]]:
    found = list(read_ads(path, shape))
    return [one for one in found if isinstance(one, Ad)], [str(o.error) for o in found if isinstance(o, Unread)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", SHAPES)
def test_an_ad_is_the_same_from_every_shape(name: str, tmp_path: Path, reader: Reader) -> None:
    source, id, content = SHAPES[name]
    (ad,), wrong = read(written(tmp_path, name, content))
    posting, document = read_posting(ad.record, ad.source, reader)

    assert wrong == []
    assert (posting.id, posting.title, posting.employer) == (f"{source}:{id}", sample.TITLE, sample.EMPLOYER)
    assert posting.published.isoformat() == "2026-11-02"
    assert str(posting.deadline) == ("None" if name in NO_DEADLINE else "2026-12-01")
    assert [one.municipality for one in posting.workplaces] == ([] if name in NO_TOWN else ["0740"])
    assert sample.TEXT in document.text
    assert "<" not in document.text
    assert "spor" not in document.text


def test_list_items_and_headings_stand_on_lines_of_their_own() -> None:
    assert plain(sample.HTML) == sample.READ
    assert plain(sample.HTML.replace("<", "&lt;").replace(">", "&gt;")) == sample.READ
    assert plain("Løn < 30.000 & mere") == "Løn < 30.000 & mere"


def test_the_sources_own_occupation_goes_first_and_every_workplace_is_kept(taxonomy: Taxonomy) -> None:
    uri = taxonomy.occupations[1].uri
    towns = [place(postcode="8600", city="Silkeborg"), place(city="Viborg"), place(postcode="0195", country="NO")]
    record = {"id": "1", "title": "Butiksassistent", "body": "Kom og vær med.", "published": "2026-11-01"}
    ready = build_reader(taxonomy)
    posting = read_ad({**record, "occupations": [uri], **placed(towns)}, "x", ready)[0]
    abroad = read_ad({**record, "body": "Se også jobbet i Aarhus.", **placed(towns[2:])}, "x", ready)[0]

    assert posting.occupations[0].occupation == uri
    assert [one.municipality for one in posting.workplaces] == ["0740", "0791"]
    assert abroad.workplaces == ()


def test_what_a_source_says_of_the_work_is_passed_on(tmp_path: Path) -> None:
    (ad,), _ = read(written(tmp_path, "s.json", json.dumps([sample.JOBNET_2021])))
    (page,), _ = read(written(tmp_path, "p.json", json.dumps(sample.JOBNET_2021_PAGE)))
    (opening,), _ = read(written(tmp_path, "o.xml", sample.HR_OPEN))

    assert ad.record["weekly_hours"] == "(20 - 30 timer ugentligt)"
    assert (ad.record["work_hours"], ad.record["shifts"]) == ("Deltid", "Dag")
    assert (page.record["employment_type"], page.record["number_to_fill"]) == ("Tidsbegrænset ansættelse", 2)
    assert opening.record["occupations"] == ["http://data.europa.eu/esco/occupation/skov"]


def test_a_postcode_abroad_is_no_danish_one(tmp_path: Path) -> None:
    abroad = sample.HR_OPEN.replace(">DK<", ">NO<")
    (ad,), _ = read(written(tmp_path, "o.xml", abroad))

    assert ad.record["abroad"]
    assert "postal_code" not in ad.record


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"PostingCreated": "2026-13-45"}, "ad 7001234: 'PostingCreated' is '2026-13-45'; give a date"),
        ({"Title": " "}, "ad 7001234: 'Title' is"),
        ({"Presentation": None}, "ad 7001234: 'Presentation' is missing; the search page has no text"),
        ({"ID": None}, f"ad '{sample.TITLE}': 'ID' is missing; give each ad the id"),
    ],
)
def test_one_wrong_ad_is_named_with_field_value_and_step(change: dict[str, object], said: str, tmp_path: Path) -> None:
    both = {"JobPositionPostings": [{**sample.JOBNET_2021, **change}, sample.JOBNET_2021]}
    ads, (error,) = read(written(tmp_path, "s.json", json.dumps(both)))

    assert len(ads) == 1
    assert error.startswith(said)


def test_a_broken_line_costs_no_other(tmp_path: Path) -> None:
    good = json.dumps({"id": "1", "title": "Kok", "body": "Lav mad.", "published": "2026-11-01"})
    ads, (error,) = read(written(tmp_path, "a.jsonl", f'{good}\n{{"id": \n{good}\n'))

    assert len(ads) == 2
    assert "line 2 of 'a.jsonl' is no JSON" in error


def test_what_stands_before_a_broken_place_is_read(tmp_path: Path) -> None:
    text = json.dumps([sample.JOBNET_2021, sample.JOBNET_2021])[:-30]
    ads, (error,) = read(written(tmp_path, "a.json", text))

    assert len(ads) == 1
    assert "no JSON from here on" in error


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_excel_is_read_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    (ad,), _ = read(written(tmp_path, "a.csv", sample.CSV.encode(encoding)))

    assert ad.record["title"] == sample.TITLE
    assert str(ad.record["body"]).endswith("\n- Tænde bål")


def test_a_table_without_a_needed_column_says_which(tmp_path: Path) -> None:
    ads, (error,) = read(written(tmp_path, "a.csv", "id;titel;tekst\n1;Kok;Mad\n"))

    assert ads == []
    assert "the header lacks published" in error


def test_entities_and_dtds_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    feed = sample.FEED.replace("<rss", f"{bomb}<rss").replace(sample.TITLE, "&b;")
    ads, errors = read(written(tmp_path, "a.xml", feed))

    assert ads == []
    assert "has a DTD; remove the DOCTYPE" in errors[0]


def test_an_ad_larger_than_any_ad_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    text = json.dumps([{"id": "1", "title": "x", "body": "a" * (LARGEST_AD_BYTES + 100_000)}])
    ads, (error,) = read(written(tmp_path, "a.json", text))

    assert ads == []
    assert "one ad of more than 16 MB" in error


def test_a_document_nested_without_end_is_refused(tmp_path: Path) -> None:
    ads, (error,) = read(written(tmp_path, "a.json", '{"a":' * 5000))

    assert ads == []
    assert "nested deeper than 64" in error


def test_a_folder_and_a_zip_are_taken_file_by_file(tmp_path: Path) -> None:
    for name, (_, _, content) in SHAPES.items():
        written(tmp_path, name, content)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name, (_, _, content) in SHAPES.items():
            archive.writestr(f"inner/{name}", content)
    ads, wrong = read(tmp_path)

    assert wrong == []
    assert len(ads) == 2 * len(SHAPES)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", b"[" + b" " * 5_000_000 + b"]")
    ads, (error,) = read(tmp_path / "a.zip")

    assert ads == []
    assert "unpacks to far more than ads do" in error


def test_a_record_that_nobody_knows_is_put_aside_and_a_format_names_it(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps({"navn": "x", "jobAdUrl": "y"}))

    assert "is no ad that we know; name it with --format" in read(path)[1][0]
    assert "'jobAdId' is missing" in read(path, AdShape.JOBNET_2026)[1][0]


def test_the_same_ad_from_two_sources_has_near_the_same_fingerprint(tmp_path: Path, reader: Reader) -> None:
    found = []
    for name in ("search.json", "list.jsonld", "page.html", "opening.xml"):
        (ad,), _ = read(written(tmp_path, name, SHAPES[name][2]))
        found.append(read_posting(ad.record, ad.source, reader)[0])

    assert len({one.id for one in found}) == 3
    assert {one.fingerprint for one in found} == {found[0].fingerprint}


def test_the_docs_name_every_format() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "ads.md").read_text(encoding="utf-8")

    assert [one for one in AdShape if f"| `{one}`" not in docs] == []


@pytest.mark.real_data
def test_the_real_samples_are_read(reference_data: Path) -> None:
    page, aside = read(reference_data / "formats" / "jobnet_2021_search_page.json")
    openings, wrong = read(reference_data / "formats" / "eures_hropen_xml")
    own, none = read(reference_data / "postings" / "jobnet_2021_postings.jsonl")

    assert (len(page), len(openings), len(own)) == (21, 6, 22)
    assert (wrong, none) == ([], [])
    assert len(aside) == 1
    assert "ad 5382440: 'Presentation' is missing" in aside[0]
    assert all(one.record["abroad"] for one in openings)
    assert not any("</" in str(one.record["body"]) for one in (*page, *openings, *own))
