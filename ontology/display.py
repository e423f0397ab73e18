"""What concepts are called in plain Danish where ESCO says nothing, something unusable, or a whole sentence."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar

from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation, Skill, SkillGroup
from ontology.tables import read_table
from ontology.taxonomy import Taxonomy

Named = TypeVar("Named", Skill, SkillGroup, Occupation)


@cache
def load_labels() -> Mapping[EscoUri, str]:
    """Our Danish labels of skills, skill groups and occupations.

    Raises:
        OntologyError: A table is malformed.
    """
    tables = ("labels_concepts.csv", "labels_groups.csv")
    rows = [row for table in tables for row in read_table(table, ("uri", "label_da"), ("uri",))]
    return {EscoUri(row["uri"]): row["label_da"] for row in rows}


@cache
def load_isco_labels() -> Mapping[IscoCode, str]:
    """Our short Danish labels of ISCO-08 groups.

    Raises:
        OntologyError: The table is malformed.
    """
    return {
        IscoCode(row["isco"]): row["label_da"] for row in read_table("labels_isco.csv", ("isco", "label_da"), ("isco",))
    }


def with_danish_labels(taxonomy: Taxonomy) -> Taxonomy:
    """The release with our labels preferred in Danish; what ESCO said stays as an alternative label."""
    ours, isco = load_labels(), load_isco_labels()

    def named(one: Named) -> Named:
        return replace(one, labels=_preferring(one.labels, ours[one.uri])) if one.uri in ours else one

    return replace(
        taxonomy,
        skills=tuple(named(one) for one in taxonomy.skills),
        skill_groups=tuple(named(one) for one in taxonomy.skill_groups),
        occupations=tuple(named(one) for one in taxonomy.occupations),
        occupation_groups=tuple(
            replace(one, labels=_preferring(one.labels, isco[one.isco])) if one.isco in isco else one
            for one in taxonomy.occupation_groups
        ),
    )


def as_published(one: Named) -> Named:
    """A concept with ESCO's own Danish label preferred again, ours beside it: others map titles to what ESCO says."""
    ours, labels = load_labels().get(one.uri), one.labels
    others: tuple[str, ...] = labels.alternative.get(DANISH, ())
    if ours is None or labels.preferred.get(DANISH) != ours or not others:
        return one
    alternative = {**labels.alternative, DANISH: (ours, *others[1:])}
    return replace(
        one, labels=replace(labels, preferred={**labels.preferred, DANISH: others[0]}, alternative=alternative)
    )


def _preferring(labels: Labels, ours: str) -> Labels:
    """`labels` with `ours` as the preferred Danish one."""
    others = tuple(label for label in labels.all(DANISH) if label != ours)
    return replace(
        labels,
        preferred={**labels.preferred, DANISH: ours},
        alternative={**labels.alternative, DANISH: others} if others else labels.alternative,
        hidden={language: told for language, told in labels.hidden.items() if language != DANISH},
    )
