"""Under what conditions an ad offers work: hours a week, shifts, work from home, and what it does to the body."""

import re
from collections.abc import Iterator, Mapping

from ingestion.deadlines import sentences
from ingestion.folded import folded, lower
from ontology.vacancies import Exertion, Hours, Remote

_I = re.IGNORECASE
_DIGIT = re.compile(r"\d")
_WEEKLY = r"(?:timer|t\.|hours?|t(?=/| om ugen| i ugen| pr\b|, (?:dag|aften|nat)))"
_FIGURE = r"(\d{1,2}(?:[.,]\d{1,2})?)"
_HOURS_RANGE = re.compile(
    _FIGURE
    + r"\s?(?:-|–|—|til|eller|/|og|to)\s?"
    + _FIGURE
    + r"\s?"
    + _WEEKLY
    + r"|mellem "
    + _FIGURE
    + r" og "
    + _FIGURE
    + r" timer",
    _I,
)
_HOURS_ONE = re.compile(_FIGURE + r"\s?(?:ugentlige |ugentligt )?" + _WEEKLY, _I)
_HOURS_WORD = re.compile(
    r"\b(?:timetal|arbejdstid|ugentlige timer)\w*\s*:?\s*(?:er )?(?:på )?(\d\d(?:,\d{1,2})?)\b(?!\s?[.:–-]\s?\d)", _I
)
_LEAST_HOURS = re.compile(r"(?:mindst|minimum|min\.|fra|over)\s*$", _I)
_MOST_HOURS = re.compile(r"(?:højst|maks(?:imalt|\.)?|op til|under|max\.?)\s*$", _I)
_NO_WEEK = re.compile(
    r"vagt\w* (?:på|er)|vagter (?:på|af)|kursus|AMU|uddannelse\b|varsel|oplæring|inden for|"
    r"efter(?! (?:\w+)?overenskomst)|hver|"
    r"dagligt|om dagen|per day|a day|om måneden|månedlig|introduktion",
    _I,
)
_AFTER_NO_WEEK = re.compile(
    r"^\W{0,2}(?:s?\s?(?:kursus|varsel|vagt|skift|uddannelse|dag(?! og|,)|i døgnet|døgn|dagligt|om dagen|pr\.? dag|"
    r"per day|a day|om måneden|pr\.? måned|månedligt|efter|senere|frist|dækning|service|telefon|samtale))",
    _I,
)
_FULL = folded(
    r"(?<!ikke på )(?<!ikke )(?<!kan arbejde på )\bfuld(?:e)? ?tid|(?<!er nu )(?<!er )(?<!blev )\bfuldtids\w*|"
    r"\bfull[- ]?time"
)
_PART = folded(r"\bdeltid\w*|\bpart[- ]?time|\b(?:nedsat|reduceret) (?:arbejds)?tid")
_FULL_WEEK, _LEAST_OF_WEEK, _MOST_OF_WEEK, _NEARLY_FULL, _OPEN = 37.0, 3.0, 60.0, 36.0, 168.0
REMOTE = (
    (
        Remote.FULL,
        ("remote", "hjemme", "fjernarbejde", "hvor som helst"),
        folded(
            r"(?:100 ?%|fuldt?|helt|udelukkende|fully|full) (?:remote|hjemmefra|hjemmearbejde|hjemmearbejdsplads)|"
            r"\bfjernarbejde|\bfully remote|\bremote[- ]only|arbejde hvor som helst"
        ),
    ),
    (
        Remote.HYBRID,
        ("hjemme", "hybrid", "remote", "from home", "home office"),
        folded(
            r"\bhjemmearbejd\w*|\b(?:arbejde|sidde|lave|tage|jobbe|"
            r"klares?)\b[^.,;\n]{0,40}\bhjemme(?:fra)?\b(?! hos)|"
            r"\bhjemmekontor|\barbejd\w* (?:\w+ ){0,3}hjemmefra\b|\bhybrid(?:t| ?arbejde|model)?\b|"
            r"\bremote\b|"
            r"\bwork(?:ing)? from home|\bhome office"
        ),
    ),
)
"""One of the words in the middle stands in all that a pattern finds."""
_NO_REMOTE = re.compile(r"\b(?:ikke|ingen|intet|not|no)\b[^.\n]{0,40}$|\bhybridb|\bhybridm", _I)
_REFUSED = re.compile(r"\W*(?:er |det er )?(?:desværre )?(?:ikke|not)\b|\W*er ingen", _I)
EXERTIONS = (
    (
        Exertion.HEAVY_LIFTING,
        (
            "løft",
            "tungt arbejde",
            "fysisk",
            "heavy lift",
            "physical",
            "vej",
            "bære",
            "tunge",
            "kg",
            "kilo",
            "kraft",
            "slæb",
            "skulder",
            "crate",
            "sal uden",
        ),
        folded(
            r"\b(?:vejer|kan veje|løfter?|løftes|bærer?|slæber?)\b[^.;\n]{0,30}\b(?:[1-9]\d) ?(?:kg|kilo)\b|"
            r"\bop til [1-9]\d ?(?:kg|kilo)\b|"
            r"\b(?:du|man|skal|kunne|kan|at) (?:\w+ )?løfter?\b(?! (?:stemning|opgave|niveau|kvalitet|hinanden|"
            r"i flok|i fælles|"
            r"blik|dig selv))|"
            r"\b(?:boxes|sacks|parcels|lift\w*|carry\w*)\b[^.;\n]{0,25}\b[1-9]\d ?kg\b|"
            r"\btunge (?:gryder|kasser|sække|møbler|materialer|emner|ting|borde|plader|varer)|"
            r"\bløfte (?:\w+ )?(?:kasser|sække|møbler)|"
            r"\bpå skulderen\b|\bskal bæres\b|\b\d\.? sal uden elevator|\bcrates?\b[^.;\n]{0,25}\b[1-9]\d ?kilos?\b|"
            r"\bbærer? (?:man|du|vi) (?:stadig )?selv\b|\bhåndkraft\b|"
            r"\btunge?\b[^.\n]{0,15}løft\w*|\b(?:tungt|fysisk hårdt|fysisk krævende|fysisk) arbejde|\bskal løftes|"
            r"\b(?:kan|tåler?|tåle) [^.\n]{0,25}\bløft\w*|\b(?:med|nogle|mange|en del) løft\b|"
            r"\bløfte? (?:op til )?\d+ ?kg|\bheavy lift\w*|\bphysical(?:ly demanding)? work|\bphysical work|"
            r"\btage fat fysisk"
        ),
    ),
    (
        Exertion.STANDING,
        ("stå", "gå", "på benene", "standing", "on your feet", "sætter dig", "på gulvet", "til fods", "skridt"),
        folded(
            r"\bon your feet\b|\bgår og står\b|\bstår og går\b|\bdu (?:står|går) (?:\w+ ){0,2}(?:dagen|vagten|"
            r"aftenen|op)\b|\bstanding (?:for|all|most|up)\b|"
            r"\bmange skridt\b|\bsætter dig sjældent|\bdu på gulvet|\btil fods\b|\bstående i gummistøvler|"
            r"\bstående arbejde|\barbejdet er stående|\bstå op\b|\b(?:stå|går?) (?:og gå|og står)|\bgående\b|"
            r"\bpå benene|\bstå ret op|\bdu (?:står|går) (?:meget|hele|op|ved)|\bstanding work"
        ),
    ),
    (
        Exertion.OUTDOORS,
        (
            "ude",
            "vejr",
            "åben himmel",
            "outdoor",
            "weather",
            "regn",
            "sol og",
            "fri luft",
            "i marken",
            "hagl",
            "sne",
            "blæs",
        ),
        folded(
            r"\ball (?:kinds of )?weather|\budenfor (?:hele|i|det meste)|\b(?:regn|sol) og (?:blæst|rusk|sne|slud)|"
            r"\bi fri luft\b|\bdu i marken\b|\b(?:når|selv om) det (?:regner|hagler|sner|blæser)|"
            r"\bi (?:\w+ )?(?:sol og|regn|blæst)\b|"
            r"\bude (?:hele|i) |\barbejder? (?:du )?(?:meget |mest )?ude\b|"
            r"\budendørs\b(?! \w*areal)|\bude i al|\bal(?:t)? slags vejr|\barbejd\w* (?:er |foregår )?(?:ude|udenfor|"
            r"under åben himmel)\b|\boutdoors?"
        ),
    ),
    (
        Exertion.DRIVING,
        ("kør", "på farten", "på landevejen", "rejse", "hos kunder", "driv", "chauffør", "rattet", "km om", "van out"),
        folded(
            r"\b(?:du|skal) (?:selv )?køre?r?\b(?! \w*(?:hold|drift|skift|projekt))[^.;\n]{0,40}"
            r"(?:\b(?:mellem|bil|biler|elbil\w*|varevogn\w*|firmabil\w*|lastbil\w*|rute\w*|ture?n?|tyskland|rundt|"
            r"traktor\w*)\b)|"
            r"\bbag rattet\b|\bkm om året\b|\bthe van out\b|"
            r"\b(?:vi|du) køre?r? alene\b|\bdu (?:selv )?kører (?:ud|til|fra|ca|cirka|selv|med)\b|\b(?:skal|"
            r"kommer til at) køre\b|\bmangler en (?:\w+ )?chauffør|\byou (?:will )?drive\b|"
            r"\b(?:er|meget|en) kørende\b|\bkørende (?:i|sælger|konsulent|tekniker|stilling|job)|\bkørsel (?:i|"
            r"mellem|til|på)|\bmeget kørsel|\bkør(?:er|e)? (?:rundt|ud til|mellem)|"
            r"\bpå farten|\bpå landevejen|\bmeget (?:på )?rejse\w*|\bud(?:e)? hos kunder\w*"
        ),
    ),
    (
        Exertion.COLD,
        ("kold", "frost", "køle", "minus", "kulde", "cold", "grader", "degrees", "freezing"),
        folded(
            r"\bfrost,|\biskold\b|\bfreezing\b|\bat [0-8] degrees\b|"
            r"\b(?:der er|er der) (?:ret |altid |meget )?koldt\b|(?<!\d)[1-6] grader i (?:lokal|rum|afdeling|hallen|"
            r"produktion)\w*|"
            r"\bkold\w*\b[^.\n]{0,25}(?:omgivelser|miljø|lokaler|rum|arbejde)|\bfrost(?:lager\w*|rum\w*)|"
            r"\bkøle(?:lager\w*|rum\w*|hus)|\bminus ?\d+ ?grader|\bi kulde|\bcold (?:storage|environment)"
        ),
    ),
    (
        Exertion.HEIGHTS,
        ("højde", "height", "tag", "stillads", "climb", "metres", "meter", "spær", "rygning"),
        folded(
            r"\boppe på (?:et |en )?(?:tag|tage|taget|tagene|stillads\w*)\b|\bmetres above\b|\bmeters? oppe\b|"
            r"\bmetres of ladder|\bclimb up to \d|\bpå (?:spær|rygning)\b|"
            r"(?:ikke )?bange for højder|\barbejd\w* i højden|\bi højder|\bhøjdeskræk|\bworking at heights?"
        ),
    ),
)
"""As `REMOTE`."""
_NO_EXERTION = re.compile(
    r"\b(?:ingen|ikke|intet|uden|slipper for|slipper du for:?|aldrig|no)\s+(?!bange|er bange|har|lider|må|"
    r"problem)(?:\w+ ){0,2}$",
    _I,
)


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
    low_case = lower(text)
    full = bool(_FULL.search(low_case))
    if not found:
        return (_FULL_WEEK, _FULL_WEEK) if full and not _PART.search(low_case) else (None, None)
    low, high = min(one[0] for one in found), max(one[1] for one in found)
    high = max(high, _FULL_WEEK) if full else high
    return low or None, high if high < _OPEN else None


def _figures(sentence: str) -> Iterator[tuple[float, float, str, str]]:
    taken: list[tuple[int, int]] = []
    if not _DIGIT.search(sentence):
        return
    for pattern in (_HOURS_RANGE, _HOURS_ONE, _HOURS_WORD):
        for match in pattern.finditer(sentence):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            taken.append(match.span())
            numbers = [float(one.replace(",", ".")) for one in match.groups() if one]
            before, after = sentence[: match.start()], sentence[match.end() :]
            if re.search(r"(?:kl\.?\s*|\d[.:–-])$", before):
                continue
            low, high = min(numbers), max(numbers)
            least, most = _LEAST_HOURS.search(before), _MOST_HOURS.search(before)
            yield (0.0 if most else low), (_OPEN if least else high), before, after


def hours_kind(text: str, hours: tuple[float | None, float | None]) -> Hours:
    """Full time where the week can be full, part time where it cannot."""
    low = lower(text)
    if _FULL.search(low) or (hours[1] or 0.0) >= _NEARLY_FULL:
        return Hours.FULL_TIME
    return Hours.PART_TIME if any(hours) or _PART.search(low) else Hours.UNKNOWN


def _any_in(text: str, needed: tuple[str, ...]) -> bool:
    return any(one in text for one in needed)


def remote_in(text: str) -> Remote:
    """Whether the ad says that the work can be done from home."""
    low = lower(text)
    for how, needed, pattern in REMOTE:
        for match in pattern.finditer(low) if _any_in(low, needed) else ():
            after = text[match.end() : match.end() + 25]
            if not _NO_REMOTE.search(text[max(0, match.start() - 60) : match.start()]) and not _REFUSED.match(after):
                return how
    return Remote.UNKNOWN


def exertions_in(text: str) -> Mapping[Exertion, tuple[int, int]]:
    """What the ad says that the work does to the body, and where it says so."""
    found: dict[Exertion, tuple[int, int]] = {}
    low = lower(text)
    for what, needed, pattern in EXERTIONS:
        for match in pattern.finditer(low) if _any_in(low, needed) else ():
            if not _NO_EXERTION.search(text[max(0, match.start() - 40) : match.start()]):
                found[what] = match.span()
                break
    return found
