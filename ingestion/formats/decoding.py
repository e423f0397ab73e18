"""Bytes -> text in the encodings that Danes' files have."""

from ingestion.errors import UnreadableError

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(name: str, data: bytes) -> str:
    """The text of a file's bytes: UTF-8, UTF-16 with its mark, or the old Windows encoding.

    Raises:
        UnreadableError: It is no text, or in another encoding.
    """
    encodings = ("utf-16",) if data[:2] in _UTF_16 else ("utf-8-sig", "cp1252")
    if b"\x00" in data[:4096] and encodings[0] != "utf-16":
        raise UnreadableError(f"'{name}' is no text file; save it as text, PDF or DOCX")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(f"'{name}' is in an unknown encoding; save it as UTF-8")
