"""PDF, DOCX and text files -> one text; the only place where ingestion touches files."""

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdf
from docx.opc.exceptions import PackageNotFoundError
from pypdf.errors import PyPdfError

from ingestion.errors import UnreadableError
from ontology.people import DocumentId

LARGEST_BYTES = 20_000_000
LARGEST_UNPACKED_BYTES = 100_000_000
MOST_PAGES = 60
MOST_CHARACTERS = 400_000
_SAME_LENGTH = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": "\t"})


@dataclass(frozen=True, slots=True)
class RawText:
    """A document's text as it came, before redaction; never stored, logged or shown."""

    name: str
    id: DocumentId
    text: str


def read(path: Path) -> RawText:
    """The text of the file at `path`.

    Raises:
        UnreadableError: It is missing, too large, of an unknown kind, or holds no text.
    """
    if not path.is_file():
        raise UnreadableError(f"no file '{path.name}'; check the name")
    if path.stat().st_size > LARGEST_BYTES:
        raise UnreadableError(
            f"'{path.name}' is larger than {LARGEST_BYTES // 1_000_000} MB; split it or save it smaller"
        )
    return read_bytes(path.name, path.read_bytes())


def read_bytes(name: str, data: bytes) -> RawText:
    """The text of a file's content; line ends become LF, hard spaces plain ones of the same length.

    Raises:
        UnreadableError: It is too large, of an unknown kind, or holds no text.
    """
    kind = Path(name).suffix.lower()
    if kind not in _READERS:
        raise UnreadableError(f"'{name}': {kind or 'no ending'} is not read; save it as {', '.join(sorted(_READERS))}")
    text = _READERS[kind](name, data).replace("\r\n", "\n").replace("\r", "\n").translate(_SAME_LENGTH)
    text = unicodedata.normalize("NFC", text)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(f"'{name}' has {len(text)} characters, at most {MOST_CHARACTERS} are read; split it")
    if not any(character.isalpha() for character in text):
        raise UnreadableError(f"'{name}' holds no text; if it is a scan, type it or run text recognition first")
    return RawText(name, DocumentId(hashlib.sha256(data).hexdigest()), text)


def _plain(name: str, data: bytes) -> str:
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    if b"\x00" in data[:4096] and encodings[0] != "utf-16":
        raise UnreadableError(f"'{name}' is no text file; save it as text, PDF or DOCX")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(f"'{name}' is in an unknown encoding; save it as UTF-8")


def _pdf(name: str, data: bytes) -> str:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableError(f"'{name}' is locked with a password; save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableError(f"'{name}' has {len(reader.pages)} pages, at most {MOST_PAGES} are read; split it")
        return "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableError(f"'{name}' is a damaged PDF ({type(error).__name__}); save it again") from error


def _docx(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED_BYTES:
                raise UnreadableError(f"'{name}' unpacks to far more than a document holds; save it again")
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise UnreadableError(f"'{name}' is a damaged DOCX ({type(error).__name__}); save it again") from error
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += ["  ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


_READERS: dict[str, Callable[[str, bytes], str]] = {".txt": _plain, ".md": _plain, ".pdf": _pdf, ".docx": _docx}
