"""What every operation passes on its way: its cost is counted, refused or taken from its caller's share, and told."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from graphql import GraphQLError, GraphQLSchema
from strawberry.extensions import SchemaExtension

from api.limits.cost import Plan, plan
from api.limits.rates import Allowance, RateError

_PLANS = 256
_REFUSED = 10
"""Units that a document costs which is refused before its own cost is known: parsing and validating it is work too."""
_SUGGESTION = re.compile(r" Did you mean .*$", re.DOTALL)


class Accountable(Protocol):
    """The context of an operation: what its caller may still use; None = nothing is counted."""

    allowance: Allowance | None


class Plans:
    """Plans of documents that were asked before, by their text and operation; the least used go."""

    def __init__(self) -> None:
        """None yet."""
        self._known: OrderedDict[tuple[str, str | None], Plan] = OrderedDict()
        self._lock = threading.Lock()

    def plan(self, query: str, operation_name: str | None, make: Callable[[], Plan]) -> Plan:
        """The plan of an operation, made where it is not known."""
        key = (query, operation_name)
        with self._lock:
            found = self._known.get(key)
            if found is not None:
                self._known.move_to_end(key)
                return found
        made = make()
        with self._lock:
            self._known[key] = made
            if len(self._known) > _PLANS:
                self._known.popitem(last=False)
        return made


class Costed(SchemaExtension):
    """Counts the cost of an operation before it runs; the answer tells it as `extensions.cost`."""

    def __init__(self, plans: Plans, most: int) -> None:
        """`plans` are those of the schema; no operation may cost more than `most` units."""
        self._plans, self._most = plans, most
        self._told: dict[str, Any] = {}
        self._priced = False

    def on_operation(self) -> Iterator[None]:
        """What is refused before its cost is known costs its caller a little."""
        yield
        context: Accountable | None = self.execution_context.context
        if not self._priced and context is not None and context.allowance is not None:
            context.allowance.spend(_REFUSED)

    def on_execute(self) -> Iterator[None]:
        """Refuse what costs too much, or more than its caller has left.

        Raises:
            GraphQLError: The operation is not run.
        """
        self._priced = True
        context = self.execution_context
        document, name = context.graphql_document, context.operation_name
        if document is not None:
            schema: GraphQLSchema = context.schema._schema
            found = self._plans.plan(context.query or "", name, lambda: plan(schema, document, name))
            self._take(found, context.variables or {}, context.context)
        yield

    def _take(self, found: Plan, variables: dict[str, Any], context: Accountable | None) -> None:
        cost, allowance = found.cost(variables), context.allowance if context is not None else None
        self._told = {"value": cost, "limit": self._most}
        if cost > self._most:
            if allowance is not None:
                allowance.spend(_REFUSED)
            raise GraphQLError(
                f"the request costs {cost} units and may cost {self._most}; {found.costliest(variables)} costs most:"
                " ask for smaller pages, or in several requests",
                extensions={"code": "COST_LIMIT", "cost": cost, "limit": self._most},
            )
        if allowance is not None:
            try:
                left = allowance.take(cost)
            except RateError as error:
                raise rate_limited(error) from error
            if left is not None:
                self._told["left"] = left

    def get_results(self) -> dict[str, Any]:
        """What the answer tells beside its data."""
        return {"cost": self._told} if self._told else {}


def rate_limited(error: RateError) -> GraphQLError:
    """The error that an answer shows; `retryAfter` is in seconds."""
    told = {"code": "RATE_LIMITED", "retryAfter": error.retry_s}
    return GraphQLError(str(error), original_error=error, extensions=told)


def without_suggestion(error: GraphQLError) -> None:
    """Take out what the library guesses that was meant: it would spell out the schema, one slip at a time."""
    error.message = _SUGGESTION.sub("", error.message)
