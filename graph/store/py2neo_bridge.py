"""For analysts' notebooks: a py2neo.Graph on a Neo4j, and frames read from it; the one place that knows py2neo."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from cypher.queries import load_queries
from graph.errors import StoreError, StoreUnreachableError

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-not-found,import-untyped,unused-ignore]  # ships no types
    from py2neo import Graph  # type: ignore[import-not-found,import-untyped,unused-ignore]  # ships no types

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ROUTED = "neo4j"
# Where user or password is empty, py2neo would send those of NEO4J_AUTH instead, to whatever server.
_NOBODY = "nobody"
_EXTRA = "pip install 'py2neo==2021.2.4' pandas"


def opened(uri: str, user: str = "", password: str = "", database: str | None = None) -> "Graph":
    """A py2neo.Graph that answers; `user` '' = no login is asked for, `database` None = the server's default.

    The arguments decide alone: what py2neo takes from NEO4J_* in the environment is overruled, or fails (a NEO4J_URI of
    neo4j://). The graph itself can write; `frame` cannot.

    Raises:
        StoreError: py2neo is not installed, the address is none, or the login is refused.
        StoreUnreachableError: Nothing answers there.
    """
    py2neo = _installed("py2neo")
    if "@" in uri:
        raise StoreError("the address of the Neo4j holds a login; give it as user and password instead")
    with ours(f"'{uri}' is no address of Neo4j", "write bolt://host:7687"):
        login = (user or _NOBODY, password or _NOBODY)
        graph = py2neo.Graph(uri, name=database, auth=login, routing=uri.startswith(_ROUTED))
        graph.query("RETURN 1").evaluate()
    return graph


def frame(graph: "Graph", query: str, **given: object) -> "DataFrame":
    """The answer as a DataFrame, a column for each name that it returns, also where no row is found.

    `query` is the name of one in the room `cypher`, or Cypher with its parameters as `$name`. It may only read: Neo4j
    refuses what would write. All rows are held in memory; write LIMIT where they may be many.

    Raises:
        StoreError: py2neo or pandas is not installed, no query has that name, or Neo4j refused it.
        StoreUnreachableError: The Neo4j does not answer, or went away meanwhile.
    """
    pandas, text = _installed("pandas"), _text(query)
    with ours("a parameter cannot be sent", "give texts, numbers, dates or lists of them; of numpy's values, .item()"):
        try:
            columns, rows = _answer(graph, text, given)
        except _installed("py2neo.errors").ConnectionBroken:
            # The pool had a connection of before the server went away and came back; reading again does no harm.
            columns, rows = _answer(graph, text, given)
    return pandas.DataFrame(rows, columns=columns)


@contextmanager
def ours(unusable: str, instead: str) -> Iterator[None]:
    """The errors of py2neo as ours; `unusable` and `instead` say what is wrong where it cannot use a value.

    Raises:
        StoreError: Neo4j refused the request or the login, or py2neo cannot use what it was given.
        StoreUnreachableError: The Neo4j does not answer.
    """
    errors = _installed("py2neo.errors")
    away = (errors.ConnectionUnavailable, errors.ConnectionBroken, errors.ConnectionLimit, errors.ServiceUnavailable)
    try:
        yield
    except errors.Neo4jError as error:
        raise _refused(error) from error
    except (*away, errors.ProtocolError, OSError) as error:
        # A refused login closes the connection, and py2neo then tells of the connection alone.
        if isinstance(error.__context__, errors.Neo4jError):
            raise _refused(error.__context__) from error
        raise StoreUnreachableError(f"Neo4j cannot be reached: {error}; check that it runs and try again") from error
    except (TypeError, ValueError, OverflowError) as error:
        raise StoreError(f"{unusable}: {error}; {instead}") from error


def _refused(error: Any) -> StoreError:
    if error.category == "Security" and error.title != "Forbidden":
        return StoreError("Neo4j refused the login; check the user and the password")
    if error.title == "AccessMode":
        return StoreError("frame only reads, and the query writes; write with the service or the official driver")
    return StoreError(f"Neo4j refused a request ({error.code}): {error.message}; see docs/py2neo.md")


def _answer(graph: "Graph", text: str, given: Mapping[str, object]) -> tuple[list[str], list[dict[str, object]]]:
    """The columns and the rows of what only reads."""
    # Connect once outside the pool: where the server is away, the pool would try for ever and say nothing.
    profile = _installed("py2neo").ConnectionProfile(graph.service.profile)
    _installed("py2neo.client").Connection.open(profile).close()
    found = graph.auto(readonly=True).run(text, given)
    return list(found.keys()), found.data()


def _text(query: str) -> str:
    if not _NAME.fullmatch(query):
        return query
    known = load_queries()
    if query not in known:
        raise StoreError(f"no query '{query}' in the room cypher; it has {', '.join(sorted(known))}")
    return known[query].text


def _installed(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise StoreError(f"{name} is not installed; {_EXTRA}") from error
