"""Files of any kind that a CV comes in -> one text each; the only place where ingestion touches files."""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingestion.errors import UnreadableError
from ingestion.formats import ocr
from ingestion.formats.archive import Member
from ingestion.formats.decoding import decoded
from ingestion.formats.limits import LARGEST_BYTES, MEGABYTE, MOST_CHARACTERS, OCR_SECONDS
from ingestion.formats.sandbox import Sandbox, ScannedError, Task
from ontology.people import DocumentId

_SAME_LENGTH = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": "\t"})
_TASKS = {
    ".pdf": Task.PDF,
    ".docx": Task.DOCX,
    ".odt": Task.ODT,
    ".html": Task.HTML,
    ".htm": Task.HTML,
    ".md": Task.MARKDOWN,
    ".json": Task.JSON,
    ".xml": Task.XML,
    ".png": Task.IMAGE,
    ".jpg": Task.IMAGE,
    ".jpeg": Task.IMAGE,
}
_KINDS = ", ".join(sorted({".txt", *_TASKS}))


@dataclass(frozen=True, slots=True)
class RawText:
    """A document's text as it came, before redaction; never stored, logged or shown."""

    name: str
    id: DocumentId
    text: str


def contents(path: Path, sandbox: Sandbox) -> Sequence[Member]:
    """The files at `path`: itself, or those of a ZIP; what cannot be had says why in `refused`."""
    try:
        data = _bytes_at(path)
        is_zip = path.suffix.lower() == ".zip"
        found = sandbox.members(Task.ZIP, path.name, data) if is_zip else [Member(path.name, data)]
        if not found:
            raise UnreadableError(f"'{path.name}' holds no files; pack the CVs in it")
    except UnreadableError as error:
        return [Member(path.name, b"", str(error))]
    return found


def read_member(file: Member, sandbox: Sandbox) -> RawText:
    """The text of one of `contents`.

    Raises:
        UnreadableError: As for `read_bytes`, or it was refused before.
    """
    if file.refused is not None:
        raise UnreadableError(file.refused)
    return read_bytes(file.name, file.data, sandbox)


def read(path: Path, sandbox: Sandbox | None = None) -> RawText:
    """The text of the file at `path`; a batch passes its `sandbox`, else one is started where needed.

    Raises:
        UnreadableError: It is missing, too large, of an unknown kind, or holds no text.
    """
    return read_bytes(path.name, _bytes_at(path), sandbox)


def read_bytes(name: str, data: bytes, sandbox: Sandbox | None = None) -> RawText:
    """The text of a file's content; line ends become LF, hard spaces plain ones of the same length.

    Raises:
        UnreadableError: It is too large, of an unknown kind, holds no text, or takes more than its limits.
    """
    if len(data) > LARGEST_BYTES:
        raise UnreadableError(f"'{name}' is larger than {LARGEST_BYTES // MEGABYTE} MB; split it or save it smaller")
    if sandbox is None:
        with Sandbox() as own:
            return read_bytes(name, data, own)
    text = _text(name, data, sandbox).replace("\r\n", "\n").replace("\r", "\n").translate(_SAME_LENGTH)
    text = unicodedata.normalize("NFC", text)
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(f"'{name}' has {len(text)} characters, at most {MOST_CHARACTERS} are read; split it")
    if not any(character.isalpha() for character in text):
        raise UnreadableError(f"'{name}' holds no text; if it is a scan, type it or run text recognition first")
    return RawText(name, document_id(data), text)


def document_id(data: bytes) -> DocumentId:
    """What a file is known by: its content, whatever it is called."""
    return DocumentId(hashlib.sha256(data).hexdigest())


def _bytes_at(path: Path) -> bytes:
    if not path.is_file():
        raise UnreadableError(f"no file '{path.name}'; check the name")
    if path.stat().st_size > LARGEST_BYTES:
        raise UnreadableError(
            f"'{path.name}' is larger than {LARGEST_BYTES // MEGABYTE} MB; split it or save it smaller"
        )
    return path.read_bytes()


def _text(name: str, data: bytes, sandbox: Sandbox) -> str:
    """The text by the name's ending: plain text here, all else in the sandbox, scans by recognition if installed."""
    kind = Path(name).suffix.lower()
    if kind == ".txt":
        return decoded(name, data)
    if kind == ".zip":
        raise UnreadableError(f"'{name}' is an archive of files; ingest it as a batch, or unpack it")
    if kind not in _TASKS:
        raise UnreadableError(f"'{name}': {kind or 'no ending'} is not read; save it as one of {_KINDS}")
    task, unable = _TASKS[kind], ocr.missing()
    if task is Task.IMAGE and unable:
        raise UnreadableError(f"'{name}' is a picture, which holds no text; {unable}")
    try:
        return sandbox.text(task, name, data, OCR_SECONDS if task is Task.IMAGE else None)
    except ScannedError as error:
        if unable:
            raise UnreadableError(f"{error}; {unable}") from error
        return sandbox.text(Task.PDF_SCAN, name, data, OCR_SECONDS)
