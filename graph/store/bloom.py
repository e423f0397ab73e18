"""Fills a separate database for exploring in Bloom; people are not in it, save one profile for a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

from cypher.perspective import GraphSchema, data_type
from graph.constants import IMPORTANCE_WEIGHT
from graph.derived import Derived
from graph.errors import StoreError
from graph.ontology import LiveOntology
from graph.store.neo4j_knowledge import Asked, Row, batches, furnish
from graph.store.neo4j_rows import posting_properties
from graph.store.port import Progress, silent
from ontology.people import Profile
from ontology.places import Places
from ontology.taxonomy import Taxonomy
from ontology.travel import Travel
from ontology.vacancies import LISTED_BY_DEFAULT, LISTED_WITHOUT_DEADLINE_DAYS, Posting

EXPIRES_AFTER = timedelta(days=1)
_FORGET = 5_000
_KEYS = (
    "bloom_key_skill_label",
    "bloom_key_occupation_label",
    "bloom_key_municipality_name",
)


class Explored(Asked, Protocol):
    """What is asked of the database for exploring; a Neo4jStore is one."""

    def save_ontology(self, taxonomy: Taxonomy, derived: Derived, progress: Progress = silent) -> bool:
        """See GraphStore.save_ontology."""
        ...


@dataclass(frozen=True)
class Source:
    """What is to be explored."""

    live: LiveOntology
    postings: Iterable[Posting]
    places: Places
    travel: Travel


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote; `left_out` are ads that are not listed on its day, `removed` those of an earlier export."""

    ads: int
    left_out: int
    removed: int
    municipalities: int
    expires: datetime | None


def fill(
    target: Explored,
    source: Source,
    now: datetime,
    as_of: date | None = None,
    profile: Profile | None = None,
    progress: Progress = silent,
) -> Exported:
    """Make `target` hold what is in `source` and nobody, save `profile` for a day after `now` where one is given.

    With `as_of` the ads are those of that day and stay listed; without, those of the day of `now`, and each is listed
    until its own last day.

    Raises:
        StoreError: The target holds a store of the service or people, or Neo4j refused it.
    """
    _refuse_others(target)
    mark = now.astimezone(UTC).isoformat()
    target.read("bloom_mark", exported=mark, as_of=(as_of or now.date()).isoformat())
    target.read("bloom_forget_profiles")
    target.save_ontology(source.live.taxonomy, source.live.derived, progress)
    for name in ("bloom_forget_gone", "bloom_forget_records", *_KEYS):
        target.read(name)
    towns = furnish(target, source.live, source.places, source.travel)
    ads, left_out = _write_ads(target, source, mark, as_of or now.date(), as_of is not None)
    removed = _forget_ads(target, mark)
    expires = now + EXPIRES_AFTER if profile else None
    if profile:
        target.read("bloom_profile", profile=_profile_row(profile, now + EXPIRES_AFTER, source.places))
    return Exported(ads, left_out, removed, towns, expires)


def remove_expired(target: Explored, now: datetime) -> int:
    """Remove the profiles that expired at `now` or before; how many there were."""
    return int(target.read("bloom_forget_expired", now=now)[0]["removed"])


def remove_profiles(target: Explored) -> int:
    """Remove every profile that was put there for a day, as when its person is erased; how many there were."""
    return int(target.read("bloom_forget_profiles")[0]["removed"])


def schema(target: Explored) -> GraphSchema:
    """Labels, relationship types and properties with their types, as they are in the database."""
    return GraphSchema(
        _properties(target.read("bloom_node_properties")),
        _properties(target.read("bloom_relationship_properties")),
        tuple((row["source"], row["type"], row["target"]) for row in target.read("bloom_segments")),
        tuple((row["label"], tuple(row["properties"])) for row in target.read("bloom_indexes")),
    )


def _properties(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        own = found.setdefault(row["name"], {})
        if row["property"] is not None:
            own[row["property"]] = data_type(row["types"])
    return found


def _refuse_others(target: Explored) -> None:
    held = target.read("bloom_target")[0]
    if held["people"] or (held["used"] and not held["ours"]):
        what = "people" if held["people"] else "a store of the service"
        raise StoreError(f"the target holds {what}; name an empty database or instance that is only for exploring")


def _write_ads(target: Explored, source: Source, mark: str, day: date, fixed: bool) -> tuple[int, int]:
    """How many ads were written, and how many are not listed on `day`."""
    written, seen = 0, 0
    for batch in batches(source.postings):
        listed = [one for one in batch if one.live_on(day)]
        target.read("bloom_ads", rows=[_ad_row(one, source.live, mark, fixed) for one in listed])
        written, seen = written + len(listed), seen + len(batch)
    return written, seen - written


def _ad_row(posting: Posting, live: LiveOntology, mark: str, fixed: bool) -> Row:
    """An ad with its links; `listed_until` is left out where the day of the listing is fixed."""
    last = posting.deadline or posting.published + timedelta(days=LISTED_WITHOUT_DEADLINE_DAYS)
    own = {
        "id": posting.id,
        **posting_properties(posting),
        "listed": posting.kind in LISTED_BY_DEFAULT,
        "listed_until": None if fixed else last,
        "exported": mark,
    }
    guesses = enumerate(posting.occupations)
    return {
        "id": posting.id,
        "own": own,
        "asks": list(_ask_rows(posting, live)),
        "excludes": list(posting.excluded_skills),
        "occupations": [{"occupation": g.occupation, "rank": rank, "confidence": g.confidence} for rank, g in guesses],
        "workplaces": [{"code": one.municipality, "postcode": one.postcode} for one in posting.workplaces],
        "demands": [{"code": d.credential, "hard": d.hard, "either": d.either} for d in posting.demands],
    }


def _ask_rows(posting: Posting, live: LiveOntology) -> Iterator[Row]:
    """`weight` = importance x specificity; skills that the live release does not have are left out."""
    for one in posting.asks:
        row = live.taxonomy.skill_rows.get(one.skill)
        if row is not None:
            weight = IMPORTANCE_WEIGHT[one.importance] * float(live.specificity[row])
            asked = {"importance": one.importance.value, "confidence": one.confidence}
            yield {"skill": one.skill, "weight": weight, **asked}


def _forget_ads(target: Explored, mark: str) -> int:
    total = 0
    while removed := target.read("bloom_forget_ads", exported=mark, size=_FORGET)[0]["removed"]:
        total += removed
    return total


def _profile_row(profile: Profile, expires: datetime, places: Places) -> Row:
    """A profile without documents, postcode and years; what it denies is only left out of its claims."""
    town = places.municipalities.get(profile.municipality) if profile.municipality else None
    own = {
        "id": profile.id,
        "expires": expires,
        "level": profile.level,
        "municipality": town.name if town else None,
        "means": profile.means.value if profile.means else None,
    }
    claims = [one for one in profile.claims if one.skill not in profile.denied_skills]
    return {
        "own": own,
        "claims": [{"skill": one.skill, "strength": one.strength, "basis": one.basis.value} for one in claims],
        "held": [{"occupation": one.occupation, "current": one.current} for one in profile.held],
        "seeks": list(profile.seeks),
        "holds": [one.credential for one in profile.holds],
    }
