"""What a hostile file costs: its own answer within the limits, never the batch."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import docx
import pytest

from ingestion.errors import UnreadableError
from ingestion.formats.sandbox import Sandbox, Task
from ingestion.readers import contents, read, read_bytes, read_member
from tests.ingestion.formats.files import odt, pdf, png, raw_pdf, saved, zipped

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
ODT_NAMES = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
WORD_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECONDS, GRACE_S = 4, 6
"""A file's time here, and what a busy machine may add before the child is there and gone."""


def word(body: str) -> bytes:
    """A DOCX whose document part is `body`."""
    made = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(made) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {"word/document.xml": body.encode()})


def flate(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def endless(times: int) -> bytes:
    """A PDF with a gigabyte of spaces, packed once or twice."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(100)) + packer.flush()
    return raw_pdf(flate(packed, times - 1), filters=f"/Filter [{'/FlateDecode ' * times}]")


def much_said() -> bytes:
    return raw_pdf(flate(b"BT /F 10 Tf 10 10 Td (svejser) Tj ET\n" * 2_000_000), filters="/Filter /FlateDecode")


DAMAGE = "damaged|nested|holds no text|document type|no Europass|packed more than|more than|took more|broke|unpacks"
HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("laughs.xml", lambda: f"{LAUGHS}<Candidate>&a9;</Candidate>".encode(), "damaged XML|document type"),
    (
        "outside.xml",
        lambda: b'<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><Candidate>&x;</Candidate>',
        "document type",
    ),
    ("deep.xml", lambda: b"<Candidate>" + b"<a>" * 200 + b"</a>" * 200 + b"</Candidate>", "nested deeper"),
    ("deeper.xml", lambda: b"<a>" * 1_000_000, "damaged XML"),
    (
        "laughs.odt",
        lambda: zipped({"content.xml": f"{LAUGHS}<office:body {ODT_NAMES}>&a9;</office:body>".encode()}),
        "damaged XML|document type",
    ),
    (
        "laughs.docx",
        lambda: word(
            f"{LAUGHS}<w:document {WORD_NAMES}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
        ),
        "damaged DOCX|no text",
    ),
    (
        "deep.docx",
        lambda: word(f"<w:document {WORD_NAMES}>{'<w:sdt>' * 200}{'</w:sdt>' * 200}</w:document>"),
        "nested deeper",
    ),
    ("bomb.docx", lambda: zipped({"word/document.xml": b" " * 50_000_000}), "packed more than 200 times"),
    ("bomb.odt", lambda: zipped({f"{n}.xml": bytes(range(256)) * 4_000 for n in range(120)}), "unpacks to 122 MB"),
    ("parts.docx", lambda: zipped({f"{n}.xml": b"a" for n in range(1_001)}), "holds 1001 files"),
    ("cut.docx", lambda: saved(docx.Document())[:9_000], "damaged DOCX"),
    ("cut.odt", lambda: odt("<text:p>svejser</text:p>")[:300], "damaged ODT"),
    ("empty.odt", lambda: zipped({"mimetype": b"x"}), "no content.xml"),
    ("deep.json", lambda: b'{"basics":' + b"[" * 1_000_000, "nested too deep|damaged JSON"),
    ("cut.json", lambda: b'{"basics": {"label": "Svejser"', "damaged JSON"),
    ("deep.html", lambda: b"<div>" * 1_000_000 + b"svejser", "nested deeper|holds no text"),
    ("deep.md", lambda: b"> " * 100_000 + b"svejser", DAMAGE),
    ("cut.pdf", lambda: pdf([(10, 10, "svejser i Vejle")])[:400], "damaged PDF|holds no text"),
    ("endless.pdf", lambda: endless(1), DAMAGE),
    ("endless2.pdf", lambda: endless(2), DAMAGE),
    ("much.pdf", much_said, DAMAGE),
    ("pages.pdf", lambda: pdf(*([[(10, 10, "svejser")]] * 61)), "61 pages"),
]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(SECONDS) as opened:
        yield opened


@pytest.mark.parametrize(("name", "made", "said"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_a_hostile_file_is_refused_within_the_limit_and_the_batch_goes_on(
    sandbox: Sandbox, name: str, made: Callable[[], bytes], said: str
) -> None:
    data = made()
    start = monotonic()

    with pytest.raises(UnreadableError, match=said) as refused:
        read_bytes(name, data, sandbox)

    assert monotonic() - start < SECONDS + GRACE_S
    assert f"'{name}'" in str(refused.value)
    assert read_bytes("cv.html", b"<p>svejser</p>", sandbox).text == "svejser"


def test_a_file_that_takes_all_memory_is_refused_by_the_limit() -> None:
    data = json.dumps({"basics": {"label": "svejser"}, "work": [{}] * 2_000_000}).encode()

    with Sandbox(memory_bytes=150_000_000) as small, pytest.raises(UnreadableError, match="more than 150 MB of memory"):
        read_bytes("cv.json", data, small)


def test_a_file_that_takes_all_the_time_is_refused_by_the_limit() -> None:
    with Sandbox(seconds=1) as hasty, pytest.raises(UnreadableError, match=r"'cv.pdf' took more than 1 s"):
        read_bytes("cv.pdf", much_said(), hasty)


def test_the_child_has_nothing_of_the_environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_NEO4J_PASSWORD", "hemmelig")
    with Sandbox() as opened:
        read_bytes("cv.html", b"<p>svejser</p>", opened)
        assert opened.process_id is not None
        environment = Path(f"/proc/{opened.process_id}/environ").read_bytes()

    assert b"PYTHONPATH" in environment
    assert b"hemmelig" not in environment


def test_one_child_serves_a_batch(sandbox: Sandbox) -> None:
    read_bytes("cv.html", b"<p>svejser</p>", sandbox)
    first = sandbox.process_id

    read_bytes("cv.md", b"# Erfaring", sandbox)

    assert sandbox.process_id == first


def test_plain_text_starts_no_child() -> None:
    with Sandbox() as opened:
        read_bytes("cv.txt", b"svejser", opened)

        assert opened.process_id is None


def test_a_zip_is_read_file_by_file_and_what_is_hostile_is_named(tmp_path: Path, sandbox: Sandbox) -> None:
    packed = zipped(
        {
            "cv/anna.html": b"<p>svejser</p>",
            "__MACOSX/cv/._anna.html": b"x",
            "../../etc/cv.txt": b"svejser",
            "C:\\cv.txt": b"svejser",
            "flere.zip": zipped({"cv.txt": b"svejser"}),
            "bo.txt": "smed på Ærø".encode(),
            "laughs.xml": f"{LAUGHS}<Candidate>&a9;</Candidate>".encode(),
        }
    )
    (tmp_path / "alle.zip").write_bytes(packed)

    read_texts, refused = {}, {}
    for file in contents(tmp_path / "alle.zip", sandbox):
        try:
            read_texts[file.name] = read_member(file, sandbox).text
        except UnreadableError as error:
            refused[file.name] = str(error)

    assert read_texts == {"alle.zip/anna.html": "svejser", "alle.zip/bo.txt": "smed på Ærø"}
    assert "outside of its archive" in refused["alle.zip/cv.txt"]
    assert "archive in an archive" in refused["alle.zip/flere.zip"]
    assert "damaged XML" in refused["alle.zip/laughs.xml"]
    assert len(refused) >= 3


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        (zipped({f"{n}.txt": b"svejser" for n in range(201)}), "holds 201 files, at most 200"),
        (zipped({"cv.txt": b" " * 30_000_000}), "packed more than 200 times"),
        (zipped({"cv.txt": b"svejser"})[:40], "damaged ZIP"),
        (zipped({}), "holds no files"),
    ],
    ids=("too many", "a bomb", "damaged", "empty"),
)
def test_a_zip_that_is_hostile_as_a_whole_is_refused_as_a_whole(
    tmp_path: Path, sandbox: Sandbox, packed: bytes, said: str
) -> None:
    (tmp_path / "alle.zip").write_bytes(packed)

    (only,) = contents(tmp_path / "alle.zip", sandbox)

    assert said in str(only.refused)


def test_an_archive_that_lies_about_its_size_unpacks_to_no_more_than_it_said(tmp_path: Path, sandbox: Sandbox) -> None:
    honest = zipped({"cv.txt": b" " * 5_000_000})
    size = (5_000_000).to_bytes(4, "little")
    (tmp_path / "alle.zip").write_bytes(honest.replace(size, (100).to_bytes(4, "little")))

    (only,) = contents(tmp_path / "alle.zip", sandbox)

    assert "damaged" in str(only.refused)


def test_an_image_bomb_is_refused_before_it_is_unpacked(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError, match="50000 x 50000 pixels"):
        sandbox.text(Task.IMAGE, "cv.png", png(50_000, 50_000, 1))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"no file 'cv.pdf'"):
        read(tmp_path / "cv.pdf")
