"""What an ad states beside skills, in plain Danish."""

from collections.abc import Mapping
from types import MappingProxyType

from ontology.kinds import Importance, PostingKind, Shift
from ontology.languages import LANGUAGE_NAMES
from ontology.vacancies import EducationDemand, Exertion, Experience, Hours, LanguageDemand, Posting, Remote

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
HOW_MUCH: Mapping[Importance | None, str] = MappingProxyType(
    {None: "kræves ikke", Importance.MENTIONED: "nævnes", Importance.NICE: "en fordel", Importance.MUST: "kræves"}
)
_LEVELS = ("grundskole", "kursus eller gymnasial", "erhvervsuddannelse", "kort videregående", "mellemlang videregående")
_LONGEST = "lang videregående"


def terms_in_words(posting: Posting) -> tuple[str, ...]:
    """The terms of work, one short phrase each; nothing of what the ad does not say."""
    said, terms = [], posting.terms
    if posting.kind is not PostingKind.ORDINARY:
        said.append(KIND_WORDS[posting.kind])
    hours = hours_in_words(posting)
    said += [*([hours] if hours else []), *(SHIFT_WORDS[one] for one in terms.shifts)]
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


def hours_in_words(posting: Posting) -> str:
    """The hours a week, else full or part time; '' where the ad does not say."""
    return week_in_words(posting.terms.hours_min, posting.terms.hours_max) or _HOURS.get(posting.hours, "")


def week_in_words(low: float | None, high: float | None) -> str:
    """Hours a week from `low` to `high`, None = no bound; '' without either."""
    if low and high:
        return f"{_number(low)} timer" if low == high else f"{_number(low)}-{_number(high)} timer"
    if low or high:
        return f"mindst {_number(low)} timer" if low else f"højst {_number(high or 0)} timer"
    return ""


def level_in_words(level: int) -> str:
    """A level of education, 0 to 5."""
    return _LEVELS[level] if level < len(_LEVELS) else _LONGEST


def _number(hours: float) -> str:
    return f"{hours:g}".replace(".", ",")


def _language(one: LanguageDemand) -> str:
    name = LANGUAGE_NAMES.get(one.language, one.language)
    either = " (eller et andet sprog)" if one.either else ""
    return f"{name}{f' {one.level}' if one.level else ''}{either}: {HOW_MUCH[one.importance]}"


def _experience(one: Experience) -> str:
    if one.years_min is None and one.years_max is None:
        return f"erfaring: {HOW_MUCH[one.importance]}"
    if one.years_min is None:
        return f"op til {one.years_max} års erfaring: {HOW_MUCH[one.importance]}"
    instead = " (eller noget andet)" if one.open else ""
    upto = f"-{one.years_max}" if one.years_max else ""
    return f"{one.years_min}{upto} års erfaring{instead}: {HOW_MUCH[one.importance]}"


def _education(one: EducationDemand) -> str:
    if one.level is None:
        return f"uddannelse: {HOW_MUCH[one.importance]}"
    return f"{level_in_words(one.level)}: {HOW_MUCH[one.importance]}"
