"""Many ads read on all cores: the reader is made once, and each process that reads shares its memory."""

import gc
import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from ingestion.ad_shapes.posting import read_ad
from ingestion.ad_shapes.reading import Ad, Unread
from ingestion.errors import IngestionError
from ingestion.reader import Reader
from ontology.people import Document
from ontology.vacancies import Posting, PostingId

Read = tuple[Posting, Document]
_WORTH_PROCESSES, _CHUNK = 400, 25
"""Below this many ads, processes cost more than they give; and how many ads one takes at a time."""
_READER: list[Reader] = []
"""What the processes inherit; a copy sent to each would cost more than reading does."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An ad to be read, and the mark that its posting is to have."""

    ad: Ad
    mark: str


@dataclass(frozen=True, slots=True)
class Already:
    """An ad that the store has as it would be read now."""

    id: PostingId


ToRead = Ad | Marked | Unread | Already


def read_all(ads: Iterable[ToRead], reader: Reader, workers: int = 1) -> Iterator[Read | Unread | Already]:
    """The posting and the text of each ad in order, or why it cannot be read; on `workers` processes where it pays.

    What is there already passes through. What the reader holds is no garbage and is not walked for any.

    Where processes cannot share memory (Windows, macOS) one process reads.
    """
    coming = iter(ads)
    first = list(islice(coming, _WORTH_PROCESSES))
    every = chain(first, coming)
    if workers < 2 or len(first) < _WORTH_PROCESSES or "fork" not in multiprocessing.get_all_start_methods():
        gc.freeze()
        yield from (_read(one, reader) for one in every)
        return
    _READER[:] = [reader]
    try:
        with multiprocessing.get_context("fork").Pool(workers, _started) as pool:
            yield from pool.imap(_read_here, every, _CHUNK)
    finally:
        _READER.clear()


def _started() -> None:
    """Ctrl-C is left to the parent, who ends the others; what was inherited is no garbage and is not walked for any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _read_here(ad: ToRead) -> Read | Unread | Already:
    return _read(ad, _READER[0])


def _read(one: ToRead, reader: Reader) -> Read | Unread | Already:
    if isinstance(one, Unread | Already):
        return one
    ad, mark = (one.ad, one.mark) if isinstance(one, Marked) else (one, "")
    try:
        posting, document = read_ad(ad.record, ad.source, reader)
    except IngestionError as error:
        return Unread(ad.name, error)
    return replace(posting, read_as=mark), document
