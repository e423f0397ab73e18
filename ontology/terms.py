"""Our own words: everyday Danish terms for ESCO's concepts, concepts that ESCO lacks, and what nearly every ad asks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from ontology.kinds import DANISH, ENGLISH, URN_PREFIX, EscoUri, Labels, Skill, SkillKind
from ontology.tables import TableRow, read_table
from ontology.taxonomy import Pairs, Taxonomy

TERM_TABLES = (
    "terms_personal.csv",
    "terms_skills.csv",
    "terms_trades.csv",
    "terms_service.csv",
    "terms_care.csv",
    "terms_general.csv",
)
"""Our terms by field of work; no term stands in two."""
PHRASE_TABLES = (
    "phrases_general.csv",
    "phrases_everyday.csv",
    "phrases_care.csv",
    "phrases_trades.csv",
    "phrases_sales.csv",
    "phrases_service.csv",
    "phrases_office.csv",
    "phrases_logistics.csv",
    "phrases_teaching.csv",
    "phrases_technical.csv",
    "phrases_kitchen.csv",
)
"""How people write what they do: the fewest words of it, to be found near each other in any order."""


@cache
def load_terms() -> tuple[tuple[str, EscoUri], ...]:
    """Everyday Danish terms and the skill that each means.

    Raises:
        OntologyError: The table is malformed.
    """
    return tuple(
        (row["term"], EscoUri(row["uri"]))
        for table in (*TERM_TABLES, *PHRASE_TABLES)
        for row in read_table(table, ("term", "uri"), ("term",))
    )


@cache
def load_traits() -> tuple[tuple[str, EscoUri], ...]:
    """Danish adjectives that name a personal competency where they are said of a person, and the skill of each.

    Raises:
        OntologyError: The table is malformed.
    """
    return tuple((row["term"], EscoUri(row["uri"])) for row in read_table("traits.csv", ("term", "uri"), ("term",)))


@cache
def load_trait_nouns() -> tuple[tuple[str, EscoUri], ...]:
    """Nouns that name a personal competency where a person is said to have it, as "humor", and the skill of each.

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("trait_nouns.csv", ("term", "uri"), ("term",))
    return tuple((row["term"], EscoUri(row["uri"])) for row in rows)


@cache
def load_jobs_in_words() -> tuple[tuple[str, EscoUri], ...]:
    """What people say that they did at work without a title, as "køre taxa", and the occupation of each.

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("jobs_in_words.csv", ("term", "uri"), ("term",))
    return tuple((row["term"], EscoUri(row["uri"])) for row in rows)


@cache
def load_generic_demands() -> Mapping[EscoUri, float]:
    """The judged share of ads that ask for a generic skill, in (0, 1].

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("generic_demands.csv", ("uri", "share"), ("uri",))
    return {EscoUri(row["uri"]): max(row.share("share"), 0.01) for row in rows}


@cache
def load_personal_concepts() -> Mapping[EscoUri, Labels]:
    """The personal competencies that ESCO has no equal of, by `urn:kompetencebro:` URI.

    Raises:
        OntologyError: The table is malformed, or a URI is not ours.
    """
    found = {}
    for row in _personal_rows():
        if not row["uri"].startswith(URN_PREFIX):
            raise row.wrong("uri", f"a name of ours that begins with {URN_PREFIX}")
        found[EscoUri(row["uri"])] = Labels({DANISH: row["label_da"], ENGLISH: row["label_en"]})
    return found


def _personal_rows() -> Iterator[TableRow]:
    return read_table("personal_concepts.csv", ("uri", "label_da", "label_en", "description_da", "near"), ("uri",))


@cache
def _personal_uris() -> frozenset[EscoUri]:
    """The concepts that our personal words name."""
    return frozenset(EscoUri(row["uri"]) for row in read_table("terms_personal.csv", ("term", "uri"), ("term",)))


def with_own_concepts(taxonomy: Taxonomy) -> Taxonomy:
    """`taxonomy` with the personal competencies that ESCO has no equal of, after its own skills.

    Each is related to the concept of ESCO that comes nearest, where one does, so that it covers some of it. What our
    personal words name is personal, as "react calmly in stressful situations", which ESCO has among the skills of work.
    """
    added = tuple(
        Skill(uri, SkillKind.TRANSVERSAL, None, labels)
        for uri, labels in sorted(load_personal_concepts().items())
        if uri not in taxonomy.skill_rows
    )
    skills = (
        replace(one, kind=SkillKind.TRANSVERSAL) if one.uri in _personal_uris() else one for one in taxonomy.skills
    )
    grown = replace(taxonomy, skills=(*skills, *added))
    rows, ours = grown.skill_rows, {one.uri for one in added}
    near = [
        (rows[EscoUri(row["uri"])], rows[EscoUri(row["near"])])
        for row in _personal_rows()
        if row["uri"] in ours and row["near"] in rows
    ]
    known = zip(taxonomy.related_essential.sources.tolist(), taxonomy.related_essential.targets.tolist(), strict=True)
    return replace(grown, related_essential=Pairs.of([*known, *near])) if near else grown
