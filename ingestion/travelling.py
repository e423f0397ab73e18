"""How a person gets to work and how far, as a CV tells it: own car, bus or bicycle, minutes or kilometres."""

import re
from collections.abc import Iterable

from ingestion.dialect import ME, NOT
from ingestion.kin import RELATIVE_OF_MINE
from ingestion.requirements import Unit
from ontology.people import Means
from ontology.travel import by_means

_I = re.IGNORECASE
_MAKES = (
    r"(?:audi|bmw|berlingo|citroën|citroen|dacia|fiat|ford|honda|hyundai|kangoo|kia|mazda|mercedes|nissan|octavia|"
    r"opel|passat|peugeot|polo|renault|seat|skoda|škoda|suzuki|tesla|toyota|transporter|vw|volkswagen|volvo|aygo)"
)
_OLD = r"(?:(?:lille|lil|gamm?el|gamm?elt|gamle|ældre|god|stor|nyere|ny) )*"
_VEHICLE = r"(?:bil|elbil|pickup|varevogn|varebil|kassevogn|stationcar|køretøj|" + _MAKES + r")"
_CAR = re.compile(
    r"\b(?:har|egen|og|med|kører(?: i)?) (?:egen |selv )?bil\b|\bbil\s*(?:[:=]|haves|til rådighed)"
    r"(?!\s*(?:nej|no\b|ingen|ikke|har ikke|solgt|[-–÷]))|"
    rf"\b(?:egen|eget|min|vores) (?:egen |lille |gamle? )*{_VEHICLE}\b|"
    rf"\b(?:har|ha|ejer|kører|fået)(?: selv| både| i| en| et| min| egen| fast){{0,3}} {_OLD}{_VEHICLE}\b|"
    rf"\bbilen er (?:min|vores)(?: egen)?\b|\bcar: ?yes\b|"
    rf"\bi (?:min )?(?:egen )?bil(?:en)? (?:kører|kan|vil) jeg\b|\bbil (?:og|samt|&|\+) (?:b-)?kørekort\b|"
    rf"\b(?:timer|kørekort|kort), (?:egen )?bil, (?=(?:op til|højst|max|maks|under|\d))|"
    rf"(?<!hos )(?<!ved )(?<!for )\b{_MAKES} (?:(?:fra|årgang|årg\.?) ?(?:19|20)?\d\d\b(?! ?(?:til|[-–]))|"
    r"på hvide plader)|"
    rf"\bkørekort(?: (?:b|til bil))?,? (?:og|samt|&|\+) (?:en |et |min |egen |selv )*"
    rf"(?:lille |gammel |gamle |ældre )*{_VEHICLE}\b|"
    rf"\bbil har {ME}\b(?! (?:{NOT}|ingen|aldrig))|\bbilen (?:står|starter|kører|er klar)\b|"
    r"\bhar (?:to|2) biler\b|\bbil (?:nummer to|nr\.? ?2)\b|\bkøre bil (?:igen )?og har en\b|\bi bil fra\b|"
    r"\badgang til bil\b|\b(?:jeg|og) kører selv\b|\b(?:har|egen) auto\b|\bprivatleasing\w*|\bfirhjulstrækker\b|"
    r"\bkøbt (?:min |en |ny )*(?:første |ny )?bil\b|"
    r"(?:^|[.•|/·\n]|[-–] |\bkørekort(?: \w+)?[,;])[ ]*bil[ ]*(?=[.,;•|/·\n]|$)|"
    rf"[,;.)] ?(?:og )?(?:lille|gammel|ældre|egen) {_VEHICLE}\b(?! (?:fra|i|hos|på) )|"
    r"\b(?:own|have|got) (?:(?:my|our|own|an?|two|old|small|the) )*cars?\b|\bb?il:? ja\b",
    _I,
)
_NO_CAR = re.compile(
    rf"\b{RELATIVE_OF_MINE} (?:bruger|har|kører|tager|skal bruge) (?:den|bilen|vores bil)\b|"
    rf"\b(?:én|een|en|1|ene) bil,? (?:og |men |som )?(?:den )?(?:bruger|tager|kører|har|skal) {RELATIVE_OF_MINE}|"
    rf"\bden ene bil\b|\bkører {RELATIVE_OF_MINE} mig\b|\bkører min (?:mor|far) mig\b|"
    r"\bkort(?:et)? er (?:frakendt|inddraget)\b|\bgår til kørekort\b|\bvogn: har ikke\b|"
    rf"\b(?:{NOT}|ingen|uden|hverken|mangler|no|not)\b (?:\w+ ){{0,2}}(?:egen |en |a )?(?:bil|car)\b|"
    r"\b(?:firma)?bil(?:en)?\s*(?::|er|blev|har jeg|har vi|har a|)\s*(?:lige )?"
    r"(?:nej|no|ingen|ikk?e?(?= ?(?:[.,;\n]|$))|solgt|afleveret|skrottet|til salg)(?!\w)|"
    r"\b(?:ikke|intet|ingen|uden|aldrig)(?: haft| noget| et| taget)? kørekort\b|\bkøretimer\b|"
    r"\bmå ikke køre bil\b|\bbilen er (?:min )?\w+s\b(?=,| og)|"
    r"\b(?:don't|do not) (?:have|own|drive) a car\b",
    _I,
)
_WITHOUT = re.compile(
    r"\b(?:offentlig\w* transport\w*|kollektiv\w* (?:transport|trafik)|"
    r"(?:med|tager|tage) (?:bus|tog|bussen|toget)|bus (?:og|eller) (?:tog|cykel)|tog (?:og|eller) bus|public transport|"
    r"(?:jeg )?cykler|på (?:el)?cykel|(?:el)?cykel og|har (?:en )?(?:scooter|knallert|elcykel)|på (?:scooter|knallert)|"
    r"knallert og cykel|ladcykl\w*|cyklen|løbehjul|metro(?:en)?|letbanen?|s-tog(?:et)?)\b",
    _I,
)
_TRAVEL = re.compile(
    r"\b(?:transport\w*|pendl\w*|køre(?!kort|kår|tim)\w*|kør\b|kørsel|rejse\w*|afstand|hjemmefra|derhen|derud|"
    r"fra (?:hjem|bopæl|mit hjem)\w*|arbejdsvej\w*|commut\w*|travel\w*|cykl\w*|cykel\w*|"
    r"(?:med|tager|tage|og|eller) (?:bus|tog|bil)(?:sen|get)?|i bil|(?:el)?cykel|toget|tog (?:til|fra|og|eller)|i tog|"
    r"(?:har|egen|min) bil|bil har (?:jeg|vi|a)|bil(?:[:,]? ja)|s-tog|bus|metro(?:en)?|letbanen?|turen|scooter|"
    r"knallert|hver vej|each way)\b",
    _I,
)
_LIMIT = re.compile(
    r"\b(?:op til|maks\w*\.?|max\.?|højst|inden ?for|under|helst|(?:ikke|aldrig) (?:\w+ ){0,2}(?:over|end)|up to|"
    r"within)"
    r"\s*(?:ca\.? ?)?$",
    _I,
)
_GRANTED = re.compile(
    r"\s*(?:er (?:helt )?(?:nok(?! til)|fint|ok\w*|ingenting|i orden)|går fint|hvis det skal|hver vej|at komme|"
    r"så er det nok|højst(?= ?[.,\n]|$)|tops\b|skal det helst|må det|dør til dør|er mig lige meget|er grænsen|"
    r"eller deromkring|max|maks|each way|is fine)",
    _I,
)
_AT_A_TIME = re.compile(r"\s*(?:ad gangen|om dagen|i træk|pause|a day|at a time)", _I)
_ELSEWHERE = re.compile(r"\b(?:ligger|station\w*|stoppested\w*)\b[^.]{0,30}$", _I)
_MINUTES = re.compile(
    r"(?P<minutes>\d{1,3}) ?min(?:\.|ut(?:ter)?\w*|utes?|s)?\b|(?P<quarters>et|tre|3) kvarter\b|"
    r"(?P<hours>\b(?:en halv|halvanden|en|1½|1,5|1|to|2|half an|an|one)) (?:times?|hours?)\b"
    r"(?P<more> og et kvarter)?(?! (?:om (?:ugen|dagen)|ugentlig|i (?:ugen|døgnet)))",
    _I,
)
_HOURS = {"en halv": 30, "half an": 30, "halvanden": 90, "1½": 90, "1,5": 90, "to": 120, "2": 120}
_QUARTERS = {"et": 15, "tre": 45, "3": 45}
_KILOMETRES = re.compile(r"(?P<km>\d{1,3}) ?(?:km|kilometer)\b", _I)
_A_KILOMETRE = 1.1
"""Minutes by car, on all kinds of roads and to the door."""
_ABBREVIATED = 20
"""How far "max 30 min." goes on after its full stop."""
_AN_HOUR, _LEAST_MINUTES, _MOST_MINUTES = 60, 5, 240


def means_in(text: str) -> Means | None:
    """How the person travels, where a CV says so."""
    if _NO_CAR.search(text):
        return Means.TRANSIT
    if _CAR.search(text):
        return Means.CAR
    return Means.TRANSIT if _WITHOUT.search(text) else None


def minutes_in(text: str, parts: Iterable[Unit]) -> int | None:
    """The longest journey to work that a CV accepts, in minutes by the person's means; None = not said.

    Kilometres are taken as by car, and as long as public transport takes for so far where there is none.
    """
    sentences = [text[part.start : part.end + _ABBREVIATED].split("\n")[0] for part in parts]
    told = [minutes for sentence in sentences for minutes in _minutes(sentence)]
    if told:
        return max(told)
    driven = [
        _A_KILOMETRE * int(found["km"]) for one in sentences for found in _KILOMETRES.finditer(one) if _far(one, found)
    ]
    if not driven:
        return None
    means = Means.CAR if means_in(text) is Means.CAR else Means.TRANSIT
    return _sensible(round(by_means(max(driven), means)))


def _minutes(sentence: str) -> list[int]:
    found = []
    for match in _MINUTES.finditer(sentence):
        if _far(sentence, match):
            told = match["minutes"], match["quarters"], match["hours"]
            number = int(told[0]) if told[0] else _QUARTERS[told[1].casefold()] if told[1] else None
            more = _QUARTERS["et"] if match["more"] else 0
            minutes = _sensible(number if number is not None else _HOURS.get(told[2].casefold(), _AN_HOUR) + more)
            found += [minutes] if minutes is not None else []
    return found


def _far(sentence: str, match: re.Match[str]) -> bool:
    """Whether a length is that of the way to work."""
    before = sentence[: match.start()]
    if _ELSEWHERE.search(before):
        return False
    limit = _LIMIT.search(before) and not _AT_A_TIME.match(sentence, match.end())
    return bool(limit or _TRAVEL.search(sentence) or _GRANTED.match(sentence, match.end()))


def _sensible(minutes: int) -> int | None:
    return minutes if _LEAST_MINUTES <= minutes <= _MOST_MINUTES else None
