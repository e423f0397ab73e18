"""How strongly an ad asks for what it names: the sentence and the heading above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingestion.folded import folded, lower
from ingestion.licences import Named
from ontology.kinds import Importance

_I = re.IGNORECASE
_SHORT = (
    r"m|ca|evt|inkl|ekskl|pr|nr|kl|hhv|vedr|div|arb|erf|afd|alm|el|udd|cert|medhj|tidl|dvs|f\.eks|bl\.a|"
    r"cand\.mag|cand\.merc|cand\.scient"
)
"""What is shortened before more words: its full stop ends no sentence."""
_GOES_ON = "|".join(rf"(?<=\b{one})" for one in _SHORT.split("|"))
_SENTENCE = re.compile(rf"[^.!?\n]+(?:(?:[.!?](?!\s|$)|(?:{_GOES_ON})\.)[^.!?\n]*)*[.!?]?")
_NEGATED = folded(
    r"\b(?:(?:ikk?e?|ingen|intet|næppe|ej) (?:(?:er|være|længere|et|en|noget|nogen|så|absolut|decideret|særlige|formelle) ){0,3}"
    r"(?:krav|betingelse|forudsætning(?:er)?|must|nødvendig\w*|påkræve\w+|afgørende|vigtig\w*|kriterium)|"
    r"behøve[rs]? (?:du |man |i |det )?(?:altså |dog |heller |derfor |nødvendigvis |overhovedet )?ikk?e?\b|"
    r"heller ikke [^.;]{1,50} (?:nødvendig\w*|påkrævet|krav)|hverken [^.;]{1,60} (?:nødvendig\w*|påkrævet|krav)|"
    r"uden betydning|betyder ingenting|kan undværes|fri for at tænke|ligegla\w* med|beder vi ikke om|spørger vi ikke|kan godt vente|"
    r"tæller ikke|ikke noget,? vi (?:spørger|ser|kigger|kræver)|"
    r"ingen (?:her )?(?:venter|forventer|kræver|forlanger|spørger)\b|"
    r"(?:kræver?|forlanger?|forventer?|venter|spørger|beder|efterspørger?)s? (?:vi |der |det )?(?:dog |altså |heller )?ikk?e?\b|"
    r"(?:kan|må) (?:du|man|vi) (?:godt |roligt |sagtens |fint )?undvære|er (?:unødvendig|overflødig)\w*|slipper du for|"
    r"(?:får|har) du (?:altså |dog |heller )?ikk?e? brug for|går vi ikke op i|uden erfaring|ingen erfaring|"
    r"skal (?:du |man )?(?:heller |altså |derfor |dog |jo )?ikke (?!tøve|lade|snyde|holde dig|tage fejl|nøjes|være(?! (?:uddannet|udlært|faglært|ekspert|specialist)))|"
    r"(?:laver|gør|bruger) vi ikke\b|lige ?meget|eller ej\b|betyder ikke noget|ikke (?:en )?del af (?:jobbet|stillingen|opgaven)|"
    r"(?:indebærer|omfatter|kræver) ikke\b|(?:kræve[rs]|forudsætter)(?: vi| der)? (?:ingen|intet)\b|requires? no\b|"
    r"\bno (?:\w+ ){1,4}(?:needed|required|necessary)|does not occur|forekommer ikke|"
    r"skal du (?:heller )?ikke (?:have|kunne|bruge)|ikke noget,? du (?:behøver|skal)|"
    r"(?:klare dig|klare sig|fint|sagtens|også) uden|"
    r"(?:er der|har vi|er) (?:heller )?ikke brug for|skal (?:du )?ikke tænke på|lægger (?:vi )?ikke (?:\w+ )?vægt på|"
    r"(?:er|spiller) (?:os )?(?:ligegyldigt|underordnet|ingen rolle)|skal du ikke bekymre|ikke noget problem|stiller (?:vi )?ikke krav|"
    r"not (?:\w+ ){0,2}(?:required|necessary|needed|mandatory|expected|requirement|demand|essential|must)|no (?:experience|need)|"
    r"\bno requirement\b|not something we (?:expect|ask|need)|(?:is|are)n't (?:required|needed|necessary)|(?:is|are) unnecessary|(?:do|will) not ask for|"
    r"(?:do(?:es)?|will|need)(?: not|n't) (?:need|have to|be asked|expect|require)|nor do you|neither is|nobody expects|"
    r"without (?:any )?experience)\b"
)
_NICE = folded(
    r"\b(?:er det (?:godt|fint|rart|en fordel)|is nice|(?:is|are) (?:also |very )?welcome|helst|"
    r"(?:er|vil(?:le)? være) (?:osse |også |meget |rigtig )?(?:rart|dejligt|en hjælp)|ville være (?:godt|fint)|"
    r"ville? gøre [^.;]{1,30}(?:lettere|nemmere)|trækker op|vil(?:le)? pynte|pynter|oven i købet|ekstra es|super ?fedt|tillægges (?:\w+ )?vægt|"
    r"med glæde|sparer (?:du )?(?:os|dig)|(?:puts?|put) you ahead|fordel|gerne|plus|ønskelig\w*|ønsker|ekstra|ser vi (?!efter)|måske|nice to have|advantage|"
    r"preferabl\w*|bonus|useful|"
    r"godt at ha(?:ve)?|vægt på at|velkommen til at|er (?:meget )?velkommen|vægtes|skader (?:det )?ikke|er praktisk|"
    r"fint,? hvis|"
    r"er (?:kun |helt )?fint|er (?:en gave|guld værd|dejligt)|tæller (?:positivt|med|også|op\w*|på plussiden)|godt,? hvis|rart,? hvis|dejligt,? hvis|ikke dumt|"
    r"bliver vi glade|"
    r"ser vi positivt|foretræk\w*|"
    r"kan (?:du )?tages? hos os|kan (?:du )?tage hos os|prioriter\w* højt|kommer (?:dig )?til gode|i betragtning|"
    r"ellers betaler vi|(?:kørekortet|\w*(?:kurs(?:us|et)|bevis(?:et)?|certifikat(?:et)?|uddannelsen)) (?:betales|(?:betaler|giver|bekoster) vi)|"
    r"(?:vi|og) (?:betaler|sørger for) (?:gerne )?(?:kurset|kørekortet|beviset|certifikatet|\w*uddannelsen)|"
    r"ikke (?:en )?hindring|would be|desirable|an? asset)\b"
)
_MUST = folded(
    r"\b(?:krav|kræve[rs]?|skal? (?:du |man |selv |også |osse |gerne |helst |kunne |derfor |desuden |ligeledes ){0,3}"
    r"(?:kunne|ku|have|ha|være|bestå|tale|snakke|forstå|læse|mestre|beherske|kende|tåle|vide|bo|eje|medbringe|fremvise|"
    r"dokumentere|besidde|opfylde)|påkrævet|obligatorisk\w*|lovpligtig\w*|altafgørende|forudsætter|mandatory|essential|"
    r"søger [^.,;]{0,30}\b(?:udlært|uddannet|faglært|autoriseret)|"
    r"(?:skal|du) (?:skrive|formulere)r? [^.,;]{0,25}(?:dansk|engelsk|tysk)|"
    r"dit (?:dansk|engelsk|tysk)e? (?:er|skal|ligger?)|\((?:skal|krav)\)|(?:er|et) must|vigtig\w*|er nok|"
    r"skal (?:du )?møde\b|we look for (?:some|a|an)\w*|(?:og|,) taler|behersker|forventes|forudsættes|betingelse|du (?:er|har|kan|taler|snakker|forstår|"
    r"trives|møder|arbejder)|som (?:person|type|menneske)|kigger efter (?:en|et|dig)|forudsætning|nødvendig\w*|"
    r"(?:ikke til (?:diskussion|at diskutere)|siger sig selv|kommer vi ikke (?:\w+ )?(?:uden om|udenom)|må vi holde fast i|skal det være)|"
    r"uundværlig\w*|ufravigelig\w*|forventer|vi søger (?:en|et|dig|nogen)|får brug for|must|required?|you (?:are|"
    r"have|can|speak|understand|hold)|skills?|erfaring med|bevis|certifikat)\b"
)
_OR_NOT_AT_ALL = folded(
    r"ikke til (?:diskussion|forhandling)|kommer vi ikke uden ?om|kan vi ikke se bort fra|(?:ring|søg|skriv) kun,? hvis|"
    r"\bellers (?:kan|må) (?:vi|du) (?:desværre )?ikk?e?\b|"
    r"\bikke (?:tages? |komme )?i betragtning|\buden (?:det|dette|den|dem) kan (?:du|vi)\b|ikke gå på kompromis|"
    r"\bufravigelig\w*|kan vi ikke ansætte|kan (?:desværre )?ikke ansættes?"
)
"""What nobody is taken without."""
_ONE_OF_THEM = folded(
    r"\W*(?:mindst )?(?:en|én|et|ét|one) (?:af|of) (?:de|dem|disse|them|those|these|the)\b"
    r"[^.,;]{0,30}\b(?:skal|krav|kræve[rs]?|forudsætning|betingelse|must|need)"
)
"""Behind a clause that leaves open which of several one has: "… betyder ikke noget, men en af de to skal du have"."""
WHICHEVER = folded(
    r"(?:\(|, om )[^(),;]{1,60} eller [^(),;]{1,40}(?:underordnet|ligegyldigt|lige ?meget|uden betydning|ingen rolle)"
)
"""An aside that only leaves open which kind of what is asked: "uddannet kok (nyudlært eller erfaren er underordnet)"."""
_TAKEN_BACK = folded(r", ?men (?:det |den )?(?:er |kræves )?(?:dog |på ingen måde )?(?:ikke|ingen|intet)\b")
"""Said behind a thing that is wished, and takes back that it is demanded."""
_TASKS_TOLD = folded(r"\W*(?:arbejdet|opgaverne|jobbet|dagene|dagen) (?:er|består|omfatter|går ud på)\b")
_ASKS = folded(r"\bkrav|kræve")
_MUST_HEADING = folded(
    r"(?:kvalifikation|kompetence|forvent|forestiller|\bdu$|kræve|vi søger|ser vi efter|leder (?:vi )?efter|du skal|krav|dig|"
    r"forudsætning|betingelse|^nødvendig|baggrund|kommer du med|du (?:kommer med|medbringer)|qualification|"
    r"bagage|profile?|requirement|about you|\byou (?:must |will )?(?:bring|need)\b|\bskal du\b|i betragtning|what we (?:ask|need|look)|must have|we look for|"
    r"who you are|you bring|\bskal (?:du |det )?(?:være|have)\b|er du|^du:?$|^du (?:har|kan|er|taler)\b|^har du\b|^you have\b)"
)
_NICE_HEADING = folded(
    r"(?:fordel|plus|nice to have|ønske|ekstra i posen|tæller (?:op|med|positivt)|ikke (?:afgørende|nødvendigt)|would love|"
    r"be pleased|^det er godt\b(?! at vide)|venter (?:vi )?gerne)"
)
_NEEDLESS_HEADING = folded(
    r"^\W*(?:ikke|intet|ingen|not) (?:et |noget |a )?(?:krav|nødvendigt|requirement|must)\W*$|"
    r"can do without|behøver du ikke|behøver ikke|kræver vi ikke|skal du ikke kunne|do(?:es)? not need|not required|ikke krav"
)
_OF_NEED = folded(r"\b(?:skal|krav|must|fordel|useful|plus|will|gerne)\b")
"""What a line under such a heading says of need is its own."""
_OTHER_HEADING = folded(
    r"(?:vi (?:kan )?tilbyder?|vi giver dig|du får\b|hos os får|det får du|om (?:os|virksomheden|skolen|kommunen|"
    r"afdelingen|arbejdspladsen|huset)|we offer|about us|hvem er vi|"
    r"\bansøgning|kontakt|\bløn\b|løn og|ansættelsesvilkår|arbejdspladsen|sådan (?:søger|ansøger)|how to apply|"
    r"praktisk|persondata|gdpr|mangfoldighed)"
)
_OF_ITSELF = folded(
    r"^\W*(?:vi (?:er (?:en|et|kendt|stolte|ca|cirka|omkring|i alt|\d|certificeret|medlem)|har (?:et|en) (?:godt|"
    r"god|stærk|uformel|flad|dejlig|travl|varm)\w*|"
    r"tilbyder|tror på|værdsætter|lægger vægt på (?:(?:et|en)\b|trivsel|mangfoldighed|god)|ser mangfoldighed|behandler|"
    r"opbevarer|indhenter|uddanner|bor til|holder til)|"
    r"(?:som|en) del af (?:koncernen|gruppen)|virksomheden (?:er|blev|har)|we (?:are an?|offer|believe)\b|"
    r"(?:vores (?!nye |kommende |næste )(?:\w+ )?(?:team|hold|afdeling|kolleg\w+|medarbejdere|personale|kultur|omgangstone|virksomhed)|teamet|"
    r"kollegerne|holdet|afdelingen) (?:er|har|består)\b|our (?:team|culture|colleagues|company) (?:is|are|has|have)\b|"
    r"hos os (?:er|møder)\b|du (?:møder|får) (?:gode|dygtige|engagerede|søde|dejlige|et engageret|et godt)\b)|"
    r"\b(?:højt til loftet|flad struktur|uanset (?:alder|køn|etnic|baggrund|religion)|opfordrer alle|"
    r"alle (?:interesserede|kvalificerede)|ligestilling|"
    r"personoplysninger|persondata\w*|databeskyttelse\w*|privatlivspolitik|gdpr|(?:yderligere|flere|"
    r"nærmere) oplysninger|"
    r"du er velkommen til at (?:kontakte|ringe)|(?:ring|kontakt|skriv) (?:til )?(?:os|leder|afdelings|mester|"
    r"\w+leder)|spørgsmål til stillingen|læs mere (?:om os|på)|"
    r"equal opportunit\w*|regardless of)\b"
)
"""What an employer says of itself, and lines on data, contact and equality: they ask for nothing."""
_OF_YOU = folded(
    r"\b(?:du (?:er(?! velkommen)|har(?! spørgsmål)|kan|skal|taler)|søger|leder efter|brug for|krav|kræver|erfaring|"
    r"fortrolig|kendskab|håndter\w*|behandler (?!dine|vi\b)\w+ (?:\w+ )?(?:fortroligt|korrekt)|ansøgeren|"
    r"som (?:person|type))\b"
)
_TASK_HEADING = folded(
    r"(?:opgave|arbejde\b|arbejdet|jobbet|hverdag|du kommer til|laver du|you will (?:do|be)|responsibilit|your role|dine|stillingen)"
)
_PERSON = folded(
    r"\bdu skal (?:kunne|have|være)\b|\bdu (?:er|taler|læser|forstår|har|får brug for)\b|\ber nok\b|\bvigtig|"
    r"\byou (?:are|speak)\b"
)
"""Said of the applicant even where the tasks are told."""
_ITEM = re.compile(r"[-–•*+·]|\d{1,2}[.)] ")
_SIGN = re.compile(r"[»›\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]")
"""What opens an item where the line before or after opens with the same; alone it adorns a heading."""
_TAIL = re.compile(r"[.!?] |, (?=men\b)")
_CUT = re.compile(
    r";|,? (?:men|dog|but) (?!(?:(?:det|den) (?:er )?)?(?:ikke|ingen|intet|not) (?:et |en |noget |nogen |a )?(?:krav|nødvend|betingelse|forudsæt|afgørende|must|require|demand))|"
    r"(?<=\(skal\)), |(?<=\(krav\)), |(?<=\(gerne\)), |,? og (?=du skal\b|(?:har |er |kan |kender |også )?(?:du )?(?:meget )?(?:gerne|helst)\b)|, (?=(?:mens|hvorimod|whereas) )|, so (?=danish |no )|"
    r" (?:bare|så længe|blot) (?=du )|, så (?=lidt|engelsk|dansk|det er)| [–-] (?!(?:det|dette|den) )(?=\w+ (?:er|kræves|behøve[rs]|skal) )|, (?=gerne\b|preferably\b)|"
    r", (?!er |så |skader |hvis |men |hvilket |hvad )(?=[\w§ /-]{2,30} (?:(?:er|kræves|behøves|is|vil(?:le)? være) |(?=(?:et|en) ))(?:en |et |ikke )?(?:stort? )?(?:fordel|"
    r"rart|velkommen|plus|must|krav|nok|bonus|nødvendig|ikke))",
    _I,
)
_TRAINED = folded(r"\W*(?:udlært|faglært|uddannet|autoriseret)\b")
"""A sentence that opens with whom is wanted ("Udlært murer til facader") asks for it."""
_NOTHING_YET = re.compile(r"(?:\W|\b(?:[A-ZÆØÅ]{1,3}|og|samt|and|gyldigt?|valid)\b)*")
_VERB = folded(
    r"\b(?:er|har|kan|bliver|tilbyde[rs]|betale[rs]|får|giver|gives|tag(?:es?|er)|i jobbet|undervejs|hos os|søge[rs]|is|are|can|offer\w*)\b"
)
_HEADING_LENGTH, _INTRODUCTION_LENGTH = 60, 200
_HEADINGS_KEPT, _FOLLOWING = 2_000, 120


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence or list item at [start, end), and the heading that it stands under ('' = none)."""

    start: int
    end: int
    heading: str


_LONGEST_CLAUSE = 1_500
"""Letters; several times what anybody writes without a stop."""


def units(text: str) -> Iterator[Unit]:
    """The sentences and list items of `text`, in order; a clause after "men", "dog" or ";" stands alone.

    What a list's line before it opens with ("Vi kræver, at du") is its heading.
    """
    heading, offset, listed, closed = "", 0, False, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        plain = line.strip()
        if not plain:
            closed = listed
        elif closed and not _is_item(lines, number) and not _OTHER_HEADING.search(lower(heading)):
            heading = ""
        item = _is_item(lines, number)
        listed, closed = item or (not plain and listed), closed and not plain
        opens = _is_item(lines, number + 1) and not plain.endswith((".", "!"))
        if plain and not item and (opens or _is_heading(plain)):
            heading = _TAIL.split(plain)[-1] if opens else plain
        for sentence in _SENTENCE.finditer(line):
            start = sentence.start()
            for cut in _cuts(sentence[0]):
                if sentence.start() + cut > start:
                    yield Unit(offset + start, offset + sentence.start() + cut, heading)
                start = sentence.start() + cut
        offset += len(line) + 1


def _cuts(sentence: str) -> Iterator[int]:
    """Where the clauses of a sentence end; one that never ends is cut, as each thing named is held against all of it."""
    start = 0
    for cut in [*(m.end() for m in _CUT.finditer(sentence)), len(sentence)]:
        while cut - start > _LONGEST_CLAUSE:
            blank = sentence.rfind(" ", start, start + _LONGEST_CLAUSE)
            start = blank + 1 if blank >= start else start + _LONGEST_CLAUSE
            yield start
        yield cut
        start = cut


def _is_heading(plain: str) -> bool:
    longest = _INTRODUCTION_LENGTH if plain.endswith(":") else _HEADING_LENGTH
    return len(plain) <= longest and not plain.endswith((".", ",", "!"))


def _is_item(lines: Sequence[str], number: int) -> bool:
    plain = lines[number].strip() if number < len(lines) else ""
    sign = _SIGN.match(plain)
    near = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
    return bool(_ITEM.match(plain)) or (bool(sign) and any(one.strip().startswith(plain[0]) for one in near))


class _Heading(NamedTuple):
    """What a heading says of what stands under it: not needed, wishes, demands, tasks, or what asks for nothing."""

    needless: bool
    nice: bool
    must: bool
    tasks: bool
    other: bool


@lru_cache(maxsize=_HEADINGS_KEPT)
def _told_by(heading: str) -> _Heading:
    low = lower(heading)
    return _Heading(
        bool(_NEEDLESS_HEADING.search(low)),
        bool(_NICE_HEADING.search(low)) and not _MUST_HEADING.match(low),
        bool(_MUST_HEADING.search(low)),
        bool(_TASK_HEADING.search(low)),
        bool(_OTHER_HEADING.search(low)),
    )


def importance(text: str, unit: Unit) -> Importance | None:
    """How strongly `unit` of an ad asks for what it names; None = it says that it is not needed."""
    sentence, heading = lower(text[unit.start : unit.end]), _told_by(unit.heading)
    if _OR_NOT_AT_ALL.search(sentence) or _ONE_OF_THEM.match(lower(text[unit.end : unit.end + _FOLLOWING])):
        return Importance.MUST
    sentence = WHICHEVER.sub("", sentence)
    negated, nice = _NEGATED.search(sentence), _NICE.search(sentence)
    if heading.needless and not _OF_NEED.search(sentence):
        return None
    taken_back = negated and _TAKEN_BACK.search(sentence)
    if negated and not taken_back and not (nice and nice.start() < negated.start()):
        return None
    if nice or taken_back or heading.nice:
        return Importance.NICE
    under_tasks = heading.tasks and not _PERSON.search(sentence)
    if (under_tasks or _TASKS_TOLD.match(sentence)) and not _ASKS.search(sentence):
        return Importance.MENTIONED
    if heading.must or _MUST.search(sentence) or _TRAINED.match(sentence):
        return Importance.MUST
    return Importance.MENTIONED


def opens_with_credential(sentence: str, named: Sequence[Named]) -> bool:
    """Whether a sentence of an ad, without a verb, opens with a credential ("CE og EU-bevis."): then it asks for it."""
    return (
        bool(named)
        and _NOTHING_YET.fullmatch(sentence[: named[0][1]]) is not None
        and not _VERB.search(lower(sentence))
    )


def boilerplate(text: str, unit: Unit) -> bool:
    """Whether `unit` of an ad stands where an employer speaks of itself, or does so itself."""
    sentence = lower(text[unit.start : unit.end])
    other = _told_by(unit.heading).other
    return other if _OF_YOU.search(sentence) else other or bool(_OF_ITSELF.search(sentence))
