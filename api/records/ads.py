"""Which ads there were when something was shown: kept as they change, once a version, not once a match."""

from collections.abc import Iterator
from hashlib import sha256

from graph.index import MatchIndex
from graph.store.codec import decoded, encoded
from graph.store.log import AdArchive
from graph.store.port import GraphStore
from ontology.vacancies import Posting

_DIGEST_DIGITS = 16


def digest(posting: Posting) -> str:
    """What tells one version of an ad, as it was read, from another: sixteen hex digits of SHA-256."""
    return sha256(encoded(posting)).hexdigest()[:_DIGEST_DIGITS]


class KeptAds:
    """Keeps the ads of one graph store as an index has them."""

    def __init__(self, archive: AdArchive, store: GraphStore) -> None:
        """Kept in `archive`; `store` says which ads changed.

        `_last` is the last mark, and the change up to which no ad differs from it.
        """
        self._archive, self._store = archive, store
        self._last = (0, 0)

    def mark(self, index: MatchIndex, seen: int) -> int:
        """The mark under which the ads of `index`, as new as the store's change `seen`, can be had back.

        Only ads that changed since the mark before are written, so that a match costs none of this.
        """
        mark, looked = self._last
        if not 0 < mark <= looked <= seen:
            mark = looked = self._archive.ads_mark(seen)
        if not mark or (looked < seen and any(self._changed(looked, seen))):
            ads = {str(one.id): one for one in index.postings}
            wanted = {*self._changed(mark, seen), *(() if mark else ads)}
            self._archive.keep_ads(seen, ((id, encoded(ads[id]) if id in ads else None) for id in sorted(wanted)))
            mark = seen
        self._last = mark, seen
        return mark

    def _changed(self, after: int, seen: int) -> Iterator[str]:
        return (one.id for one in self._store.changes(after) if one.kind == "posting" and one.seq <= seen)

    def at(self, mark: int) -> Iterator[Posting]:
        """The ads at a mark, by id."""
        return (decoded(data, Posting) for data in self._archive.ads_at(mark))
