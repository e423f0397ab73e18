"""Danish grammar for sentences of labels: lists with "og", and how a skill is said of a person."""

import re
from collections.abc import Iterable, Sequence

from ontology.kinds import SkillKind

INFINITIVE = re.compile(r"^[a-zæøå]{2,}(?:e|å|ø|o|s)\b(?=\s)")
"""An ESCO skill is named by what is done: "betjene gaffeltruck", "gå tilbage", "bero på"; one word may be a thing."""
_ONE_VERB = re.compile(r"[a-zæøå]+(?:ere|jse)")
"""One word that is surely done: "svejse", "programmere"."""
_BRACKETED = re.compile(r"\s*\([^)]*\)\s*$")


def listed(words: Sequence[str], last: str = "og") -> str:
    """The words as a Danish list: "a", "a og b", "a, b og c", with `last` before the last; '' for none."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def small(name: str) -> str:
    """A name in the middle of a sentence: the first letter small unless it is an abbreviation."""
    return name if name[:2].isupper() or not name[:1].isalpha() else name[0].lower() + name[1:]


def plain(label: str) -> str:
    """A label without what stands in brackets behind it: "Python (computerprogrammering)" is Python to everybody."""
    return _BRACKETED.sub("", label) or label


def is_done(kind: SkillKind, label: str) -> bool:
    """Whether a skill's label is an infinitive, so that one can do it."""
    doing = kind in (SkillKind.SKILL, SkillKind.TRANSVERSAL)
    return doing and bool(INFINITIVE.match(label) or _ONE_VERB.fullmatch(label))


_OPENINGS = (("være ", "er"), ("have ", "har"), ("kende ", "kender"), ("tale ", "taler"))
"""Infinitives that are said of a person better than "kan ..."."""
_TAKES_BOTH = ("kan", "taler", "kender til")
_QUALITY = re.compile(r"[a-zæøå-]+(?:bil|sk|ig|lig|sam|bar|ende|som|fuld|sikker|villig|bel|vant|orienteret)")
"""One word that a person is rather than knows: "mødestabil", "omhyggelig"."""
_PERSON = re.compile(
    r"^(?:uddannet|udlært|autoriseret|godkendt|beskikket|specialuddannet)\b|"
    r"(?:svend|mester|assistent|konsulent|kandidat|hjælper|tekniker|lærer|plejerske|læge|gog|ør|sekretær|psykolog|jurist|"
    r"mand|arbejder|terapeut|rådgiver|tømrer|maler|leder|bager|kok|fisker|jordemoder)$"
)


def is_person(name: str) -> bool:
    """Whether a credential is called by who holds it: one is an "autoriseret sygeplejerske", one has a licence."""
    return bool(_PERSON.search(small(name)))


def said_of(skills: Iterable[tuple[SkillKind, str]]) -> list[str]:
    """What a person can, is, speaks and knows, a phrase a verb: "kan betjene kunder og lukke kasse", "er rolig"."""
    verbs: dict[str, list[str]] = {}
    for kind, label in skills:
        verb, rest = _verb(kind, label)
        verbs.setdefault(verb, []).append(rest)
    return [f"{verb} {listed(found)}" for verb, found in verbs.items()]


def _verb(kind: SkillKind, label: str) -> tuple[str, str]:
    if kind is SkillKind.LANGUAGE and " " not in label:
        return "taler", label.lower()
    if is_done(kind, label):
        known = ((verb, label.removeprefix(opening)) for opening, verb in _OPENINGS if label.startswith(opening))
        return next(known, ("kan", label))
    if kind is SkillKind.TRANSVERSAL and _QUALITY.fullmatch(label.partition(' ("')[0]):
        return "er", label
    return ("kan", label) if kind is SkillKind.LANGUAGE else ("kender til", label)


def joined(phrases: Sequence[str]) -> str:
    """Phrases with a verb each as one; a last one that lists two itself gets "både", so that its "og" is read right."""
    if len(phrases) < 2:
        return listed(phrases)
    *first, last = phrases
    verb, _, rest = last.partition(" ")
    if verb == "kender":
        verb, rest = "kender til", rest.removeprefix("til ")
    if verb in _TAKES_BOTH and rest.count(" og ") == 1 and "," not in rest:
        last = f"{verb} både {rest}"
    return f"{', '.join(first)} og {last}"


def tried(skills: Iterable[tuple[SkillKind, str]]) -> str:
    """What a person may have done: "prøvet at betjene kunder og arbejdet med hygiejne"."""
    done, things = _parted(skills)
    return listed(
        [*([f"prøvet at {listed(done)}"] if done else []), *([f"arbejdet med {listed(things)}"] if things else [])]
    )


def learnt(skills: Iterable[tuple[SkillKind, str]]) -> str:
    """What is to be learnt: "at betjene kunder", "noget om hygiejne"."""
    done, things = _parted(skills)
    return listed([*([f"at {listed(done)}"] if done else []), *([f"noget om {listed(things)}"] if things else [])])


def _parted(skills: Iterable[tuple[SkillKind, str]]) -> tuple[list[str], list[str]]:
    parts: tuple[list[str], list[str]] = ([], [])
    for kind, label in skills:
        parts[not is_done(kind, label)].append(label)
    return parts
