"""Named Cypher queries from the `*.cypher` files of this room, checked when loaded."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HEAD = re.compile(r"^// name: (?P<name>[a-z][a-z0-9_]*)\((?P<params>[a-z0-9_, ]*)\)\s*$", re.MULTILINE)
_DOC = re.compile(r"\A// (?P<doc>\S.*)\n")
_PARAMETER = re.compile(r"\$([a-z][a-z0-9_]*)")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|//[^\n]*")


class QueryError(Exception):
    """A query file says one thing and does another; raised at load, so never in operation."""


@dataclass(frozen=True, slots=True)
class Query:
    """One statement: `params` are all that it reads, `doc` is one line on what it does."""

    name: str
    params: tuple[str, ...]
    doc: str
    text: str


@cache
def load_queries() -> Mapping[str, Query]:
    """Every query of this room by name.

    Raises:
        QueryError: A query has no doc line, declares other parameters than it reads, or shares a name.
    """
    found: dict[str, Query] = {}
    for path in sorted(Path(__file__).parent.glob("*.cypher")):
        for query in parse(path.read_text(encoding="utf-8"), path.name):
            if query.name in found:
                raise QueryError(f"{path.name}: there are two queries named '{query.name}'; rename one")
            found[query.name] = query
    return found


def parse(text: str, source: str) -> Iterator[Query]:
    """The queries of one file.

    Raises:
        QueryError: As `load_queries`.
    """
    heads = list(_HEAD.finditer(text))
    if not heads:
        raise QueryError(f"{source}: no line '// name: query(params)'; write one above each query")
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() : following.start() if following else len(text)].strip() + "\n"
        doc = _DOC.match(body)
        if doc is None:
            raise QueryError(f"{source}: '{head['name']}' has no doc line; write '// what it does' under its name")
        declared = tuple(name.strip() for name in head["params"].split(",") if name.strip())
        statement = body[doc.end() :].strip()
        used = set(_PARAMETER.findall(_QUOTED.sub(" ", statement)))
        if used != set(declared):
            raise QueryError(
                f"{source}: '{head['name']}' declares {sorted(declared)} and reads {sorted(used)}; make them the same"
            )
        yield Query(head["name"], declared, doc["doc"], statement)
