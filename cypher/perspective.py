"""The Bloom perspective, as Bloom 2.21 exports one: the graph's schema, dressed with our table."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from cypher.perspective_table import ACTIONS, CATEGORIES, PHRASES, RELATIONS, Action, Category, Phrase, Relation, Rule
from cypher.queries import Query, load_queries

NAME = "Kompetencebro"
VERSION = "2.21.0"
_PALETTE = (
    "#FFE081",
    "#C990C0",
    "#F79767",
    "#57C7E3",
    "#F16667",
    "#D9C8AE",
    "#8DCC93",
    "#ECB5C9",
    "#4C8EDA",
    "#FFC454",
)
_UNSTYLED = "#A5ABB6"
_TYPES = {"boolean": "boolean", "long": "bigint", "integer": "bigint", "double": "number", "float": "number"}
_PARAMETER = re.compile(r"\$([a-z][a-z0-9_]*)")
_INTERNAL = {
    "Release": {"name": "string", "digest": "string", "release": "string", "titles": "string"},
    "Exploration": {"name": "string", "exported": "string", "as_of": "string"},
}

Json = dict[str, object]
Properties = Mapping[str, str]
"""Data type (string, bigint, number, boolean or array) by property."""


@dataclass(frozen=True, slots=True)
class GraphSchema:
    """What is in a graph: properties by label and by relationship type, (label, type, label), (label, properties)."""

    labels: Mapping[str, Properties]
    relationships: Mapping[str, Properties] = field(default_factory=dict)
    segments: tuple[tuple[str, str, str], ...] = ()
    indexes: tuple[tuple[str, tuple[str, ...]], ...] = ()


def data_type(neo4j_types: Sequence[str]) -> str:
    """Bloom's data type of a property that Neo4j says is of these types; what Bloom does not name is a string."""
    first = neo4j_types[0].lower() if neo4j_types else ""
    if first.endswith("array") or first.startswith("list"):
        return "array"
    return _TYPES.get(first.split()[0] if first else "", "string")


def declared() -> GraphSchema:
    """The schema that an export makes, from our table alone."""
    return GraphSchema(
        {**{one.label: dict(one.types()) for one in CATEGORIES}, **_INTERNAL},
        {one.type: dict(one.types()) for one in RELATIONS},
        tuple((source, one.type, target) for one in RELATIONS for source, target in one.ends),
        tuple((one.label, (key,)) for one in CATEGORIES for key in one.found_by),
    )


def perspective(graph: GraphSchema, made_ms: int) -> Json:
    """The perspective of a graph as JSON values; `made_ms` is the time in milliseconds since 1970.

    What our table has and the graph has not is in it too, since a profile comes and goes.
    """
    known, queries = _together(graph, declared()), load_queries()
    ids = {one.label: number for number, one in enumerate(CATEGORIES, 1)}
    styled = {one.type: one for one in RELATIONS}
    return {
        "name": NAME,
        "id": str(uuid5(NAMESPACE_URL, f"urn:kompetencebro:perspective:{NAME}")),
        "categories": [_category(one, ids[one.label], known.labels[one.label]) for one in CATEGORIES],
        "labels": {label: _labelled(label, own) for label, own in known.labels.items()},
        "relationshipTypes": [_relation(t, own, styled.get(t)) for t, own in known.relationships.items()],
        "palette": {"colors": list(_PALETTE), "currentIndex": 0},
        "createdAt": made_ms,
        "lastEditedAt": made_ms,
        "templates": [_template(one, queries, made_ms + place) for place, one in enumerate(PHRASES)],
        "sceneActions": [_action(one, queries, ids, made_ms + place) for place, one in enumerate(ACTIONS)],
        "hiddenRelationshipTypes": [],
        "hideUncategorisedData": True,
        "type": "STANDARD_PERSPECTIVE",
        "maxLimitToastMsgEnabled": False,
        "parentPerspectiveId": None,
        "metadata": {
            "pathSegments": [{"source": s, "relationshipType": t, "target": e} for s, t, e in known.segments],
            "indexes": [
                {"label": label, "type": "native", "propertyKeys": [{"key": k, "metadataProp": False} for k in keys]}
                for label, keys in known.indexes
            ],
        },
        "version": VERSION,
    }


def _together(graph: GraphSchema, ours: GraphSchema) -> GraphSchema:
    """Both; where they differ on a type, what the graph says."""

    def both(a: Mapping[str, Properties], b: Mapping[str, Properties]) -> Mapping[str, Properties]:
        return {name: {**b.get(name, {}), **a.get(name, {})} for name in sorted({*a, *b})}

    labels = both(graph.labels, ours.labels)
    return GraphSchema(
        labels,
        both(graph.relationships, ours.relationships),
        tuple(sorted({*graph.segments, *ours.segments})),
        tuple(sorted(one for one in {*graph.indexes, *ours.indexes} if one[0] in labels)),
    )


def _labelled(name: str, properties: Properties) -> list[Json]:
    return [{"propertyKey": key, "type": name, "dataType": kind} for key, kind in properties.items()]


def _category(one: Category, number: int, properties: Properties) -> Json:
    technical = one.technical()
    return {
        "id": number,
        "name": one.name,
        "labels": [one.label],
        "properties": [
            {"name": key, "exclude": key in technical, "dataType": kind} for key, kind in properties.items()
        ],
        "color": one.color,
        "icon": "no-icon",
        **_styled(one.label, one.caption, one.size, one.rules),
    }


def _relation(name: str, properties: Properties, own: Relation | None) -> Json:
    return {
        "id": name,
        "name": name,
        "properties": _labelled(name, properties),
        "color": own.color if own else _UNSTYLED,
        **_styled(name, own.caption if own else "", 1, own.rules if own else ()),
    }


def _styled(name: str, caption: str, size: float, rules: Iterable[Rule]) -> Json:
    shown = {"key": caption or name, "type": "property" if caption else "label"}
    return {
        "size": size,
        "textSize": 1,
        "textAlign": "top",
        "captions": [{**shown, "isCaption": True, "inTooltip": True, "styles": []}],
        "captionKeys": [],
        "styleRules": [_rule(one, f"{name}-{place}") for place, one in enumerate(rules, 1)],
    }


def _rule(one: Rule, id: str) -> Json:
    ranged = one.points is not None
    low, high = one.points or (None, None)
    small, large = one.sizes or (1, 1)
    first, last = one.colors or (None, None)
    return {
        "id": id,
        "type": "range" if ranged else "single",
        "basedOn": one.based_on,
        "condition": None if ranged else "equals",
        "conditionValue": None if ranged else one.value,
        "rangeValue": None,
        "applyColor": one.colors is not None,
        "applySize": one.sizes is not None,
        "applyCaption": False,
        "color": first,
        "size": small,
        "minSize": small,
        "maxSize": large,
        "minColor": first,
        "midColor": None,
        "maxColor": last,
        "minPoint": low,
        "maxPoint": high,
        "valuesMapper": [],
        "existingValues": [],
        "captionKeys": [],
    }


def _template(one: Phrase, queries: Mapping[str, Query], made_ms: int) -> Json:
    return {
        "name": one.name,
        "id": f"tmpl:{made_ms}",
        "text": one.text,
        "cypher": _as_bloom(queries[one.query].text),
        "params": list(_parameters(one, queries)),
        "isUpdateQuery": False,
        "isWriteTransactionChecked": False,
        "hasCypherErrors": False,
    }


def _parameters(one: Phrase, queries: Mapping[str, Query]) -> Iterator[Json]:
    for name, suggested in zip(queries[one.query].params, one.suggestions, strict=True):
        label, key = suggested.split(".") if "." in suggested else (None, None)
        yield {
            "name": _as_bloom(f"${name}"),
            "dataType": "String",
            "suggestionLabel": label,
            "suggestionProp": key,
            "cypher": None if label else _as_bloom(queries[suggested].text),
            "suggestionBoolean": False,
            "collapsed": False,
        }


def _action(one: Action, queries: Mapping[str, Query], ids: Mapping[str, int], made_ms: int) -> Json:
    return {
        "name": one.name,
        "id": f"action:{made_ms}",
        "createdAt": made_ms,
        "cypher": _as_bloom(queries[one.query].text),
        "isUpdateQuery": False,
        "categories": [ids[label] for label in one.labels],
        "relationshipTypes": list(one.types),
        "hasCypherErrors": False,
    }


def _as_bloom(text: str) -> str:
    """Our parameters as the phrases spell them: `$anden_stilling` is `$andenStilling`."""
    return _PARAMETER.sub(lambda found: "$" + re.sub(r"_(\w)", lambda m: m[1].upper(), found[1]), text)
