"""Files that are other than their names say, and names that are more than names."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.service import Service
from api.web import application
from tests.api.asking import ask

BYTES = {"content-type": "application/octet-stream"}
START = "mutation ($u: ID!) { ingestUpload(upload: $u, kind: CV) { __typename ... on Job { id } } }"
FOLLOW = "query ($i: ID!) { job(id: $i) { state done failed kept problems } }"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><Candidate>&a9;</Candidate>"
)
MOST_ASKED = 20_000


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", ".", 1).replace("_", "/"), data)
    return made.getvalue()


def taken(client: TestClient, name: str, data: bytes) -> dict[str, Any]:
    """The job that has read a file, as it ended."""
    sent = client.post("/uploads", params={"name": name}, content=data, headers=BYTES)
    assert sent.status_code == 201, sent.text
    started: Any = ask(client, START, u=sent.json()["upload"])["data"]
    for _ in range(MOST_ASKED):
        found: Any = ask(client, FOLLOW, i=started["ingestUpload"]["id"])["data"]
        if found["job"]["state"] in ("DONE", "FAILED"):
            return dict(found["job"])
    pytest.fail("the job did not end")


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a program that is called a PDF": ("cv.pdf", lambda: b"MZ" + bytes(range(256)) * 40),
    "a page that is called a DOCX": ("cv.docx", lambda: b"<html><script>alert(1)</script></html>"),
    "bytes that are called a text": ("cv.txt", lambda: bytes(range(1, 9)) * 2_000),
    "a PDF that is called a picture of XML": ("cv.xml", lambda: b"%PDF-1.4\n" + b"\x00" * 1_000),
    "an XML that laughs a billion times": ("cv.xml", LAUGHS.encode),
    "an XML that reads files": (
        "cv.xml",
        lambda: b'<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><Candidate>&x;</Candidate>',
    ),
    "a DOCX that unpacks to fifty megabytes": ("cv.docx", lambda: zipped(document_xml=b" " * 50_000_000)),
    "a ZIP that unpacks to a hundred megabytes": ("cvs.zip", lambda: zipped(cv_txt=b" " * 101_000_000)),
    "a ZIP that is none": ("cvs.zip", lambda: b"PK\x03\x04" + b"\x00" * 500),
    "a JSON as deep as a million": ("cv.json", lambda: b'{"basics":' + b"[" * 1_000_000),
}


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES.keys())
def test_a_hostile_file_is_put_aside_with_a_reason_and_nothing_of_it_is_kept(
    client: TestClient, name: str, data: Callable[[], bytes]
) -> None:
    job = taken(client, name, data())

    assert job["kept"] == []
    assert job["failed"] == 1 or job["state"] == "FAILED"
    assert len(job["problems"]) == 1
    assert "root:" not in str(job)
    assert "Traceback" not in str(job)


@pytest.mark.parametrize(
    "name",
    [
        "../../cv.txt",
        "/etc/passwd.txt",
        "..\\..\\cv.txt",
        "a\x00b.txt",
        "cv.exe.txt",
        "æøå🙂.txt",
        "a" * 5_000 + ".txt",
    ],
)
def test_a_name_says_nothing_but_the_kind_of_file(service: Service, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inside" / "uploads"
    client = TestClient(application(service, folder), "http://localhost")
    sent = client.post("/uploads", params={"name": name}, content=b"Jens Olsen", headers=BYTES)

    assert sent.status_code == 201
    assert [one.name for one in folder.iterdir()] == [sent.json()["upload"]]
    assert [one.name for one in (tmp_path / "inside").iterdir()] == ["uploads"]
    assert (folder / sent.json()["upload"]).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", "cv", "cv.exe", "cv.pdf.sh", ".txt/..", "cv.svg", "cv.php", "cv.txt\x00.exe"])
def test_a_kind_that_is_not_read_is_refused(client: TestClient, name: str) -> None:
    assert client.post("/uploads", params={"name": name}, content=b"x", headers=BYTES).status_code == 400


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]
)
def test_a_form_of_another_site_hands_in_nothing(client: TestClient, kind: str) -> None:
    sent = client.post("/uploads", params={"name": "a.txt"}, content=b"x", headers={"content-type": kind})

    assert sent.status_code == 415


def test_an_empty_file_and_one_that_is_too_large_leave_nothing(service: Service, tmp_path: Path) -> None:
    client = TestClient(application(service, tmp_path / "uploads"), "http://localhost")
    sizes = [
        client.post("/uploads", params={"name": "a.txt"}, content=b"x" * n, headers=BYTES) for n in (0, 20_000_002)
    ]

    assert [one.status_code for one in sizes] == [400, 413]
    assert list((tmp_path / "uploads").iterdir()) == []


def test_no_more_files_wait_than_may(service: Service, tmp_path: Path) -> None:
    client = TestClient(application(service, tmp_path / "uploads"), "http://localhost")
    codes = [
        client.post("/uploads", params={"name": "a.txt"}, content=b"x", headers=BYTES).status_code for _ in range(51)
    ]

    assert codes == [201] * 50 + [400]
