"""What the tests of candidates share: a service with the demo's people in it, and how they are changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from api.app import build
from api.candidates import Candidates
from api.cli.demo import STARTER, TEXTS
from api.service import Service
from api.settings import Settings
from ingestion.readers import document_id
from ontology.kinds import MunicipalityCode
from ontology.people import Profile, ProfileId, Releaser
from ontology.vacancies import Posting, PostingId

DAY = date(2026, 11, 25)
HERE, THERE = MunicipalityCode("0101"), MunicipalityCode("0461")


def filled(folder: Path) -> Service:
    """The demo's twelve people and sixty ads; nobody is released."""
    made = build(Settings(folder / "k.sqlite", "none"))
    made.releases.import_ontology([STARTER / "en", STARTER / "da"], lambda _what, _share: None)
    made.intake.postings([TEXTS / "demo.jsonl"])
    made.intake.cvs(sorted((TEXTS / "cvs").iterdir()))
    return made


def keep(service: Service, profile: Profile) -> ProfileId:
    """Save a profile with its documents and a key."""
    documents = [one for one in map(service.document, profile.documents) if one is not None]
    service.vault.key(profile.id)
    service.store.save_profile(profile, documents)
    return profile.id


def ids(service: Service) -> list[ProfileId]:
    """Everybody, the one of citizen-6.txt first."""
    (first,) = service.store.profiles_read_from(document_id((TEXTS / "cvs" / "citizen-6.txt").read_bytes()))
    return [first, *(one for one in service.store.profiles() if one != first)]


def release(service: Service, *people: str) -> None:
    """Released by both."""
    for id in people:
        for by in Releaser:
            service.release(id, by)


def crowd(service: Service, count: int, where: MunicipalityCode, name: str = "like") -> list[ProfileId]:
    """So many more like the first of the demo, whose cases `where` handles."""
    one = service.profile(ids(service)[0])
    named = (replace(one, id=ProfileId(f"{name}-{where}-{number:02}"), documents=()) for number in range(count))
    return [keep(service, replace(like, handled_by=where)) for like in named]


def suiting(service: Service, like: str) -> Posting:
    """An ad at a person's door that asks for one professional skill that they claim, and demands nothing."""
    who, taxonomy = service.profile(like), service.live.taxonomy
    able = [claim for claim in who.claims if not taxonomy.personal[taxonomy.skill_rows[claim.skill]]]
    near = service.match(like, None, DAY, 1).shown[0].match.posting
    document = service.store.document(near.document)
    assert document is not None
    asked = replace(near.asks[0], skill=max(able, key=lambda claim: claim.strength).skill)
    made = replace(near, id=PostingId("test:1"), asks=(asked,), demands=(), occupations=())
    service.store.save_postings([(made, document)])
    return made


def shown(found: Candidates) -> list[ProfileId]:
    """Who is shown, best first."""
    return [one.profile.id for one in found.shown]
