"""Production: a GraphStore in Neo4j over its own protocol."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import LiteralString, TypeVar

import neo4j

from cypher.queries import load_queries
from graph.derived import Derived
from graph.errors import StoreError
from graph.store import neo4j_rows as rows
from graph.store.codec import decoded, encoded
from graph.store.neo4j_driver import Record, ours, rows_of
from graph.store.neo4j_release import stages
from graph.store.neo4j_rows import Row
from graph.store.port import Change, Progress, silent
from graph.store.taxonomy_codec import release_mark, release_of, release_parts, titles_mark
from ontology.people import Document, DocumentId, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting, PostingId

_RETRY_S, _CONNECT_S = 15.0, 5.0
_PAGE = 1_000
_FORGET = 20_000
_QUICK = 1
_SCHEMA = ("unique_", "concept_text")

T = TypeVar("T")


class Neo4jStore:
    """A GraphStore in Neo4j; one driver a process."""

    def __init__(
        self,
        uri: str,
        login: tuple[str, str] | None = None,
        database: str | None = None,
        retry_s: float = _RETRY_S,
    ) -> None:
        """Connect, and make the constraints and indexes that are missing; a request is tried again for `retry_s`.

        Raises:
            StoreError: The address is none, the login is refused, or nothing answers there.
        """
        self._database = database
        self._queries = load_queries()
        with ours(uri):
            self._driver = neo4j.GraphDatabase.driver(
                uri,
                auth=login,
                max_transaction_retry_time=retry_s,
                connection_timeout=_CONNECT_S,
                notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            )
        try:
            for name in self._queries:
                if name.startswith(_SCHEMA):
                    self.read(name)
        except StoreError:
            self.close()
            raise

    def read(self, name: str, **given: object) -> list[Record]:
        """The rows of a named query in a transaction of its own.

        Raises:
            StoreError: Neo4j refused it or cannot be reached.
        """
        with ours():
            found = self._driver.execute_query(self._text(name), dict(given), database_=self._database)
        return rows_of(found.records)

    def save_ontology(self, taxonomy: Taxonomy, derived: Derived, progress: Progress = silent) -> bool:
        """See GraphStore.save_ontology; one that was broken off goes on where it was."""
        compiled = release_parts(taxonomy, derived)
        wanted = {"digest": release_mark(compiled), "titles": titles_mark(compiled)}
        kept = self.read("live_digest")
        if kept == [wanted]:
            return False
        if not kept or kept[0]["digest"] != wanted["digest"]:
            self._write_release(taxonomy, derived, wanted["digest"], progress)
        self._write(partial(self._make_live, taxonomy=taxonomy, compiled=compiled, marks=wanted))
        progress(1.0)
        return True

    def _write_release(self, taxonomy: Taxonomy, derived: Derived, wanted: str, progress: Progress) -> None:
        under_way = self.read("import_state")
        if not under_way or under_way[0]["digest"] != wanted:
            self.read("begin_import", digest=wanted)
            under_way = [{"stage": 0, "done": 0}]
        self._write_stages(taxonomy, derived, under_way[0], progress)
        self.read("mark_gone", release=taxonomy.release)

    def _write_stages(self, taxonomy: Taxonomy, derived: Derived, under_way: Record, progress: Progress) -> None:
        """Stage 0 forgets the relations that are replaced; the others follow in order."""
        at, done = under_way["stage"], under_way["done"]
        if at == 0:
            while self.read("forget_relations", size=_FORGET)[0]["removed"]:
                pass
            self.read("note_progress", stage=1, done=0)
            at, done = 1, 0
        plan = stages(taxonomy, derived)
        total, written = sum(one.count for one in plan) or 1, sum(one.count for one in plan[: at - 1])
        for number, stage in enumerate(plan[at - 1 :], at):
            for batch, reached in stage.batches(done if number == at else 0):
                self._write(partial(self._batch, query=stage.query, batch=batch, stage=number, done=reached))
                progress((written + reached) / total)
            written += stage.count

    def _batch(self, tx: neo4j.ManagedTransaction, query: str, batch: Sequence[Row], stage: int, done: int) -> None:
        self._run(tx, query, rows=batch)
        self._run(tx, "note_progress", stage=stage, done=done)

    def _make_live(
        self, tx: neo4j.ManagedTransaction, taxonomy: Taxonomy, compiled: Mapping[str, bytes], marks: Mapping[str, str]
    ) -> None:
        self._run(tx, "forget_titles")
        self._run(tx, "save_titles", rows=list(rows.title_rows(taxonomy)))
        for name, links in rows.title_links(taxonomy).items():
            self._run(tx, name, rows=links)
        self._run(tx, "forget_parts")
        for name, data in compiled.items():
            self._run(tx, "save_part", part=name, data=zlib.compress(data, _QUICK))
        self._run(tx, "end_import", **marks, release=taxonomy.release)
        self._note(tx, [("ontology", taxonomy.release, False)])

    def ontology(self) -> tuple[Taxonomy, Derived] | None:
        """See GraphStore.ontology."""
        kept = {row["name"]: zlib.decompress(row["data"]) for row in self.read("release_parts")}
        return release_of(kept) if kept else None

    def save_profile(self, profile: Profile, documents: Iterable[Document]) -> None:
        """See GraphStore.save_profile."""
        kept = list(documents)
        own = {"id": profile.id}

        def work(tx: neo4j.ManagedTransaction) -> None:
            before = self._next(tx, 1)
            self._run(tx, "forget_documents", **own)
            self._save_documents(tx, kept)
            data, properties = encoded(profile).decode(), rows.profile_properties(profile)
            names = [one.id for one in kept]
            self._run(tx, "save_profile", **own, data=data, properties=properties, documents=names)
            self._run(tx, "link_claims", **own, rows=rows.claim_rows(profile))
            self._run(tx, "link_denied", **own, rows=rows.denial_rows(profile))
            self._run(tx, "link_held", **own, rows=rows.held_rows(profile))
            self._run(tx, "link_sought", **own, occupations=list(profile.seeks))
            self._run(tx, "link_holds", **own, credentials=[one.credential for one in profile.holds])
            self._note(tx, [("profile", profile.id, False)], before)

        self._write(work)

    def profile(self, id: ProfileId) -> Profile | None:
        """See GraphStore.profile."""
        return self._one("profile", id, Profile)

    def profiles_read_from(self, document: DocumentId) -> tuple[ProfileId, ...]:
        """See GraphStore.profiles_read_from."""
        return tuple(ProfileId(row["id"]) for row in self.read("profiles_read_from", document=document))

    def profiles(self) -> Iterator[ProfileId]:
        """See GraphStore.profiles."""
        return (ProfileId(row["id"]) for row in self.read("profile_ids"))

    def erase_profile(self, id: ProfileId) -> bool:
        """See GraphStore.erase_profile."""
        return self._write(lambda tx: self._remove(tx, "erase_profile", "profile", id))

    def save_postings(self, postings: Iterable[tuple[Posting, Document]]) -> int:
        """See GraphStore.save_postings."""
        given = [(posting, document, encoded(posting).decode()) for posting, document in postings]

        def work(tx: neo4j.ManagedTransaction) -> int:
            before = self._next(tx, 0)
            kept = {row["id"]: row["data"] for row in self._run(tx, "posting_data", ids=[p.id for p, _, _ in given])}
            last = {posting.id: (posting, document, data) for posting, document, data in given}
            new = [one for one in last.values() if kept.get(one[0].id) != one[2]]
            self._next(tx, len(new))
            self._save_documents(tx, [document for _, document, _ in new])
            saved = [
                {
                    "id": p.id,
                    "data": data,
                    "document": d.id,
                    "properties": {**rows.posting_properties(p), "content_hash": p.content_hash, "read_as": p.read_as},
                }
                for p, d, data in new
            ]
            self._run(tx, "save_postings", rows=saved)
            for name, links in rows.posting_links(p for p, _, _ in new).items():
                self._run(tx, name, rows=links)
            self._note(tx, [("posting", p.id, False) for p, _, _ in new], before)
            return len(new)

        return self._write(work) if given else 0

    def readings(self, ids: Sequence[PostingId]) -> Mapping[PostingId, str]:
        """See GraphStore.readings."""
        return {PostingId(row["id"]): row["read_as"] for row in self.read("postings_read_as", ids=list(ids))}

    def posting(self, id: PostingId) -> Posting | None:
        """See GraphStore.posting."""
        return self._one("posting", id, Posting)

    def postings(self) -> Iterator[Posting]:
        """See GraphStore.postings."""
        after = ""
        while page := self.read("postings_after", id=after, size=_PAGE):
            for row in page:
                yield decoded(row["data"].encode(), Posting)
            after = page[-1]["id"]

    def remove_posting(self, id: PostingId) -> bool:
        """See GraphStore.remove_posting."""
        return self._write(lambda tx: self._remove(tx, "remove_posting", "posting", id))

    def document(self, id: DocumentId) -> Document | None:
        """See GraphStore.document."""
        return self._one("document", id, Document)

    def changes(self, after: int) -> Iterator[Change]:
        """See GraphStore.changes."""
        while page := self.read("changes_after", seq=after, size=_PAGE):
            yield from (Change(**row) for row in page)
            after = page[-1]["seq"]

    def last_change(self) -> Change | None:
        """See GraphStore.last_change."""
        return next((Change(**row) for row in self.read("last_change")), None)

    def close(self) -> None:
        """See GraphStore.close."""
        self._driver.close()

    def _one(self, query: str, id: str, kind: type[T]) -> T | None:
        found = self.read(query, id=id)
        return decoded(found[0]["data"].encode(), kind) if found else None

    def _remove(self, tx: neo4j.ManagedTransaction, query: str, kind: str, id: str) -> bool:
        before = self._next(tx, 0)
        gone = bool(self._run(tx, query, id=id)[0]["removed"])
        if gone:
            self._next(tx, 1)
            self._note(tx, [(kind, id, True)], before)
        return gone

    def _save_documents(self, tx: neo4j.ManagedTransaction, documents: Iterable[Document]) -> None:
        self._run(tx, "save_documents", rows=[{"id": one.id, "data": encoded(one).decode()} for one in documents])

    def _next(self, tx: neo4j.ManagedTransaction, count: int) -> int:
        return int(self._run(tx, "next_change", count=count)[0]["before"])

    def _note(
        self, tx: neo4j.ManagedTransaction, changed: Sequence[tuple[str, str, bool]], before: int | None = None
    ) -> None:
        first = self._next(tx, len(changed)) if before is None else before
        numbered = enumerate(changed, first + 1)
        noted = [{"seq": seq, "kind": kind, "id": id, "gone": gone} for seq, (kind, id, gone) in numbered]
        self._run(tx, "save_changes", rows=noted)

    def _run(self, tx: neo4j.ManagedTransaction, name: str, **given: object) -> list[Record]:
        return rows_of(tx.run(self._text(name), dict(given)))

    def _text(self, name: str) -> LiteralString:
        return self._queries[name].text

    def _write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        marks = self._driver.execute_query_bookmark_manager  # so that a read on another member waits for this write
        with ours(), self._driver.session(database=self._database, bookmark_manager=marks) as session:
            return session.execute_write(work)
