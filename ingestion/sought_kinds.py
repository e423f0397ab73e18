"""Which kinds of post a CV says to seek: temporary, on call, apprenticeship, practice, wage subsidy, student job.

A flexjob is not kept: it is granted for an illness, which no profile tells. What was is not sought: "4 uger i
virksomhedspraktik i foråret".
"""

import re
from collections.abc import Iterator

from ingestion.dialect import NOT
from ingestion.sections import SectionKind, heading
from ontology.kinds import PostingKind

_I = re.IGNORECASE
_KINDS = (
    (
        PostingKind.TEMPORARY,
        re.compile(
            r"\b\w*vikariat\w*|\bvikar\w* (?:er|går) (?:\w+ )?(?:ok|okay|fint|cool|godt)\b|"
            r"\b(?:søger|gerne|også|osse|evt\.?) (?:\w+ ){0,2}vikar(?:arbejde|job)?\b|\bsæson(?:arbejde|job)\b|"
            r"\bferieafløser\w*|\btidsbegrænset|\bmidlertidigt? |\b(?:temporary|seasonal) (?:job|work)",
            _I,
        ),
    ),
    (
        PostingKind.ON_CALL,
        re.compile(r"\b(?:løse tilkald|tilkalde?(?:vikar|job)\w*)\b|\btimevikar\w*|\bløsarbejde\w*|\bon[- ]call\b", _I),
    ),
    (
        PostingKind.APPRENTICE,
        re.compile(
            r"\b(?:lærepladse?n?\w*|elevplads\w*|elevstilling\w*|voksenlærling\w*|voksenelev\w*|restlære\w*|mesterlære|"
            r"apprenticeship)\b|"
            r"\b(?:vil|gerne|søger|håber|ønsker)\b[^.;\n]{0,60}?\b(?:som|blive) (?:\w+ ){0,2}\w*(?:elev|lærling)\b|"
            r"\bmangler (?:[^.;\n]{0,25}svendeprøven?|(?:kun |bare )?sidste (?:skole|hoved)\w*)",
            _I,
        ),
    ),
    (
        PostingKind.UNPAID,
        re.compile(r"\b(?:virksomhedspraktik\w*|arbejdsprøvning|praktik(?:plads)?|work placement|internship)\b", _I),
    ),
    (
        PostingKind.WAGE_SUBSIDY,
        re.compile(r"\bløntilskud\w*|\btilskud til (?:min )?løn|\bpå tilskud\b|\bwage subsidy\b", _I),
    ),
    (
        PostingKind.STUDENT,
        re.compile(r"\b(?:studiejob\w*|studenterjob\w*|studentermedhjælper(?:job|stilling)\w*)\b", _I),
    ),
)
_WANTED = re.compile(
    r"\b(?:søge[rs]|ønske\w*|vil\b(?! ikke)|drøm\w*|interesseret|er med på|håber|åben|leder efter|mangler|miste\w*|"
    r"aftalt|enige? om|gerne|indtil (?:da|så)\b|er (?:\w+ )?(?:ok|okay|fint|cool)\b|"
    r"kan (?:starte|begynde|betale)|komme ud|konkurs|måske|looking for|want|would like|open to)",
    _I,
)
_GONE = re.compile(
    r"\b(?:var|været|havde|haft|sidste (?!skole|hoved|del)|dengang|ansat i|\d\. klasse|på studiet|semester i|fik)\b",
    _I,
)
_MINE_NOW = re.compile(
    r"\b(?:(?:er|nu|lige nu|sidder) (?:jeg )?i (?:et |en )?|mit (?:nuværende )?|fra (?:et |mit )?)$", _I
)
"""What one is in and not what one seeks: "mit vikariat udløber"."""
_NOT = re.compile(rf"\b(?:{NOT}|ingen|aldrig|nej|færdig med|træt af|væk fra|not|no|never)\b", _I)
_REFUSES = re.compile(rf"\b(?:vil|ønsker|søger|gider) (?:\w+ ){{0,2}}{NOT}\b", _I)
"""Who has no apprenticeship seeks one; who does not want one does not."""
_CLAUSES = re.compile(r"[,;:|]|\bmen\b|\bbut\b")
_FEW = 4
"""Lines that are too few to tell a habit."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_BEGINS = re.compile(r"\b(?:fra|pr\.?|start\w*|senest|til) (?:den )?(?:\d{1,2}\.? ?)?(?:[a-zæøå]+ )?20\d\d\b", _I)
"""When it may begin: "læreplads fra august 2027"."""
_GOES_ON = re.compile(r"(?<=[^\n]{35})(?<![.!?:])\n(?=[ \t]*[a-zæøå])")
_SENTENCE = re.compile(r"[^.!?\n;]+")
_HEADED = re.compile(r"^[^:\n]{0,30}(?:søge[rs]|ønske\w*|jobmål|næste skridt)[^:\n]{0,20}:?\s*$", _I)


def kinds_in(text: str) -> tuple[PostingKind, ...]:
    """The kinds that a CV says to seek, each once, in the order of PostingKind."""
    found = {kind for sentence in _sentences(text) for kind in _told(sentence)}
    return tuple(kind for kind in PostingKind if kind in found)


def unwrapped(text: str) -> str:
    """A text with the long lines joined that go on in a small letter; not where most lines open with one."""
    opening = [line[0] for line in map(str.strip, text.split("\n")) if line and line[0].isalpha()]
    if len(opening) >= _FEW and 2 * sum(map(str.islower, opening)) > len(opening):
        return text
    return _GOES_ON.sub(" ", text)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, those of wrapped lines joined; what stands under a heading of wishes is one."""
    headed = False
    for line in unwrapped(text).split("\n"):
        if not line.strip():
            headed = False
        elif (kind := heading(line)) or _HEADED.match(line):
            headed = kind is SectionKind.WISHES or bool(_HEADED.match(line))
        for sentence in _SENTENCE.findall(line):
            yield f"søger {sentence}" if headed else sentence


def _told(sentence: str) -> Iterator[PostingKind]:
    for kind, words in _KINDS:
        place = words.search(sentence)
        if place and _WANTED.search(sentence) and not (_gone(sentence, place, kind) or _refused(sentence, place, kind)):
            yield kind


def _refused(sentence: str, place: re.Match[str], kind: PostingKind) -> bool:
    """Whether the clause that names it says that it is not wanted."""
    start = max((one.end() for one in _CLAUSES.finditer(sentence, 0, place.start())), default=0)
    behind = _CLAUSES.search(sentence, place.end())
    clause = sentence[start : behind.start() if behind else len(sentence)]
    return bool((_REFUSES if kind is PostingKind.APPRENTICE else _NOT).search(clause))


def _gone(sentence: str, place: re.Match[str], kind: PostingKind) -> bool:
    """Whether it is told as past; who lost an apprenticeship, or lacks the last of it, seeks another."""
    if kind is PostingKind.APPRENTICE and re.search(r"\b(?:mangler|miste\w*|konkurs)\b", sentence, _I):
        return False
    if _MINE_NOW.search(sentence[: place.start()]):
        return True
    return bool(_GONE.search(sentence[: place.start()]) or _DATED.search(_BEGINS.sub(" ", sentence)))
