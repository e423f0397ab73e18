"""What each of our tables gives: the development figures with the table struck, one process a table.

A table is struck as a municipality would strike it: by a folder on top whose rows are empty.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from api.predict import Predictor
from bench.quality import LANGUAGES, predicted, scored
from ontology.esco import read_esco
from ontology.tables import OURS, lay_on_top

KEYS = {
    "titles": ("term", "uri"),
    "terms": ("term",),
    "phrases": ("term",),
    "demands": ("code", "credential"),
    "labour_bands": ("code",),
    "generic_demands": ("uri",),
    "education_levels": ("code",),
    "labels_concepts": ("uri",),
    "known_moves": ("from", "to"),
}
TABLES: Sequence[tuple[str, ...]] = (
    (),
    tuple(f"titles_{major}" for major in range(10)),
    ("terms_personal",),
    ("terms_skills", "terms_trades", "terms_service", "terms_care", "terms_general"),
    ("phrases_care", "phrases_trades", "phrases_sales", "phrases_service"),
    ("demands",),
    ("education_levels",),
    ("labels_concepts",),
    ("generic_demands",),
    ("labour_bands",),
    tuple(f"known_moves_{majors}" for majors in ("012", "34", "569", "78")),
)


def struck(names: Sequence[str], folder: Path) -> None:
    """Write tables that strike every row of ours."""
    for name in names:
        keys = next(columns for prefix, columns in KEYS.items() if name.startswith(prefix))
        with (OURS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            columns, rows = list(reader.fieldnames or ()), list(reader)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as into:
            writer = csv.DictWriter(into, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows({key: row[key] for key in keys} for row in rows)


def figures(data: Path) -> Mapping[str, float]:
    """The development figures that our tables can move."""
    marks, ev = data / "benchmarks", data / "benchmarks" / "eval"
    predictor = Predictor(read_esco([data / "esco" / language for language in LANGUAGES])[0])
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        for task, gold, scorer, figure in (
            ("titles", marks / "melo" / "dnk_dev.jsonl", "eval_linking.py", "MRR"),
            ("spans", marks / "kompetencer" / "danish_train_spans_labelled.jsonl", "eval_spans.py", "untyped_loose"),
            ("groups", marks / "kompetencer" / "2_da_train.jsonl", "eval_labels.py", "weighted_f1"),
        ):
            pred = predicted(predictor, task, gold, out / f"{task}.jsonl")
            told = json.loads(scored(ev / scorer, "--gold", str(gold), "--pred", str(pred)))
            value = told.get(figure) or told["untyped"]["loose"]
            found[task] = value["F1"] if isinstance(value, dict) else value
        for part, answered in predictor.case(marks / "case_dev").items():
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answered)
            (out / part).write_text(lines, encoding="utf-8")
        told_in = out / "told.json"
        command = [sys.executable, str(ev / "eval_case.py"), "--pred", str(out), "--json", str(told_in)]
        subprocess.run(command, check=True, capture_output=True)
        case = json.loads(told_in.read_text(encoding="utf-8"))
    return {**found, **of_case(case)}


def of_case(told: Mapping[str, object]) -> Mapping[str, float]:
    """The figures of the case folder, by short names."""
    flat: dict[str, float] = {}

    def walk(value: object, path: str) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                walk(inner, f"{path}/{name}")
        elif isinstance(value, int | float):
            flat[path.lower()] = float(value)

    walk(told, "")
    wanted = {
        "case skills F1": ("lenient", "all", "micro", "f1"),
        "case nDCG@10": ("ranking", "ndcg10"),
        "case bridges, ISCO-4 @20": ("bridges", "isco_recall20"),
    }
    return {
        name: next((flat[path] for path in flat if all(part in path for part in parts)), float("nan"))
        for name, parts in wanted.items()
    }


def main() -> None:
    """Print one row a table: the figures without it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--without", nargs="*", help="strike these and print JSON; used by this script itself")
    given = parser.parse_args()
    if given.without is not None:
        with tempfile.TemporaryDirectory() as folder:
            struck(given.without, Path(folder))
            lay_on_top(Path(folder))
            print(json.dumps(figures(given.data)))
        return

    def run(names: Sequence[str]) -> tuple[str, Mapping[str, float]]:
        command = [sys.executable, "-m", "bench.ablation", str(given.data), "--without", *names]
        root = Path(__file__).parents[1]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, env={**os.environ})
        title = "all tables" if not names else f"without {names[0].split('_')[0] if len(names) > 1 else names[0]}"
        return title, json.loads(done.stdout.strip().split("\n")[-1])

    with ThreadPoolExecutor(2) as pool:
        for number, (title, told) in enumerate(pool.map(run, TABLES)):
            if number == 0:
                print(f"| | {' | '.join(told)} |\n|---|{'---|' * len(told)}")
            print(f"| {title} | {' | '.join(f'{value:.3f}' for value in told.values())} |", flush=True)


if __name__ == "__main__":
    main()
