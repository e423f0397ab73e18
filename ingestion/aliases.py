"""Where a text names a credential: its aliases, looked up by their first word so that eight thousand cost one pass."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingestion.licences import Named, licences_in, welds_in
from ontology.credentials import Credential, CredentialKind
from ontology.kinds import CredentialCode

_WORD = re.compile(r"[\w§]+")
_ENDING = re.compile(r"(?:e[nt]|s)?(?!\w)", re.IGNORECASE)
_COURSE, _COURSES = "kursus", "kurser"
_COMPOUND = re.compile(
    r"(?P<of>(?!bus)[^\W\d_]{3,25})(?P<paper>kørekort|kort|kursus|kurser|bevis|certifikat|uddannelse)"
)
_MISSPELT = (
    ("certefikat", "certifikat"),
    ("certificat", "certifikat"),
    ("sertifikat", "certifikat"),
    ("körekort", "kørekort"),
)
"""Equally long, so that what is found stands where it did."""
_ENDINGS = ("", "s", "en", "et")


@dataclass(frozen=True)
class Aliases:
    """Aliases in lower case and whose they are, by the first word of each with any ending, the longest first."""

    by_word: Mapping[str, tuple[tuple[str, CredentialCode], ...]]

    def find(self, text: str) -> tuple[Named, ...]:
        """The credentials that `text` names, and where, in order; a longer name hides a shorter one within it."""
        hits = sorted(self._hits(text), key=lambda hit: (hit[1] - hit[2], hit[1]))
        kept: list[Named] = []
        for code, start, end in hits:
            if not any(low <= start and end <= high for _, low, high in kept):
                kept.append((code, start, end))
        named = {code for code, _, _ in kept}
        kept += [hit for hit in (*licences_in(text), *welds_in(text)) if hit[0] not in named]
        return tuple(sorted((hit for hit in kept if not _told_closer(hit, kept)), key=lambda hit: hit[1]))

    def _hits(self, text: str) -> Iterator[Named]:
        """The longest alias of each credential at each word, with its ending."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = text
        for wrong, right in _MISSPELT:
            lower = lower.replace(wrong, right)
        for word in _WORD.finditer(lower):
            found: set[CredentialCode] = set()
            for alias, code in self.by_word.get(word[0], ()):
                if code in found or not lower.startswith(alias, word.start()):
                    continue
                after = _ENDING.match(lower, word.start() + len(alias))
                if after:
                    found.add(code)
                    yield code, word.start(), after.end()


def _told_closer(hit: Named, others: list[Named]) -> bool:
    """Whether a name that begins within `hit` and ends behind it says more closely what it is: "stort kørekort C/E"."""
    _, start, end = hit
    return any(start < low < end < high for _, low, high in others)


def aliases(credentials: Mapping[CredentialCode, Credential]) -> Aliases:
    """The aliases of `credentials`; clearances are left out, since they are only ever asked about."""
    by_word: dict[str, set[tuple[str, CredentialCode]]] = {}
    for code, credential in credentials.items():
        for alias in _spelt(credential) if credential.kind is not CredentialKind.CLEARANCE else ():
            first = _WORD.match(alias.lower())
            if first is None:
                continue
            for ending in _ENDINGS:
                by_word.setdefault(first[0] + ending, set()).add((alias.lower(), code))
    return Aliases({word: tuple(sorted(found, key=lambda one: (-len(one[0]), one))) for word, found in by_word.items()})


def _spelt(credential: Credential) -> Iterator[str]:
    """The aliases of a credential, those of one course also as several, and compounds also in two words."""
    for alias in credential.aliases:
        yield alias
        if alias.endswith(_COURSE):
            yield alias.removesuffix(_COURSE) + _COURSES
        compound = _COMPOUND.fullmatch(alias.lower())
        if compound:
            yield f"{compound['of']} {compound['paper']}"
