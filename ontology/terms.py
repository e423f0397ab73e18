"""Our own words: everyday Danish terms for ESCO's concepts, concepts that ESCO lacks, and what nearly every ad asks."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ontology.kinds import DANISH, URN_PREFIX, EscoUri, Labels, Skill, SkillKind
from ontology.tables import read_table
from ontology.taxonomy import Taxonomy

TERM_TABLES = ("terms_skills.csv", "terms_trades.csv", "terms_service.csv", "terms_care.csv", "terms_general.csv")
"""Our terms by field of work; no term stands in two."""


@cache
def load_terms() -> tuple[tuple[str, EscoUri], ...]:
    """Everyday Danish terms and the skill that each means.

    Raises:
        OntologyError: The table is malformed.
    """
    return tuple(
        (row["term"], EscoUri(row["uri"]))
        for table in TERM_TABLES
        for row in read_table(table, ("term", "uri"), ("term",))
    )


@cache
def load_titles() -> tuple[tuple[str, EscoUri], ...]:
    """Job titles as Danes write them and the occupation that each means when it stands alone.

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("terms_titles.csv", ("term", "uri"), ("term",))
    return tuple((row["term"], EscoUri(row["uri"])) for row in rows)


@cache
def load_generic_demands() -> Mapping[EscoUri, float]:
    """The judged share of ads that ask for a generic skill, in (0, 1].

    Raises:
        OntologyError: The table is malformed.
    """
    rows = read_table("generic_demands.csv", ("uri", "share"), ("uri",))
    return {EscoUri(row["uri"]): max(row.share("share"), 0.01) for row in rows}


def with_own_concepts(taxonomy: Taxonomy) -> Taxonomy:
    """`taxonomy` with the personal competencies that ESCO has no equal of, after its own skills."""
    own = sorted({uri for _, uri in load_terms() if uri.startswith(URN_PREFIX)} - taxonomy.skill_rows.keys())
    added = tuple(
        Skill(uri, SkillKind.TRANSVERSAL, None, Labels({DANISH: uri.rsplit("/", 1)[-1].replace("-", " ")}))
        for uri in own
    )
    return replace(taxonomy, skills=taxonomy.skills + added)
