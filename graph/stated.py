"""What an ad states beside skills, in plain Danish."""

from collections.abc import Iterator
from types import MappingProxyType

from ontology.kinds import Importance
from ontology.languages import LANGUAGE_NAMES
from ontology.vacancies import (
    EducationDemand,
    Exertion,
    Experience,
    Hours,
    LanguageDemand,
    Posting,
    PostingKind,
    Remote,
    Shift,
)

KIND_WORDS = MappingProxyType(
    {
        PostingKind.ORDINARY: "almindeligt job",
        PostingKind.TEMPORARY: "vikariat eller sæson",
        PostingKind.ON_CALL: "tilkaldevikar",
        PostingKind.APPRENTICE: "elev- eller læreplads",
        PostingKind.STUDENT: "studiejob",
        PostingKind.FLEXJOB: "fleksjob",
        PostingKind.WAGE_SUBSIDY: "løntilskud",
        PostingKind.UNPAID: "ulønnet",
        PostingKind.COMMISSION: "kun provision",
        PostingKind.SELF_EMPLOYED: "som selvstændig",
    }
)
SHIFT_WORDS = MappingProxyType(
    {
        Shift.DAY: "dag",
        Shift.EVENING: "aften",
        Shift.NIGHT: "nat",
        Shift.WEEKEND: "weekend",
        Shift.ROTATING: "skiftehold",
        Shift.STAND_BY: "rådighedsvagt",
    }
)
EXERTION_WORDS = MappingProxyType(
    {
        Exertion.HEAVY_LIFTING: "tunge løft",
        Exertion.STANDING: "stående arbejde",
        Exertion.OUTDOORS: "udendørs",
        Exertion.DRIVING: "kørsel",
        Exertion.COLD: "kulde",
        Exertion.HEIGHTS: "arbejde i højden",
    }
)
_REMOTE = {Remote.HYBRID: "hjemmearbejde nogle dage", Remote.FULL: "helt hjemmefra"}
_HOURS = {Hours.FULL_TIME: "fuldtid", Hours.PART_TIME: "deltid"}
_HOW = {None: "kræves ikke", Importance.MENTIONED: "nævnes", Importance.NICE: "en fordel", Importance.MUST: "kræves"}
_LEVELS = ("grundskole", "kursus eller gymnasial", "erhvervsuddannelse", "kort videregående", "mellemlang videregående")
_LONGEST = "lang videregående"


def terms_in_words(posting: Posting) -> tuple[str, ...]:
    """The terms of work, one short phrase each; nothing of what the ad does not say."""
    said, terms = [], posting.terms
    if posting.kind is not PostingKind.ORDINARY:
        said.append(KIND_WORDS[posting.kind])
    said += [*_hours(posting), *(SHIFT_WORDS[one] for one in terms.shifts)]
    if terms.remote in _REMOTE:
        said.append(_REMOTE[terms.remote])
    if terms.nationwide:
        said.append("hele landet")
    if posting.openings > 1:
        said.append(f"{posting.openings} stillinger")
    if terms.start:
        said.append(f"start {terms.start:%d.%m.%Y}")
    elif terms.start_soon:
        said.append("start hurtigst muligt")
    if terms.rolling:
        said.append("samtaler løbende")
    return (*said, *(EXERTION_WORDS[one] for one in terms.exertions))


def asked_in_words(posting: Posting) -> tuple[str, ...]:
    """The languages, the experience and the education that an ad speaks of, one phrase each."""
    return (
        *(_language(one) for one in posting.languages),
        *(_experience(one) for one in posting.experience),
        *(_education(one) for one in posting.education),
    )


def _hours(posting: Posting) -> Iterator[str]:
    low, high = posting.terms.hours_min, posting.terms.hours_max
    if low and high:
        yield f"{_number(low)} timer" if low == high else f"{_number(low)}-{_number(high)} timer"
    elif low or high:
        yield f"mindst {_number(low)} timer" if low else f"højst {_number(high or 0)} timer"
    elif posting.hours in _HOURS:
        yield _HOURS[posting.hours]


def _number(hours: float) -> str:
    return f"{hours:g}".replace(".", ",")


def _language(one: LanguageDemand) -> str:
    name = LANGUAGE_NAMES.get(one.language, one.language)
    either = " (eller et andet sprog)" if one.either else ""
    return f"{name}{f' {one.level}' if one.level else ''}{either}: {_HOW[one.importance]}"


def _experience(one: Experience) -> str:
    if one.years_min is None and one.years_max is None:
        return f"erfaring: {_HOW[one.importance]}"
    if one.years_min is None:
        return f"op til {one.years_max} års erfaring: {_HOW[one.importance]}"
    return f"{one.years_min}{f'-{one.years_max}' if one.years_max else ''} års erfaring: {_HOW[one.importance]}"


def _education(one: EducationDemand) -> str:
    if one.level is None:
        return f"uddannelse: {_HOW[one.importance]}"
    return f"{_LEVELS[one.level] if one.level < len(_LEVELS) else _LONGEST}: {_HOW[one.importance]}"
