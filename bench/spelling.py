"""Words of our Danish tables that the Danish hunspell dictionary does not know: a list to read, not to obey.

Needs `hunspell` and its dictionary da_DK (Debian: apt-get install hunspell hunspell-da).
"""

import csv
import re
import shutil
import subprocess
import sys
from collections import defaultdict

from ontology.tables import OURS

COLUMNS = ("term", "label_da", "how_da", "aliases_da", "title_da", "description_da")
WORD = re.compile(r"[^\W\d_]{4,}")


def words() -> dict[str, set[str]]:
    """Each Danish word of our tables, and the tables that it stands in."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(OURS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for column in COLUMNS:
                    for word in WORD.findall(row.get(column) or ""):
                        found[word].add(path.stem)
    return found


def main() -> None:
    """Print the unknown words by table, and how many there are of all."""
    if shutil.which("hunspell") is None:
        sys.exit("no hunspell here; run apt-get install hunspell hunspell-da")
    known = words()
    asked = subprocess.run(
        ["hunspell", "-d", "da_DK", "-i", "utf-8", "-l"],
        input="\n".join(sorted(known)),
        capture_output=True,
        text=True,
        check=True,
    )
    unknown = sorted(set(asked.stdout.split()) & known.keys())
    by_table: dict[str, list[str]] = defaultdict(list)
    for word in unknown:
        by_table[min(known[word])].append(word)
    for table, listed in by_table.items():
        print(f"{table}: {len(listed)}: {' '.join(listed)}")
    print(f"{len(unknown)} of {len(known)} words are not in the dictionary; most are compounds, names and English")


if __name__ == "__main__":
    main()
