"""A redacted CV -> a profile: what the person says to have, has held, seeks, and where they live."""

import re
from collections.abc import Iterable

from ingestion.denials import denied
from ingestion.experience import evidence, held_jobs
from ingestion.hinted import Clause, candidates, clause, surest
from ingestion.holdings import holdings
from ingestion.homes import home
from ingestion.reader import Reader
from ingestion.readers import RawText
from ingestion.redaction import BLOCK, DocumentKind, redact
from ingestion.requirements import Unit, units
from ingestion.sections import Section, SectionKind, kind_at, sections
from ingestion.seeking import sought
from ingestion.sought_kinds import kinds_in
from ingestion.spoken import SpokenMention, languages_in
from ingestion.travelling import means_in, minutes_in
from ingestion.under_way import unfinished
from ingestion.unwanted_shifts import no_shifts_in
from ontology.credentials import Credential, CredentialKind, load_credentials
from ontology.kinds import EscoUri, Language
from ontology.people import Basis, Claim, Denial, Document, Evidence, Held, Holding, Profile, ProfileId, Spoken

STATED, SPARE_TIME, IMPLIED = 0.9, 0.6, 0.5
"""Strength of what the text says itself, of what it says under spare time, and of what a held occupation implies."""
_ALONE = re.compile(r"[\s•*·–-]*")
_SPEAKS = re.compile(
    r"\b(?:sprog|tale[rs]?|skriver|forstår|læser|modersmål|language|speak|går (?:fint|godt|ok|an)\b|klarer jeg|begår)",
    re.IGNORECASE,
)
_OPENS_ITEM = re.compile(r"(?:^|[,;:.+/&•|]|\b(?:og|samt|and))\s*(?:lidt |godt |skole)?$", re.IGNORECASE)
"""Before a language that opens an item of a list: told with the others, of one of which a level is said."""
_SCHOOL = 1
_LEVELS = (
    (5, re.compile(r"\b(?:cand\.|kandidat|master of|msc|m\.sc|civilingeniør|ph\.?d)", re.IGNORECASE)),
    (4, re.compile(r"\b(?:professionsbachelor|bachelor|diplomingeniør|læreruddann|seminarium)", re.IGNORECASE)),
    (
        3,
        re.compile(
            r"\b(?:akademiuddannelse|erhvervsakademi|finansøkonom|datamatiker|markedsføringsøkonom|serviceøkonom)",
            re.IGNORECASE,
        ),
    ),
    (2, re.compile(r"\b(?:svendebrev|faglært|udlært|elevtid|erhvervsuddannelse|\w+svend)\b", re.IGNORECASE)),
)


def read_cv(raw: RawText, id: ProfileId, reader: Reader) -> tuple[Profile, Document]:
    """The profile that a CV describes, and its redacted text; nothing of what was hidden is in either."""
    redacted = redact(raw.text, DocumentKind.CV)
    document = Document(raw.id, redacted.text, redacted.hidden)
    parts, layout = tuple(units(redacted.text)), sections(redacted.text)
    clauses = tuple(clause(redacted.text, part, reader) for part in parts)
    stated, denials = _claims(document, clauses, layout)
    held = held_jobs(document, parts, layout, reader)
    holds, lacks = holdings(document, parts, layout, reader)
    postcode, municipality = home(redacted.text, reader.places)
    wanted = sought(redacted.text, parts, layout, reader, held)
    known = {claim.skill for claim in stated} | {denial.skill for denial in denials}
    hinted = _hinted(document, clauses, held, known, reader)
    known |= {claim.skill for claim in hinted}
    return (
        Profile(
            id,
            (
                *stated,
                *hinted,
                *_implied(held, known, reader),
            ),
            held,
            wanted.occupations,
            holds,
            denials,
            _level(redacted.text, holds),
            postcode,
            municipality,
            means_in(redacted.text),
            minutes_in(redacted.text, parts),
            (document.id,),
            _speaks(document, parts, layout),
            wanted.hours_min,
            wanted.hours_max,
            kinds_in(redacted.text),
            no_shifts_in(redacted.text),
            lacks,
        ),
        document,
    )


def _claims(
    document: Document, clauses: Iterable[Clause], layout: tuple[Section, ...]
) -> tuple[tuple[Claim, ...], tuple[Denial, ...]]:
    found: dict[EscoUri, tuple[float, list[Evidence]]] = {}
    denials: dict[EscoUri, list[Evidence]] = {}
    for part, _, mentions in clauses:
        told = SPARE_TIME if kind_at(layout, part.start) is SectionKind.INTERESTS else STATED
        for mention in mentions:
            start, end = part.start + mention.start, part.start + mention.end
            if BLOCK in document.text[start:end]:
                continue
            if denied(document.text, part, start, end):
                denials.setdefault(mention.uri, []).append(evidence(document, start, end))
                continue
            strength, places = found.get(mention.uri, (0.0, []))
            found[mention.uri] = max(strength, told * mention.confidence), [*places, evidence(document, start, end)]
    kept = tuple(Denial(uri, tuple(places)) for uri, places in denials.items() if uri not in found)
    return tuple(Claim(uri, strength, tuple(places)) for uri, (strength, places) in sorted(found.items())), kept


def _hinted(
    document: Document, clauses: Iterable[Clause], held: tuple[Held, ...], known: set[EscoUri], reader: Reader
) -> tuple[Claim, ...]:
    """What the text hints at of the skills of the jobs held, beside what is `known`; a job's own name is no hint.

    A job that is guessed from a workplace tells too little of what was done.
    """
    held = tuple(one for one in held if not one.guessed)
    named = [proof for one in held for proof in one.evidence]
    jobs = tuple((one.occupation, one.confidence) for one in held)
    return tuple(
        Claim(hint.uri, STATED * hint.sure, (evidence(document, hint.start, hint.end),))
        for hint, told in surest(candidates(clauses, jobs, known, reader.hints, cv=True, named=named))
        if not denied(document.text, told.unit, hint.start, hint.end)
        and BLOCK not in document.text[hint.start : hint.end]
    )


def _implied(held: tuple[Held, ...], known: set[EscoUri], reader: Reader) -> tuple[Claim, ...]:
    """The essential skills of held occupations, at a lower strength and with the job as their evidence."""
    found: dict[EscoUri, Claim] = {}
    for one in held:
        row = reader.taxonomy.occupation_rows[one.occupation]
        for skill in reader.taxonomy.essential.targets_of(row):
            uri = reader.taxonomy.skills[int(skill)].uri
            if uri not in known and not reader.taxonomy.personal[int(skill)]:
                found.setdefault(uri, Claim(uri, IMPLIED * one.confidence, one.evidence, Basis.IMPLIED))
    return tuple(found.values())


def _speaks(document: Document, parts: Iterable[Unit], layout: tuple[Section, ...]) -> tuple[Spoken, ...]:
    """The languages that the person says to speak, each with the highest level said of it."""
    found: dict[Language, list[SpokenMention]] = {}
    places: dict[Language, list[Evidence]] = {}
    for part in parts:
        sentence = document.text[part.start : part.end]
        named = languages_in(sentence)
        levels = any(one.level for one in named)
        for one in named:
            start, end = part.start + one.start, part.start + one.end
            alone = _ALONE.fullmatch(sentence[: one.start]) and _ALONE.fullmatch(sentence[one.end :])
            under = kind_at(layout, part.start) is SectionKind.LANGUAGES or _SPEAKS.search(part.heading)
            listed = levels and _OPENS_ITEM.search(sentence[: one.start])
            told = alone or one.level or under or listed or _SPEAKS.search(sentence)
            if told and not denied(document.text, part, start, end, wholly=True):
                found.setdefault(one.language, []).append(one)
                places.setdefault(one.language, []).append(evidence(document, start, end))
    return tuple(_spoken(one, said, tuple(places[one])) for one, said in found.items())


def _spoken(language: Language, said: Iterable[SpokenMention], places: tuple[Evidence, ...]) -> Spoken:
    """A language with the highest level said of it; a letter of the framework goes before words."""
    told = [one for one in said if one.level]
    level = max((one.level for one in [one for one in told if one.exact] or told if one.level), default=None)
    worded = level is not None and all(one.in_words for one in told if one.level is level)
    return Spoken(language, level, places, worded)


def _level(text: str, holds: tuple[Holding, ...]) -> int | None:
    """The highest education that a CV tells, 0 to 5; a certificate of some days is none."""
    educations = [one for held in holds if not _is_course(one := load_credentials()[held.credential])]
    found = [
        level for level, pattern in _LEVELS if any(not unfinished(text, *one.span()) for one in pattern.finditer(text))
    ]
    found += [one.level for one in educations if one.level is not None]
    return max(found, default=None)


def _is_course(one: Credential) -> bool:
    return one.kind in (CredentialKind.CERTIFICATE, CredentialKind.LICENCE) and (one.level or 0) <= _SCHOOL
