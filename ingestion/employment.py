"""What kind of employment an ad offers: form, hours a week, shifts, openings, place of desk, and what it does to the body."""

import re
from collections.abc import Iterator, Mapping

from ingestion.deadlines import sentences
from ontology.vacancies import Exertion, Hours, PostingKind, Remote, Shift

_I = re.IGNORECASE
_KINDS = (
    (PostingKind.FLEXJOB, r"\bfleksjob(?:bet|s)?\b(?!\w)|\bflexjob\b|\bfleks-job"),
    (PostingKind.WAGE_SUBSIDY, r"\bløntilskud(?:sjob|sstilling\w*|splads)?\b"),
    (
        PostingKind.UNPAID,
        r"\bvirksomhedspraktik|\bpraktikant\w*|\bfrivillig\w*\W+(?:job|arbejde|søges|medarbejder\w*|\w+ søges)|"
        r"(?:søger|bliv|som|vores) (?:en |nye |flere )?frivillig\w*|^frivillig\w*|\bulønnet|\bunpaid|\bvolunteer",
    ),
    (
        PostingKind.APPRENTICE,
        r"\b\w*elevplads\w*|\blæreplads\w*|\bpraktikplads\w*|\b(?:\w*lærling|\w*elev)(?:er|e)? søges|"
        r"\bsøger (?:en |to |tre |\d+ )?(?:ny\w* |dygtig\w* )?(?:\w*lærling\w*|\w*elev(?:er)?)\b(?!\w)|\b(?:vores nye|som) (?:\w*elev|\w*lærling)\b|"
        r"\w*lærling(?:e)?\W*$|\w*elev(?:er)?\W*$|^\w*(?:elev|lærling)\b(?! i)|\bapprentice(?:ship)?",
    ),
    (PostingKind.STUDENT, r"\bstudiejob|\bstudentermedhjælp|\bstudentermedarbejder|\bstudiemedhjælp|\bstudent (?:assistant|job|worker)"),
    (
        PostingKind.SELF_EMPLOYED,
        r"\bfreelance\w*|\bselvstændig (?:erhvervsdrivende|konsulent|agent|vognmand|forhandler)|\bsom selvstændig\b(?! \w)|"
        r"\b(?:fakturerer?|på faktura|franchise(?:tager)?|underentreprenør|egen virksomhed)\b|\beget cvr",
    ),
    (PostingKind.COMMISSION, r"\b(?:ren|udelukkende|100 ?%) provision|\bprovisionsløn\w*|\bcommission[- ]only|\bkun provision"),
    (PostingKind.ON_CALL, r"\btilkald(?:e)?\w*|\bvikarpool\w*|\bvikarkorps\w*|\bvikarbank|\btimevikar\w*|\bafløserpool|\bon[- ]call\b|\bløsarbejder\w*"),
    (
        PostingKind.TEMPORARY,
        r"\b(?:\w*vikariat\w*|barselsvikar\w*|årsvikar\w*)|\bsæson\w*|\btidsbegrænset|\bferieafløser\w*|\bsommerferieafløs\w*|"
        r"\bprojektansæt\w*|\bmidlertidig|\btemporary|\bfixed[- ]term|\bseasonal",
    ),
)
"""In the order in which one form outweighs another; a title is read before the text."""
_NOT_THIS_JOB = re.compile(
    r"\b(?:erfaring|kendskab|viden|samarbejd\w*|vejled\w*|oplær\w*|ansvar\w*|undervis\w*|støtt\w*|hjælp\w*|find\w*|etabler\w*|visiter\w*|"
    r"rekrutter\w*|koordiner\w*|administrer\w*|borgere?|kandidater|ledige|tilbyder også|tidligere|haft|været|erfarne?|i vores|vores \w+ og)\b"
    r"[^.\n]{0,80}$|\b(?:ikke|ingen|intet|uden|hverken|frem for|i stedet for)\b[^.\n]{0,30}$",
    _I,
)
_ABOUT = re.compile(r"fleksjobbere|fleksjobordning|(?:lærlinge|elever|elev) (?:på|i|fra|og|med|er|som|der|\d)|højsæson|sæsonens|tidligere", _I)
_OFFERS = re.compile(
    r"\b(?:stilling\w*|ansæt\w*|job(?:bet)?|søger|søges|tilbyd\w*|opslå\w*|ledig\w*|vikariat\w*|mangler|bliv|plads\w*|løn\w*|er et|er en|om ugen)\b",
    _I,
)
_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("en et én ét one", "to two", "tre three", "fire four", "fem five", "seks six", "syv seven", "otte eight", "ni nine", "ti ten", "elleve", "tolv"),
        1,
    )
    for word in words.split()
}
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBER_WORDS) + r")(?:\s?(?:-|–|til|eller)\s?(?P<more>\d{1,3}|" + "|".join(_NUMBER_WORDS) + r"))?"
_OPENINGS = re.compile(
    r"(?:\b(?:søger|mangler|ansætter|får|bruge?|udvider[^.\n]{0,40} med|opslår|besætte|søges|looking for|need)\b"
    r"(?: \w+){0,2}? " + _COUNT + r" (?P<what>[\wæøåÆØÅ/-]+(?: [\wæøå-]+)?))|"
    r"(?:\b" + _COUNT.replace("count", "count2").replace("more", "more2") + r" (?:nye |ledige |faste |nyoprettede )?(?:stillinger|pladser|jobs?\b|positions|openings))",
    _I,
)
_TITLE_COUNT = re.compile(r"^\W*(?:vi søger |søger )?" + _COUNT + r" (?P<what>[\wæøåÆØÅ-]+)", _I)
_NO_PEOPLE = re.compile(
    r"^(?:års?|måned\w*|timers?|uger?|dage?|års|km|meter|pct|procent|mio|sprog|gange|kr|ud|af|for|i|til|anden|ny(?:e)? (?:måde|vej)\w*|"
    r"kommuner|afdelinger|huse|skoler|klinikker|spor|ting|hold\b|months?|years?|hours?|weeks?|erfaring)\b",
    _I,
)
_WEEKLY = r"(?:timer|t\.|hours?)"
_FIGURE = r"(\d{1,2}(?:[.,]\d{1,2})?)"
_HOURS_RANGE = re.compile(
    _FIGURE + r"\s?(?:-|–|—|til|eller|/|og|to)\s?" + _FIGURE + r"\s?" + _WEEKLY + r"|mellem " + _FIGURE + r" og " + _FIGURE + r" timer", _I
)
_HOURS_ONE = re.compile(_FIGURE + r"\s?(?:ugentlige |ugentligt )?" + _WEEKLY, _I)
_HOURS_WORD = re.compile(r"\b(?:timetal|arbejdstid|ugentlige timer)\w*\s*:?\s*(?:er )?(?:på )?" + _FIGURE + r"\b(?![.:]\d)", _I)
_LEAST_HOURS = re.compile(r"(?:mindst|minimum|min\.|fra|over)\s*$", _I)
_MOST_HOURS = re.compile(r"(?:højst|maks(?:imalt|\.)?|op til|under|max\.?)\s*$", _I)
_NO_WEEK = re.compile(
    r"vagt\w* (?:på|er)|vagter (?:på|af)|kursus|AMU|uddannelse\b|varsel|oplæring|inden for|efter|hver|dagligt|om dagen|per day|a day|om måneden|månedlig|introduktion",
    _I,
)
_AFTER_NO_WEEK = re.compile(
    r"^\W{0,2}(?:s?\s?(?:kursus|varsel|vagt|skift|uddannelse|dag|i døgnet|døgn|dagligt|om dagen|pr\.? dag|per day|a day|om måneden|pr\.? måned|månedligt|efter|senere|frist|dækning|service|telefon|samtale))", _I
)
_FULL = re.compile(r"\bfuld(?:e)? ?tid|\bfuldtids\w*|\bfull[- ]?time", _I)
_PART = re.compile(r"\bdeltid\w*|\bpart[- ]?time|\b(?:nedsat|reduceret) (?:arbejds)?tid", _I)
_FULL_WEEK, _LEAST_OF_WEEK, _MOST_OF_WEEK, _NEARLY_FULL, _OPEN = 37.0, 3.0, 60.0, 36.0, 168.0
_SHIFTS = (
    (Shift.DAY, r"\bdagvagt\w*|\bdaghold\w*|\bdagarbejde|\bdagtimer\w*|\bi dagtimerne|\bhverdage\b|\bday ?shifts?|\bdag,? ?(?:-|og|eller|/|,) ?(?:aften|nat)|\bdag-(?:,| og)|\bom dagen\b"),
    (Shift.EVENING, r"\baften(?:vagt\w*|hold\w*|arbejde|timer\w*|er\b|en\b|tjeneste)?\b|\bevening"),
    (Shift.NIGHT, r"\bnat(?:vagt\w*|hold\w*|arbejde|tjeneste|tillæg)?\b|\bnattevagt\w*|\bom natten\b|\bnight ?shifts?|\bnights?\b"),
    (Shift.WEEKEND, r"\bweekend\w*|\blørdag\w*|\bsøndag\w*|\bhelligdag\w*|\bsaturdays?|\bsundays?"),
    (Shift.ROTATING, r"\bskiftehold\w*|\b(?:to|tre|fem|2|3|4|5)-?\s?(?:holds?-?\s?(?:skift|drift)|skift(?:et)?\b)|\b(?:2|3|5)-holdskift|\bskiftende (?:vagter|arbejdstider|hold|tider)|\bvekslende vagter|\bholddrift|\bturnus|\bskifteholds\w*|\bskiftevis \d|\brotating|\bshift work|\b(?:to|tre|fem)holdsskift"),
    (Shift.STAND_BY, r"\brådighedsvagt\w*|\bbagvagt\w*|\btilkaldevagt\w*|\bdøgnvagt\w*|\bvagtordning\w*|\bon[- ]call (?:duty|rota)|\bstand-?by"),
)
_TIME_WORDS = re.compile(r"arbejd|vagt|hold|skift|\bforekomme|\btid|\bmøde|\bskift|\btimer|\btjeneste|\bshift|\bhours|\bhver\b|\bturnus|\bkl\b|^\W*(?:dag|aften|nat|weekend)", _I)
_NOT_SHIFT = re.compile(
    r"\b(?:ikke|ingen|aldrig|slipper?|uden|fri(?: om)?|hverken)\s+(?:\w+ ){0,3}$|\b(?:åbningstid\w*|åbent)\b[^.\n]*$|\b(?:ikke|ingen)\b[^.\n]{0,25}$", _I
)
_REMOTE_FULL = re.compile(
    r"(?:100 ?%|fuldt?|helt|udelukkende|fully|full) (?:remote|hjemmefra|hjemmearbejde|hjemmearbejdsplads)|\bfjernarbejde|\bfully remote|\bremote[- ]only|arbejde hvor som helst", _I
)
_REMOTE_SOME = re.compile(r"\bhjemmearbejd\w*|\bhjemmekontor|\bhjemmefra\b|\bhybrid(?:t| ?arbejde|model)?\b|\bremote\b|\bwork(?:ing)? from home|\bhome office", _I)
_NO_REMOTE = re.compile(r"\b(?:ikke|ingen|intet|not|no)\b[^.\n]{0,40}$|\bhybridb|\bhybridm", _I)
_REFUSED = re.compile(r"\W*(?:er |det er )?(?:desværre )?(?:ikke|not)\b|\W*er ingen", _I)
_EXERTIONS = (
    (Exertion.HEAVY_LIFTING, r"\btunge?\b[^.\n]{0,15}løft\w*|\b(?:tungt|fysisk hårdt|fysisk krævende|fysisk) arbejde|\bskal løftes|\b(?:kan|tåler?|tåle) [^.\n]{0,25}\bløft\w*|\b(?:med|nogle|mange|en del) løft\b|\bløfte? (?:op til )?\d+ ?kg|\bheavy lift\w*|\bphysical(?:ly demanding)? work|\bphysical work|\btage fat fysisk"),
    (Exertion.STANDING, r"\bstående arbejde|\barbejdet er stående|\bstå op\b|\b(?:stå|går?) (?:og gå|og står)|\bgående\b|\bpå benene|\bstå ret op|\bdu (?:står|går) (?:meget|hele|op|ved)|\bstanding work"),
    (Exertion.OUTDOORS, r"\budendørs\b(?! \w*areal)|\bude i al|\bal(?:t)? slags vejr|\barbejd\w* (?:er |foregår )?(?:ude|udenfor|under åben himmel)\b|\boutdoors?"),
    (Exertion.DRIVING, r"\bkørende\b|\bkørsel (?:i|mellem|til|på)|\bmeget kørsel|\bkør(?:er|e)? (?:rundt|ud til|mellem)|\bpå farten|\bpå landevejen|\bmeget (?:på )?rejse\w*|\bud(?:e)? hos kunder\w*"),
    (Exertion.COLD, r"\bkold\w*\b[^.\n]{0,25}(?:omgivelser|miljø|lokaler|rum|arbejde)|\bfrost(?:lager\w*|rum\w*)|\bkøle(?:lager\w*|rum\w*|hus)|\bminus ?\d+ ?grader|\bi kulde|\bcold (?:storage|environment)"),
    (Exertion.HEIGHTS, r"\bbange for højder|\barbejd\w* i højden|\bi højder|\bhøjdeskræk|\bworking at heights?"),
)
_NO_EXERTION = re.compile(r"\b(?:ingen|ikke|intet|uden|slipper for|aldrig|no)\s+(?!bange|er bange|har|lider|må|problem)(?:\w+ ){0,2}$", _I)


def kind_of(title: str, body: str, told: str = "") -> PostingKind:
    """The form of employment: what a record's own field says (`told`), else the title, else the text."""
    for text, sure in ((told, True), (title, True), (body, False)):
        for kind, pattern in _KINDS:
            if any(_offered(text, match, sure) for match in re.finditer(pattern, text, _I)):
                return kind
    return PostingKind.ORDINARY


def _offered(text: str, match: re.Match[str], sure: bool) -> bool:
    """Whether a form of employment is offered here, not only spoken of."""
    if _ABOUT.match(text[match.start() : match.end() + 12]):
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
    for match in (*found, *_OPENINGS.finditer(f"{title}. {body}")):
        told = match.groupdict()
        count, what = told["count"] or told.get("count2"), told.get("what") or ""
        if count and not _NO_PEOPLE.match(what):
            number = _NUMBER_WORDS.get(count.casefold()) or int(count)
            if 0 < number < 500:
                return number
    return None


def hours_in(text: str) -> tuple[float | None, float | None]:
    """Least and most hours a week that an ad offers; None = it does not say."""
    found = [
        (low, high)
        for start, end in sentences(text)
        for low, high, before, after in _figures(text[start:end])
        if not (_NO_WEEK.search(before[-30:]) or _AFTER_NO_WEEK.match(after))
        and any(_LEAST_OF_WEEK <= told <= _MOST_OF_WEEK for told in (low, high))
        and high <= _OPEN
    ]
    full = bool(_FULL.search(text))
    if not found:
        return (_FULL_WEEK, _FULL_WEEK) if full and not _PART.search(text) else (None, None)
    low, high = min(one[0] for one in found), max(one[1] for one in found)
    high = max(high, _FULL_WEEK) if full else high
    return low or None, high if high < _OPEN else None


def _figures(sentence: str) -> Iterator[tuple[float, float, str, str]]:
    taken: list[tuple[int, int]] = []
    for pattern in (_HOURS_RANGE, _HOURS_ONE, _HOURS_WORD):
        for match in pattern.finditer(sentence):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            taken.append(match.span())
            numbers = [float(one.replace(",", ".")) for one in match.groups() if one]
            before, after = sentence[: match.start()], sentence[match.end() :]
            if re.search(r"(?:kl\.?|\d[.:–-])\s*$", before):
                continue
            low, high = min(numbers), max(numbers)
            least, most = _LEAST_HOURS.search(before), _MOST_HOURS.search(before)
            yield (0.0 if most else low), (_OPEN if least else high), before, after


def hours_kind(text: str, hours: tuple[float | None, float | None]) -> Hours:
    """Full time where the week can be full, part time where it cannot."""
    if _FULL.search(text) or (hours[1] or 0.0) >= _NEARLY_FULL:
        return Hours.FULL_TIME
    return Hours.PART_TIME if any(hours) or _PART.search(text) else Hours.UNKNOWN


def shifts_in(text: str) -> tuple[Shift, ...]:
    """When the work lies, as far as the ad says so; opening hours and a friendly "god weekend" say nothing."""
    found = []
    for shift, pattern in _SHIFTS:
        for start, end in sentences(text):
            sentence = text[start:end]
            match = next((m for m in re.finditer(pattern, sentence, _I) if not _NOT_SHIFT.search(sentence[: m.start()])), None)
            if match and (_TIME_WORDS.search(sentence)):
                found.append(shift)
                break
    return tuple(found)


def remote_in(text: str) -> Remote:
    """Whether the ad says that the work can be done from home."""
    for how, pattern in ((Remote.FULL, _REMOTE_FULL), (Remote.HYBRID, _REMOTE_SOME)):
        for match in pattern.finditer(text):
            after = text[match.end() : match.end() + 25]
            if not _NO_REMOTE.search(text[max(0, match.start() - 60) : match.start()]) and not _REFUSED.match(after):
                return how
    return Remote.UNKNOWN


def exertions_in(text: str) -> Mapping[Exertion, tuple[int, int]]:
    """What the ad says that the work does to the body, and where it says so."""
    found: dict[Exertion, tuple[int, int]] = {}
    for what, pattern in _EXERTIONS:
        for match in re.finditer(pattern, text, _I):
            if not _NO_EXERTION.search(text[max(0, match.start() - 40) : match.start()]):
                found[what] = match.span()
                break
    return found
