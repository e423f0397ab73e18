"""Documents that are known by an id: the manifest that a frontend's build makes, and what a request names of it."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ontology.errors import ServiceError

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[A-Za-z0-9:._~/-]{1,200}")
_LARGEST_BYTES, _MOST = 10_000_000, 5_000
_APOLLO = "apollo-persisted-query-manifest"


class PersistedError(ServiceError):
    """A document is not known, or not by this id; `code` is what clients look for, `status` the one of HTTP."""

    def __init__(self, message: str, code: str, status: int) -> None:
        super().__init__(message)
        self.code, self.status = code, status


class ManifestError(ServiceError):
    """A manifest, or a folder of documents, cannot be used."""


def sha256_of(document: str) -> str:
    """The id of a document: SHA-256 of its text in UTF-8, in lower-case hexadecimal."""
    return hashlib.sha256(document.encode()).hexdigest()


class Persisted:
    """The documents of a manifest, by the id that it gives them and by SHA-256 of their text."""

    def __init__(self, documents: Mapping[str, str] | None = None, only: bool = False) -> None:
        """`only`: no other document is run."""
        self._documents = dict(documents or {})
        self._documents |= {sha256_of(text): text for text in self._documents.values()}
        self._only = only

    def document(self, given: Mapping[str, Any]) -> str | None:
        """The document that the parameters of a request name or carry; None where they do neither.

        `documentId` (GraphQL over HTTP, appendix A: `sha256:` and the hash, or an id of the manifest's own) goes before
        `extensions.persistedQuery.sha256Hash` and `query`.

        Raises:
            PersistedError: The id is not known, does not belong to the text beside it, or only known documents are run.
        """
        id, query = _id_of(given), given.get("query")
        if id is not None:
            return self._known(id, query)
        if query is not None and self._only and sha256_of(str(query)) not in self._documents:
            raise PersistedError(
                "only documents of the manifest are answered here; send documentId (docs/limits.md)",
                "PERSISTED_QUERY_ONLY",
                403,
            )
        return query

    def _known(self, id: str, query: object) -> str:
        found = self._documents.get(id.removeprefix("sha256:"))
        if found is None:
            raise PersistedError("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND", 404)
        if query is not None and query != found:
            raise PersistedError(
                "the document is another one than its id names; send one of the two", "PERSISTED_QUERY_MISMATCH", 400
            )
        return found


def _id_of(given: Mapping[str, Any]) -> str | None:
    """The id that a request names; None where it names none."""
    id = given.get("documentId")
    if id is None:
        persisted = (given.get("extensions") or {}).get("persistedQuery")
        if persisted is None:
            return None
        version = persisted.get("version", 1) if isinstance(persisted, dict) else None
        id = persisted.get("sha256Hash") if version == 1 else ""
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise PersistedError("the id of the document is none; send sha256: and 64 digits", "BAD_REQUEST", 400)
    return id


def read_manifest(path: Path) -> Mapping[str, str]:
    """The documents of a manifest by id: an object of id to document, or Apollo's form with `operations`.

    Raises:
        ManifestError: It cannot be read, or an id that is a SHA-256 is not that of its document.
    """
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise ManifestError(f"KOMPETENCEBRO_PERSISTED is '{path}', larger than {_LARGEST_BYTES} bytes; part it")
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ManifestError(
            f"KOMPETENCEBRO_PERSISTED is '{path}', which cannot be read as JSON; make it with kompetencebro persist"
        ) from error
    documents = _documents_in(found, path)
    for id, text in documents.items():
        if _SHA256.fullmatch(id) and id != sha256_of(text):
            raise ManifestError(
                f"in the manifest '{path}' the id {id[:12]}... is not the SHA-256 of its document; make it anew"
            )
    return documents


def _documents_in(found: object, path: Path) -> Mapping[str, str]:
    if isinstance(found, dict) and found.get("format") == _APOLLO and isinstance(found.get("operations"), list):
        rows = [one for one in found["operations"] if isinstance(one, dict)]
        found = {one.get("id"): one.get("body") for one in rows} if len(rows) == len(found["operations"]) else None
    if not isinstance(found, dict) or not 0 < len(found) <= _MOST or not all(map(_is_entry, found.items())):
        raise ManifestError(
            f"the manifest '{path}' is no object of 1 to {_MOST} ids with their documents; make it anew"
        )
    return {str(id).removeprefix("sha256:"): text for id, text in found.items()}


def _is_entry(entry: tuple[object, object]) -> bool:
    id, text = entry
    return isinstance(id, str) and bool(_ID.fullmatch(id)) and isinstance(text, str) and bool(text.strip())
