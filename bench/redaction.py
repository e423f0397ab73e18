"""What redaction hides of a person and keeps of the trade, on items written for it; the half it was mended on apart.

Run as `python -m bench.redaction`; `--misses` lists what went wrong in the items mended on, `--held-out` in the
held-out and the fresh items; no option lists the blind ones or the held-out everyday ones.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingestion.redaction import BLOCK, DocumentKind, redact

CORPUS = Path(__file__).parent / "redaction_corpus"
FRESH = Path(__file__).parent / "redaction_fresh"
"""Rarer wordings, written after the rules; of them only what docs/redaction.md once listed was mended on."""
BLIND = Path(__file__).parent / "redaction_blind"
"""Ordinary wordings by somebody who did not know the rules; never read by whoever mends them (its README.md)."""
BLIND_NAME = "blind, ordinary"
EVERYDAY = Path(__file__).parent / "redaction_everyday"
"""How Danes write of themselves, by an author who did not know the rules; a third held out (its README.md)."""
EVERYDAY_MENDED, EVERYDAY_HELD_OUT = "everyday, mended on", "everyday, held out"
SEED = 6
DEVELOPMENT = "development_"
"""How the name of a file begins that is mended on whole."""
NEW_LINE, BESIDE = "⏎", " || "
_MARK = re.compile(r"\{(?P<kind>\w+)(?P<other>\*?)\|(?P<hide>[^}]*)\}|<(?P<keep>[^>]*)>")
_SPEED_CHARACTERS, _SPEED_ROUNDS = 3000, 5


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) that must be hidden as `kind`, or stay (None); `other` tells of a third person."""

    kind: str | None
    start: int
    end: int
    other: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A text with what must be hidden and what must stay; without anything to hide, all of it must stay."""

    text: str
    marks: tuple[Marked, ...]
    paired: bool

    @property
    def of_the_trade(self) -> bool:
        """Whether nothing in it is about a person."""
        return all(mark.kind is None for mark in self.marks)

    @property
    def hides(self) -> tuple[Marked, ...]:
        """What must be hidden."""
        return tuple(mark for mark in self.marks if mark.kind is not None)

    @property
    def keeps(self) -> tuple[Marked, ...]:
        """What must stay."""
        return (Marked(None, 0, len(self.text)),) if self.of_the_trade else tuple(set(self.marks) - set(self.hides))


@dataclass(frozen=True)
class Figures:
    """What came of a half: (right, of) by kind, on the pairs, on all of the trade, and characters over-hidden."""

    recall: dict[str, tuple[int, int]]
    pairs: tuple[int, int]
    trade: tuple[int, int]
    over: tuple[int, int]
    misses: tuple[str, ...]

    @property
    def recalled(self) -> tuple[int, int]:
        """Spans hidden whole, of all."""
        kinds = [counts for kind, counts in self.recall.items() if not kind.startswith("of ")]
        return sum(right for right, _ in kinds), sum(of for _, of in kinds)


def parse(marked: str, paired: bool = False) -> Item:
    """The item that a line of the corpus writes."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        said = match["keep"] if match["kind"] is None else match["hide"]
        marks.append(Marked(match["kind"], len(text), len(text) + len(said), bool(match["other"])))
        text, last = text + said, match.end()
    return Item((text + marked[last:]).replace(NEW_LINE, "\n"), tuple(marks), paired)


def halves(folder: Path = CORPUS) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The development half and the held-out half; the items of a pair are on the same side.

    A file whose name begins with `DEVELOPMENT` is of the development half whole.
    """
    development: list[Item] = []
    held_out: list[Item] = []
    for path in sorted(folder.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        random.Random(f"{SEED} {path.stem}").shuffle(lines)
        for place, line in enumerate(lines):
            parts = line.split(BESIDE)
            half = held_out if place % 2 and not path.stem.startswith(DEVELOPMENT) else development
            half += [parse(part, len(parts) > 1) for part in parts]
    return tuple(development), tuple(held_out)


def all_parts() -> dict[str, tuple[Item, ...]]:
    """The items of each part of the report, by its name, in the order told."""
    development, held_out = halves()
    folders = {"fresh": FRESH, EVERYDAY_MENDED: EVERYDAY / "development", EVERYDAY_HELD_OUT: EVERYDAY / "held_out"}
    whole = {name: sum(halves(folder), ()) for name, folder in {**folders, BLIND_NAME: BLIND}.items()}
    return {"development": development, "held out": held_out, **whole}


def measure(items: Iterable[Item]) -> Figures:
    """The figures of redaction on `items`."""
    right, of, misses = Counter[str](), Counter[str](), []
    for item in items:
        after = redact(item.text).text
        for mark in item.hides:
            hidden = not re.search(r"[^\W_]", after[mark.start : mark.end].replace(BLOCK, ""))
            for label in (str(mark.kind), "of others" if mark.other else "of the writer"):
                right[label], of[label] = right[label] + hidden, of[label] + 1
            if not hidden:
                misses.append(f"{mark.kind} left: {after!r} ({item.text[mark.start : mark.end]!r})")
        kept = [after[mark.start : mark.end] == item.text[mark.start : mark.end] for mark in item.keeps]
        if not all(kept):
            misses.append(f"too much: {item.text!r} -> {after!r}")
        lost = sum(after[mark.start : mark.end].count(BLOCK) for mark in item.keeps)
        right["over"], of["over"] = right["over"] + lost, of["over"] + sum(m.end - m.start for m in item.keeps)
        for label in ("trade", "pairs") if item.paired and item.of_the_trade else ("trade",) * item.of_the_trade:
            right[label], of[label] = right[label] + all(kept), of[label] + 1
    told = {label: (right[label], of[label]) for label in sorted(of)}
    return Figures(
        {label: count for label, count in told.items() if label not in ("over", "trade", "pairs")},
        told.get("pairs", (0, 0)),
        told.get("trade", (0, 0)),
        told.get("over", (0, 0)),
        tuple(misses),
    )


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson (1927)."""
    if not of:
        return 0.0, 1.0
    share, spread = right / of, z * z / of
    middle = share + spread / 2
    wide = z * ((share * (1 - share) + spread / 4) / of) ** 0.5
    return max(0.0, (middle - wide) / (1 + spread)), min(1.0, (middle + wide) / (1 + spread))


def milliseconds(kind: DocumentKind, items: Sequence[Item]) -> float:
    """How long a text of 3,000 characters takes, made of the items; the best of some rounds, each on another text."""
    texts = []
    for number in range(_SPEED_ROUNDS):
        order = random.Random(number).sample(items, len(items))
        texts.append("\n".join(item.text for item in order)[:_SPEED_CHARACTERS])
    took = []
    for text in texts:
        start = time.perf_counter()
        redact(text, kind)
        took.append(1000 * (time.perf_counter() - start))
    return min(took)


def _told(label: str, counts: tuple[int, int]) -> str:
    right, of = counts
    low, high = wilson(right, of)
    return f"| {label} | {right} of {of} | {right / max(of, 1):.3f} | {low:.3f}-{high:.3f} |"


def may_tell_misses(name: str, misses: bool, held_out: bool) -> bool:
    """Whether the options list what went wrong in the part `name`; those of the blind one are never listed."""
    never = {BLIND_NAME: False, EVERYDAY_HELD_OUT: False}
    return {"development": misses, EVERYDAY_MENDED: misses, **never}.get(name, held_out)


def main() -> None:
    """Print the figures of each part, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what went wrong in what was mended on")
    parser.add_argument("--held-out", action="store_true", help="list it of the others; mend nothing after")
    asked = parser.parse_args()
    named = all_parts()
    for name, items in named.items():
        figures = measure(items)
        print(f"\n{name}: {len(items)} items\n\n| what | right | share | 95 % |\n|---|---|---|---|")
        for label, counts in figures.recall.items():
            print(_told(f"hidden: {label}", counts))
        print(_told("hidden: all", figures.recalled))
        print(_told("kept whole: the trade's side of the pairs", figures.pairs))
        print(_told("kept whole: all that is of the trade", figures.trade))
        print(_told("characters hidden that must stay", figures.over))
        if may_tell_misses(name, asked.misses, asked.held_out):
            print("", *figures.misses, sep="\n")
    for kind in DocumentKind:
        print(f"\n{kind}: {milliseconds(kind, named['development']):.1f} ms for {_SPEED_CHARACTERS} characters")


if __name__ == "__main__":
    main()
