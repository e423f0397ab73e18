"""What is hidden before anything is stored: who the person is, and what must not be used about them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ontology.people import Hidden

BLOCK = "█"


class DocumentKind(StrEnum):
    """What a document is; a posting loses contact details only."""

    CV = "cv"
    POSTING = "posting"


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text with hidden spans replaced at equal length, and what kind of thing each was."""

    text: str
    hidden: tuple[Hidden, ...]


_I = re.IGNORECASE
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zæøå]*\.?"
_STREET = (
    r"[A-ZÆØÅ][\wæøåÆØÅé.'-]*(?:[ ][A-ZÆØÅ][\wæøå.'-]+)*?"
    r"(?:vej|gade|gaden|vejen|allé|alle|stræde|vænget|vænge|parken|park|toften|plads|torv|bakken|have|haven|kvarter|stien|sti|"
    r"engen|lunden|krogen|marken|højen|dal|bro|brygge|kaj|boulevard|vang|vangen|ager|skrænten)"
)
_CONTACT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("cpr", re.compile(r"\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ ]?[-–./ ]?[ ]?(?:\d{4}|[xX]{4})\b")),
    ("phone", re.compile(r"(?<![\d-])(?:\+45|0045)[ ]?(?:\d[ ]?){7}\d\b")),
    ("phone", re.compile(r"(?<![\d.,-])(?!(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2})[2-9]\d(?:[ .-]?\d{2}){3}(?![\d-])")),
    ("phone", re.compile(r"(?<![\d.,-])(?!(?:19|20)\d{2} (?:19|20)\d{2})[2-9]\d{3}[ ]\d{4}(?![\d-])")),
    ("phone", re.compile(r"(?<![\d.,-])[2-9]\d[ ]\d{3}[ ]\d{3}(?![\d-])")),
    ("url", re.compile(r"(?:https?://)?(?:www\.)?(?:linkedin|facebook|instagram)\.com/\S+", _I)),
)
_PERSON: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "birthdate",
        re.compile(
            r"\b(?:født|f\.|fødselsdag|fødselsdato|born|fødsels?år|date of birth)[ :]*(?:den |d\. ?|i |on )?"
            rf"(?:\d{{1,2}}[-./ ]+(?:\d{{1,2}}|{_MONTH})[-./ ]+\d{{2,4}}|(?:19|20)\d{{2}})",
            _I,
        ),
    ),
    ("birthdate", re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19[3-9]\d|200\d|[3-9]\d)\b")),
    (
        "address",
        re.compile(
            rf"{_STREET}[ ]+\d{{1,3}}[ ]?[A-Za-z]?\b(?:,?[ ]*(?:st|kl|\d{{1,2}})\.?[ ]*(?:sal|th|tv|mf|\d)?\.?)?"
        ),
    ),
    (
        "marital",
        re.compile(
            r"\b(?:(?:er|jeg er|civilstand:?) )?(?:gift|ugift|single|enke|enkemand|fraskilt|skilt|samlevende|samboende|"
            r"separeret|married|divorced)\b(?: (?:med|og har|with)[^.,;\n]*)?",
            _I,
        ),
    ),
    (
        "family",
        re.compile(
            r"\b(?:(?:har|mor til|far til|forælder til|mine?|vores|og) )?(?:\d+|et|to|tre|fire|fem|en) "
            r"(?:små |store |voksne |hjemmeboende )?(?:børn|barn|søn(?:ner)?|døtre|datter|teenagere|drenge|piger|kids|children)\b"
            r"(?: på [^.,;\n]*)?",
            _I,
        ),
    ),
    (
        "family",
        re.compile(
            r"\b(?:min|mine|vores) (?:kone|mand|kæreste|samlever|ægtefælle|søn|datter|børn|forældre|mor|far)\b[^.,;\n]*",
            _I,
        ),
    ),
    (
        "religion",
        re.compile(
            r"\b(?:katolik|katolsk|muslim|muslimsk|kristen|jøde|jødisk|buddhist|hindu|ateist|jehovas vidner?|"
            r"medlem af (?:folkekirken|menigheden|en menighed))\b[^.,;\n]*",
            _I,
        ),
    ),
    (
        "nationality",
        re.compile(
            r"\b\w+(?:sk|isk|nsk) (?:statsborger(?:skab)?|af oprindelse|baggrund)\b|\bstatsborger i \w+|"
            r"\b(?:nationalitet|nationality|statsborgerskab)[ :]+\w+|\bflygtning(?:e)?(?: fra \w+)?\b",
            _I,
        ),
    ),
    (
        "union",
        re.compile(r"\b(?:medlem af|medlem i|organiseret i|member of)[ ]+(?:[A-ZÆØÅ3][\w-]*(?:[ ][A-ZÆØÅ][\w-]*)*)"),
    ),
    ("union", re.compile(r"\b(?:fagforening|a-kasse)[ :]+(?:[A-ZÆØÅ3][\w-]*(?:[ ][A-ZÆØÅ][\w-]*)*)", _I)),
    (
        "political",
        re.compile(
            r"\b(?:Socialdemokrat\w*|Venstre(?=[ .,;]|$)|Enhedslisten|Dansk Folkeparti|Radikale(?: Venstre)?|SF\b|"
            r"Konservative\w*|Liberal Alliance|Moderaterne|Alternativet|Danmarksdemokraterne)[^.,;\n]*"
        ),
    ),
    (
        "health",
        re.compile(
            r"[^.;\n]*\b(?:(?:jeg|har|fik|efter|pga\.?|grundet|min|mit|dårlige?|slidt|ondt i|nyt|i|problemer med|opereret)\b[^.;\n]{0,40}?)"
            r"(?:sygemeld\w*|depression\w*|stress(?:ramt|sygemeld\w*|sammenbrud)|angst|knæ(?:et)?|ryg(?:gen|lidelse|problemer)?|skulder(?:en)?|"
            r"hofte\w*|diskusprolaps|piskesmæld|migræne|adhd|autis\w*|diabetes|sukkersyge|epilepsi|kræft(?:en)?|gigt|blodprop|hjerneryst\w*|astma|"
            r"operation(?:en)?|opereret|misbrug|ptsd|udbrændt|ordblind\w*|allergi\w*|langtidssyg\w*|sygdom(?:men)?|førtidspension\w*)\b[^.;\n]*",
            _I,
        ),
    ),
    (
        "offence",
        re.compile(r"[^.;\n]*\b(?:afsonet|straffet|fængselsdom|straffeattest|børneattest|betinget dom)\b[^.;\n]*", _I),
    ),
)
_MORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "nationality",
        re.compile(r"\b(?:[A-Z]\w+|\w+sk) (?:citizen(?:ship)?|national)\b|\bresidence permit\b[^.,;\n]*", _I),
    ),
    ("nationality", re.compile(r"\b(?:opholdstilladelse|særloven|arbejdstilladelse|asyl\w*)\b[^.;\n]*", _I)),
    ("nationality", re.compile(r"\b(?:jeg |kommer |født |er |flygtet )(?:kommer |er )?fra (?!\d)[A-ZÆØÅ]\w+")),
    ("religion", re.compile(r"\b(?:ortodoks|protestant\w*|troende|kristent?|religion)\b[^.,;\n]*", _I)),
    ("marital", re.compile(r"\b(?:my |min )?(?:wife|husband|ægtemand|hustru)\b[^.,;\n]*", _I)),
    ("family", re.compile(r"\b(?:\w+ )?(?:børnebørn|barnebarn|oldebørn)\b", _I)),
    (
        "union",
        re.compile(
            r"\b(?:Dansk Metal|3F(?:'er)?|HK|FOA|BUPL|DSR|Dansk El-Forbund|Finansforbundet|PROSA|IDA|Djøf|DM|"
            r"Danmarks Lærerforening|DLF|Blik- og Rørarbejderforbundet|NNF|Krifa|Det Faglige Hus|Malerforbundet|"
            r"Serviceforbundet|Dansk Sygeplejeråd|TL|Teknisk Landsforbund|Dansk Magisterforening)(?=\W|$)"
        ),
    ),
    (
        "health",
        re.compile(
            r"[^.;\n]*\b(?:brystkræft|senfølger|kemoterapi|træthed efter|alkoholiker|tørlagt|høretab|høreapparat|"
            r"blodtryk\w*|medicin mod|hjertestop|kronisk syg|fibromyalgi|sclerose|leddegigt|skånehensyn\w*)\b[^.;\n]*",
            _I,
        ),
    ),
    ("health", re.compile(r"\b(?:lidt |nogen |stadig )?træthed\b[^.;\n]*", _I)),
    (
        "address",
        re.compile(
            r"\b[A-ZÆØÅ][\wæøå]+s? (?:Have|Allé|Plads|Torv|Vænge|Kvarter|Bakke|Park) \d{1,3}[^\n]{0,12}?(?=, ?\d{4}|\n|$)"
        ),
    ),
)
_NAME_LABEL = re.compile(r"^[ \t]*(?:navn|name)[ \t]*:[ \t]*(?P<name>[^\n,]+)", _I | re.MULTILINE)
_NAME_LINE = re.compile(
    r"^[ \t]*(?:CV|Curriculum vitae)?[ \t:–-]*(?P<name>[A-ZÆØÅ][\wæøåéöü'-]+(?:[ ][A-ZÆØÅ][\wæøåéöü.'-]*){1,3})"
)
_NOT_NAMES = re.compile(
    r"\b(?:curriculum|vit|profil|erfaring|erhverv|uddannelse|kompetencer|ansøgning|resume|om mig|cv|hvem|arbejde|job)",
    _I,
)
_HEAD_LINES = 4
_REFERENCE = re.compile(
    r"\b(?:kontakt|spørgsmål til|referencer?|ring til|hos)[ :]+(?:\w+[ ]){0,2}?(?P<name>[A-ZÆØÅ][a-zæøå]+[ ][A-ZÆØÅ][a-zæøå]+)"
    r"(?=[^.\n]{0,40}█)"
)


def redact(text: str, kind: DocumentKind = DocumentKind.CV) -> Redacted:
    """`text` with what must not be stored hidden at equal length, and which kinds of things stood where."""
    spans: list[Hidden] = []
    for label, pattern in _CONTACT if kind is DocumentKind.POSTING else _CONTACT + _PERSON + _MORE:
        spans += [
            _trimmed(text, Hidden(label, m.start(), m.end())) for m in pattern.finditer(text) if m.end() > m.start()
        ]
    if kind is DocumentKind.CV:
        spans += _names(text)
    found = _merged(spans)
    hidden_text = _hide(text, found)
    more = [Hidden("name", m.start("name"), m.end("name")) for m in _REFERENCE.finditer(hidden_text)]
    found = _merged([*found, *more])
    return Redacted(_hide(text, found), tuple(found))


def _names(text: str) -> list[Hidden]:
    """The name in the head of a CV, and wherever its parts of four letters or more stand again."""
    match = _NAME_LABEL.search(text)
    start, end = (match.start("name"), match.end("name")) if match else (-1, -1)
    offset = 0
    for line in text.split("\n")[:_HEAD_LINES]:
        head = _NAME_LINE.match(line) if start < 0 else None
        if head and not _NOT_NAMES.search(head["name"]):
            start, end = offset + head.start("name"), offset + head.end("name")
        offset += len(line) + 1
    if start < 0:
        return []
    whole = text[start:end]
    again = [Hidden("name", m.start(), m.end()) for m in re.finditer(re.escape(whole), text)]
    return again or [Hidden("name", start, end)]


def _trimmed(text: str, span: Hidden) -> Hidden:
    piece = text[span.start : span.end]
    left, right = len(piece) - len(piece.lstrip(" \t\n,-•")), len(piece.rstrip(" \t\n,"))
    return Hidden(span.kind, span.start + left, span.start + max(right, left + 1))


def _merged(spans: list[Hidden]) -> list[Hidden]:
    found: list[Hidden] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if found and span.start < found[-1].end:
            last = found[-1]
            found[-1] = Hidden(last.kind, last.start, max(last.end, span.end))
        else:
            found.append(span)
    return found


def _hide(text: str, spans: list[Hidden]) -> str:
    characters = list(text)
    for span in spans:
        for place in range(span.start, min(span.end, len(characters))):
            if characters[place] != "\n":
                characters[place] = BLOCK
    return "".join(characters)
