"""What is being learnt and not passed yet: "læser PD3 nu", "i gang med truckkort"."""

import re

_I = re.IGNORECASE
_GOING = re.compile(
    r"\b(?:(?<!har )lige nu(?: (?:på|i|går jeg på|læser jeg))?|læser(?: nu| til| p\.?t\.?)?|"
    r"går (?:lige nu |nu |i øjeblikket )?(?:på|til|i)|"
    r"(?:er )?i gang med|"
    r"er ved at (?:tage|læse)|er på vej mod|"
    r"tager (?:lige nu|nu|i øjeblikket|p\.?t\.?)|følger|(?:er )?tilmeldt|skal til|(?:er )?startet (?:på|til)|"
    r"venter (?:stadig |lige )?på(?: mit| min)?|(?:har )?(?:an)?søgt (?:om|ind på|optagelse på)(?: et| en)?|"
    r"hvis i betaler(?: et| en)?|afbrudt|ufuldført|uafsluttet|påbegyndt|halv|begynder (?:på|til)|"
    r"studying (?:for)?|"
    r"(?:modul|module) \d(?:\.\d)?(?: af| på| i| of| in)?|"
    r"(?:startede|begyndte|påbegyndte)(?: jeg)?(?: også)?(?: på| med)?|"
    r"(?:currently|now) (?:taking|doing|in)|preparing for|working towards|enrolled in)\s+"
    r"(?:(?:eksamen i|kursus i|modul \d (?:af|på|i)|dansk)\s+)?$",
    _I,
)
_STILL = re.compile(
    r"^\s*(?:[(,:–-]\s*)?(?:vil jeg (?:gerne|have|tage)|kunne jeg|skal jeg (?:have|tage)|"
    r"skal (?:\w+ )?(?:fornyes|tages|laves)|"
    r"bliver (?:\w+ )?færdig|får jeg (?:i|til|snart)|venter jeg|lige nu|læser jeg|er jeg i gang med|"
    r"tager jeg|modul \d(?! bestået)|(?:er )?i gang|igangværende|"
    r"under (?:optagelse|uddannelse)|forvente[rs]?\b|(?:skal )?bestås|afsluttes|på vej|in progress|ongoing|expected|"
    r"ikke (?:bestået|færdig)|mangler)\b|"
    r"^-?\s?(?:enkelt)?fag\b|"
    r"^[^.,;\n]{0,30}(?:, ?)?\b(?:(?:men|og|dog|jeg|det|den|blev|er|har|så|desværre) ){0,3}"
    r"(?:stoppede|stoppet|droppe(?:de|t)|dropped|afbrød|afbrudt|opgav|sprang fra|"
    r"ikke (?:helt )?(?:afsluttet|færdig\w*|gennemført|fuldført|hele)|aldrig (?:\w+ )?færdig\w*|not finished|quit|"
    r"mangler (?:kun |bare |stadig )?(?:et|ét|en|to|tre|fire|sidste|\d) (?:\w+ )?(?:år|semest\w+|eksam\w+|fag|modul\w*|"
    r"del|prøve))\b",
    _I,
)
_DONE = re.compile(r"\b(?:bestået|gennemført|afsluttet|passed|completed)\b", _I)
_ENDED = re.compile(r"\b(?:blev færdig|færdig i|bestod|afsluttede|dimitterede|graduated)\b", _I)


_STOP, _WORD_ENDS, _BESIDE = re.compile(r"[;\n]|\.(?=\s|$)"), re.compile(r"\w*"), 120
"""How far beside what it names a line is looked at."""


def unfinished(text: str, start: int, end: int) -> bool:
    """Whether what the word at [start, end) of a text names is under way or was broken off, by its line."""
    low = max(text.rfind("\n", 0, start) + 1, start - _BESIDE)
    high = text.find("\n", end, end + _BESIDE)
    line = text[low : high if high >= 0 else end + _BESIDE]
    word = _WORD_ENDS.match(text, end)
    return under_way(line, start - low, (word.end() if word else end) - low)


def under_way(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) of a sentence is being learnt and is not passed yet."""
    before, after = text[max(0, start - 50) : start], text[end : end + 60]
    if _DONE.search(re.split(r"[,;.]", before)[-1]) or _ENDED.search(_STOP.split(text[end : end + _BESIDE])[0]):
        return False
    return bool(_GOING.search(before) or _STILL.search(after))
