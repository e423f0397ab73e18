"""What the driver of Neo4j gives and raises, as ours."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import neo4j
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import StoreError, StoreUnreachableError

Record = dict[str, Any]
"""One row of an answer, by the names that its query returns."""


def rows_of(records: Iterable[neo4j.Record]) -> list[Record]:
    """Rows of plain values; the driver's own `data` takes bytes apart, with a call for each byte."""
    return [dict(one) for one in records]


@contextmanager
def ours(uri: str = "") -> Iterator[None]:
    """The driver's errors as ours.

    Raises:
        StoreError: What the driver raised, with the next step.
    """
    try:
        yield
    except AuthError as error:
        raise StoreError(
            "Neo4j refused the login; check KOMPETENCEBRO_NEO4J_USER and KOMPETENCEBRO_NEO4J_PASSWORD"
        ) from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise StoreUnreachableError(f"Neo4j cannot be reached: {error}; check that it runs and try again") from error
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"'{uri}' is no address of Neo4j: {error}; write bolt://host:7687") from error
    except Neo4jError as error:
        raise StoreError(f"Neo4j refused a request ({error.code}): {error.message}; see its log") from error
    except DriverError as error:
        raise StoreUnreachableError(f"the connection to Neo4j broke: {error}; try again") from error
