"""The report as a file: whole, closed to the world, readable without eyes, and the same each time."""

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path
from shutil import copyfile

import pytest

from api.report.borders import read_borders
from api.report.page import policy
from api.service import Service
from graph.labour_market.axes import By
from tests.api.report.made import filled, page
from tests.api.report.reading_html import Element, captioned, cells, read


@pytest.fixture(scope="module")
def written(market_service: Service) -> str:
    return page(market_service)


@pytest.fixture(scope="module")
def root(written: str) -> Element:
    return read(written)


def test_every_element_is_closed_and_every_id_is_there_once(root: Element) -> None:
    ids = [one.attributes["id"] for one in root.all(*{each.name for each in walk(root)}) if "id" in one.attributes]

    assert len(ids) > 50
    assert len(ids) == len(set(ids))


def walk(one: Element) -> list[Element]:
    return [each for child in one.children for each in (child, *walk(child))]


def test_what_is_referred_to_is_on_the_page(root: Element) -> None:
    everything = walk(root)
    ids = {one.attributes["id"] for one in everything if "id" in one.attributes}
    hrefs = [one.attributes["href"] for one in everything if "href" in one.attributes]
    named = [
        word
        for one in everything
        for name in ("aria-labelledby", "aria-describedby")
        for word in one.attributes.get(name, "").split()
    ]

    assert hrefs
    assert all(one.startswith("#") for one in hrefs)
    assert {one[1:] for one in hrefs} | set(named) <= ids


def test_the_page_fetches_nothing_and_runs_nothing(written: str, root: Element) -> None:
    everything = walk(root)

    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & {one.name for one in everything}
    assert not [
        name for one in everything for name in one.attributes if name in ("src", "style") or name.startswith("on")
    ]
    assert "://" not in written
    assert set(re.findall(r"url\(([^)]*)\)", written)) <= {"#skraa"}


def test_the_policy_lets_in_the_one_sheet_alone(root: Element) -> None:
    (style,) = root.all("style")
    told = next(one.attributes["content"] for one in root.all("meta") if "http-equiv" in one.attributes)
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()

    assert told == policy(style.text)
    assert told.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in told
    assert "unsafe" not in told


def test_headings_go_down_one_step_at_a_time_under_one_title(root: Element) -> None:
    levels = [int(one.name[1]) for one in root.all("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_picture_has_a_name_and_says_in_words_what_it_shows(root: Element) -> None:
    pictures = [one for one in root.all("svg") if one.attributes.get("role") == "img"]
    names = [one.all("title")[0].text for one in pictures]

    assert len(pictures) > 20
    assert all(one.children[0].name == "title" and one.children[1].name == "desc" for one in pictures)
    assert all("tabellen" in one.children[1].text for one in pictures)
    assert len(names) == len(set(names))


def test_under_each_plate_with_pictures_stand_its_notes_and_a_table(root: Element) -> None:
    plates = [one for one in root.all("section") if one.attributes.get("class") == "plate" and one.all("svg")]

    assert {one.attributes["id"] for one in plates} >= {
        "kort",
        "stillinger",
        "maaneder",
        "flow",
        "kompetencer",
        "skaeve",
    }
    for one in plates:
        (notes,) = [each for each in one.all("p") if each.attributes.get("class") == "notes"]
        assert "n = " in notes.text
        assert "Periode: " in notes.text
        assert "Kilde: " in notes.text
        assert "Sådan er der talt: " in notes.text
        assert one.all("table")


def test_every_table_has_a_caption_and_heads_with_their_scope(root: Element) -> None:
    for one in root.all("table"):
        assert one.all("caption")[0].text
        assert all(head.attributes["scope"] == "col" for head in one.all("thead")[0].all("th"))
        for row in one.all("tbody")[0].all("tr"):
            assert row.children[0].name == "th"
            assert row.children[0].attributes["scope"] == "row"
            assert len(row.children) == len(one.all("thead")[0].all("th"))


def test_bridges_lead_from_the_people_of_an_area_to_the_work_of_another_near_by(root: Element) -> None:
    rows = cells(captioned(root, "Broer på tværs"))
    (work,) = [row for row in rows if row[0].startswith("Frederiksberg: ")]

    assert work[1].startswith("København: ")
    assert 0 < int(work[2]) <= 45
    assert work[3].startswith("30 (")
    assert work[5]


def test_a_report_of_one_area_has_no_bridges_to_others(market_service: Service) -> None:
    assert "Broer på tværs" not in page(market_service, "0101")


def test_the_page_is_danish_and_the_contents_can_be_reached_at_once(root: Element) -> None:
    body = root.all("body")[0]

    assert root.all("html")[0].attributes["lang"] == "da"
    assert body.children[0].attributes == {"class": "skip", "href": "#indhold-start"}
    assert root.all("main")[0].attributes["id"] == "indhold-start"


def test_the_same_data_give_the_same_bytes_also_in_a_store_made_anew(tmp_path: Path) -> None:
    first = filled(tmp_path / "first.sqlite")
    written = page(first)
    for part in tmp_path.glob("first-keys.sqlite*"):  # the secret of the rounding
        copyfile(part, part.with_name(part.name.replace("first", "second")))
    second = filled(tmp_path / "second.sqlite")

    assert page(first) == written
    assert page(second) == written


def test_no_text_of_an_ad_or_of_an_employer_is_on_the_page(market_service: Service, written: str) -> None:
    ads = list(market_service.store.postings())

    assert len(ads) > 1_000
    assert not [one.employer for one in ads if one.employer and one.employer in written]
    assert not [one.id for one in ads if one.id in written]


def test_a_report_by_unit_groups_of_one_area_is_whole_too(market_service: Service) -> None:
    root = read(page(market_service, "Region Hovedstaden", by=By.ISCO4))

    assert root.all("h1")[0].text == "Arbejdsmarkedet i Region Hovedstaden"


@pytest.mark.real_data
def test_with_real_borders_three_municipalities_stay_under_a_megabyte(
    market_service: Service, reference_data: Path
) -> None:
    borders = read_borders(reference_data / "denmark" / "municipalities_simplified.geojson")
    made = page(market_service, borders=borders)
    shapes = [one for one in read(made).all("path") if one.attributes.get("id", "").startswith("k")]

    assert len(made.encode()) < 1_000_000
    assert len(shapes) > 25
