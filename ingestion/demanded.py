"""Years of experience and formal education that a sentence of an ad speaks of, and where."""

import re
from dataclasses import dataclass

from ingestion.folded import folded, lower
from ingestion.licences import Named
from ontology.credentials import CredentialKind, load_credentials

_I = re.IGNORECASE
_WORDS = {w: n for n, w in enumerate(("nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"))} | {
    w: n for n, w in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
}
_WORDS |= {"ét": 1, "et par": 2, "a couple of": 2}
_N = r"(\d{1,2}|" + "|".join(_WORDS) + r")"
_YEARS = folded(_N + r"(?:\s?(?:-|–|til|eller|to)\s?" + _N + r")?\+?\s?(?:års?|years?['’]?)\b")
_YEAR, _WORKED = ("år", "year"), ("erfar", "rutine", "experience")
"""One of which stands in all that `_YEARS`, and all that `_EXPERIENCE`, finds."""
_PRACTICE = re.compile(
    r"erfaring\w*|praksis|anciennitet|rutine|experience|i faget|i branchen|på bagen|som (?:udlært|færdiguddannet|"
    r"selvstændig)|efter uddannelse|\b(?:har|have|haft)\b(?! vi\b)[^.;]{0,50}\b(?:arbejdet|kørt|undervist|passet|"
    r"worked|driven|taught)\b|"
    r"(?:at least|mindst|minimum|minimun|min\.) (?:\w+ ){1,3}?(?:years?|år) (?:in|as|with|som|inden ?for|bag|på|i) ",
    _I,
)
_EXPERIENCE = folded(r"\b\w*erfaring(?:en|er)?\b|\berfar(?:en|ne|ent)\b|\brutineret\w*|\bexperience[d]?\b")
_MOST = re.compile(r"(?:højst|maks\w*|max\w*|op til|under|up to|at most)\W*$", _I)
_BOUND = re.compile(
    r"(?:\b(?:bliver?|binder|blive|tilbage|kontrakt|ansættelse\w*|vikariat\w*|uddannelse\w*|varer|tager|løber|"
    r"bo(?:et|r)|bestået|eksisteret|åbnede|stay|lasts?|permit|be|er|være) (?:i |på |hos os )?"
    r"(?:mindst |minimum |min\. |fyldt |at least )?$)",
    _I,
)
"""Before years that are no experience: how long one is bound, how old one is, how long a course lasts."""
_LEFT = re.compile(r"\s*(?:tilbage|endnu|left|frem|ad gangen|siden|ago|old\b|gammel|gamle)", _I)
_AGED = re.compile(r"\s*(?:gammel|gamle|børn|og opefter|of age|old)\b", _I)
_PERSON_AGE = re.compile(
    r"(?:børn|unge|alder\w*|fyldt|mellem|fra|elever|borgere)\b[^.\n]{0,25}$|^\s*(?:gammel|gamle|børn|og opefter|"
    r"age)|^alderen",
    _I,
)
_EMPLOYER = re.compile(
    r"\b(?:vi (?:har|er|trækker|kan)|vores|we (?:have|are)|our|virksomheden|firmaet|gode erfaringer|i mere end|"
    r"kolleger(?:ne)?|medarbejdere(?:ne)?|ansatte|teamet|holdet|colleagues|han|hun|she|he|manager|lederen|chefen|"
    r"gennem|siden)\b[^.\n]{0,60}$",
    _I,
)
_INSTEAD = re.compile(r"\b(?:eller|or|alternativt)\b", _I)
_ANY_WORK = re.compile(r"[^.;]{0,20}\b(?:(?:erhvervs|arbejds|arbejdsmarkeds|job)erfaring|work(?:ing)? experience)", _I)
_NEAR_LETTERS = 60
_LEVELS = (
    (
        5,
        folded(
            r"\b(?:lang videregående|kandidat(?:grad|uddannelse|niveau)?\b(?! til| i spil|er)|cand\.? ?[a-zæøå.]*|"
            r"master'?s? degree|m\.?sc\.?\b|ph\.?d\.?|akademisk (?:uddannelse|baggrund|medarbejder)|akademiker\b|"
            r"long[- ]cycle)"
        ),
    ),
    (
        4,
        folded(
            r"\b(?:mellemlang videregående|\w*professionsbachelor\w*|bachelor\w*|diplomingeniør|læreruddann\w*|"
            r"\bmvu\b|undergraduate)"
        ),
    ),
    (
        3,
        folded(
            r"\b(?:kort(?:ere)? videregående|erhvervsakademi\w*|akademiuddannelse\w*|\bkvu\b|datamatiker|"
            r"finansøkonom|markedsføringsøkonom|serviceøkonom|laborant\w*uddann\w*)"
        ),
    ),
    (
        2,
        folded(
            r"\b(?:erhvervsuddann\w*|faglært\w*|udlært\w*|svendebrev\w*|\w*svend\b|eud\b|erhvervsfaglig uddannelse|"
            r"vocational|(?:completed|finished) (?:trade|apprenticeship)|journeyman)"
        ),
    ),
    (1, folded(r"\b(?:gymnasial\w*|studentereksamen|\bhf\b|\bhhx\b|\bstx\b|\bhtx\b|amu-?kursus)")),
    (0, folded(r"\b(?:folkeskole(?:ns)? (?:afgangs\w*|9)|9\. klasse|10\. klasse)")),
)
_ANY_EDUCATION = folded(
    r"\b(?:relevant|faglig|teknisk|pædagogisk|sundhedsfaglig|formel|bestemt|videregående|merkantil|"
    r"håndværksmæssig|kontor|grøn|socialfaglig|formal|"
    r"relevant university|university|agricultural|technical|relevant)\w* (?:uddannelse\w*|baggrund|education|"
    r"degree)|\b(?:uddannet|uddannelse som|uddannelse inden ?for)\b|\buddannelse\b"
)
_NO_EDUCATION = folded(
    r"(?:efter|videre|under|intern|kompetence)uddann|uddannelsesvej|uddannelse (?:til \w+ )?(?:får|tager|"
    r"betaler)|\b(?:vi uddanner|uddannelsesstilling)"
)
_AUTHORISED = "auth-"
"""The professions that need an education before their authorisation."""
_FIELDS = (
    ("0913", r"sygepl|sosu|social- og sundheds|jordemoder"),
    ("0112", r"pædagog"),
    ("0113", r"lærer|undervisning"),
    ("0923", r"socialrådgiv|socialfag"),
    ("0911", r"tand"),
    ("0915", r"fysioterap|ergoterap"),
    ("0914", r"bioanalyt|radiograf"),
    ("0916", r"farma"),
    ("0412", r"finans|bank|forsikring"),
    ("0411", r"regnskab|revis|økonomi"),
    ("0421", r"jura|juridisk"),
    ("0416", r"detail|butik|handel"),
    ("0415", r"kontor|administra"),
    ("0414", r"markedsføring|kommunikation"),
    ("0313", r"psykolog"),
    ("0610", r"\bit\b|datalog|software|datamat|computer science"),
    ("0715", r"smed|maskin|mekanik|mechanical"),
    ("0713", r"elektriker|elektro|el-?install"),
    ("0716", r"auto|mekaniker"),
    ("0732", r"tømrer|murer|maler|bygning|anlægsbrolæg|vvs|construction"),
    ("0512", r"biokemi|biochem"),
    ("0711", r"kemi|proces|laborant|chemi"),
    ("0511", r"biolog"),
    ("0521", r"miljø|environment"),
    ("0812", r"gartner|grøn uddannelse|anlægsgart"),
    ("0811", r"landbrug|agronom"),
    ("1012", r"frisør|kosmetolog"),
    ("1013", r"kok\b|tjener|gastronom|smørrebrød"),
    ("0721", r"bager|slagter|mejeri|fødevare"),
    ("0723", r"syerske|tekstil|polstrer|skrædder"),
    ("1041", r"chauffør|transport|logistik"),
    ("1015", r"rejse|turis"),
    ("1032", r"vagt\b|sikkerheds"),
)


@dataclass(frozen=True, slots=True)
class YearsMention:
    """Experience at [start, end) of a sentence; years None = no number is said; `open` as in `Experience`."""

    start: int
    end: int
    low: int | None
    high: int | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class EducationMention:
    """Formal education at [start, end) of a sentence; level 0 to 5, None = not said; `field` ISCED-F, '' = not said."""

    start: int
    end: int
    level: int | None
    field: str


def experience_in(sentence: str) -> YearsMention | None:
    """The experience that a sentence speaks of as the applicant's; ages and the firm's own years are none."""
    low_case = lower(sentence)
    for match in _YEARS.finditer(low_case) if any(one in low_case for one in _YEAR) else ():
        before, after = sentence[: match.start()], sentence[match.end() :]
        near = before[-_NEAR_LETTERS:] + match[0] + after[:_NEAR_LETTERS]
        if (
            _BOUND.search(before)
            or not _PRACTICE.search(near)
            or _PERSON_AGE.search(before)
            or _AGED.match(after)
            or _LEFT.match(after)
            or _EMPLOYER.search(before)
        ):
            continue
        low: int | None = _number(match[1])
        high = _number(match[2]) if match[2] else None
        if _MOST.search(before):
            low, high = None, low
        return YearsMention(match.start(), match.end(), low, high, _is_open(before, after))
    word = _EXPERIENCE.search(low_case) if any(one in low_case for one in _WORKED) else None
    if word and not _EMPLOYER.search(sentence[: word.start()]) and "erfaringer" not in word[0]:
        return YearsMention(word.start(), word.end(), None, None)
    return None


def _is_open(before: str, after: str) -> bool:
    """Whether the words around a number of years say that something else will do, or that any work counts."""
    beside = before[-_NEAR_LETTERS:], after[:_NEAR_LETTERS]
    return any(map(_INSTEAD.search, beside)) or _ANY_WORK.match(after) is not None


def education_in(sentence: str, named: tuple[Named, ...]) -> tuple[EducationMention, ...]:
    """The formal education that a sentence speaks of: that of the credentials it names, else what it says in words."""
    known = load_credentials()
    found = [
        EducationMention(start, end, known[code].level, known[code].field)
        for code, start, end in named
        if known[code].kind is CredentialKind.EDUCATION or (known[code].level and code.startswith(_AUTHORISED))
    ]
    if found:
        return tuple(found)
    low_case = lower(sentence)
    for level, pattern in _LEVELS:
        match = pattern.search(low_case)
        if match:
            return (EducationMention(match.start(), match.end(), level, _field(sentence[match.start() :])),)
    match = _ANY_EDUCATION.search(low_case)
    if match and not _NO_EDUCATION.search(low_case):
        return (EducationMention(match.start(), match.end(), None, _field(sentence)),)
    return ()


def _field(text: str) -> str:
    return next((code for code, pattern in _FIELDS if re.search(pattern, text, _I)), "")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.casefold()]
