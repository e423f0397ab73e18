"""Which employers are temp agencies, by their names."""

import re
from collections.abc import Callable
from functools import cache

from ontology.tables import read_table


@cache
def temp_agency() -> Callable[[str], bool]:
    """Whether an employer's name holds one of those in `agencies`, as whole words; "vikar" also begins longer ones.

    Raises:
        OntologyError: The table is malformed.
    """
    names = [re.escape(row["name"]) for row in read_table("agencies.csv", ("name",), ("name",))]
    pattern = re.compile(rf"\b(?:vikar\w*|{'|'.join(names)})\b", re.IGNORECASE)
    return lambda employer: pattern.search(employer) is not None
