"""What a reader looks things up in, as plain arrays: they load far faster than they are made, and run no code."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ingestion.errors import IngestionError
from ingestion.lexicon import Entry, Lexicon, of_entries
from ingestion.occupation_profiles import OccupationWords
from ingestion.phrases import Phrases, of_meanings
from ingestion.reader import Tables
from ingestion.telling_words import TellingWords
from ingestion.titles import LabelIndex
from ontology.kinds import EscoUri, Language

Arrays = Mapping[str, NDArray[np.generic]]

_ROW, _ITEM = "\n", "\x1f"
_INDEX_ARRAYS = ("idf", "owner", "factor", "language_of", "preferred")


def save(tables: Tables, path: Path) -> None:
    """Write `tables` to `path`, which is whole or not there.

    Raises:
        OSError: The folder cannot be written.
    """
    part = path.with_name(f"{path.name}.{id(tables):x}.part")
    try:
        with part.open("wb") as file:
            np.savez(file, allow_pickle=False, **_packed(tables))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load(path: Path) -> Tables:
    """The tables that `save` wrote.

    Raises:
        IngestionError: The file is missing or broken; delete it, and it is made anew.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Tables(
                _lexicon("skills", arrays),
                _lexicon("occupations", arrays),
                _index(arrays),
                _phrases(arrays),
                _telling(arrays),
                _jobs(arrays),
            )
    except (OSError, BadZipFile, KeyError, ValueError, EOFError, IndexError) as error:
        raise IngestionError(f"the compiled reader {path.name} cannot be read; delete it, it is made anew") from error


def _packed(tables: Tables) -> dict[str, NDArray[np.generic]]:
    found: dict[str, NDArray[np.generic]] = {}
    for name, lexicon in (("skills", tables.skills), ("occupations", tables.occupations)):
        uris = {uri: row for row, uri in enumerate(dict.fromkeys(one.uri for one in lexicon.entries.values()))}
        found |= {
            f"{name}.keys": _text(_ITEM.join(stems) for stems in lexicon.entries),
            f"{name}.uris": _text(uris),
            f"{name}.uri": np.array([uris[one.uri] for one in lexicon.entries.values()], np.int32),
            f"{name}.sure": np.array([one.confidence for one in lexicon.entries.values()], np.float64),
            f"{name}.alone": _text(_ITEM.join((stem, *sorted(words))) for stem, words in lexicon.alone.items()),
            f"{name}.capitals": _text(sorted(lexicon.capitals)),
        }
    index = tables.titles
    found |= {f"titles.{name}": getattr(index, name) for name in _INDEX_ARRAYS}
    found |= {f"titles.{name}": getattr(index.matrix, name) for name in ("data", "indices", "indptr")}
    found |= {
        "titles.shape": np.array(index.matrix.shape, np.int64),
        "titles.grams": _text(index.grams),
        "titles.concepts": _text(index.concepts),
        "titles.languages": _text(index.languages),
        "titles.labels": _text(index.labels),
        "phrases.roots": _text(_ITEM.join(sorted(roots)) for roots in tables.phrases.meaning),
        "phrases.uris": _text(tables.phrases.meaning.values()),
        "telling.skills": np.array([tables.telling.skills], np.int32),
        "telling.starts": tables.telling.starts,
        "telling.which": tables.telling.which,
        "telling.rooted": _text(_ITEM.join((word, *roots)) for word, roots in tables.telling.rooted.items()),
    }
    found |= {f"jobs.{name}": getattr(tables.jobs.matrix, name) for name in ("data", "indices", "indptr")}
    found |= {"jobs.shape": np.array(tables.jobs.matrix.shape, np.int64), "jobs.roots": _text(tables.jobs.roots)}
    for name, counts in (("skills", tables.telling.skills_with), ("names", tables.telling.names_with)):
        found |= {
            f"telling.{name}_roots": _text(counts),
            f"telling.{name}_with": np.array(list(counts.values()), np.int32),
        }
    return found


def _lexicon(name: str, arrays: Arrays) -> Lexicon:
    uris = [EscoUri(uri) for uri in _lines(arrays[f"{name}.uris"])]
    keys = [tuple(line.split(_ITEM)) for line in _lines(arrays[f"{name}.keys"])]
    means = map(Entry, map(uris.__getitem__, arrays[f"{name}.uri"].tolist()), arrays[f"{name}.sure"].tolist())
    alone = [line.split(_ITEM) for line in _lines(arrays[f"{name}.alone"])]
    return of_entries(
        dict(zip(keys, means, strict=True)),
        {stem: frozenset(words) for stem, *words in alone},
        frozenset(_lines(arrays[f"{name}.capitals"])),
    )


def _index(arrays: Arrays) -> LabelIndex:
    parts = tuple(arrays[f"titles.{name}"] for name in ("data", "indices", "indptr"))
    grams = _lines(arrays["titles.grams"])
    return LabelIndex(
        matrix=sparse.csr_array(parts, shape=tuple(arrays["titles.shape"].tolist())),
        grams=dict(zip(grams, range(len(grams)), strict=True)),
        concepts=tuple(map(EscoUri, _lines(arrays["titles.concepts"]))),
        languages=tuple(map(Language, _lines(arrays["titles.languages"]))),
        labels=tuple(_lines(arrays["titles.labels"])),
        idf=arrays["titles.idf"].astype(np.float32),
        owner=arrays["titles.owner"].astype(np.int32),
        factor=arrays["titles.factor"].astype(np.float32),
        language_of=arrays["titles.language_of"].astype(np.int8),
        preferred=arrays["titles.preferred"].astype(np.bool_),
    )


def _phrases(arrays: Arrays) -> Phrases:
    roots = [frozenset(line.split(_ITEM)) for line in _lines(arrays["phrases.roots"])]
    return of_meanings(dict(zip(roots, map(EscoUri, _lines(arrays["phrases.uris"])), strict=True)))


def _telling(arrays: Arrays) -> TellingWords:
    skills, names = (
        dict(zip(_lines(arrays[f"telling.{name}_roots"]), arrays[f"telling.{name}_with"].tolist(), strict=True))
        for name in ("skills", "names")
    )
    starts, which = (arrays[f"telling.{name}"].astype(np.int32) for name in ("starts", "which"))
    rooted = {word: tuple(roots) for word, *roots in (line.split(_ITEM) for line in _lines(arrays["telling.rooted"]))}
    return TellingWords(int(arrays["telling.skills"].item()), skills, names, starts, which, rooted)


def _jobs(arrays: Arrays) -> OccupationWords:
    roots = _lines(arrays["jobs.roots"])
    places = (arrays["jobs.indices"].astype(np.int32), arrays["jobs.indptr"].astype(np.int32))
    cells = (arrays["jobs.data"].astype(np.float32), *places)
    matrix = sparse.csr_array(cells, shape=tuple(arrays["jobs.shape"].tolist()))
    return OccupationWords(dict(zip(roots, range(len(roots)), strict=True)), matrix)


def _text(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer(_ROW.join(lines).encode(), np.uint8)


def _lines(packed: NDArray[np.generic]) -> Sequence[str]:
    return packed.tobytes().decode().split(_ROW) if packed.size else ()
