"""What reading needs of a release, built once: lexicons, the title index, credentials, places."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

import numpy as np

from ingestion.aliases import Aliases, aliases
from ingestion.grouping import load_group_model
from ingestion.hints import Hints
from ingestion.lexicon import Lexicon, occupation_lexicon, skill_lexicon
from ingestion.licences import Named
from ingestion.meaning import Meanings, language_of
from ingestion.mentions import Mention, find_among
from ingestion.occupation_choice import AdText, OccupationChooser, TitleMeanings, commonness, load_model
from ingestion.occupation_profiles import OccupationWords, occupation_skills, occupation_words
from ingestion.phrases import Phrases, phrases
from ingestion.star_titles import StarMeaning, StarTitles
from ingestion.telling_words import TellingWords, telling_words, terms_by_skill
from ingestion.title_meanings import likely_occupations
from ingestion.title_ranking import TitleRanker, title_index, title_ranker, title_weights
from ingestion.titles import LabelIndex, label_index
from ingestion.traits import Traits, traits
from ingestion.words import Word, words
from ontology.credentials import load_credentials
from ontology.display import as_published
from ontology.encoding import SentenceEncoder
from ontology.kinds import DANISH, EscoUri, Occupation, OccupationGroup
from ontology.places import Places, load_places
from ontology.taxonomy import Taxonomy
from ontology.terms import load_jobs_in_words, load_terms, load_trait_nouns, load_traits
from ontology.titles import first_meanings, load_readings, load_titles

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
_LETTERS, _FAR_ABOVE = 0.6, 6.0
"""What likeness of letters counts beside meaning, and the standard score that counts as one."""
_LIKELIEST = 20
_TITLES_REMEMBERED = 20_000
_MOST_MEANINGS = 3


@dataclass(frozen=True)
class Reader:
    """Everything that reading a document looks things up in."""

    taxonomy: Taxonomy
    skills: Lexicon
    occupations: Lexicon
    titles: TitleRanker
    aliases: Aliases
    places: Places
    phrases: Phrases
    star: StarTitles
    chooser: OccupationChooser
    encoder: SentenceEncoder | None = None
    telling: TellingWords | None = None

    def occupation_of(self, title: str) -> tuple[tuple[EscoUri, float], ...]:
        """Up to three occupations that a job title may mean, best first; confidence in (0, 1].

        A title that STAR knows is answered from its mapping alone. Else what our own tables say of it goes first, in
        their order; then the ranker's. Ads share their titles, so what one means is remembered.
        """
        return self._remembered(title)

    def occupations_of(self, title: str, text: AdText) -> tuple[tuple[EscoUri, float], ...]:
        """Up to three occupations that an ad may be for, best first, each with how likely it is right, in (0, 1].

        A headline that STAR knows is answered from its mapping alone; else its meanings are weighed by the text.
        """
        known = self.star_meanings(title)
        return _guesses(known) if known else self.chooser.chosen(self._headline(title), text, _MOST_MEANINGS)

    @cached_property
    def _headline(self) -> Callable[[str], TitleMeanings]:
        return lru_cache(maxsize=_TITLES_REMEMBERED)(self.chooser.meanings)

    def star_meanings(self, title: str) -> tuple[StarMeaning, ...]:
        """What a job title means by STAR's mapping, surest first, without what an ad says around it.

        Empty where STAR does not know it, or its titles were not imported.
        """
        found = (self.star.meant(query, self._shares) for query in _queries(title)) if self.star.titles else ()
        return next((meanings for meanings in found if meanings), ())

    def star_named(self, address: str) -> tuple[tuple[EscoUri, float], ...]:
        """As `occupation_of`, for the address of one of STAR's titles; empty where it is none."""
        return _guesses(self.star.named(address, self._shares))

    def _shares(self, title: str) -> Mapping[EscoUri, float]:
        """How likely an occupation is meant, our own titles before the ranker's."""
        own = {one.uri: 1.0 + 1.0 / (1 + one.place) for one in reversed(self.titles.meant(title))}
        return {uri: share for uri, share, _ in self.titles.ranked(title, _LIKELIEST)} | own

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[tuple[EscoUri, float], ...]]:
        return lru_cache(maxsize=_TITLES_REMEMBERED)(self._meanings_of)

    def _meanings_of(self, title: str) -> tuple[tuple[EscoUri, float], ...]:
        known = self.star_meanings(title)
        if known:
            return _guesses(known)
        return likely_occupations(_queries(title), self.titles, self.taxonomy.occupation_rows, _MOST_MEANINGS)

    def is_title(self, text: str, occupation: EscoUri) -> bool:
        """Whether `text` is a name of `occupation` for one person: a label as it stands, or its definite form.

        Stems alone would take "mægle" (mediate) for a mægler and "Tandlægerne" for a dentist.
        """
        labels = self.taxonomy.occupations[self.taxonomy.occupation_rows[occupation]].labels
        last = text.casefold().split()[-1]
        known = [label for language in labels.preferred for label in labels.all(language)]
        told = (*known, *self.own_titles.get(occupation, ()), *self.star.labels.get(occupation, ()))
        heads = {label.casefold().split()[-1] for label in told}
        return any(last in (head, f"{head}n", f"{head}en", f"{head}e") for head in heads)

    @cached_property
    def own_titles(self) -> Mapping[EscoUri, tuple[str, ...]]:
        """Our own titles by occupation."""
        found: dict[EscoUri, tuple[str, ...]] = {}
        for title, uri in first_meanings():
            found[uri] = (*found.get(uri, ()), title)
        return found

    def skills_in(self, text: str) -> tuple[Mention, ...]:
        """The skills that a piece of text names."""
        return self.skills_among(tuple(words(text)))

    def skills_among(self, row: Sequence[Word]) -> tuple[Mention, ...]:
        """As `skills_in`, for a text as its row of words."""
        return find_among(row, self.skills, self.phrases, self._traits)

    @cached_property
    def _traits(self) -> Traits:
        rows = self.taxonomy.skill_rows
        adjectives, nouns = load_traits(), load_trait_nouns()
        return traits((one for one in adjectives if one[1] in rows), (one for one in nouns if one[1] in rows))

    @cached_property
    def hints(self) -> Hints:
        """What a document hints at of the skills of its jobs; slow to make where `telling` was not given."""
        terms = load_terms()
        known = self.telling or telling_words(self.taxonomy.skills, terms)
        return Hints(self.taxonomy, known, terms_by_skill(terms))

    @cached_property
    def jobs_in_words(self) -> Phrases:
        """What people say that they did, as "kørt taxa", for the occupation that it is the work of."""
        return phrases((term, uri) for term, uri in load_jobs_in_words() if uri in self.taxonomy.occupation_rows)

    def group_of(self, text: str) -> str:
        """The likeliest skill group of a short piece of text.

        The model alone: with the groups of skills that are named in the text it was right less often (docs/models.md).
        """
        return load_group_model().likeliest(text)

    @cached_property
    def skill_labels(self) -> LabelIndex:
        """Every label of every skill by character n-grams; built when first asked for."""
        return label_index(list(self.taxonomy.skills))

    def ranked_skills(self, text: str, limit: int = 100) -> tuple[tuple[EscoUri, float], ...]:
        """Skills that a text may mean, best first: those it names, then those with a label like one of its clauses.

        A score above 1 is a skill named; the others are for ranking only and are never claimed.
        """
        clauses = [clause.strip() for clause in _CLAUSE.split(text) if len(clause.strip()) >= _SHORTEST_CLAUSE]
        queries = list(dict.fromkeys((text, *clauses)))
        like = np.stack([self.skill_labels.best(query) / _EXACT_LABEL for query in queries])
        if self.meanings is not None:
            meant = self.meanings.like(queries, language_of(text))
            like = (_LETTERS * like + np.maximum(meant, 0) / _FAR_ABOVE) / 2
        best = np.minimum(like.max(0), 1.0)
        scores = {self.taxonomy.skills[row].uri: float(best[row]) for row in np.flatnonzero(best > 0)}
        for mention in self.skills_in(text):
            scores[mention.uri] = 1.0 + mention.confidence
        return tuple(sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit])

    @cached_property
    def meanings(self) -> Meanings | None:
        """The labels of the skills as vectors; None where no encoder is set."""
        return None if self.encoder is None else Meanings(self.encoder, self.taxonomy.skills)

    def credentials_in(self, text: str) -> tuple[Named, ...]:
        """The credentials that a piece of text names, and where; a longer name hides a shorter one within it."""
        return self.aliases.find(text)


def _queries(title: str) -> tuple[str, ...]:
    """A title as it stands, and without what an ad says around it."""
    plain = _NOISE.sub("", _LEADING.sub("", title.strip())).strip(" ,.:")
    return tuple(dict.fromkeys(one for one in (title.strip(), plain) if one))


def _guesses(meanings: Iterable[StarMeaning]) -> tuple[tuple[EscoUri, float], ...]:
    return tuple((one.uri, one.confidence) for one in islice(meanings, _MOST_MEANINGS))


@dataclass(frozen=True)
class Tables:
    """What of a reader takes long to make: it depends on the labels of a release and our own tables only."""

    skills: Lexicon
    occupations: Lexicon
    titles: LabelIndex
    phrases: Phrases
    telling: TellingWords
    jobs: OccupationWords


def build_tables(taxonomy: Taxonomy) -> Tables:
    """The tables of the reader over `taxonomy`."""
    # First, while nothing else is there: it takes three times what it leaves.
    titles = title_index(_titled(taxonomy), load_titles())
    terms = load_terms()
    telling = telling_words(taxonomy.skills, terms)
    return Tables(
        skill_lexicon(taxonomy, terms),
        occupation_lexicon(taxonomy, first_meanings()),
        titles,
        phrases(told_in_words(taxonomy, terms)),
        telling,
        occupation_words(taxonomy, ((one.term, one.uri) for one in load_titles()), terms, telling),
    )


def build_reader(taxonomy: Taxonomy, encoder: SentenceEncoder | None = None, tables: Tables | None = None) -> Reader:
    """The reader over `taxonomy`; an `encoder` adds what is alike in meaning where words do not tell.

    `tables` are those of the same release, None = they are made here.
    """
    made = tables or build_tables(taxonomy)
    named = "packaged" if encoder else "none"
    star = StarTitles(taxonomy.job_titles, frozenset(taxonomy.occupation_rows))
    titles = title_ranker(
        _titled(taxonomy), load_titles(), load_readings(), title_weights(named), encoder, index=made.titles
    )
    uris = tuple(one.uri for one in taxonomy.occupations)
    chooser = OccupationChooser(
        titles,
        taxonomy.occupation_rows,
        uris,
        made.jobs,
        occupation_skills(taxonomy),
        made.telling,
        commonness(uris),
        load_model(named),
    )
    return Reader(
        taxonomy,
        made.skills,
        star.over(made.occupations),
        titles,
        aliases(load_credentials()),
        load_places(),
        made.phrases,
        star,
        chooser,
        encoder,
        made.telling,
    )


def _titled(taxonomy: Taxonomy) -> list[Occupation | OccupationGroup]:
    """What a job title may mean."""
    return [*map(as_published, taxonomy.occupations), *taxonomy.occupation_groups]


def told_in_words(taxonomy: Taxonomy, terms: Iterable[tuple[str, EscoUri]]) -> Iterator[tuple[str, EscoUri]]:
    """Our own terms, then ESCO's Danish names of skills, whose words may stand in any order too."""
    yield from ((term, uri) for term, uri in terms if uri in taxonomy.skill_rows)
    yield from ((one.labels.preferred[DANISH], one.uri) for one in taxonomy.skills if DANISH in one.labels.preferred)
