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
        """Kept in `archive`; `store` says which ads changed."""
        self._archive, self._store = archive, store
        self._mark = self._looked = 0

    def mark(self, index: MatchIndex, seen: int) -> int:
        """The mark under which the ads of `index`, as new as the store's change `seen`, can be had back.

        Only ads that changed since the mark before are written, so that a match costs none of this.
        """
        if not 0 < self._mark <= self._looked <= seen:
            self._mark = self._looked = self._archive.ads_mark(seen)
        changed = {one.id for one in self._store.changes(self._looked) if one.kind == "posting" and one.seq <= seen}
        if changed or not self._mark:
            before = {one.id for one in self._store.changes(self._mark) if one.kind == "posting" and one.seq <= seen}
            ads = {str(one.id): one for one in index.postings}
            wanted = before if self._mark else before | ads.keys()
            self._archive.keep_ads(seen, ((id, encoded(ads[id]) if id in ads else None) for id in sorted(wanted)))
            self._mark = seen
        self._looked = seen
        return self._mark

    def at(self, mark: int) -> Iterator[Posting]:
        """The ads at a mark, by id."""
        return (decoded(data, Posting) for data in self._archive.ads_at(mark))
