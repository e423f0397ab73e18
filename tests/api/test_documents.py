"""A document is parsed and validated once, and judged again where the rules are others."""

import pytest
import strawberry
from graphql import DocumentNode, FieldNode, ValidationRule
from strawberry.extensions import AddValidationRules
from strawberry.types import ExecutionResult

from api.schema import documents
from api.schema.documents import LONGEST, KnownDocuments


@strawberry.type
class Query:
    @strawberry.field
    def one(self, first: int = 1) -> int:
        return first


class Counted(ValidationRule):
    seen = 0

    def enter_field(self, _node: FieldNode, *_: object) -> None:
        Counted.seen += 1


class Strict(ValidationRule):
    def enter_field(self, node: FieldNode, *_: object) -> None:
        self.report_error(strawberry.exceptions.StrawberryGraphQLError("not today", nodes=[node]))


def schema(rule: type[ValidationRule]) -> strawberry.Schema:
    return strawberry.Schema(Query, extensions=[lambda: AddValidationRules([rule]), KnownDocuments])


def answer(of: strawberry.Schema, query: str, **variables: object) -> ExecutionResult:
    found = of.execute_sync(query, variable_values=variables)
    assert isinstance(found, ExecutionResult)
    return found


@pytest.fixture(autouse=True)
def _fresh() -> None:
    documents._known.cache_clear()
    Counted.seen = 0


def test_a_document_that_was_found_valid_is_not_validated_again() -> None:
    counting, query = schema(Counted), "query($n: Int) { one(first: $n) }"
    found = [answer(counting, query, n=n).data for n in (1, 2, 3)]

    assert found == [{"one": 1}, {"one": 2}, {"one": 3}]
    assert Counted.seen == 1


def test_other_rules_judge_a_known_document_anew() -> None:
    query = "{ one }"

    assert answer(schema(Counted), query).errors is None
    assert [str(one.message) for one in answer(schema(Strict), query).errors or []] == ["not today"]
    assert answer(schema(Counted), query).errors is None


def test_a_refusal_is_made_anew_each_time() -> None:
    counting = schema(Counted)
    first, second = (answer(counting, "{ two }").errors or [] for _ in range(2))

    assert [one.message for one in first] == [one.message for one in second] != []
    assert first[0] is not second[0]


def test_what_does_not_parse_is_refused_and_nothing_is_kept() -> None:
    assert answer(schema(Counted), "{ one").errors is not None
    assert documents._known.cache_info().currsize == 0


def test_a_long_document_is_answered_and_not_kept() -> None:
    query = "{ one } #" + "x" * LONGEST

    assert answer(schema(Counted), query).data == {"one": 1}
    assert documents._known.cache_info().currsize == 0


def test_what_is_kept_is_bounded() -> None:
    counting = schema(Counted)
    for number in range(documents.MOST + 10):
        answer(counting, f"{{ a{number}: one }}")

    assert documents._known.cache_info().currsize == documents.MOST
    assert isinstance(documents._known("{ a70: one }", ()).document, DocumentNode)
