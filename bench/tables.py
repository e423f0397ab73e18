"""How many rows our tables have, by ISCO-08 major group where they have one, and how fast a reader compiles them."""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from ingestion.aliases import aliases
from ingestion.lexicon import build
from ingestion.phrases import phrases
from ingestion.words import stop_words
from ontology.credentials import load_credentials
from ontology.demands import load_demands
from ontology.display import load_isco_labels, load_labels
from ontology.industries import load_industries, load_occupation_industries
from ontology.known_moves import load_known_moves
from ontology.labour import load_bands
from ontology.tables import OURS
from ontology.terms import load_generic_demands, load_personal_concepts, load_terms
from ontology.titles import load_titles
from ontology.work_context import load_work_context

LOADERS: tuple[Callable[[], object], ...] = (
    load_bands,
    load_credentials,
    load_demands,
    load_generic_demands,
    load_industries,
    load_isco_labels,
    load_known_moves,
    load_labels,
    load_occupation_industries,
    load_personal_concepts,
    load_terms,
    load_titles,
    load_work_context,
)
KEYED_BY = ("isco", "code", "from", "uri")
NOT_BY_OCCUPATION = ("industries", "municipalities")
"""Tables whose codes are others than ISCO-08."""
GROUP_URI, OCCUPATION_URI = "http://data.europa.eu/esco/isco/C", "http://data.europa.eu/esco/occupation/"


def major(key: str, groups: Mapping[str, str]) -> str | None:
    """The ISCO-08 major group of a code or a URI; None where it has none."""
    if key.startswith(OCCUPATION_URI):
        return groups.get(key)
    code = key.removeprefix(GROUP_URI)
    return code[0] if code.isdigit() and len(code) <= len("0000") else None


def counted(path: Path, groups: Mapping[str, str]) -> tuple[int, Counter[str]]:
    """The rows of a table, and those of each major group."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = Counter[str]()
    if path.stem in NOT_BY_OCCUPATION:
        return len(rows), found
    for row in rows:
        key = next((row[column] for column in KEYED_BY if column in row), "")
        of = major(key, groups)
        if of is not None:
            found[of] += 1
    return len(rows), found


def compiled() -> Mapping[str, float]:
    """Seconds that each step of compiling our tables takes."""
    stop_words()
    told = {}
    start = time.perf_counter()
    for load in LOADERS:
        load()
    told["read and check every table"] = time.perf_counter() - start
    titles = [(title.term, title.uri) for title in load_titles()]
    for name, step in (
        ("phrases", lambda: phrases(load_terms())),
        ("terms by stems", lambda: build([], load_terms())),
        ("titles by stems", lambda: build([], titles)),
        ("credentials by their first word", lambda: aliases(load_credentials())),
    ):
        start = time.perf_counter()
        step()
        told[name] = time.perf_counter() - start
    return told


def main() -> None:
    """Print the counts and the seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    data: Path = parser.parse_args().data
    with (data / "esco" / "en" / "occupations_en.csv").open(encoding="utf-8", newline="") as lines:
        groups = {row["conceptUri"]: row["iscoGroup"][0] for row in csv.DictReader(lines)}
    print(f"| table | rows | {' | '.join('0123456789')} |\n|---|---|{'---|' * 10}")
    for path in sorted(OURS.glob("*.csv")):
        rows, of = counted(path, groups)
        print(f"| {path.stem} | {rows} | {' | '.join(str(of[one] or '') for one in '0123456789')} |")
    told = compiled()
    for name, seconds in told.items():
        print(f"{name}: {seconds:.2f} s")
    print(f"together: {sum(told.values()):.2f} s")


if __name__ == "__main__":
    main()
