"""A job ad as a record -> a posting: what it asks, what it does not, where, until when, and what kind of work."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from ingestion.asking import Asking, asking
from ingestion.choices import AKIN, called, choice_in, one_enough
from ingestion.conditions import hours_in, hours_kind
from ingestion.deadlines import deadline, deadline_in
from ingestion.employment import kind_of, openings_in
from ingestion.errors import IngestionError
from ingestion.experience import evidence
from ingestion.fingerprint import fingerprint
from ingestion.formats.limits import MOST_CHARACTERS
from ingestion.hinted import candidates, surest
from ingestion.hints import Hint, Jobs
from ingestion.licences import Named
from ingestion.occupation_choice import AdText, TitleMeanings
from ingestion.reader import Reader
from ingestion.redaction import DocumentKind, redact
from ingestion.requirements import WHICHEVER, opens_with_credential
from ingestion.terms import demanded, terms
from ingestion.whose import of_others
from ingestion.workplaces import workplaces
from ontology.credentials import CredentialKind, load_credentials
from ontology.kinds import CredentialCode, EscoUri, Importance
from ontology.people import Denial, Document, DocumentId, Evidence
from ontology.vacancies import Demand, OccupationGuess, Posting, PostingId, Requirement

_STRENGTH = {Importance.MUST: 3, Importance.NICE: 2, Importance.MENTIONED: 1}
_OR = re.compile(r"\beller\b|\bor\b|/|\btilsvarende\b|\balternativt\b", re.IGNORECASE)
"""Said after an education, something else will do; said between credentials, one of them will."""
_MORE_ASKED = re.compile(
    r"(?:,|\bog|\band|,? men)(?: at)? (?:du )?(?:har|er|kan|taler|kender|have|are|can)\b(?! (?:du|har)\b)|"
    r"\b(?:med|with) (?:\w+ )?(?:erfaring|kendskab|interesse|lyst|speciale|experience)\b",
    re.IGNORECASE,
)
"""What is asked beside an education: an "eller" in it is no other way to have it, unless it is "tilsvarende"."""
_LIKEWISE = re.compile(
    r"\b(?:tilsvarende|alternativt|eller en anden|eller anden|or similar|or equivalent)\b", re.IGNORECASE
)
_FIELDS = re.compile(
    r"^\s*(?:i|inden ?for) [\w-]+(?:, [\w-]+)* eller (?!tilsvarende|lignende|and|erfaring)[\w-]+"
    r"(?=\s*(?:[.,;:)]|er\b|$))"
)
"""The fields of a degree, of which one will do: "kandidatgrad i historie eller arkivvidenskab"."""
_LACKED = re.compile(r"(?<!\bvi )\bmangler (?:(?:kun|bare|din|det|den|sidste|svende)[^.;]*)?$", re.IGNORECASE)
"""Before what an apprentice lacks yet: "mangler sidste del og svendeprøve"; "vi mangler en svend" asks for one."""


def read_posting(record: Mapping[str, object], source: str, reader: Reader) -> tuple[Posting, Document]:
    """The posting that a record describes, and its redacted text.

    Raises:
        IngestionError: It lacks an id, a title, a text or a date of publication.
    """
    number, title, body = (_text(record, name) for name in ("id", "title", "body"))
    published = _published(record, number)
    text = redact(body, DocumentKind.POSTING)
    document = Document(DocumentId(hashlib.sha256(f"{number}\n{body}".encode()).hexdigest()), text.text, text.hidden)
    told = tuple(asking(document.text, reader))
    employer = str(record.get("employer") or "")
    jobs = reader.occupations_of(title, _told(title, employer, told, reader))
    asks, excludes, demands = _requirements(document, told, jobs, reader)
    guesses = tuple(OccupationGuess(uri, confidence) for uri, confidence in jobs)
    return (
        Posting(
            PostingId(f"{source}:{number}"),
            title,
            employer,
            published,
            deadline(_maybe(record, "deadline"), published) or deadline_in(body, published),
            kind_of(title, body, _maybe(record, "employment_type") or ""),
            hours_kind(f"{title}\n{body}", hours_in(f"{title}\n{body}")),
            _openings(record, title, body),
            guesses,
            asks,
            excludes,
            demands,
            workplaces(record, title, body, reader.places),
            hashlib.sha256(f"{title}\n{body}".encode()).hexdigest(),
            document.id,
            f"{fingerprint(body):016x}",
            terms(record, title, document, published),
            *demanded(document, told),
        ),
        document,
    )


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not value.strip():
        raise IngestionError(f"ad {record.get('id', '(no id)')}: '{name}' is missing; give it as text")
    if len(value) > MOST_CHARACTERS:
        raise IngestionError(
            f"ad {record.get('id')}: '{name}' has {len(value)} characters; at most {MOST_CHARACTERS} are read"
        )
    return value


def _maybe(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) else None


def _published(record: Mapping[str, object], number: str) -> date:
    value = _maybe(record, "published") or _maybe(record, "posted") or ""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise IngestionError(f"ad {number}: published is '{value}'; give a date such as 2026-11-25") from None


def _told(title: str, employer: str, told: Sequence[Asking], reader: Reader) -> AdText:
    """What an ad says of its occupation beside its headline's words."""
    named = (mention.uri for one in told for mention in one.clause.read)
    return reader.chooser.text(f"{title} {employer}", (word for one in told for word in one.clause.row), named)


def weighed(record: Mapping[str, object], reader: Reader) -> tuple[TitleMeanings, AdText]:
    """What the occupation of an ad is chosen by, for fitting the choice: its headline's meanings, and its text.

    Raises:
        IngestionError: The ad lacks a title or a text.
    """
    title, body = _text(record, "title"), _text(record, "body")
    document = Document(DocumentId(""), redact(body, DocumentKind.POSTING).text)
    told = _told(title, _maybe(record, "employer") or "", tuple(asking(document.text, reader)), reader)
    return reader.chooser.meanings(title), told


def _requirements(
    document: Document, told: Sequence[Asking], jobs: Jobs, reader: Reader
) -> tuple[tuple[Requirement, ...], tuple[Denial, ...], tuple[Demand, ...]]:
    asked: dict[EscoUri, tuple[Importance, float, list[Evidence]]] = {}
    excluded: dict[EscoUri, list[Evidence]] = {}
    gates: dict[CredentialCode, list[Demand]] = {}
    for (unit, _, mentions), sentence, how, credentials in told:
        for mention in mentions:
            proof = evidence(document, unit.start + mention.start, unit.start + mention.end)
            if how is None:
                excluded.setdefault(mention.uri, []).append(proof)
                continue
            before, confidence, places = asked.get(mention.uri, (how, 0.0, []))
            strongest = max(before, how, key=_STRENGTH.__getitem__)
            asked[mention.uri] = strongest, max(confidence, mention.confidence), [*places, proof]
        for (code, start, end), hard, either in _gates(sentence, how, credentials, reader):
            proof = evidence(document, unit.start + start, unit.start + end)
            gates.setdefault(code, []).append(Demand(code, hard, (proof,), either))
    # What is said not to be needed is not asked for, unless more places ask for it than say so.
    for uri in excluded.keys() & asked.keys():
        if len(asked[uri][2]) <= len(excluded[uri]):
            del asked[uri]
    for hint, strength in _hinted(told, jobs, asked.keys() | excluded.keys(), reader):
        asked[hint.uri] = strength, hint.sure, [evidence(document, hint.start, hint.end)]
    return (
        tuple(Requirement(uri, how, sure, tuple(places)) for uri, (how, sure, places) in sorted(asked.items())),
        tuple(Denial(uri, tuple(places)) for uri, places in excluded.items() if uri not in asked),
        tuple(_together(code, said) for code, said in sorted(gates.items())),
    )


def _gates(
    sentence: str, how: Importance | None, credentials: Sequence[Named], reader: Reader
) -> Iterator[tuple[Named, bool, bool]]:
    """The credentials that a clause demands, whether the job cannot be had without, and whether another will do."""
    if how is None:
        return
    choice = choice_in(sentence, credentials, reader.credentials_in, asked=how is Importance.MUST)
    alone = [one for one in credentials if choice is None or not choice.start <= one[1] < choice.end]
    listed = how is Importance.MENTIONED and opens_with_credential(sentence, credentials)
    must = how is Importance.MUST or listed
    if choice is not None and of_others(sentence, choice.start):
        choice = None
    if choice is not None and not _LACKED.search(sentence[: choice.start]):
        several = len({code for code, _, _ in choice.named}) > 1
        closed = must and not choice.open and not _other_way(sentence[choice.end :])
        yield from ((one, closed, several and closed) for one in choice.named)
    if must and not alone and choice is None:
        alone = [*called(sentence, reader.credentials_in)]
    enough = must and len(alone) > 1 and one_enough(sentence, alone)
    must = must and (enough or not _any_of(sentence, alone))
    for one in alone:
        if enough:
            yield one, True, True
        elif not _LACKED.search(sentence[: one[1]]):
            schooling = load_credentials()[one[0]].kind is CredentialKind.EDUCATION
            yield one, must and not (schooling and _other_way(sentence[one[2] :])), False


def _other_way(after: str) -> bool:
    """Whether what follows an education says that something else than its like will do."""
    plain = WHICHEVER.sub(" ", AKIN.sub(" ", _FIELDS.sub(" ", after)))
    return bool(_OR.search(_MORE_ASKED.split(plain)[0]) or _LIKEWISE.search(plain))


def _together(code: CredentialCode, said: Sequence[Demand]) -> Demand:
    """What the places of an ad demand of one credential: hard if one does; where another will do once, it does."""
    hard, either = any(one.hard for one in said), any(one.either for one in said)
    return Demand(code, hard, tuple(place for one in said for place in one.evidence), either)


def _hinted(
    told: Sequence[Asking], jobs: Jobs, known: Collection[EscoUri], reader: Reader
) -> Iterator[tuple[Hint, Importance]]:
    """What the clauses hint at beside what is `known`, as strongly as its clause asks."""
    clauses = [one.clause for one in told if one.how is not None]
    how = {one.clause.unit.start: one.how for one in told if one.how is not None}
    for one in surest(candidates(clauses, jobs, known, reader.hints, cv=False)):
        yield one.hint, how[one.clause.unit.start]


def _any_of(sentence: str, named: Sequence[Named]) -> bool:
    """Whether a sentence names several credentials and one of them will do: then none alone hides the ad."""
    return len({code for code, _, _ in named}) > 1 and bool(_OR.search(sentence[named[0][2] : named[-1][1]]))


def _openings(record: Mapping[str, object], title: str, body: str) -> int:
    value = record.get("number_to_fill")
    known = value if isinstance(value, int) and 0 < value < 1000 else None
    return known if known and known > 1 else openings_in(title, body) or known or 1
