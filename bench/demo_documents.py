"""Makes the demo's CV files from bench/demo_texts: five PDF (one in two columns), three DOCX, four text."""

from datetime import UTC, datetime
from pathlib import Path

import docx
from fpdf import FPDF

HERE = Path(__file__).parent
OUT = HERE.parent / "api" / "demo" / "cvs"
FORMATS = {
    1: "pdf",
    2: "docx",
    3: "pdf",
    4: "docx",
    5: "txt",
    6: "txt",
    7: "txt",
    8: "pdf",
    9: "pdf",
    10: "txt",
    11: "docx",
    12: "pdf",
}
MADE = datetime(2026, 11, 25, tzinfo=UTC)
HEAD_LINES = 6


def write_pdf(text: str, target: Path, columns: int) -> None:
    """A PDF of one or two columns."""
    pdf = FPDF()
    pdf.set_creation_date(MADE)
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    with pdf.text_columns(ncols=columns, gutter=8) as block:
        block.write(text)
    pdf.output(str(target))


def write_docx(text: str, target: Path) -> None:
    """A DOCX whose head stands in a table."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = MADE
    lines = text.strip().split("\n")
    table = document.add_table(rows=0, cols=1)
    for line in lines[:HEAD_LINES]:
        table.add_row().cells[0].text = line
    for line in lines[HEAD_LINES:]:
        document.add_paragraph(line)
    document.save(str(target))


def main() -> None:
    """Write all twelve."""
    OUT.mkdir(parents=True, exist_ok=True)
    for number, kind in FORMATS.items():
        text = (HERE / "demo_texts" / f"citizen-{number}.txt").read_text(encoding="utf-8")
        target = OUT / f"citizen-{number}.{kind}"
        if kind == "pdf":
            write_pdf(text, target, 2 if number == 3 else 1)
        elif kind == "docx":
            write_docx(text, target)
        else:
            target.write_text(text, encoding="utf-8")
        print(target.name)


if __name__ == "__main__":
    main()
