"""Every development set through the production code; prints one table: figure, interval, last release, goal."""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from api.encoder import encoder
from api.predict import Predictor, answers
from api.settings import Settings
from ontology.esco import read_esco

LANGUAGES = ("en", "da", "sv", "no", "de", "nl")
LAST = Path(__file__).parent / "last_release.csv"
_Z95 = 1.96


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: where the scorer puts it, its interval there, or of how many it is a share."""

    task: str
    name: str
    path: str
    goal: str = ""
    interval: str = ""
    of: int = 0


FIGURES = (
    Figure("titles", "titles, MRR (the ranker was fitted on these)", "MRR", ".80", "MRR_ci95"),
    Figure("titles", "titles, hit@10", "hit@10", ".90", "hit@10_ci95"),
    Figure("spans", "spans, untyped loose F1", "untyped.loose.F1", ".50", "untyped_loose_F1_ci95"),
    Figure("spans", "spans, typed loose F1", "typed_micro.loose.F1"),
    Figure("groups", "groups, weighted F1 (the model was fitted on these)", "weighted_f1", ".60"),
    Figure("house", "skills HOUSE, RP@5", "RP@5", ".45, with encoder .55"),
    Figure("tech", "skills TECH, RP@5", "RP@5", ".52, with encoder .62"),
    Figure(
        "judged moves", "moves of the judged sample, Spearman (learnt from these)", "spearman", ".78", "spearman_ci95"
    ),
    Figure("judged moves", "moves of the judged sample, AUC (learnt from these)", "auc_2.5", ".90", "auc_2.5_ci95"),
    Figure("moves", "moves, all ratings, Spearman (learnt from these)", "spearman", "", "spearman_ci95"),
    Figure("moves", "moves, all ratings, AUC (learnt from these)", "auc_2.5", "", "auc_2.5_ci95"),
    Figure("move-sets", "move sets, MAP (learnt from these)", "MAP", ".30", "MAP_ci95"),
    Figure("case", "case, lenient skill F1", "skills.lenient_all.micro_f1", ".75"),
    Figure("case", "case, lenient skill precision", "skills.lenient_all.micro_p", "", "", 486),
    Figure("case", "case, lenient skill recall", "skills.lenient_all.micro_r", "", "", 708),
    Figure("case", "case, recall of personal competencies", "skills.recall_by_kind.personal", "", "", 104),
    Figure("case", "case, importance", "skills.importance_accuracy", "", "", 203),
    Figure("case", "case, units wrongly negated", "skills.false_negated", "0"),
    Figure("case", "case, occupation of an ad, hit@1", "occupation.posting.hit1", "", "", 40),
    Figure("case", "case, occupation of an ad, hit@3", "occupation.posting.hit3", "", "", 40),
    Figure("case", "case, occupation of a CV, hit@1", "occupation.cv.hit1", "", "", 12),
    Figure("case", "case, municipality of an ad", "occupation.posting.municipality", "", "", 40),
    Figure("case", "case, deadline", "occupation.deadline", "", "", 40),
    Figure("case", "case, nDCG@10", "ranking.ndcg10", ".85"),
    Figure("case", "case, hard gate unmet in the first five", "ranking.gate_top5", "0"),
    Figure("case", "case, out of reach in the first five", "ranking.far_top5", "0"),
    Figure("case", "case, bridges recall@20", "bridges.recall20", ".70", "", 72),
    Figure("case", "case, bridges by unit group, recall@20", "bridges.isco_recall20", "", "", 72),
    Figure("case", "case, absurd bridges of 36", "bridges.absurd20", "0"),
    Figure("case", "case, leaks of 73", "redaction.leaks", "0"),
    Figure("case", "case, skills still readable", "redaction.skill_quotes_kept"),
)

JUDGED_MOVES = ("safe_desirable_from_high_risk", "A")
"""Sample and tier of the ratings that the product is judged on (EVALUATION.md)."""


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


def measured(predictor: Predictor, data: Path, out: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What the scorers say of each task."""
    marks, ev = data / "benchmarks", data / "benchmarks" / "eval"
    skills = marks / "skill_extraction_esco"
    for name, task, gold, scorer in (
        ("titles", "titles", marks / "melo" / "dnk_dev.jsonl", "eval_linking.py"),
        ("spans", "spans", marks / "kompetencer" / "danish_train_spans_labelled.jsonl", "eval_spans.py"),
        ("groups", "groups", marks / "kompetencer" / "2_da_train.jsonl", "eval_labels.py"),
        ("house", "skills", skills / "house_validation.jsonl", "eval_skills.py"),
        ("tech", "skills", skills / "tech_validation.jsonl", "eval_skills.py"),
        ("moves", "moves", marks / "causeways" / "ratings_dev.jsonl", "eval_transitions.py"),
        ("judged moves", "moves", judged_moves(marks / "causeways", out), "eval_transitions.py"),
    ):
        pred = predicted(predictor, task, gold, out / f"{name}.jsonl")
        yield name, json.loads(scored(ev / scorer, "--gold", str(gold), "--pred", str(pred)))
    gold, origins = marks / "rome_mobility" / "expert_dev.jsonl", out / "origins.jsonl"
    origins.write_text("".join(json.dumps({"origin": row["origin"]}) + "\n" for row in rows(gold)), encoding="utf-8")
    pred, pool = predicted(predictor, "move-sets", origins, out / "sets.jsonl"), marks / "rome_mobility"
    told = ("--gold", str(gold), "--pred", str(pred), "--pool", str(pool / "candidate_pool.txt"))
    yield "move-sets", json.loads(scored(ev / "eval_transition_sets.py", *told))
    yield "case", case_figures(predictor, data, out)


def judged_moves(folder: Path, out: Path) -> Path:
    """The ratings of the sample and tier that EVALUATION.md judges by, as a file of their own."""
    path = out / "judged_moves.jsonl"
    judged = (row for row in rows(folder / "ratings_dev.jsonl") if (row["sample"], row["tier"]) == JUDGED_MOVES)
    path.write_text("".join(json.dumps(row) + "\n" for row in judged), encoding="utf-8")
    return path


def case_figures(predictor: Predictor, data: Path, out: Path) -> Mapping[str, object]:
    """What the scorer says of the development case."""
    for name, answered in predictor.case(data / "benchmarks" / "case_dev").items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answered)
        (out / name).write_text(lines, encoding="utf-8")
    scored(data / "benchmarks" / "eval" / "eval_case.py", "--pred", str(out), "--json", str(out / "case_figures.json"))
    found: Mapping[str, object] = json.loads((out / "case_figures.json").read_text(encoding="utf-8"))
    return found


def at(found: object, path: str) -> object:
    """The value at a dotted path; a key that holds a dot itself is taken whole."""
    if isinstance(found, Mapping):
        if path in found:
            return found[path]
        head, _, rest = path.partition(".")
        return at(found[head], rest)
    raise KeyError(path)


def interval(figure: Figure, value: float, found: Mapping[str, object]) -> str:
    """The 95 % interval: the scorer's bootstrap, else Wilson's for a share; '' where neither is to be had."""
    if figure.interval:
        told = at(found, figure.interval)
        low, high = told if isinstance(told, Sequence) else (0.0, 0.0)
        return f"{low:.3f}-{high:.3f}"
    if not figure.of:
        return ""
    n, middle = figure.of, value + _Z95**2 / (2 * figure.of)
    half = _Z95 * sqrt(value * (1 - value) / n + _Z95**2 / (4 * n * n))
    return f"{(middle - half) / (1 + _Z95**2 / n):.3f}-{(middle + half) / (1 + _Z95**2 / n):.3f}"


def main() -> None:
    """Print the table; `--keep` makes it what the next release is compared with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--encoder", default="none", choices=("none", "packaged"))
    parser.add_argument("--cache", type=Path, help="folder kept between runs")
    parser.add_argument("--keep", action="store_true", help="write bench/last_release.csv (encoder none)")
    given = parser.parse_args()
    speaks = encoder(Settings(Path("none.sqlite"), given.encoder, given.cache)) if given.encoder != "none" else None
    taxonomy = read_esco([given.data / "esco" / language for language in LANGUAGES])[0]
    predictor = Predictor(taxonomy, encoder=speaks, cache=given.cache)
    with LAST.open(encoding="utf-8", newline="") as lines:
        before = {row["name"]: row["figure"] for row in csv.DictReader(lines)}
    with tempfile.TemporaryDirectory() as folder:
        found = dict(measured(predictor, given.data, Path(folder)))
    kept = []
    print("| figure | now | 95 % | last release | goal |\n|---|---|---|---|---|")
    for one in FIGURES:
        value = float(str(at(found[one.task], one.path)))
        told = f"{value:.0f}" if one.goal == "0" else f"{value:.3f}"
        kept.append((one.name, told))
        last = before.get(one.name, "")
        print(f"| {one.name} | {told} | {interval(one, value, found[one.task])} | {last} | {one.goal} |")
    if given.keep:
        with LAST.open("w", encoding="utf-8", newline="") as into:
            csv.writer(into, lineterminator="\n").writerows([("name", "figure"), *kept])


if __name__ == "__main__":
    main()
