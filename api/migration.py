"""Moving a store from one ESCO release to another: every link of a profile or an ad is accounted for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from api.releases import prepared
from api.service import Service
from ontology.errors import ServiceError
from ontology.esco import Progress
from ontology.migration import Fate, LinkFate, ReleaseChange, compare, moved_posting, moved_profile, moved_title
from ontology.people import Document, DocumentId
from ontology.terms import load_terms
from ontology.titles import load_titles
from ontology.vacancies import Posting

_BATCH = 500


@dataclass(frozen=True)
class Migration:
    """What changed between the releases, and what became of the links, by kind of record, `titles` being STAR's.

    `undecided` counts how many links each concept has that a person must decide on; `stale_terms` how many of our own
    terms and titles name a concept that the new release does not have.
    """

    change: ReleaseChange
    profiles: Mapping[Fate, int]
    postings: Mapping[Fate, int]
    titles: Mapping[Fate, int]
    undecided: Mapping[str, int]
    stale_terms: int


def migrate(service: Service, paths: Sequence[Path], progress: Progress) -> Migration:
    """Move all links, then make the release of `paths` the live one.

    Broken off and run again, it goes on: a link that has moved is one that the new release has.

    Raises:
        OntologyError: The paths hold no whole release.
        StoreError: No release is live, or the store refused a write.
    """
    new, _ = prepared(paths, lambda what, share: progress(what, 0.2 * share))
    change = compare(service.live.taxonomy, new)
    told: list[LinkFate] = []
    profiles, postings = Counter[Fate](), Counter[Fate]()
    for id in list(service.store.profiles()):
        profile, fates = moved_profile(service.profile(id), change)
        _count(fates, profiles, told)
        if any(one.fate is Fate.MOVED for one in fates):
            service.store.save_profile(profile, _documents(service, profile.documents))
    progress("flytter opslag", 0.25)
    batch: list[tuple[Posting, Document]] = []
    for before in list(service.store.postings()):
        posting, fates = moved_posting(before, change)
        _count(fates, postings, told)
        if any(one.fate is Fate.MOVED for one in fates):
            batch += [(posting, one) for one in _documents(service, (posting.document,))]
        if len(batch) >= _BATCH:
            service.store.save_postings(batch)
            batch = []
    service.store.save_postings(batch)
    titles = [moved_title(title, change, new) for title in service.live.taxonomy.job_titles]
    of_titles = Counter[Fate]()
    for _, fates in titles:
        _count(fates, of_titles, told)
    new = replace(new, job_titles=tuple(title for title, _ in titles))
    service.releases.make_live(new, lambda what, share: progress(what, 0.3 + 0.7 * share))
    undecided = Counter(f"{one.label} ({one.before})" for one in told if one.fate is Fate.UNDECIDED)
    known = new.skill_rows.keys() | new.occupation_rows.keys()
    named = [*(uri for _, uri in load_terms()), *(title.uri for title in load_titles())]
    stale = sum(uri not in known for uri in named)
    return Migration(change, profiles, postings, of_titles, undecided, stale)


def _count(fates: Iterable[LinkFate], into: "Counter[Fate]", told: list[LinkFate]) -> None:
    for one in fates:
        into[one.fate] += 1
        if one.fate is Fate.UNDECIDED:
            told.append(one)


def _documents(service: Service, ids: Iterable[DocumentId]) -> list[Document]:
    found = [(id, service.store.document(id)) for id in ids]
    gone = [id for id, document in found if document is None]
    if gone:
        raise ServiceError(
            f"document '{gone[0]}' is not in the store though a record was read from it; ingest it again"
        )
    return [document for _, document in found if document is not None]
