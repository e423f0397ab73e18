import re
from pathlib import Path

import pytest

from cypher.queries import QueryError, load_queries, parse

ROOT = Path(__file__).parents[2]


def test_a_query_is_its_name_its_parameters_its_doc_line_and_its_text() -> None:
    (query,) = parse("// name: one(id)\n// The skill of an id.\nMATCH (s:Skill {uri: $id})\nRETURN s\n", "x.cypher")

    assert (query.name, query.params, query.doc) == ("one", ("id",), "The skill of an id.")
    assert query.text == "MATCH (s:Skill {uri: $id})\nRETURN s"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n) RETURN n", "no line '// name"),
        ("// name: one()\nMATCH (n) RETURN n", "no doc line"),
        ("// name: one(id)\n// All.\nMATCH (n) RETURN n", "declares \\['id'\\] and reads \\[\\]"),
        ("// name: one()\n// All.\nMATCH (n {uri: $id}) RETURN n", "declares \\[\\] and reads \\['id'\\]"),
    ],
)
def test_a_query_that_says_one_thing_and_does_another_is_refused_at_load(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        list(parse(text, "x.cypher"))


def test_a_dollar_in_a_string_or_a_comment_is_no_parameter() -> None:
    (query,) = parse("// name: one()\n// All.\nMATCH (n {a: '$id'}) // $other\nRETURN n", "x.cypher")

    assert query.params == ()


def test_every_query_is_used_and_every_used_one_exists() -> None:
    texts = [
        path.read_text(encoding="utf-8") for room in ("graph", "api", "cypher") for path in (ROOT / room).rglob("*.py")
    ]
    named = set(re.findall(r"[\"`]([a-z][a-z0-9_]+)[\"`]", "\n".join(texts)))
    schema = {name for name in load_queries() if name.startswith(("unique_", "concept_text"))}

    assert load_queries().keys() - schema - named == set()
