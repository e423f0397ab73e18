"""What reading needs of a release, built once: lexicons, the title index, credentials, places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ingestion.lexicon import Lexicon, occupation_lexicon, skill_lexicon
from ingestion.mentions import Mention, find
from ingestion.titles import LabelIndex, label_index
from ontology.credentials import CredentialKind, load_credentials
from ontology.kinds import CredentialCode, EscoUri
from ontology.places import Places, load_places
from ontology.taxonomy import Taxonomy
from ontology.terms import load_terms, load_titles

_NOISE = re.compile(
    r"\b(?:søges|søger|til|i|på|hos|med|ved|for|vi|mangler|ny|nye|erfaren|dygtig|engageret|deltid|fuldtid|vikar|vikariat)\b.*|[(/|–-].*",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:vi søger|søger|ny|nye|erfaren|erfarne|dygtig|dygtige|engageret|engagerede|en|et|to|tre|\d+)\s+", re.IGNORECASE
)


_CLAUSE = re.compile(r"[,;:()•]|\b(?:og|samt|eller|and|or|as well as|including|such as|with|using)\b")
_SHORTEST_CLAUSE = 4
_EXACT_LABEL = 1.9
_SURE = 1.2
_LEADS_UNSAID = 0.8
_LEADER = re.compile(
    r"chef|leder|formand|direktør|bestyrer|forstander|inspektør|ansvarlig|manager|supervisor|director|head|lead",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reader:
    """Everything that reading a document looks things up in."""

    taxonomy: Taxonomy
    skills: Lexicon
    occupations: Lexicon
    titles: LabelIndex
    aliases: tuple[tuple[CredentialCode, re.Pattern[str]], ...]
    places: Places

    def occupation_of(self, title: str) -> tuple[tuple[EscoUri, float], ...]:
        """Up to three occupations that a job title may mean, best first; confidence in (0, 1]."""
        plain = _NOISE.sub("", _LEADING.sub("", title.strip())).strip(" ,.:")
        leads = bool(_LEADER.search(title))
        best: dict[EscoUri, float] = {}
        for query in {title.strip(), plain} - {""}:
            for uri, score in self.titles.rank(query, 12):
                if uri in self.taxonomy.occupation_rows:
                    like = score if leads or uri not in self.leaders else score * _LEADS_UNSAID
                    best[uri] = max(best.get(uri, 0.0), like)
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:3]
        return tuple((uri, min(1.0, like / _SURE)) for uri, like in ranked)

    def is_title(self, text: str, occupation: EscoUri) -> bool:
        """Whether `text` is a name of `occupation` for one person: a label as it stands, or its definite form.

        Stems alone would take "mægle" (mediate) for a mægler and "Tandlægerne" for a dentist.
        """
        labels = self.taxonomy.occupations[self.taxonomy.occupation_rows[occupation]].labels
        last = text.casefold().split()[-1]
        known = [label for language in labels.preferred for label in labels.all(language)]
        heads = {label.casefold().split()[-1] for label in (*known, *self.own_titles.get(occupation, ()))}
        return any(last in (head, f"{head}n", f"{head}en", f"{head}e") for head in heads)

    @cached_property
    def own_titles(self) -> Mapping[EscoUri, tuple[str, ...]]:
        """Our own titles by occupation."""
        found: dict[EscoUri, tuple[str, ...]] = {}
        for title, uri in load_titles():
            found[uri] = (*found.get(uri, ()), title)
        return found

    @cached_property
    def leaders(self) -> frozenset[EscoUri]:
        """The occupations that lead others, by ISCO-08 major group 1 or by their name."""
        return frozenset(
            one.uri
            for one in self.taxonomy.occupations
            if one.isco.startswith("1") or any(_LEADER.search(label) for label in one.labels.preferred.values())
        )

    def skills_in(self, text: str) -> tuple[Mention, ...]:
        """The skills that a piece of text names."""
        return find(text, self.skills)

    @cached_property
    def skill_labels(self) -> LabelIndex:
        """Every label of every skill by character n-grams; built when first asked for."""
        return label_index(list(self.taxonomy.skills))

    def ranked_skills(self, text: str, limit: int = 100) -> tuple[tuple[EscoUri, float], ...]:
        """Skills that a text may mean, best first: those it names, then those with a label like one of its clauses.

        A score above 1 is a skill named; the others are for ranking only and are never claimed.
        """
        best = {mention.uri: 1.0 + mention.confidence for mention in self.skills_in(text)}
        clauses = [clause.strip() for clause in _CLAUSE.split(text) if len(clause.strip()) >= _SHORTEST_CLAUSE]
        for query in (text, *clauses):
            for uri, score in self.skill_labels.rank(query, limit):
                best[uri] = max(best.get(uri, 0.0), min(score / _EXACT_LABEL, 1.0))
        return tuple(sorted(best.items(), key=lambda item: (-item[1], item[0]))[:limit])

    def credentials_in(self, text: str) -> tuple[tuple[CredentialCode, int, int], ...]:
        """The credentials that a piece of text names, and where; a longer name hides a shorter one within it."""
        hits = [(code, m.start(), m.end()) for code, pattern in self.aliases for m in pattern.finditer(text)]
        hits.sort(key=lambda hit: (hit[1] - hit[2], hit[1]))
        kept: list[tuple[CredentialCode, int, int]] = []
        for code, start, end in hits:
            if not any(low <= start and end <= high and other != code for other, low, high in kept):
                kept.append((code, start, end))
        return tuple(sorted(kept, key=lambda hit: hit[1]))


def build_reader(taxonomy: Taxonomy) -> Reader:
    """The reader over `taxonomy`."""
    terms, titles = load_terms(), load_titles()
    return Reader(
        taxonomy,
        skill_lexicon(taxonomy, terms),
        occupation_lexicon(taxonomy, titles),
        label_index([*taxonomy.occupations, *taxonomy.occupation_groups], titles),
        tuple(_aliases().items()),
        load_places(),
    )


def _aliases() -> Mapping[CredentialCode, re.Pattern[str]]:
    found = {}
    for code, credential in load_credentials().items():
        if credential.kind is not CredentialKind.CLEARANCE and credential.aliases:
            names = "|".join(re.escape(alias) for alias in sorted(credential.aliases, key=len, reverse=True))
            found[code] = re.compile(rf"(?<!\w)(?:{names})(?:e[nt]|s)?(?!\w)", re.IGNORECASE)
    return found
