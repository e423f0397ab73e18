"""The gold set holds together: ids, ESCO URIs, offsets, CPR numbers, distances; prints what does not, exits 1."""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
WITH_CAR, WITHOUT_CAR = (60, 90), (35, 50)
TRAVEL_PAID = {("g-cv17", "g-p146")}  # a rota away from home, its travel paid: the distance does not decide

Row = dict[str, Any]
Texts = dict[str, str]


def lines(name: str) -> list[Row]:
    """The rows of one gold file."""
    return [json.loads(line) for line in (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def texts() -> Texts:
    """Every document's text by its id; of a posting, its body."""
    cvs = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "cvs").glob("*.txt"))}
    postings = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "postings").glob("*.json"))]
    return cvs | {posting["id"]: posting["body"] for posting in postings}


def concepts(esco: Path, table: str) -> set[str]:
    """The concept URIs of a table of ESCO."""
    with (esco / table).open(encoding="utf-8-sig") as rows:
        return {row["conceptUri"] for row in csv.DictReader(rows)}


def passes_modulus_11(number: str) -> bool:
    """Whether a CPR number could be one."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    return sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def uris(value: object) -> Iterator[str]:
    """Every ESCO URI anywhere in a row."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from uris(part)
    elif isinstance(value, str) and value.startswith("http://data.europa.eu/esco/"):
        yield value


def misplaced(known: Texts) -> Iterator[str]:
    """Quotes that are not where the gold says, and redacted strings that stand elsewhere too."""
    for row in lines("skills"):
        for mention in row["mentions"]:
            if known[row["doc_id"]][mention["start"] : mention["end"]] != mention["quote"]:
                yield f"{row['doc_id']}: '{mention['quote']}' is not at {mention['start']}"
    for row in lines("redaction"):
        text = known[row["doc_id"]]
        for item in row["items"]:
            if text[item["start"] : item["end"]] != item["quote"]:
                yield f"{row['doc_id']}: '{item['quote']}' is not at {item['start']}"
            if item["type"] == "cpr" and passes_modulus_11(item["quote"]):
                yield f"{row['doc_id']}: CPR {item['quote']} passes modulus 11"
            for string in item["must_not_survive"]:
                if len(re.findall(re.escape(string), text, re.IGNORECASE)) != 1:
                    yield f"{row['doc_id']}: '{string}' must stand once"


def misjudged(known: Texts, distances: Path) -> Iterator[str]:
    """Grades that disagree with the distance, and pairs that name what is not there."""
    with distances.open(encoding="utf-8") as rows:
        minutes = {(row["from_code"], row["to_code"]): int(float(row["est_drive_min"])) for row in csv.DictReader(rows)}
    place = {row["doc_id"]: row for row in lines("occupations")}
    seen = set()
    for row in lines("relevance"):
        pair = (row["cv_id"], row["posting_id"])
        if pair in seen or not set(pair) <= set(known):
            yield f"{pair}: twice, or of a document that is not there"
            continue
        seen.add(pair)
        home, work = place[pair[0]]["municipality_code"], place[pair[1]]["municipality_code"]
        drive = 0 if home == work else minutes[home, work]
        near, far = WITH_CAR if place[pair[0]]["has_car"] else WITHOUT_CAR
        most = 3 if drive <= near else 2 if drive <= far or pair in TRAVEL_PAID else 0
        if row["grade"] != min(row["grade_ignoring_distance"], most):
            yield f"{pair}: grade {row['grade']} at {drive} minutes"
        if row["gate_da"] and row["grade"]:
            yield f"{pair}: grade {row['grade']} although a hard demand is missing"


def main() -> None:
    """Print what does not hold; exit 1 when anything does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"), help="the folder with esco and denmark")
    shared = parser.parse_args().shared
    known = texts()
    there = concepts(shared / "esco/en", "skills_en.csv") | concepts(shared / "esco/en", "occupations_en.csv")
    wrong = [*misplaced(known), *misjudged(known, shared / "denmark/municipality_distances.csv")]
    for name in ("skills", "occupations", "bridges"):
        wrong += [f"{name}: no {uri} in ESCO" for row in lines(name) for uri in uris(row) if uri not in there]
    for row in lines("bridges"):
        if (len(row["bridges"]), len(row["absurd"])) != (6, 3):
            wrong.append(f"{row['cv_id']}: not 6 bridges and 3 absurd ones")
    print("\n".join(wrong) or f"{len(known)} documents hold together")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
