"""Every development set through the production code; prints one table: task, figure, goal."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from api.predict import Predictor, answers
from ontology.esco import read_esco

LANGUAGES = ("en", "da", "sv", "no", "de", "nl")


def rows(path: Path) -> Iterator[Mapping[str, object]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def predicted(predictor: Predictor, task: str, source: Path, target: Path) -> Path:
    """The file of answers to `source`."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as into:
        for answer, _good in answers(predictor, task, lines):
            into.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return target


def scored(scorer: Path, *arguments: str) -> str:
    """What a scorer of the reference data prints; the last line."""
    done = subprocess.run([sys.executable, str(scorer), *arguments], capture_output=True, text=True, check=False)
    return (done.stdout.strip() or done.stderr.strip()).split("\n")[-1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    data: Path = parser.parse_args().data
    marks, ev = data / "benchmarks", data / "benchmarks" / "eval"
    predictor = Predictor(read_esco([data / "esco" / language for language in LANGUAGES])[0])
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        spans = marks / "kompetencer" / "danish_train_spans_labelled.jsonl"
        runs = [
            ("titles", marks / "melo" / "dnk_dev.jsonl", "eval_linking.py", "MRR 0.80"),
            ("spans", spans, "eval_spans.py", "loose F1 0.50"),
            ("groups", marks / "kompetencer" / "2_da_train.jsonl", "eval_labels.py", "weighted F1 0.60"),
            ("skills", marks / "skill_extraction_esco" / "house_validation.jsonl", "eval_skills.py", "RP@5 0.45"),
            ("skills", marks / "skill_extraction_esco" / "tech_validation.jsonl", "eval_skills.py", "RP@5 0.52"),
            ("moves", marks / "causeways" / "ratings_dev.jsonl", "eval_transitions.py", "Spearman 0.78"),
        ]
        for task, gold, scorer, goal in runs:
            pred = predicted(predictor, task, gold, out / f"{task}.jsonl")
            print(f"{task} {gold.name} (goal {goal}): {scored(ev / scorer, '--gold', str(gold), '--pred', str(pred))}")
        origins = out / "origins.jsonl"
        gold = marks / "rome_mobility" / "expert_dev.jsonl"
        origins.write_text(
            "".join(json.dumps({"origin": row["origin"]}) + "\n" for row in rows(gold)), encoding="utf-8"
        )
        pred = predicted(predictor, "move-sets", origins, out / "sets.jsonl")
        pool = str(marks / "rome_mobility" / "candidate_pool.txt")
        found = scored(ev / "eval_transition_sets.py", "--gold", str(gold), "--pred", str(pred), "--pool", pool)
        print(f"move-sets (goal MAP 0.30): {found}")
        for name, answered in predictor.case(marks / "case_dev").items():
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answered)
            (out / name).write_text(lines, encoding="utf-8")
        subprocess.run([sys.executable, str(ev / "eval_case.py"), "--pred", str(out)], check=False)


if __name__ == "__main__":
    main()
