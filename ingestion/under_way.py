"""What is being learnt and not passed yet: "læser PD3 nu", "i gang med truckkort"."""

import re

_I = re.IGNORECASE
_GOING = re.compile(
    r"\b(?:læser(?: nu| til| p\.?t\.?)?|går (?:lige nu |nu |i øjeblikket )?(?:på|til|i)|(?:er )?i gang med|"
    r"er ved at (?:tage|læse)|er på vej mod|"
    r"tager (?:lige nu|nu|i øjeblikket|p\.?t\.?)|følger|(?:er )?tilmeldt|skal til|begynder (?:på|til)|"
    r"studying (?:for)?|"
    r"(?:modul|module) \d(?:\.\d)?(?: af| på| i| of| in)?|"
    r"(?:startede|begyndte|påbegyndte)(?: jeg)?(?: også)?(?: på| med)?|"
    r"(?:currently|now) (?:taking|doing|in)|preparing for|working towards|enrolled in)\s+"
    r"(?:(?:eksamen i|kursus i|modul \d (?:af|på|i)|dansk)\s+)?$",
    _I,
)
_STILL = re.compile(
    r"^\s*(?:[(,:–-]\s*)?(?:læser jeg|er jeg i gang med|tager jeg|modul \d(?! bestået)|(?:er )?i gang|igangværende|"
    r"under (?:optagelse|uddannelse)|forvente[rs]?\b|(?:skal )?bestås|afsluttes|på vej|in progress|ongoing|expected|"
    r"ikke (?:bestået|færdig)|mangler)\b|"
    r"^[^.;\n]{0,25}\b(?:men )?(?:stoppede|droppe(?:de|t)|afbrød|afbrudt|opgav|sprang fra)\b",
    _I,
)
_DONE = re.compile(r"\b(?:bestået|gennemført|afsluttet|passed|completed)\b", _I)
_ENDED = re.compile(r"\b(?:blev færdig|færdig i|bestod|afsluttede|dimitterede|graduated)\b", _I)


def under_way(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) of a sentence is being learnt and is not passed yet."""
    before, after = text[max(0, start - 50) : start], text[end : end + 40]
    if _DONE.search(re.split(r"[,;.]", before)[-1]) or _ENDED.search(text[end:]):
        return False
    return bool(_GOING.search(before) or _STILL.search(after))
