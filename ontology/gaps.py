"""What a release of ESCO has that our tables do not speak of, and what they speak of that it does not have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.demands import load_demands
from ontology.display import load_labels
from ontology.kinds import DANISH, URN_PREFIX, EscoUri, IscoCode
from ontology.known_moves import load_known_moves
from ontology.labour import Band, load_bands
from ontology.taxonomy import Concept, Taxonomy
from ontology.terms import load_generic_demands, load_terms
from ontology.titles import load_titles
from ontology.work_context import load_work_context


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: the names of up to `count` concepts or codes."""

    what_da: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What to write next, and the rows of each table that point at nothing in the release."""

    release: str
    gaps: tuple[Gap, ...]
    stale: Mapping[str, int]


def gaps(taxonomy: Taxonomy) -> Gaps:
    """The gaps of our tables over a release; names are Danish where there are any, in the order of the release."""
    common = _common(taxonomy)
    units = [one.isco for one in taxonomy.occupation_groups if len(one.isco) == len("0000")]
    demands, bands, context = load_demands(), load_bands(), load_work_context()
    judged = {isco for isco in units if isco in bands.groups}
    titled, termed = {title.uri for title in load_titles()}, {uri for _, uri in load_terms()}
    return Gaps(
        taxonomy.release,
        (
            Gap("erhverv uden dansk navn", _names(_without_danish(taxonomy.occupations))),
            Gap("kompetencer uden dansk navn", _names(_without_danish(taxonomy.skills))),
            Gap("kompetencegrupper uden dansk navn", _names(_without_danish(taxonomy.skill_groups))),
            Gap("faggrupper uden skøn over, om de findes i Danmark", tuple(u for u in units if u not in judged)),
            Gap("faggrupper uden uddannelsesniveau", tuple(u for u in units if u not in demands.groups)),
            Gap("faggrupper uden arbejdsforhold", tuple(u for u in units if u not in context.rows)),
            Gap(
                "almindelige erhverv uden jobtitler fra os",
                _names(one for one in common if one.uri not in titled),
            ),
            Gap("faggrupper uden kendte skift", tuple(u for u in units if IscoCode(u) not in load_known_moves())),
            Gap("kompetencer i almindelige erhverv uden ord fra os", _unworded(taxonomy, common, termed)),
        ),
        _stale(taxonomy),
    )


def _common(taxonomy: Taxonomy) -> list[Concept]:
    bands = load_bands()
    return [one for one in taxonomy.occupations if bands.of(one.uri, one.isco) is Band.COMMON]


def _unworded(taxonomy: Taxonomy, common: Iterable[Concept], termed: set[EscoUri]) -> tuple[str, ...]:
    needed = {
        int(skill) for one in common for skill in taxonomy.essential.targets_of(taxonomy.occupation_rows[one.uri])
    }
    return _names(taxonomy.skills[row] for row in sorted(needed) if taxonomy.skills[row].uri not in termed)


def _without_danish(concepts: Iterable[Concept]) -> Iterable[Concept]:
    ours = load_labels()
    return (one for one in concepts if DANISH not in one.labels.preferred and one.uri not in ours)


def _names(concepts: Iterable[Concept]) -> tuple[str, ...]:
    return tuple(one.labels.best() or one.uri for one in concepts)


def _stale(taxonomy: Taxonomy) -> dict[str, int]:
    """How many rows of each of our tables name a concept that the release does not have."""
    known = {
        one.uri
        for concepts in (
            taxonomy.skills,
            taxonomy.skill_groups,
            taxonomy.occupations,
            taxonomy.occupation_groups,
        )
        for one in concepts
    }
    named: dict[str, Iterable[EscoUri]] = {
        "terms": [uri for _, uri in load_terms()],
        "titles": [title.uri for title in load_titles()],
        "labels": load_labels(),
        "labour_bands": [EscoUri(uri) for uri in load_bands().exceptions],
        "generic_demands": load_generic_demands(),
        "known_moves": [move.occupation for moves in load_known_moves().values() for move in moves],
    }
    return {
        table: sum(not uri.startswith(URN_PREFIX) and uri not in known for uri in uris) for table, uris in named.items()
    }
