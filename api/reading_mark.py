"""What a reading depends on, as a short mark: while it holds, what was read before need not be read again."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

import msgspec

import ingestion
import ontology
from ingestion.ad_shapes.reading import Ad
from ontology.encoding import SentenceEncoder
from ontology.tables import layers
from ontology.taxonomy import Concept, Taxonomy

_LIBRARIES = ("PyStemmer", "snowballstemmer", "lxml", "markdown-it-py", "pypdfium2", "python-docx", "spacy")
"""Whose versions change what is read."""
_LENGTH = 32


def reader_mark(taxonomy: Taxonomy, encoder: SentenceEncoder | None) -> str:
    """32 hex digits that change with the code and the tables that read, the release, the encoder and the libraries."""
    total = hashlib.sha256(f"{taxonomy.release}|{encoder.name if encoder else ''}".encode())
    for name in _LIBRARIES:
        total.update(f"|{name} {_version(name)}".encode())
    for path in _files([Path(room.__file__ or "").parent for room in (ingestion, ontology)], layers()):
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    concepts: Iterable[Concept] = chain(taxonomy.skills, taxonomy.occupations, taxonomy.occupation_groups)
    for concept in concepts:
        labels = concept.labels
        total.update(repr((concept.uri, labels.preferred, labels.alternative, labels.hidden)).encode())
    for title in taxonomy.job_titles:
        total.update(repr(title).encode())
    return total.hexdigest()[:_LENGTH]


def ad_mark(reader: str, ad: Ad) -> str:
    """The mark of one ad read by the reader that has the mark `reader`; it changes with anything in the ad."""
    told = msgspec.json.encode(ad.record, order="deterministic", enc_hook=str)
    return hashlib.sha256(f"{reader}|{ad.source}|".encode() + told).hexdigest()[:_LENGTH]


def _files(*folders: Iterable[Path]) -> list[Path]:
    """The files of some folders in order; what Python compiles beside them is left out."""
    found = (path for folder in chain(*folders) for path in sorted(folder.rglob("*.*")))
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
