"""PDF -> text in the order that a person reads it, with PDFium; a scan is recognised by `ocr` where it is asked for."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw

from ingestion.errors import UnreadableError
from ingestion.formats import ocr
from ingestion.formats.columns import Run, in_order
from ingestion.formats.limits import LARGEST_PIXELS, MOST_CHARACTERS, MOST_PAGES
from ingestion.formats.sandbox import ScannedError

_FEWEST_LETTERS = 10
"""A PDF with fewer has no text of its own."""
_GAP, _SHIFT = 1.2, 0.5
"""A run of text ends at a gap of so many heights of a letter, or where the line moves by so much of one."""
_INCHES, _DOTS = 72, 300
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""How PDFium gives a hyphen at the end of a line."""


def text(name: str, data: bytes) -> str:
    """The text of a PDF, page by page, columns one after the other.

    Raises:
        UnreadableError: It is damaged, locked or too long.
        ScannedError: It has pages but no text.
    """
    document = _opened(name, data)
    found = []
    letters = 0
    for page in document:
        lines = in_order(list(_runs(page)))
        letters += sum(character.isalpha() for line in lines for character in line)
        found += lines
        if letters > MOST_CHARACTERS:
            raise UnreadableError(f"'{name}' has more than {MOST_CHARACTERS} characters; split it")
    if letters < _FEWEST_LETTERS:
        raise ScannedError(f"'{name}' holds no text, only {len(document)} pages of pictures: it is probably a scan")
    return "\n".join(found)


def recognised(name: str, data: bytes) -> str:
    """The text that recognition reads from the pages' pictures.

    Raises:
        UnreadableError: It is damaged, locked or too long, or recognition does not work here.
    """
    found = []
    for page in _opened(name, data):
        width, height = page.get_size()
        scale = min(_DOTS / _INCHES, (LARGEST_PIXELS / max(width * height, 1)) ** 0.5)
        found.append(ocr.of_picture(name, page.render(scale=scale, grayscale=True).to_pil()))
    return "\n".join(found)


def _opened(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(f"'{name}' is locked with a password; save it without one") from error
        raise UnreadableError(f"'{name}' is a damaged PDF; save it again") from error
    if len(document) > MOST_PAGES:
        raise UnreadableError(f"'{name}' has {len(document)} pages, at most {MOST_PAGES} are read; split it")
    return document


def _runs(page: pypdfium2.PdfPage) -> Iterator[Run]:
    """The runs of text of a page in the order of the file; each is within one line, without a wide gap."""
    opened = page.get_textpage()  # closed when it is let go: it must outlive `place`
    place = opened.raw
    box = raw.FS_RECTF()
    words, run = "", Run("", 0.0, 0.0, 0.0, 0.0)
    for index in range(min(raw.FPDFText_CountChars(place), MOST_CHARACTERS)):
        sign = _sign(raw.FPDFText_GetUnicode(place, index))
        if sign in "\r\n" or raw.FPDFText_IsGenerated(place, index) == 1:
            words += " " if words else ""
            continue
        if not raw.FPDFText_GetLooseCharBox(place, index, ctypes.byref(box)):
            continue
        bottom, top = sorted((box.bottom, box.top))
        if words and not _goes_on(run, box.left, bottom, top):
            yield Run(words.strip(), run.left, run.right, run.bottom, run.top)
            words = ""
        if not words:
            run = Run("", box.left, box.right, bottom, top)
        if not sign.isspace():
            run = Run("", run.left, max(run.right, box.right), run.bottom, run.top)
        words += sign
    if words.strip():
        yield Run(words.strip(), run.left, run.right, run.bottom, run.top)


def _goes_on(run: Run, left: float, bottom: float, top: float) -> bool:
    height = max(run.top - run.bottom, 1.0)
    near = -height < left - run.right < _GAP * height
    return near and abs(bottom + top - run.bottom - run.top) / 2 < _SHIFT * height


def _sign(code: int) -> str:
    sign = chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else " "
    return _HYPHENS.get(sign, sign if sign.isprintable() or sign in "\r\n" else " ")
