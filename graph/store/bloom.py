"""Fills a separate database for exploring in Bloom; people are not in it, save one profile for a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from math import isnan
from typing import Any, Protocol, TypeVar

from cypher.perspective import GraphSchema, data_type
from graph.constants import IMPORTANCE_WEIGHT
from graph.derived import Derived
from graph.errors import StoreError
from graph.ontology import LiveOntology
from graph.store.port import Progress, silent
from ontology.credentials import CredentialKind, load_credentials
from ontology.demands import load_demands
from ontology.industries import IndustryLevel, industries_of, load_industries, load_occupation_industries
from ontology.kinds import MunicipalityCode
from ontology.labour import load_bands
from ontology.people import Means, Profile
from ontology.places import Places
from ontology.taxonomy import Taxonomy
from ontology.travel import Travel, by_means
from ontology.vacancies import LISTED_BY_DEFAULT, LISTED_WITHOUT_DEADLINE_DAYS, Posting

EXPIRES_AFTER = timedelta(days=1)
REACH_MIN = 120
"""Municipalities that are further apart by car have no REACHES."""
_BATCH, _FORGET = 500, 5_000
_KEYS = (
    "bloom_key_region",
    "bloom_key_industry",
    "bloom_key_skill_label",
    "bloom_key_occupation_label",
    "bloom_key_municipality_name",
)


T = TypeVar("T")
Row = Mapping[str, object]


class Explored(Protocol):
    """What is asked of the database for exploring; a Neo4jStore is one."""

    def read(self, name: str, **given: object) -> list[dict[str, Any]]:
        """The rows of a named query in a transaction of its own."""
        ...

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
    _write_knowledge(target, source.live)
    towns = _write_places(target, source)
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


def _write_knowledge(target: Explored, live: LiveOntology) -> None:
    """What Denmark knows of skills and occupations."""
    tells = zip(live.taxonomy.skills, live.specificity.tolist(), strict=True)
    skills: Iterator[Row] = ({"uri": one.uri, "specificity": value} for one, value in tells)
    sections = [one for one in load_industries().values() if one.level is IndustryLevel.SECTION]
    target.read("bloom_industries", rows=[{"code": one.code, "label": one.title_da} for one in sections])
    target.read("bloom_credentials", rows=list(_credential_rows()))
    for name, rows in (("bloom_skills", skills), ("bloom_occupations", _occupation_rows(live))):
        for batch in _batches(rows):
            target.read(name, rows=batch)


def _credential_rows() -> Iterator[Row]:
    for one in load_credentials().values():
        asked = " (spørg)" if one.kind is CredentialKind.CLEARANCE else ""
        yield {"code": one.code, "label": one.label_da + asked, "kind": one.kind.value, "how": one.how_da}


def _occupation_rows(live: LiveOntology) -> Iterator[Row]:
    """`level` 0 to 5, None = unknown; the first industry is the main one."""
    prior, demands, bands = load_occupation_industries(), load_demands(), load_bands()
    for row, one in enumerate(live.taxonomy.occupations):
        level = float(live.levels[row])
        shares = enumerate(industries_of(one.isco, prior))
        yield {
            "uri": one.uri,
            "level": None if isnan(level) else int(level),
            "in_denmark": bands.has_place(one.uri, one.isco),
            "industries": [{"code": code, "share": share, "main": rank == 0} for rank, (code, share) in shares],
            "demands": [{"code": d.credential, "hard": d.hard} for d in demands.of(one.uri, one.isco).demands],
        }


def _write_places(target: Explored, source: Source) -> int:
    towns = list(source.places.municipalities.values())
    named = [{"code": one.code, "name": one.name, "region": one.region} for one in towns]
    target.read("bloom_municipalities", rows=named)
    target.read("bloom_reach", rows=[{"code": one.code, "reach": list(_reach(one.code, source))} for one in towns])
    return len(towns)


def _reach(code: MunicipalityCode, source: Source) -> Iterator[Row]:
    """From town hall to town hall, in whole minutes, estimated; the municipality itself included."""
    seats = {one.code: one.seat for one in source.places.municipalities.values()}
    for other, seat in seats.items():
        car = source.travel.minutes(seats[code], seat)
        if car is not None and car < REACH_MIN:
            transit = by_means(car, Means.TRANSIT)
            yield {"code": other, "minutes_car": round(car), "minutes_transit": round(transit)}


def _write_ads(target: Explored, source: Source, mark: str, day: date, fixed: bool) -> tuple[int, int]:
    """How many ads were written, and how many are not listed on `day`."""
    written, seen = 0, 0
    for batch in _batches(source.postings):
        listed = [one for one in batch if one.live_on(day)]
        target.read("bloom_ads", rows=[_ad_row(one, source.live, mark, fixed) for one in listed])
        written, seen = written + len(listed), seen + len(batch)
    return written, seen - written


def _ad_row(posting: Posting, live: LiveOntology, mark: str, fixed: bool) -> Row:
    """An ad with its links; `listed_until` is left out where the day of the listing is fixed."""
    last = posting.deadline or posting.published + timedelta(days=LISTED_WITHOUT_DEADLINE_DAYS)
    own = {
        "id": posting.id,
        "title": posting.title,
        "employer": posting.employer,
        "published": posting.published,
        "deadline": posting.deadline,
        "kind": posting.kind.value,
        "hours": posting.hours.value,
        "openings": posting.openings,
        "listed": posting.kind in LISTED_BY_DEFAULT,
        "listed_until": None if fixed else last,
        "exported": mark,
    }
    guesses = enumerate(posting.occupations)
    return {
        "id": posting.id,
        "own": own,
        "asks": list(_ask_rows(posting, live)),
        "excludes": list(posting.excludes),
        "occupations": [{"occupation": g.occupation, "rank": rank, "confidence": g.confidence} for rank, g in guesses],
        "workplaces": [{"code": one.municipality, "postcode": one.postcode} for one in posting.workplaces],
        "demands": [{"code": one.credential, "hard": one.hard} for one in posting.demands],
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
    claims = [one for one in profile.claims if one.skill not in profile.denied]
    return {
        "own": own,
        "claims": [{"skill": one.skill, "strength": one.strength, "basis": one.basis.value} for one in claims],
        "held": [{"occupation": one.occupation, "current": one.current} for one in profile.held],
        "seeks": list(profile.seeks),
        "holds": [one.credential for one in profile.holds],
    }


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch
