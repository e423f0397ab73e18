"""What form of employment an ad offers, and to how many people."""

import re

from ingestion.folded import folded, lower
from ontology.kinds import PostingKind

_I = re.IGNORECASE
KINDS = (
    (PostingKind.FLEXJOB, ("fle",), folded(r"\bfleksjob(?:bet|s)?\b(?!\w)|\bflexjob\b|\bfleks-job")),
    (PostingKind.WAGE_SUBSIDY, ("løntilskud",), folded(r"\bløntilskud(?:sjob|sstilling\w*|splads)?\b")),
    (
        PostingKind.UNPAID,
        ("praktik", "frivillig", "ulønnet", "unpaid", "volunteer"),
        folded(
            r"\bvirksomhedspraktik|\bpraktikant\w*|\bfrivillig(?:e|t)?\W+(?:job|arbejde|søges|medarbejder\w*|"
            r"\w+ søges)|"
            r"(?:søger|bliv|som|vores) (?:en |nye |flere )?frivillige?\b|^frivillig(?:e|t)?\b(?! i)|"
            r"\bulønnet|\bunpaid|\bvolunteer"
        ),
    ),
    (
        PostingKind.APPRENTICE,
        ("elev", "læreplads", "praktikplads", "lærling", "apprentice"),
        folded(
            r"\b\w*elevplads\w*|\blæreplads\w*|\bpraktikplads\w*|\b(?:\w*lærling|\w*elev)(?:er|e)? søges|"
            r"\b(?:søger|leder (?:vi )?efter|mangler|ansætter|bliv|være) (?:vi )?(?:en |to |tre |\d+ )?"
            r"(?:ny\w* |dygtig\w* |vores (?:nye |næste )?)?(?:\w*lærling\w*|\w*elev(?:er)?)\b(?!\w)|"
            r"\b(?:elev|lærlinge)løn\w* (?:efter|ifølge|iht)|^\w*(?:elev|lærling) (?:i|på|hos|ved) \w+|"
            r"\b(?:vores nye|vores næste|som) (?:\w*elev|\w*lærling)\b|"
            r"\w*lærling(?:e)?\W*$|\w*elev(?:er)?\W*$|^\w*(?:elev|lærling)\b(?! i)|\bapprentice(?:ship)?"
        ),
    ),
    (
        PostingKind.STUDENT,
        ("stud",),
        folded(
            r"\bstudiejob|\bstudenterstilling|"
            r"\bstudentermedhjælp|\bstudentermedarbejder|\bstudiemedhjælp|\bstudent (?:assistant|job|worker)"
        ),
    ),
    (
        PostingKind.SELF_EMPLOYED,
        (
            "freelance",
            "selvstændig",
            "faktur",
            "samarbejdsaftale",
            "cvr-nummer",
            "franchise",
            "underentrepren",
            "egen virksomhed",
            "eget cvr",
        ),
        folded(
            r"\bfreelance\w*|\bselvstændig (?:erhvervsdrivende|konsulent|agent|vognmand|forhandler)|"
            r"\bsom selvstændig\b(?! \w)|\bsøger (?:\w+ )?selvstændige (?:til at|med eget|med egen)\b|"
            r"\bsamarbejdsaftale mellem (?:dit|din)|\b(?:dit|eget) cvr-nummer|"
            r"\b(?:fakturerer?|på faktura|franchise(?:tager)?|underentreprenør|egen virksomhed)\b|\beget cvr"
        ),
    ),
    (
        PostingKind.COMMISSION,
        ("provision", "commission"),
        folded(r"\b(?:ren|udelukkende|100 ?%) provision|\bprovisionsløn\w*|\bcommission[- ]only|\bkun provision"),
    ),
    (
        PostingKind.ON_CALL,
        ("tilkald", "vikar", "afløserpool", "on call", "on-call", "løsarbejder"),
        folded(
            r"(?<!indgår )(?<!indgå i )(?<!forekommer )(?<!deltager i )(?<!deltage i )"
            r"\btilkald(?!evagt(?!er)|elsesvagt)\w*"
            r"(?! (?:cirka |ca\.? )?hver)|\bvikarpool\w*|\bvikarkorps\w*|\bvikarbank|\btimevikar\w*|\bafløserpool|"
            r"\bon[- ]call\b|\bløsarbejder\w*"
        ),
    ),
    (
        PostingKind.TEMPORARY,
        (
            "vikar",
            "sæson",
            "sæsson",
            "forlængelse",
            "projektstilling",
            "åremål",
            "barselsafløs",
            "orlov",
            "tidsbegrænset",
            "ferieafløs",
            "projektansæt",
            "midlertidig",
            "temporary",
            "fixed",
            "season",
        ),
        folded(
            r"\b(?:søger|mangler) (?:vi )?en (?:\w+ )?vikar\b|"
            r"\b(?:\w*vikariat\w*|barselsvikar\w*|årsvikar\w*)|\bsæss?on\w*|\bmulighed for forlængelse|"
            r"\bprojektstilling|\båremål\w*|"
            r"\bbarselsafløs\w*|\borlovs(?:vikar|afløs)\w*|\btidsbegrænset|\bferieafløser\w*|"
            r"\bsommerferieafløs\w*|"
            r"\bprojektansæt\w*|\bmidlertidig|\btemporary|\bfixed[- ]term|\bseasonal"
        ),
    ),
)
"""In the order in which one form outweighs another, a title before the text; a word of each stands in all it finds."""
_NOT_THIS_JOB = re.compile(
    r"\b(?:erfaring|kendskab|viden|samarbejd(?!saftale)\w*|vejled\w*|oplær\w*|ansvar\w*|undervis\w*|støtt\w*|hjælpe\b|"
    r"find\w*|etabler\w*|visiter\w*|"
    r"rekrutter\w*|koordiner\w*|administrer\w*|borgere?|kandidater|ledige|tilbyder også|tidligere|haft|været|"
    r"erfarne?|i vores|vores \w+ og)\b"
    r"[^.\n]{0,80}$|\b(?:ikke|ingen|intet|uden|hverken|frem for|i stedet for)\b[^.\n]{0,30}$",
    _I,
)
_ABOUT = re.compile(
    r"fleksjobbere|fleksjobordning|(?:lærlinge|elever|elev) (?:på|i|fra|og|med|er|som|der|\d)|højsæson|sæsonens|"
    r"tidligere",
    _I,
)
_OFFERS = re.compile(
    r"\b(?:stilling\w*|ansæt\w*|job(?:bet)?|søger|søges|leder (?:vi )?efter|tilbyd\w*|opslå\w*|ledig\w*|vikariat\w*|"
    r"mangler|bliv|plads\w*|løn\w*|er et|er en|om ugen|opgaven er|\w+løn)\b",
    _I,
)
_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "en et én ét one",
            "to two",
            "tre three",
            "fire four",
            "fem five",
            "seks six",
            "syv seven",
            "otte eight",
            "ni nine",
            "ti ten",
            "elleve",
            "tolv",
        ),
        1,
    )
    for word in words.split()
}
_COUNT = (
    r"(?P<count>\d{1,3}|"
    + "|".join(_NUMBER_WORDS)
    + r")(?:\s?(?:-|–|til|eller)\s?(?P<more>\d{1,3}|"
    + "|".join(_NUMBER_WORDS)
    + r"))?"
)
_OPENINGS = folded(
    r"(?:\b(?:søger|mangler|ansætter|(?<!\bdu )får|plads til|bruge?|udvider[^.\n]{0,40} med|opslår|besætte|søges|"
    r"looking for|need)\b"
    r"(?: \w+){0,2}? " + _COUNT + r" (?P<what>[\wæøåÆØÅ/-]+(?: [\wæøå-]+)?))|"
    r"(?:\b"
    + _COUNT.replace("count", "count2").replace("more", "more2")
    + r" (?:nye |ledige |faste |nyoprettede )?(?:stillinger|pladser|jobs?\b|positions|openings))|"
    r"(?:\bstillinger til " + _COUNT.replace("count", "count3").replace("more", "more3") + r"\b(?! års?\b))"
)
_TITLE_COUNT = re.compile(r"^\W*(?:vi søger |søger )?" + _COUNT + r" (?P<what>[\wæøåÆØÅ-]+)", _I)
_ENGLISH = re.compile(r"looking for|need", _I)
"""Where "to" is no number."""
_NO_PEOPLE = re.compile(
    r"^(?:års?|måned\w*|time\w*|uge\w*|dag\w*|km|meter|pct|procent|mio|sprog|gange|kr|ud|af|for|i|til|anden|"
    r"ny(?:e)? (?:måde|vej)\w*|"
    r"kommuner|afdelinger|huse|skoler|klinikker|spor|ting|hold\b|months?|years?|hours?|weeks?|erfaring\w*)\b",
    _I,
)


def kind_of(title: str, body: str, told: str = "") -> PostingKind:
    """The form of employment: what a record's own field says (`told`), else the title, else the text."""
    for text, sure in ((told, True), (title, True), (body, False)):
        low = lower(text)
        for kind, needed, pattern in KINDS:
            if any(one in low for one in needed) and any(
                _offered(text, match, sure) for match in pattern.finditer(low)
            ):
                return kind
    return PostingKind.ORDINARY


def _offered(text: str, match: re.Match[str], sure: bool) -> bool:
    """Whether a form of employment is offered here, not only spoken of."""
    if _ABOUT.match(text[match.start() : match.end() + 12]) and not (sure and match.start() == 0):
        return False
    start = max(text.rfind(mark, 0, match.start()) for mark in ("\n", ". ", "! ", "? ")) + 1
    before, after = text[start : match.start()], text[match.end() : match.end() + 60].split("\n")[0]
    if _NOT_THIS_JOB.search(before) or re.match(r"[^.]{0,25}\b(?:er ikke|ikke mulig)", after, _I):
        return False
    return sure or bool(_OFFERS.search(before + match[0] + after))


def openings_in(title: str, body: str) -> int | None:
    """How many people are sought, the fewest where a range is said; None = no number is said."""
    head = _TITLE_COUNT.match(title)
    found = [head] if head else []
    for match in (*found, *_OPENINGS.finditer(lower(f"{title}. {body}"))):
        told = match.groupdict()
        count, what = told["count"] or told.get("count2") or told.get("count3"), told.get("what") or ""
        english = count and count.casefold() == "to" and _ENGLISH.match(match[0])
        if count and not english and not _NO_PEOPLE.match(what):
            number = _NUMBER_WORDS.get(count.casefold()) or int(count)
            if 0 < number < 500:
                return number
    return None
