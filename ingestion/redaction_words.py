"""What a clause says of its writer in words of the table `private_words`: looked up, and judged by the grammar around.

The lists of `redaction_rules` stand in patterns, each with a grammar of its own; a table of thousands would make them
slow. Here a clause is cut into words once, its words are looked up with their endings and as the tail of compounds,
and one grammar decides for all that is said in the same way.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ingestion.redaction_callings import of_calling
from ingestion.redaction_private import ABOUT, OF_OTHERS
from ingestion.redaction_spelling import Spellings
from ingestion.redaction_terms import OWN, TRADE
from ontology.people import Hidden
from ontology.private_words import PrivateWords, Said, load_private_words
from ontology.titles import load_titles

_I = re.IGNORECASE
_WORD = re.compile(r"[\w§+/-]+(?:'er)?")
_ENDINGS = ("", "s", "en", "et", "er", "n", "t", "e", "ne", "erne", "ens", "ets", "ede")
_BENT = frozenset({Said.HAS, Said.IS, Said.USES, Said.ON, Said.OF, Said.MINE})
_ENDS = frozenset({(Said.HAS, "health"), (Said.IS, "health")})
"""What may end a compound: "ryglidelse", "rygskadet"."""
_SHORTEST_BENT, _SHORTEST_TAIL, _SHORTEST_TITLE, _LAST = 4, 6, 6, 4
NAMED = "\x00"
"""Stands where the words found stood, while the grammar around them is looked at."""
_BETWEEN = rf"(?:(?!{TRADE}\b)[\w.%-]{{1,30}}[ ])"
_LIGHT = (
    r"(?:og|men|er|var|blev|har|haft|en|et|i|på|fra|af|ved|siden|efter|pga\.?|grundet|med|lidt|let|lettere|mild|svær|svært|medfødt|kronisk|"
    r"gammel|tidligere|stadig|meget|desværre|flere|begge|mange|år|måneder|mdr\.?|type|dag|dage|ugen|timer|nu|også|samt|selv|født|som|barn|mor|far|kvinde|mand|"
    r"voldsom\w*|slem\w*|alvorlig\w*|kraftig\w*|moderat|ret|ganske|åben|praktiserende|kulturelt|oprindeligt?|stolt|helt|delvist?|\d[\d-]*|venstre|højre|øre|øje|hånd|hænderne|arm|ben|knæ|hofte|ryg|nakke|skulder|foråret|efteråret|"
    r"a|an|am|was|is|with|since|in|on|by|now|very|severe|mild|slight|partially|formerly|active|practi[sc]ing|former|i'm|man|woman)"
)
_TRADE = re.compile(rf"\b(?:{TRADE})\b", _I)
_SERVED = re.compile(
    r"\b(?:borger\w*|patient\w*|beboer\w*|klient\w*|elev(?:er|erne)?|kursist\w*|unge|ældre|brugere\w*|pårørende|ledige|udsatte|familier|indsatte|sygemeldte|"
    r"mennesker med|personer med|børn med|undervis\w*|vejled\w*|rådgiv\w*|behandler|sagsbehandl\w*|kursus|kurser|uddannelse|viden|kendskab|erfaring|ansvar\w*|ansat)\b",
    _I,
)
_TITLE = re.compile(
    r"\b\w*(?:gartner|tjener|smed|mester|mekaniker|operatør|chauffør|sælger|journalist|organist|graver|historiker|advokat|guide|arbejder|ingeniør|arkitekt|"
    r"elektriker|assistent|hjælper|pædagog|plejerske|terapeut|konsulent|lærer|medarbejder|betjent|bager|slagter|frisør|jordemoder|redaktør|underviser|direktør|chef|koordinator|formidler|dommer|præst|imam|kordegn|bedemand|vært|pedel|retten|"
    r"facader|jura|udvikler|bogholder|prøvning|klipper|kosmetisk|vikar|projekt|driver|manager|clerk|nurse|teacher|engineer|designer|officer|coordinator|butcher|trainer|cleaner|studies|sekretær\w*|regnskab\w*|pleje|palliation|behandling|montering|maling|bygning|levering|administration)\b",
    _I,
)
_OF_A_TIME = re.compile(
    r"(?P<of>\w{3,30}?)s?(?:forløb(?:et)?|(?:period|episod|diagnos)(?:e|en|er|erne)|anfald(?:et)?|symptomer(?:ne)?|tilstand(?:en)?|ramt)$"
)
"""A compound that says when or how one had it: "angstforløb", "depressionsperiode"."""
_MANY = ("er", "erne", "ers", "ede")
_DONE = (
    r"(?:gør rent|laver|pakke(?:de|t)|lever(?:ede|et)|udlever\w*|sorter(?:ede|et)|bestil\w*|målt|målte|vaske(?:de|t)|hente(?:de|t)|syr|arbejdede|arbejdet|malede|malet|trykt|trykte|solgte?|sælger|kørt|kørte|undervis\w*|hjulpet|hjalp|hjælper|vikarierede|vikarieret|vikar for|skrevet|skrev|lavede?|lavet|byggede|bygger|bygget|"
    r"gjorde? rent|gjort rent|rengjort|rengjorde|rydde\w*|stået for|stod for|ansvar\w*|sørge\w*|tog mig af|taget mig af|tager mig af|monter\w*|repar\w*|servere\w*|"
    r"importere\w*|eksportere\w*|guide\w*|designe\w*|syet|syede|bagt|bagte|slagte\w*|klippe\w*|svejs\w*|ledet|ledede|leder|ansat|vejled\w*|rådgiv\w*|tolke\w*|oversat|oversatte|"
    r"behandle[rt]|behandlede|støttede|støtter|støttet|udvikle\w*|organisere[rt]|koordinere\w*|planlagt|planlagde|administrere\w*|registrere\w*|kontrollere\w*|indhente\w*|"
    r"vant til|erfaring\w*|kendskab|viden|interesse for|kurser|kursus|uddannet|studere[rt]|lært om|skrevet om|læst om|praktik|elev|projekt\w*|forsket|kan klare|underviser|"
    r"cared for|worked|taught|sold|built|managed|experience)"
)
_WORKED = re.compile(
    rf"\b{_DONE}[ ](?:(?!(?:min|mit|mine|mig|pga|grundet|efter|selv|indtil|til|da|fordi|trods|siden|før|sygdom|my)[ ][^{NAMED}]|på grund)[\w.-]+[ ]){{0,3}}"
    rf"(?:(?:til|efter|før)[ ](?!jeg|min|mit|mine)(?:\w+[ ])?)?{NAMED}",
    _I,
)
"""A verb of work before the words found: the work was with them."""
_OWNED = re.compile(r"\b(?:min|mit|mine|vores|egen|egne|selv|my|myself)\b", _I)
_NOBODY = re.compile(
    rf"\b(?:ingen|man|du|andre|folk|dem|de|kunden|nogen) (?:(?:får|fik|har|kommer|kan|er|bliver|skal)\b|{NAMED})"
    rf"|\b(?:for|hos|af|aflaste\w*|hjalp|ledsage\w*|passet|passede) (?:(?:en|et|den|to|tre) )?(?:[\w{NAMED}]+ )?(?:kvinde|mand|dreng|pige|ung|barn|person|kollega|familie|par)\b",
    _I,
)
"""A clause whose subject is not the writer."""
_PARTICLES = (" ned", " ud", " op", " over", " ind")
_GOES_THERE = re.compile(rf"{NAMED}[ ](?:til|på|ad|fra|langs|gennem|med (?!mig|en|et))", _I)
"""After "ned", "ud" and the like: a way that is driven or walked."""
_ENGLISH = r"i (?:am|have|had|was|got|live|lived|take|took|suffer|suffered|hold|wear|attend|still|do|can|cannot|left|spent|use|identify|struggle\w*|pray|served|campaigned|voted?|follow|practi[sc]e|need|fled|fell|came|moved|grew)|i'm|i've|my|me"
"""The first person in English; "i" alone is a Danish preposition."""
_FIRST = re.compile(rf"\b(?:jeg|mig|min|mit|mine|selv|vi|vores|os|{_ENGLISH})\b", _I)
_TELLS = re.compile(
    rf"\b(?:jeg|mig|min|mit|mine|vi|vores|{_ENGLISH})\b|^\W*(?:og |men |så |da |nu |har |er |var |blev )*(?:har|er|var|blev|fik|gik|kom|røg|måtte|lå|tog|kan|må|går|bor|boede|fået|haft|været|mistede|søgte|flyttede|pga|på grund af|grundet|efter|før|siden|kommet|gået|am|have|had|was|been|due to|because of|after)\b",
    _I,
)
_WORKS = re.compile(
    r"\b(?:arbejd\w*|ansat\w*|uddann\w*|eksam\w*|projekt\w*|\w*import\w*|\w*eksport\w*|varer\w*|salg|sælg\w*|udsendt\w*|soldat|chauffør|transport\w*|kør(?:te|er|t)|rejse\w*|"
    r"kunde\w*|leverandør\w*|fabrik\w*|praktik|ferie\w*|sprog\w*|tal(?:er|te|t)|lær(?:te|t|er)|underviste|studer\w*|læste|mad|køkken|guide|ophold|frivillig|butik\w*|lager|tolk\w*|produktion\w*|restaurant\w*|skole\w*)\b",
    _I,
)
_FRAGMENT = re.compile(
    rf"\W*(?:{_LIGHT}\W+)*{NAMED}[ ](?:sidste (?:år|forår|efterår|vinter|sommer)|for (?:\w+ ){{1,3}}siden|efter|fra (?:fødslen|barns?\w*|ung|\d)|siden|pga|på grund|grundet|i (?:['’]?\d|fjor|foråret|efteråret|vinter|vinteren|sommer|sommeren|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|begge|venstre|højre|et par|en|mange|flere)|"
    r"gennem|som (?:barn|ung|følge)|da jeg|på (?:højre|venstre|begge)|since|after|due to|following|from (?:birth|childhood))\b",
    _I,
)
"""A clause that begins with the words found and tells since when or whereby: a note of the writer about themselves."""
_RECEIVES = re.compile(rf"\W*(?:får|fik|modtager|lever af|levede af)[ ]{_BETWEEN}{{0,2}}?{NAMED}", _I)
"""A clause that opens so tells of the writer, though it stands among jobs and says no "jeg"."""
_BY_CALLING = re.compile(rf"\b(?:i am|i'm) an? {NAMED} (?!teacher|tutor|translator|interpreter|chef|cook|baker)\w", _I)
"""A people that is named before one's calling: of the clause only it is private."""
_GRAMMAR: Mapping[Said, re.Pattern[str]] = {
    Said.HAS: re.compile(
        rf"(?:{OWN}|\b(?:efter|trods|grundet|med|mod|af|fra|lever med|kæmper med|hårdt ramt af|slås med|kommet over|ligger under for|får|fået|lives? with|living with|diagnosed with|suffers|has|had|due to|because of|survived))"
        rf"[ ]{_BETWEEN}{{0,3}}?{NAMED}",
        _I,
    ),
    Said.IS: re.compile(
        rf"\b(?:jeg|er|som|blev|bliver|var|været|selv|født|blevet|næsten|am|i'm|was|is|been|being|as an?)[ ]{_BETWEEN}{{0,2}}?{NAMED}",
        _I,
    ),
    Said.USES: re.compile(
        rf"\b(?:har|haft|får|fik|fået|tager|tog|bruger|brugte|går med|går til|gik til|gået til|går i|gik i|gået i|været i|været hos|er i|var i|hos|på|spiser|min|mit|mine|venter på|søgte|trappet ud af|tilknyttet|henvist til|udskrevet fra|take|took|i use|i wear)[ ]"
        rf"{_BETWEEN}{{0,2}}?{NAMED}|{NAMED}[ ](?:er|var|blev)[ ](?:\w+[ ]){{0,3}}?(?:trappet|sat ned|slut|fortid)",
        _I,
    ),
    Said.ON: re.compile(
        rf"\b(?:på|lever? af|levede af|fik|får|fået|har|haft|modtager|modtaget|modtog|bevilget|tilkendt|visiteret til|indstillet til|godkendt til|søger|søgt|i|min|mit|er|var|efter|under|til|on|receiv\w+|granted|get)[ ]{_BETWEEN}{{0,2}}?{NAMED}",
        _I,
    ),
    Said.OF: re.compile(
        rf"\b(?:jeg er|jeg|er|i am|i'm|as an?|halvt?|kvart|delvist|oprindeligt|etnisk)[ ](?:\w+[ ]){{0,1}}{NAMED}\W*$|{NAMED}[ ](?:etnisk[ ])?(?:baggrund|oprindelse|herkomst|afstamning|rødder|mor|far|forældre|familie|slægt|statsborger\w*|pas|født|kvinde|mand|hjem|blod)\b",
        _I,
    ),
    Said.FROM: re.compile(
        rf"(?:^\W*(?:og[ ])?|\b(?:jeg|vi|har|er|selv|forældre|familien?|mor|far)[ ](?:er[ ]|\w+[ ])?)(?!rejste til)(?:kommer|kom|kommet|født|opvokset|stammer|oprindelig\w*|flygt\w*|jeg flyttede|jeg flyttet|vi flyttede|familien?|rejste|hjemme|barndom|min (?:mor|far)|forældre|"
        rf"boede|opvækst|voksede|vokset|rødder|slægt|jeg er|er)[ ](?:[\w-]+[ ]){{0,4}}?(?:fra|i|på|til)[ ](?:[\w-]+[ ]){{0,2}}?{NAMED}",
        _I,
    ),
    Said.MINE: re.compile(
        rf"\b(?:min|mit|mine|vores|vor|egen|hendes|hans|my)[ ](?!{TRADE}\b)(?:[\w-]+[ ]){{0,2}}?{NAMED}|\b(?:jeg har|vi har|^har|har også)[ ](?:en|et|to|tre|fire|fem|ingen|\d)[ ](?:\w+[ ])?{NAMED}(?![ ](?:i|på|med|under|til)[ ](?:lære|praktik|arbejde|afdeling|hold|gruppe|klasse))|\b(?:alene med|hjemme hos|sammen med|bor hos|boede hos|gift med|mistede|mistet)[ ](?:\w+[ ]){{0,2}}?{NAMED}",
        _I,
    ),
}


@dataclass(frozen=True, slots=True)
class _Index:
    """One-word rows by every form, the others by their first word, and what may end a compound."""

    single: Mapping[str, tuple[PrivateWords, ...]]
    longer: Mapping[str, tuple[tuple[tuple[str, ...], PrivateWords], ...]]
    tails: Mapping[str, PrivateWords]
    last: frozenset[str]
    """The last letters of what may end a compound: most words have none of them, and are done."""
    spellings: Spellings


def told(part: str, low: str, sentence: str, at_work: bool) -> Iterator[Hidden]:
    """Where in `part`, a piece of `sentence`, its writer tells of themselves; `low` is its lower case.

    Under a heading of work or school (`at_work`) a line without a word for the writer tells of the trade.
    """
    for row, start, end in _rows(low):
        around = low[:start] + NAMED + low[end:]
        if row.said is Said.OF and row.kind == "nationality" and _BY_CALLING.search(around):
            yield Hidden(row.kind, start, end)
        elif not _of_many(row, low[start:end], around) and _of_writer(row, around, sentence, at_work):
            yield Hidden(row.kind, _begin(row, low, start, around), len(part))


def _of_writer(row: PrivateWords, around: str, sentence: str, at_work: bool) -> bool:
    if OF_OTHERS.search(sentence) or of_others(around):
        return False
    if row.said is Said.ON and _RECEIVES.match(around):
        return not _SERVED.search(sentence)
    if at_work and not _FIRST.search(around):
        return False
    if row.said is not Said.IS and of_calling(sentence):
        return False
    if row.said in (Said.SAYING, Said.TOPIC):
        if row.words.endswith(_PARTICLES) and _GOES_THERE.search(around):
            return False
        tells = bool(_TELLS.search(around)) or _opens(around) or _alone(around)
        return tells and not _SERVED.search(sentence) and (row.said is Said.SAYING or not _of_trade(sentence, around))
    if row.said is Said.FROM:
        return not _WORKS.search(sentence) and bool(_GRAMMAR[row.said].search(around))
    if row.said is Said.MINE:
        return bool(_GRAMMAR[row.said].search(around))
    if _alone(around) and row.said is not Said.OF:
        return row.said is Said.IS or not _of_trade(sentence, around)
    if _FRAGMENT.match(around) and not _of_trade(sentence, around):
        return True
    if ABOUT.search(around.replace(NAMED, "█")) and not _FIRST.search(around):
        return False
    return bool(_GRAMMAR[row.said].search(around)) and not _TRADE.search(around)


def _of_many(row: PrivateWords, said: str, around: str) -> bool:
    """Whether a word for a person stands in the plural, and tells of those the work is for ("nyrepatienter")."""
    return row.said is Said.IS and said.endswith(_MANY) and said != row.words and not _FIRST.search(around)


def of_others(around: str) -> bool:
    """Whether a clause, the words found in it replaced by `NAMED`, tells of somebody else, or of work with them."""
    if _OWNED.search(around):
        return False
    return _WORKED.search(around) is not None or _NOBODY.search(around) is not None


def _of_trade(sentence: str, around: str) -> bool:
    """Whether a sentence speaks of work, and the clause around the words found not of the writer."""
    if _FIRST.search(around):
        return False
    return bool(_TRADE.search(sentence) or _TITLE.search(sentence) or of_calling(sentence) or _titled(sentence))


def _titled(sentence: str) -> bool:
    """Whether a sentence names a job by one of our titles, or by a compound of one."""
    return any(
        word[cut:] in _titles()
        for word in _WORD.findall(sentence.lower())
        for cut in (0, *range(2, len(word) - _SHORTEST_TITLE + 1))
    )


@cache
def _titles() -> frozenset[str]:
    """The last words of our job titles, in lower case."""
    last = {title.term.lower().split()[-1] for title in load_titles()}
    return frozenset(word for word in last if len(word) >= _SHORTEST_TITLE)


def _opens(around: str) -> bool:
    """Whether the words found open a clause and are no heading or object of what follows."""
    return re.match(rf"{NAMED}(?!\W*:|[ ](?:til|af|for|om|i)\b)", around) is not None


def _alone(around: str) -> bool:
    """Whether beside the words found there are only words that tell of nothing."""
    return re.fullmatch(rf"\W*(?:{_LIGHT}\W+)*{NAMED}(?:\W+{_LIGHT})*\W*", around) is not None


def _begin(row: PrivateWords, low: str, start: int, around: str) -> int:
    """Where to begin to hide: at the clause's begin, or where its own grammar begins if it tells of work before."""
    cue = _GRAMMAR[row.said].search(around) if row.said in (Said.MINE, Said.FROM) else None
    if cue is not None:
        return min(cue.start(), start)
    return start if _WORKS.search(low, 0, start) else 0


def _rows(low: str) -> Iterator[tuple[PrivateWords, int, int]]:
    """The rows of the table that stand in a clause, and where."""
    index = _index()
    words = list(_WORD.finditer(low))
    texts = [word[0] for word in words]
    for place, word in enumerate(words):
        for row in index.single.get(word[0], ()) or _as_tail(word[0], index) or _as_meant(word[0], index):
            yield row, word.start(), word.end()
        for rest, row in index.longer.get(word[0], ()):
            if tuple(texts[place + 1 : place + 1 + len(rest)]) == rest:
                yield row, word.start(), words[place + len(rest)].end()


def _as_tail(word: str, index: _Index) -> tuple[PrivateWords, ...]:
    """What a compound is a kind of: its longest tail in the table, or what a time, a fit or a course is of."""
    head = _OF_A_TIME.match(word)
    if head is not None:
        return tuple(row for row in index.single.get(head["of"], ()) if (row.said, row.kind) == (Said.HAS, "health"))
    if word[-_LAST:] not in index.last:
        return ()
    for cut in range(2, len(word) - _SHORTEST_TAIL + 1):
        if word[cut:] in index.tails:
            return (index.tails[word[cut:]],)
    return ()


def _as_meant(word: str, index: _Index) -> tuple[PrivateWords, ...]:
    """The illness or the state that a misspelt word means."""
    meant = index.spellings.meant(word)
    return tuple(index.single[meant]) if meant else ()


@cache
def _index() -> _Index:
    single: dict[str, list[PrivateWords]] = {}
    longer: dict[str, list[tuple[tuple[str, ...], PrivateWords]]] = {}
    tails: dict[str, PrivateWords] = {}
    for row in load_private_words():
        first, *rest = row.words.split()
        if rest:
            longer.setdefault(first, []).append((tuple(rest), row))
            continue
        bent = row.said in _BENT and len(first) >= _SHORTEST_BENT
        for ending in _ENDINGS if bent else ("",):
            single.setdefault(first + ending, []).append(row)
            if (row.said, row.kind) in _ENDS and len(first + ending) >= _SHORTEST_TAIL:
                tails.setdefault(first + ending, row)
    return _Index(
        {word: tuple(rows) for word, rows in single.items()},
        {word: tuple(rows) for word, rows in longer.items()},
        tails,
        frozenset(tail[-_LAST:] for tail in tails),
        Spellings(
            row.words
            for row in load_private_words()
            if row.kind == "health" and row.said in (Said.HAS, Said.IS) and row.words.isalpha()
        ),
    )
