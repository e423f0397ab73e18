"""What a document says, in the order that a person reads it, whatever program saved it."""

import os
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from PIL import Image

from ingestion.errors import UnreadableError
from ingestion.formats import ocr
from ingestion.readers import read_bytes
from tests.ingestion.formats.files import odt, pdf, png, saved, scan

SIDE = ("7100 Vejle", "Sprog", "Dansk: modersmål", "Engelsk: B2", "Kompetencer", "Truckcertifikat B", "Excel")
MAIN = (
    "Erhvervserfaring",
    "2015-2019 Lagermedarbejder, Nordlager A/S",
    "Plukkede og pakkede varer",
    "2010-2015 Chauffør, Vejle Transport",
    "Kørte distribution i hele Jylland",
    "Uddannelse",
    "2008-2010 Lager- og transportassistent",
)
JOBS = (("2015-2019", "Lagermedarbejder, X A/S"), ("2010-2015", "Chauffør, Y"), ("2008-2010", "Opvasker, Kroen"))
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text(name: str, data: bytes) -> list[str]:
    return read_bytes(name, data).text.split("\n")


@pytest.mark.parametrize("step_mm", [6.0, 5.3])
def test_a_pdf_with_two_columns_is_read_one_column_after_the_other(step_mm: float) -> None:
    top = [(15.0, 15.0, "Lager og transport i hele det sydlige og østlige Jylland og på Fyn")]
    side = [(15.0, 30 + 6.0 * place, words) for place, words in enumerate(SIDE)]
    main = [(75.0, 30 + step_mm * place, words) for place, words in enumerate(MAIN)]

    assert text("cv.pdf", pdf([*top, *side, *main])) == [top[0][2], *SIDE, *MAIN]


@pytest.mark.parametrize(("period_mm", "job_mm"), [(15.0, 55.0), (160.0, 15.0)])
def test_a_period_in_a_column_of_its_own_stays_on_the_line_of_its_job(period_mm: float, job_mm: float) -> None:
    placed = []
    for place, (period, job) in enumerate(JOBS):
        placed += [(period_mm, 30 + 12.0 * place, period), (job_mm, 30 + 12.0 * place, job)]
        placed += [(job_mm, 36 + 12.0 * place, f"Opgaver {place}")]

    lines = text("cv.pdf", pdf(placed))

    parts = [(period, job) if period_mm < job_mm else (job, period) for period, job in JOBS]
    assert lines == [line for place, pair in enumerate(parts) for line in ("  ".join(pair), f"Opgaver {place}")]


def test_a_heading_in_the_margin_stands_above_what_it_heads() -> None:
    rows = (("Erfaring", "2010-2019 Chauffør, Y"), ("Uddannelse", "2008 Svendebrev"), ("Sprog", "Dansk og engelsk"))
    placed = []
    for place, (title, words) in enumerate(rows):
        placed += [
            (15.0, 30 + 12.0 * place, title),
            (55.0, 30 + 12.0 * place, words),
            (55.0, 36 + 12.0 * place, "mere"),
        ]

    assert text("cv.pdf", pdf(placed)) == [line for title, words in rows for line in (title, words, "mere")]


def test_pages_follow_each_other() -> None:
    assert text("cv.pdf", pdf([(15, 30, "første side")], [(15, 30, "anden side")])) == ["første side", "anden side"]


@pytest.mark.skipif(ocr.missing() is None, reason="text recognition is installed here")
def test_a_scan_says_that_it_holds_no_text_and_what_to_do() -> None:
    with pytest.raises(UnreadableError, match=r"'cv.pdf' holds no text.*scan; install text recognition .*dan.*or type"):
        read_bytes("cv.pdf", scan())
    with pytest.raises(UnreadableError, match=r"'cv.png' is a picture.*install text recognition"):
        read_bytes("cv.png", png(10, 10))


def test_recognition_asks_tesseract_for_danish_and_hands_it_the_picture(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\necho "$@"\nhead -c 4 | tail -c 3\n')
    program.chmod(0o755)

    read = ocr.of_picture("cv.png", Image.new("L", (4, 4)), f"{tmp_path}{os.pathsep}{os.defpath}")

    assert read.split("\n") == ["stdin stdout -l dan+eng", "PNG"]


def test_recognition_without_danish_says_which_languages_to_look_for(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\ncat >/dev/null\nexit 1\n")
    program.chmod(0o755)

    with pytest.raises(UnreadableError, match=r"'cv.png' failed .* names dan and eng"):
        ocr.of_picture("cv.png", Image.new("L", (4, 4)), f"{tmp_path}{os.pathsep}{os.defpath}")


def test_a_docx_is_read_with_headers_nested_tables_text_boxes_and_footers_in_their_places() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "7100 Vejle"
    made.sections[0].footer.paragraphs[0].text = "Kørekort B"
    made.add_paragraph("Erhvervserfaring")
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = JOBS[0]
    table.cell(0, 1).add_paragraph("Kørte truck")
    table.cell(1, 0).text = "2010-2015"
    nested = table.cell(1, 1).add_table(1, 2)
    nested.cell(0, 0).text, nested.cell(0, 1).text = "Chauffør", "Vejle"
    box = (
        f"<w:p {WORD}><w:r><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>Sprog</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    made.element.body.append(parse_xml(box))
    hidden = (
        f"<w:p {WORD}><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>"
        "<w:del><w:r><w:delText>væk</w:delText></w:r></w:del></w:p>"
    )
    made.element.body.append(parse_xml(hidden))

    assert text("cv.docx", saved(made)) == [
        "7100 Vejle",
        "Erhvervserfaring",
        "2015-2019  Lagermedarbejder, X A/S",
        "Kørte truck",
        "2010-2015  Chauffør  Vejle",
        "Sprog",
        "Kørekort B",
    ]


def test_an_odt_is_read_with_tables_lists_and_headers() -> None:
    body = (
        "<text:h>Erhvervs<text:span>erfaring</text:span></text:h><table:table><table:table-row>"
        "<table:table-cell><text:p>2015-2019</text:p></table:table-cell>"
        "<table:table-cell><text:p>Smed,<text:s/>X</text:p></table:table-cell></table:table-row></table:table>"
        "<text:list><text:list-item><text:p>svejste rør</text:p></text:list-item></text:list>"
    )

    lines = text("cv.odt", odt(body, "<text:p>7100 Vejle</text:p>"))

    assert lines == ["7100 Vejle", "Erhvervserfaring", "2015-2019  Smed, X", "- svejste rør"]


def test_an_html_page_is_read_as_it_is_seen() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><h2>Erhvervserfaring</h2><script>x()</script>"
        "<table><tr><td>2015-2019</td><td><b>Smed</b>, X A/S<ul><li>svejste <i>rør</i></li></ul></td></tr></table>"
        "<p>første<br>anden</p><p hidden>skjult</p><p style='display: none'>væk</p>på Ærø</body></html>"
    )

    assert text("cv.html", page.encode()) == [
        "Erhvervserfaring",
        "2015-2019  Smed, X A/S",
        "- svejste rør",
        "første",
        "anden",
        "på Ærø",
    ]


def test_markdown_is_read_without_its_signs_and_keeps_its_lines() -> None:
    page = (
        "# Erfaring\n\n**2015-2019** Smed, _X A/S_\n2010-2015 [Chauffør](https://x.example)\n\n"
        "* svejste rør\n\n| Sprog | Niveau |\n|---|---|\n| Tysk | B1 |\n"
    )

    lines = text("cv.md", page.encode())

    assert lines[:4] == ["Erfaring", "2015-2019 Smed, X A/S", "2010-2015 Chauffør", "- svejste rør"]
    assert lines[-1] == "Tysk  B1"
