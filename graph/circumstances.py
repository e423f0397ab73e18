"""What an ad asks or offers beside skills and credentials, set against what is known of a person. Never in the score.

Language, education, hours, shifts and kind of employment each have lines of their own that a consultant can ask about;
years of experience have theirs in `graph.practice`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from graph.columns import AdColumns, Flags
from graph.gates import SURE
from graph.knowledge import LabourKnowledge
from graph.shifts import all_unwanted, bits_of, standing
from graph.standing import Circumstance, Standing, Topic
from graph.stated import HOW_MUCH, KIND_WORDS, SHIFT_WORDS, hours_in_words, level_in_words, week_in_words
from ontology.kinds import DANISH, ENGLISH, Importance, Language, PostingKind
from ontology.languages import CEFR_LEVELS, LANGUAGE_NAMES, Cefr
from ontology.people import Profile, ProfileId, Spoken
from ontology.taxonomy import Taxonomy
from ontology.vacancies import LISTED_BY_DEFAULT, EducationDemand, Hours, LanguageDemand, Posting

_NARROW = 3
"""Digits of a narrow field of ISCED-F 2013."""
_ALL_WEEK = 168.0
_WEEKS = {Hours.FULL_TIME: (37.0, _ALL_WEEK), Hours.PART_TIME: (None, 36.0)}
"""Hours a week where an ad says only full or part time: 37 are full time in Denmark."""
_CLOSE = 1
"""Levels below what is asked that are still worth asking about."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What was wished of hours and kind of employment in one request; None = nothing."""

    hours: Hours | None = None
    kinds: frozenset[PostingKind] = LISTED_BY_DEFAULT


NO_WISH = Wished()


def circumstances(
    profile: Profile, posting: Posting, taxonomy: Taxonomy, knowledge: LabourKnowledge, wished: Wished = NO_WISH
) -> tuple[Circumstance, ...]:
    """Every circumstance that the ad or its occupation names, by topic; what is not named has no line."""
    return (
        *_languages(profile, posting),
        *_usual_danish(profile, posting, taxonomy, knowledge),
        *(_education(profile, one, knowledge) for one in posting.education if one.importance is not None),
        *_terms(profile, posting, wished),
    )


def closes(found: Iterable[Circumstance]) -> bool:
    """Whether an ad is folded away: something hard is unmet."""
    return any(one.hard and one.state is Standing.UNMET for one in found)


def unspoken(profile: Profile, columns: AdColumns) -> Flags:
    """Which ads `closes` would fold for a language, all at once; (ads,)."""
    lacks = [_language(code, level, profile) is Standing.UNMET for code, level in columns.languages]
    return columns.unspoken(np.array(lacks, np.bool_))


def ruled_out(profile: Profile, columns: AdColumns) -> Flags:
    """Which ads `closes` would fold, all at once; (ads,)."""
    unwanted = np.array(bits_of(profile.no_shifts), np.int8)
    return unspoken(profile, columns) | all_unwanted(columns.shifts, unwanted)


def _languages(profile: Profile, posting: Posting) -> Iterator[Circumstance]:
    """The languages that the ad demands; of those of which one will do, each has the best standing of them all."""
    asked = [one for one in posting.languages if one.importance is not None]
    for one in asked:
        alike = (
            [other for other in asked if other.either and other.importance is one.importance] if one.either else [one]
        )
        state = min((_language(other.language, other.level, profile) for other in alike), key=_rank)
        spoken = _spoken(profile, one.language)
        stated = "" if spoken is None else _tongue(one.language, spoken.level)
        hard = one.importance is Importance.MUST
        shown = () if spoken is None else spoken.evidence
        yield Circumstance(
            Topic.LANGUAGE, state, _tongue(one.language, one.level), _how(one), stated, hard, False, one.evidence, shown
        )


def _rank(state: Standing) -> int:
    return tuple(Standing).index(state)


def _language(language: Language, level: Cefr | None, profile: Profile) -> Standing:
    """How a person stands to a language: a step of the CEFR below is worth asking about, two are too few.

    A level that was read from plain words may be a step off; then only three are too few. Who does not say is unknown.
    """
    spoken = _spoken(profile, language)
    if spoken is None or (spoken.level is None and level is not None):
        return Standing.UNKNOWN
    if spoken.level is None or level is None:
        return Standing.MET
    below = CEFR_LEVELS.index(level) - CEFR_LEVELS.index(spoken.level)
    return Standing.MET if below <= 0 else Standing.ASK if below <= _CLOSE + spoken.in_words else Standing.UNMET


def spoken_best(profile: Profile) -> Iterator[Spoken]:
    """The best that a profile states of each language that it names."""
    return (
        one
        for language in dict.fromkeys(said.language for said in profile.speaks)
        if (one := _spoken(profile, language))
    )


def too_little(one: Spoken, language: Language, level: Cefr | None) -> bool:
    """Whether who states no better than `one` speaks too little of a language that is demanded at a level."""
    return (
        one.language == language and _language(language, level, Profile(ProfileId(""), speaks=(one,))) is Standing.UNMET
    )


def _spoken(profile: Profile, language: Language) -> Spoken | None:
    """The best that the profile states of a language; None = it does not name it."""
    told = [one for one in profile.speaks if one.language == language]
    return max(told, key=lambda one: -1 if one.level is None else CEFR_LEVELS.index(one.level), default=None)


def _tongue(language: Language, level: Cefr | None) -> str:
    return f"{LANGUAGE_NAMES.get(language, language)}{f' {level}' if level else ''}"


def _how(one: LanguageDemand) -> str:
    return HOW_MUCH[one.importance] + (", eller et andet sprog" if one.either else "")


def _usual_danish(
    profile: Profile, posting: Posting, taxonomy: Taxonomy, knowledge: LabourKnowledge
) -> Iterator[Circumstance]:
    """The Danish that practice in the occupation asks, where the ad says nothing of Danish; never hard."""
    guess = posting.occupations[0] if posting.occupations else None
    row = taxonomy.occupation_rows.get(guess.occupation) if guess and guess.confidence >= SURE else None
    if row is None or not len(knowledge.danish) or any(one.language == DANISH for one in posting.languages):
        return
    place = int(knowledge.danish[row])
    if place < 0:
        return
    level, spoken = CEFR_LEVELS[place], _spoken(profile, DANISH)
    state = _language(DANISH, level, profile)
    english = _spoken(profile, ENGLISH)
    if state is Standing.UNMET and knowledge.english[row] and english is not None:
        state = Standing.ASK
    stated = "" if spoken is None else _tongue(DANISH, spoken.level)
    yield Circumstance(
        Topic.LANGUAGE,
        state,
        _tongue(DANISH, level),
        "kræves normalt",
        stated,
        usual=True,
        held_in=() if spoken is None else spoken.evidence,
    )


def _education(profile: Profile, asked: EducationDemand, knowledge: LabourKnowledge) -> Circumstance:
    """The level asked against the highest stated; of another or an unknown field it is worth asking about."""
    words = level_in_words(asked.level) if asked.level is not None else "uddannelse"
    stated = "" if profile.level is None else level_in_words(profile.level)
    how = HOW_MUCH[asked.importance]
    return Circumstance(
        Topic.EDUCATION, _schooled(profile, asked, knowledge), words, how, stated, asked_in=asked.evidence
    )


def _schooled(profile: Profile, asked: EducationDemand, knowledge: LabourKnowledge) -> Standing:
    known = (knowledge.educations.get(one.credential, ("", 0)) for one in profile.holds)
    least = asked.level or 0
    if any(field[:_NARROW] == asked.field[:_NARROW] and level >= least for field, level in known if field):
        return Standing.MET
    if profile.level is None:
        return Standing.UNKNOWN
    if profile.level < least:
        return Standing.UNMET
    return Standing.ASK if asked.field or asked.level is None else Standing.MET


def _terms(profile: Profile, posting: Posting, wished: Wished) -> Iterator[Circumstance]:
    """Hours against what was wished in this request, else in the CV; shifts; kind of employment against the request."""
    hours, own = hours_in_words(posting), week_in_words(profile.hours_min, profile.hours_max)
    if hours or own or wished.hours is not None:
        state = _worked(posting, wished) if wished.hours is not None else _week(profile, posting)
        yield Circumstance(Topic.HOURS, state, hours or "ikke oplyst i opslaget", "", own)
    if posting.terms.shifts:
        said = ", ".join(SHIFT_WORDS[one] for one in posting.terms.shifts)
        unwanted = ", ".join(SHIFT_WORDS[one] for one in profile.no_shifts)
        yield Circumstance(
            Topic.SHIFTS,
            standing(posting.terms.shifts, profile.no_shifts),
            said,
            stated=f"helst ikke {unwanted}" if unwanted else "",
            hard=True,
            asked_in=posting.terms.evidence,
        )
    kind = Standing.MET if posting.kind in wished.kinds else Standing.UNKNOWN
    yield Circumstance(Topic.KIND, kind, KIND_WORDS[posting.kind])


def _week(profile: Profile, posting: Posting) -> Standing:
    """Whether the hours a week that the person wants and those that the ad offers overlap."""
    low, high = profile.hours_min, profile.hours_max
    least, most = posting.terms.hours_min, posting.terms.hours_max
    if least is None and most is None:
        least, most = _WEEKS.get(posting.hours, (None, None))
    if (low is None and high is None) or (least is None and most is None):
        return Standing.UNKNOWN
    apart = (low or 0.0) > (most or _ALL_WEEK) or (least or 0.0) > (high or _ALL_WEEK)
    return Standing.UNMET if apart else Standing.MET


def _worked(posting: Posting, wished: Wished) -> Standing:
    if wished.hours is None or posting.hours is Hours.UNKNOWN:
        return Standing.UNKNOWN
    return Standing.MET if posting.hours is wished.hours else Standing.UNMET
