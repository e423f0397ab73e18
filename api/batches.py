"""Many ads read on all cores: the reader is made once, and each process that reads shares its memory."""

import multiprocessing
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from ingestion.ad_shapes.posting import read_ad
from ingestion.ad_shapes.reading import Ad, Unread
from ingestion.errors import IngestionError
from ingestion.reader import Reader
from ontology.people import Document
from ontology.vacancies import Posting

Read = tuple[Posting, Document]
_WORTH_PROCESSES, _CHUNK = 400, 25
"""Below this many ads, processes cost more than they give; and how many ads one takes at a time."""
_READER: list[Reader] = []
"""What the processes inherit; a copy sent to each would cost more than reading does."""


def read_all(ads: Iterable[Ad | Unread], reader: Reader, workers: int = 1) -> Iterator[Read | Unread]:
    """The posting and the text of each ad in order, or why it cannot be read; on `workers` processes where it pays.

    Where processes cannot share memory (Windows, macOS) one process reads.
    """
    coming = iter(ads)
    first = list(islice(coming, _WORTH_PROCESSES))
    every = chain(first, coming)
    if workers < 2 or len(first) < _WORTH_PROCESSES or "fork" not in multiprocessing.get_all_start_methods():
        yield from (_read(one, reader) for one in every)
        return
    _READER[:] = [reader]
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            yield from pool.imap(_read_here, every, _CHUNK)
    finally:
        _READER.clear()


def _read_here(ad: Ad | Unread) -> Read | Unread:
    return _read(ad, _READER[0])


def _read(ad: Ad | Unread, reader: Reader) -> Read | Unread:
    if isinstance(ad, Unread):
        return ad
    try:
        return read_ad(ad.record, ad.source, reader)
    except IngestionError as error:
        return Unread(ad.name, error)
