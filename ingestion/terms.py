"""What an ad states beside skills: the terms of work, languages, experience and education, each with its place."""

from collections.abc import Iterable, Mapping
from datetime import date

from ingestion.asking import Asking
from ingestion.conditions import exertions_in, hours_in, remote_in
from ingestion.deadlines import rolling, start_in, starts_soon
from ingestion.demanded import education_in, experience_in
from ingestion.experience import evidence
from ingestion.requirements import opens_with_credential
from ingestion.spoken import languages_alone, languages_in
from ingestion.whose import of_others, spoken_by_others
from ingestion.working_times import shifts_in
from ingestion.workplaces import nationwide
from ontology.kinds import Importance, Language
from ontology.languages import Cefr
from ontology.people import Document, Evidence
from ontology.vacancies import EducationDemand, Experience, LanguageDemand, Terms

_STRENGTH = {Importance.MENTIONED: 0, None: 1, Importance.NICE: 2, Importance.MUST: 3}


def terms(record: Mapping[str, object], title: str, document: Document, published: date) -> Terms:
    """The terms of work that an ad states."""
    body = document.text
    whole = f"{title}\n{body}"
    low, high = hours_in(whole)
    exertions = exertions_in(body)
    field = record.get("deadline")
    told = field if isinstance(field, str) else ""
    return Terms(
        low,
        high,
        shifts_in(whole),
        remote_in(whole),
        start_in(body, published),
        starts_soon(f"{told}\n{body}"),
        rolling(told, body),
        nationwide(record, title, body),
        tuple(exertions),
        tuple(evidence(document, start, end) for start, end in exertions.values()),
    )


def demanded(
    document: Document, told: Iterable[Asking]
) -> tuple[tuple[LanguageDemand, ...], tuple[Experience, ...], tuple[EducationDemand, ...]]:
    """The languages, the experience and the education that the clauses of an ad ask for, or say are not needed."""
    languages: dict[Language, LanguageDemand] = {}
    years: dict[tuple[int | None, int | None, Importance | None, bool], tuple[Evidence, ...]] = {}
    schools: dict[tuple[int | None, str, Importance | None], EducationDemand] = {}
    for (unit, *_), sentence, how, named in told:
        firm = how is not Importance.MENTIONED
        spoken = [
            one for one in languages_in(sentence) if not spoken_by_others(sentence, one.start, one.end, asked=firm)
        ]
        listed = how is Importance.MENTIONED and (
            languages_alone(sentence, spoken) or opens_with_credential(sentence, named)
        )
        asked = Importance.MUST if listed else how
        for one in spoken:
            proof = evidence(document, unit.start + one.start, unit.start + one.end)
            said = LanguageDemand(one.language, one.level, asked, (proof,), one.either)
            languages[one.language] = _stronger(languages.get(one.language), said)
        worked = experience_in(sentence)
        if worked and (how is not Importance.MENTIONED or worked.low is not None):
            proof = evidence(document, unit.start + worked.start, unit.start + worked.end)
            stated = (worked.low, worked.high, how, worked.open)
            years[stated] = (*years.get(stated, ()), proof)
        if firm:
            for school in education_in(sentence, named):
                if of_others(sentence, school.start):
                    continue
                proof = evidence(document, unit.start + school.start, unit.start + school.end)
                key = (school.level, school.field, how)
                places: tuple[Evidence, ...] = schools[key].evidence if key in schools else ()
                schools[key] = EducationDemand(*key, (*places, proof))
    return (
        tuple(languages.values()),
        tuple(Experience(low, high, how, places, free) for (low, high, how, free), places in years.items()),
        tuple(schools.values()),
    )


def _stronger(known: LanguageDemand | None, said: LanguageDemand) -> LanguageDemand:
    """What two places say of one language: the stronger importance, the higher level."""
    if known is None:
        return said
    how = max(known.importance, said.importance, key=_STRENGTH.__getitem__)
    level = max((one for one in (known.level, said.level) if one), default=None)
    return LanguageDemand(
        known.language,
        Cefr(level) if level else None,
        how,
        known.evidence + said.evidence,
        known.either and said.either,
    )
