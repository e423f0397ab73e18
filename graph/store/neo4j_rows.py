"""Frozen values as the rows that the Cypher writes take: plain lists, strings and numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from math import log

from graph.constants import IMPORTANCE_WEIGHT
from graph.derived import Derived, Edge
from graph.moves import TERMS
from graph.ontology import LiveOntology
from ontology.job_titles import within
from ontology.kinds import DANISH, ENGLISH, Importance, Labels
from ontology.people import Evidence, Profile
from ontology.taxonomy import Pairs, Taxonomy
from ontology.vacancies import Posting

Row = Mapping[str, object]


def constants(live: LiveOntology) -> Row:
    """The numbers of the scoring, as the matching queries name them."""
    nice, mentioned = IMPORTANCE_WEIGHT[Importance.NICE], IMPORTANCE_WEIGHT[Importance.MENTIONED]
    return {**asdict(live.constants), "nice": nice, "mentioned": mentioned, "shrinkage": live.shrinkage}


def generic(live: LiveOntology) -> Row:
    """The idf over ads, in nats, of the skills that many ads ask for, by URI."""
    return {uri: -log(share) for uri, share in live.generic.items()}


def skill_rows(taxonomy: Taxonomy, derived: Derived) -> Iterator[Row]:
    """One row a skill; `idf` in nats, `row` its place in the release."""
    for row, one in enumerate(taxonomy.skills):
        yield {
            "uri": one.uri,
            **_labels(one.labels),
            "kind": one.kind.value,
            "personal": bool(taxonomy.personal[row]),
            "idf": float(derived.idf[row]),
            "row": row,
            "release": taxonomy.release,
        }


def group_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """One row a group of the skill hierarchy."""
    for row, one in enumerate(taxonomy.skill_groups):
        yield {"uri": one.uri, **_labels(one.labels), "code": one.code, "row": row, "release": taxonomy.release}


def occupation_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """One row an occupation."""
    for row, one in enumerate(taxonomy.occupations):
        own = {"uri": one.uri, "isco": one.isco, "code": one.code, "row": row, "release": taxonomy.release}
        yield {**own, **_labels(one.labels)}


def isco_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """One row an ISCO-08 group."""
    for one in taxonomy.occupation_groups:
        yield {"code": one.isco, "uri": one.uri, **_labels(one.labels)}


def isco_broader_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """An ISCO-08 group and the group above it."""
    for one in taxonomy.occupation_groups:
        if len(one.isco) > 1:
            yield {"source": one.isco, "target": one.isco[:-1]}


def unit_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """An occupation and its unit group."""
    return ({"source": one.uri, "target": one.isco} for one in taxonomy.occupations)


def title_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """One row a job title of STAR's."""
    for one in taxonomy.job_titles:
        yield {"uri": one.uri, "label": one.label, "page": one.page, "isco": one.isco}


def title_links(taxonomy: Taxonomy) -> Mapping[str, list[Row]]:
    """Rows by the query that links a job title so; what leads out of the release is left out."""
    found: dict[str, list[Row]] = {"link_exact": [], "link_close": [], "link_broad": [], "link_narrow": []}
    for one in taxonomy.job_titles:
        for link in within(one, taxonomy.mappable):
            found[f"link_{link.relation.value}"].append({"source": one.uri, "target": link.concept})
    return found


def pair_rows(pairs: Pairs, sources: Sequence[object], targets: Sequence[object], **also: str) -> Iterator[Row]:
    """One row a pair of a relation, by URI; `sources` and `targets` are the concepts that its rows index."""
    for source, target in zip(pairs.sources.tolist(), pairs.targets.tolist(), strict=True):
        yield {"source": _uri(sources[source]), "target": _uri(targets[target]), **also}


def near_rows(taxonomy: Taxonomy, derived: Derived) -> Iterator[Row]:
    """One row a pair of the closure; `via` is each step's kind and where it leads."""
    near, uris = derived.near, [one.uri for one in taxonomy.skills]
    names = {int(edge): edge.name.lower() for edge in Edge}
    for source in range(len(uris)):
        for pair in range(int(near.starts[source]), int(near.starts[source + 1])):
            target = int(near.targets[pair])
            stops = [int(stop) for stop in near.stops[pair] if stop >= 0] + [target]
            via = [f"{names[int(kind)]} {uris[stop]}" for kind, stop in zip(near.kinds[pair], stops, strict=False)]
            yield {
                "source": uris[source],
                "target": uris[target],
                "proximity": float(near.proximity[pair]),
                "via": via,
            }


def move_rows(taxonomy: Taxonomy, derived: Derived) -> Iterator[Row]:
    """One row a kept move; `terms` are "name value", in the order of the model."""
    moves, uris = derived.moves, [one.uri for one in taxonomy.occupations]
    for source in range(len(uris)):
        for pair in range(int(moves.starts[source]), int(moves.starts[source + 1])):
            yield {
                "source": uris[source],
                "target": uris[int(moves.targets[pair])],
                "feasibility": float(moves.feasibility[pair]),
                "terms": [f"{name} {value:.3f}" for name, value in zip(TERMS, moves.terms[pair], strict=True)],
            }


def profile_properties(profile: Profile) -> Row:
    """What Bloom and Cypher see of a profile; nothing that names the person."""
    return {
        "postcode": profile.postcode,
        "municipality": profile.municipality,
        "handled_by": profile.handled_by,
        "means": profile.means.value if profile.means else None,
        "level": profile.level,
        "minutes": profile.minutes,
        "hours_min": profile.hours_min,
        "hours_max": profile.hours_max,
    }


def claim_rows(profile: Profile) -> list[Row]:
    """One row a claim."""
    return [
        {"skill": one.skill, "strength": one.strength, "basis": one.basis.value, **_places(one.evidence)}
        for one in profile.claims
    ]


def denial_rows(profile: Profile) -> list[Row]:
    """One row a skill that the person says not to have."""
    return [{"skill": one.skill, **_places(one.evidence)} for one in profile.denied]


def held_rows(profile: Profile) -> list[Row]:
    """One row a held occupation; `periods` are "2015-07/2019-06", "2021-03/" where it still runs."""
    return [
        {
            "occupation": one.occupation,
            "since": one.since,
            "until": one.until,
            "current": one.current,
            "confidence": one.confidence,
            "periods": [f"{it.first:%Y-%m}/{f'{it.last:%Y-%m}' if it.last else ''}" for it in one.periods],
            "stated_years": one.stated_years,
        }
        for one in profile.held
    ]


def posting_properties(posting: Posting) -> Row:
    """What Bloom and Cypher see of an ad."""
    return {
        "title": posting.title,
        "employer": posting.employer,
        "published": posting.published,
        "deadline": posting.deadline,
        "kind": posting.kind.value,
        "hours": posting.hours.value,
        "openings": posting.openings,
        "hours_min": posting.terms.hours_min,
        "hours_max": posting.terms.hours_max,
        "shifts": [one.value for one in posting.terms.shifts],
        "remote": posting.terms.remote.value,
        "start": posting.terms.start,
        "exertions": [one.value for one in posting.terms.exertions],
        "languages": [f"{one.language} {one.level or ''}".strip() for one in posting.languages if one.importance],
    }


def posting_links(postings: Iterable[Posting]) -> Mapping[str, list[Row]]:
    """The rows of each link query over some ads, by query name."""
    found: dict[str, list[Row]] = {
        name: [] for name in ("link_asks", "link_excludes", "link_for", "link_at", "link_demands")
    }
    for one in postings:
        key = {"posting": one.id}
        for asked in one.asks:
            ask = {"skill": asked.skill, "importance": asked.importance.value, "confidence": asked.confidence}
            found["link_asks"].append({**key, **ask, **_places(asked.evidence)})
        found["link_excludes"] += [{**key, "skill": d.skill, **_places(d.evidence)} for d in one.excludes]
        for rank, guess in enumerate(one.occupations):
            found["link_for"].append(
                {**key, "occupation": guess.occupation, "rank": rank, "confidence": guess.confidence}
            )
        found["link_at"] += [{**key, "municipality": w.municipality, "postcode": w.postcode} for w in one.workplaces]
        found["link_demands"] += [
            {**key, "credential": d.credential, "hard": d.hard, "either": d.either} for d in one.demands
        ]
    return found


def _places(evidence: Sequence[Evidence]) -> Row:
    return {
        "ev_doc": [one.document for one in evidence],
        "ev_start": [one.start for one in evidence],
        "ev_end": [one.end for one in evidence],
    }


def _labels(labels: Labels) -> Row:
    others = [label for language in (DANISH, ENGLISH) for label in labels.all(language)[1:]]
    return {"label": labels.best(), "label_en": labels.preferred.get(ENGLISH, ""), "other_labels": others}


def _uri(concept: object) -> object:
    return getattr(concept, "uri", concept)
