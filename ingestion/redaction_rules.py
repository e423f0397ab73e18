"""By what rules a sentence of a CV is told of the person, and goes, or of the trade, and stays."""

import re

from ingestion.redaction_rule import Rule
from ingestion.redaction_terms import (
    AILMENT,
    CHILD,
    COUNTRY,
    DEMONYM,
    FAITH,
    ILLNESS,
    KIN,
    LAW,
    LOVE,
    MANY,
    NURSING,
    OWN,
    PARTY,
    PEOPLE,
    TRADE,
    WEDDED,
)

_I = re.IGNORECASE


def _told(terms: str) -> str:
    """The words of `terms` with a person's own verb before them, at most three words of no trade between."""
    return rf"{OWN}(?:[ ](?!{TRADE}\b)[\w-]{{1,30}}){{0,3}}?[ ](?:{terms})\b"


_IN_CARE = (
    r"\bhar selv\b|\b(?:jeg|har|er|været|gået|gik|fik) (?:\w+ )?(?:i|til|hos) (?:behandling|terapi|psykolog)|"
    r"\bindlagt på|"
    r"(?:^|\b(?:jeg|er|lever|selv|mand|kvinde)[ ])med (?:en )?(?:nedsat|dårlig)|\b(?:ned|syg|sygemeldt) med\b|^\W*(?:sygemeldt|fleksjob|tidligere misbruger)"
)
SAID: tuple[Rule, ...] = (
    Rule(
        "marital",
        re.compile(
            rf"(?:^(?:privat )?|: ?|\b(?:er|blev|været|nu|nyligt?|netop|lige|civilstand|civilstatus|status|"
            rf"ægteskabelig stilling|stilling|lykkeligt?|jeg|år|og|am|is)[ :|.-]{{1,3}}(?:lykkeligt )?)"
            rf"(?:{WEDDED})\b(?![ -]?(?:use|malt|page|sign|point|\w*kemik)| og kemi|-\w)(?:[ ](?:med|og har|i|på|"
            rf"siden|with|to)\b.*|[ ]mor\b.*)?",
            _I,
        ),
        trade=re.compile(r"\b(?:kemi\w*|rotte\w*|skadedyr\w*|facade\w*|montage|skilte)\b", _I),
    ),
    Rule(
        "marital",
        re.compile(
            r"\b(?:bor (?:alene|sammen med|med (?:min|kæreste)\w*)|alene med|samboende|samlevende|"
            r"kæreste|skilsmisse|forældremyndighed|(?<!-)(?:wife|husband)(?!-)|girlfriend|boyfriend)\b",
            _I,
        ),
        trade=re.compile(NURSING + r"|\b(?:sager|advokat|jura|rådgiv\w*|borgere)\b", _I),
        whole=True,
    ),
    Rule("family", re.compile(rf"\b(?:min|mine|mit|vores|my|our)[ ](?:(?!{TRADE}\b)\w+[ ])?{KIN}s?\b.*", _I)),
    Rule(
        "family",
        re.compile(
            r"\b(?:enlig |alene|stolt |småbørns)?(?:mor|far|moder|fader|forælder|forældre|bedste(?:mor|"
            r"far|forældre)|mormor|farmor|morfar|farfar|mother|father|parent)[ ](?:til|of|to)[ ].*",
            _I,
        ),
        trade=re.compile(NURSING, _I),
    ),
    Rule(
        "family",
        re.compile(
            rf"(?:^|\b(?:har|med|og|vi|jeg|have|plus)[ ]|: ?){MANY}[ ](?:(?:små|store|voksne|hjemmeboende|"
            rf"dejlige|mindre|grown|skønne)[ ])?{CHILD}\b(?:[ ]på[ ].*)?"
            rf"|\b(?:børn|children)[ ]?:.*",
            _I,
        ),
        own=re.compile(
            rf"\b(?:jeg|vi|(?-i:I)|we)[ ](?:har|have)[ ]{MANY}[ ](?:\w+[ ])?{CHILD}\b"
            rf"|\bhar[ ]{MANY}[ ](?:\w+[ ])?{CHILD}[ ]i[ ](?:skole|børnehave|vuggestue|dagpleje|sfo)\w*",
            _I,
        ),
        trade=re.compile(NURSING, _I),
    ),
    Rule(
        "family",
        re.compile(
            r"\b(?:delebørn|bonusbørn|børnebørn|barnebarn|oldebørn|tvillinger|barnløs|gravid|termin i|barsel|"
            r"barselsorlov|forældreorlov|fædreorlov|hjemmegående(?! (?:mødre|fædre|forældre|kvinder))|alenemor|"
            r"alenefar|småbørnsmor|småbørnsfar|eneforsørger|(?:gik|gået|går|var) hjemme (?:med|hos)|"
            r"efterfødsels\w*|maternity leave|paternity leave|pregnant|venter barn|unger)\b",
            _I,
        ),
        own=re.compile(r"\bjeg (?:er|var|har|går)\b|\bmin barsel", _I),
        trade=re.compile(
            r"\b(?:\w*vikar\w*|\w*assistent\w*|\w*konsulent|\w*rådgiver|\w*koordinator|\w*sekretær|barselscafé\w*|jordemoder\w*|kursus|kurser|sagsbehandl\w*|løn|hr|"
            r"efterfødselsgymnastik)\b",
            _I,
        ),
        whole=True,
    ),
    Rule(
        "health",
        re.compile(rf"(?<![\w-])(?:{AILMENT})(?![\w-])", _I),
        re.compile(rf"{_told(AILMENT)}|{_IN_CARE}", _I),
        re.compile(rf"\b(?:{TRADE})\b", _I),
        whole=True,
    ),
    Rule(
        "health",
        re.compile(rf"(?<![\w-])(?:{ILLNESS})(?:-(?:diagnose\w*|ramt))?(?![\w-])", _I),
        re.compile(rf"{_told(ILLNESS)}|{_IN_CARE}", _I),
        re.compile(
            rf"\b(?:{TRADE})\b|\b(?:under|trives|robust|tåler|bevare\w*|modst\w*|pres|uden|aldrig|sjældent)\b", _I
        ),
        whole=True,
        anywhere=False,
    ),
    Rule(
        "religion",
        re.compile(rf"(?<![\w-])(?:{FAITH})(?!\w)", _I),
        re.compile(
            rf"\breligiøse (?:grunde|årsager)|\b(?:troende|praktiserende)\b|\bjeg går i kirke|\bjeg (?:bærer|"
            rf"faster|beder)\b|\bjehovas|\breligion ?:|\bmedlem af|\b(?:opvokset|opdraget)\b|"
            rf"(?:\bjeg er|\ber|\bsom|\bi am|\bi'm)[ ](?:\w+[ ])?(?:{FAITH})$",
            _I,
        ),
        re.compile(
            rf"\b(?:{TRADE}|\w*kirke\w*|præst\w*|kordegn|sogn\w*|provsti\w*|linjefag|historie|fag|"
            rf"lærer|organist|graver|teolog\w*|mad|bager\w*|brød|slagter|køkken\w*|syning|syr|friskole|ferie\w*|tørklæder)\b",
            _I,
        ),
        whole=True,
    ),
    Rule(
        "sexuality",
        re.compile(rf"(?<![\w-])(?:{LOVE})(?!\w)", _I),
        re.compile(
            rf"\b(?:jeg er|åben\w*|i am|i'm|"
            rf"som)[ ](?:\w+[ ])?(?:{LOVE})(?!\w)",
            _I,
        ),
        re.compile(rf"\b(?:{TRADE})\b", _I),
        whole=True,
    ),
    Rule(
        "offence",
        re.compile(rf"(?<![\w-])(?:{LAW})(?!\w)", _I),
        re.compile(
            rf"\b(?:ren|pletfri|blank|plettet|uplettet|ingen|ikke|har|min)[ ](?:\w+[ ])?(?:straffeattest|"
            rf"børneattest)|\b(?:jeg|har|har været|er|var|blev|tidligere)[ ](?:(?!{TRADE}\b)\w+[ ])?(?:{LAW})$|"
            rf"\b(?:sad|siddet|været|var|kom|røg|en tur)[ ]i[ ](?:\w+[ ])?fængsel|\bjeg (?:er|blev|"
            rf"har været) (?:tidligere )?(?:dømt|straffet)",
            _I,
        ),
        re.compile(
            rf"\b(?:{TRADE}|\w*fængslet ved|kriminalforsorg\w*|sager|straffesager|jurid\w*|advokat\w*|"
            rf"vagt\w*|funktionær|politi\w*|indhent\w*|tjek\w*|kontrol\w*|løn|regnskab\w*|ansættelse\w*|film|roman\w*|elev|\w{{3,30}}dommer|kampe)\b",
            _I,
        ),
        whole=True,
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b(?:statsborgerskab|nationalitet|nationality|citizenship|etnicitet|"
            r"fødested|fødeland|hjemland|place of birth|country of birth|(?:oprindelse|"
            r"herkomst)(?= ?:))[ ]{0,2}[:|–-]?[ ]{0,2}(?:er )?[^\W\d]\w+(?: \w+)?",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE}|ansøg\w*|lov\w*)\b", _I),
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b\w{2,30}[ ](?:statsborger(?:skab)?|citizen(?:ship)?|"
            r"national)\b(?: siden \d{4})?|\b(?:statsborger|citizen) (?:i|of) \w+",
            _I,
        ),
        own=re.compile(r"^\W*(?:dansk |jeg er |er )?\w+ (?:statsborger|citizen)\b", _I),
        trade=re.compile(rf"\b(?:{TRADE}|regnskab\w*)\b", _I),
    ),
    Rule(
        "nationality",
        re.compile(
            rf"\b(?:{DEMONYM})[ ](?:etnisk[ ])?(?:baggrund|oprindelse|afstamning|"
            rf"herkomst|rødder|background|origin|mor|far|forældre|mand|kvinde|pas)\b|"
            rf"\b(?:af|med)[ ]{DEMONYM}(?:[ ](?:oprindelse|afstamning|herkomst|rødder))",
            _I,
        ),
        own=re.compile(r"\bjeg (?:har|er|med)\b(?! arbejd)|\bmin\b", _I),
        trade=re.compile(rf"\b(?:{TRADE}|\w*kontrol)\b", _I),
    ),
    Rule(
        "nationality",
        re.compile(
            rf"(?!(?:i|in)[ ]{COUNTRY}\b(?![^.]*\b(?:født|vokse|opvokset|boe|barn|famil|forældre|mor|far|born|grew|"
            rf"lived|rødder|hjem)\w*))"
            rf"(?:^|\b(?:jeg|i|forældre|familien?|oprindelig\w*|født|opvokset|flygtet|"
            rf"adopteret|born|originally)[ ]|^og[ ])(?:(?:er|am|kom|kommer|kommet|"
            rf"kommende|stammer|flygtede|flygtet|flyttede|født|opvokset|come|"
            rf"oprindelig|oprindeligt|født og opvokset|born|og|came|selv|her|hertil|"
            rf"adopteret)[ ]){{0,4}}(?:fra|i|from|in)[ ](?:\w+[ ]){{0,2}}?{COUNTRY}\b.*",
            _I,
        ),
        own=re.compile(r"\b(?:jeg|forældre|født|born)\b(?! (?:har|arbejd))", _I),
        trade=re.compile(
            rf"\b(?:{TRADE}|arbejd\w*|varer|import\w*|leverandør\w*|praktik|montør|fabrik\w*|"
            rf"ansat|projekt\w*|worked)\b",
            _I,
        ),
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b(?:jeg |i )?(?:kom|kommet|flyttede|flyttet|ankom|came|"
            r"moved)[ ](?:her )?(?:til|to)[ ](?:danmark|denmark)\b[^:]*|\b(?:har boet|"
            r"boet|bor)[ ](?:her )?i danmark\b.*|\bi danmark siden\b.*|"
            r"\blived? (?:here|in denmark) (?:since|for)\b.*",
            _I,
        ),
        trade=re.compile(r"\b(?:arbejd\w*|varer|import\w*|worked|virksomhed\w*|\w*guide|turist\w*)\b", _I),
    ),
    Rule(
        "nationality",
        re.compile(
            rf"\b(?:jeg er|er|som|i am|i'm|etnisk|født)[ ](?:en |a |an |etnisk |"
            rf"født )?{PEOPLE}\b|^\W*{PEOPLE}$|\b(?:jeg er|i am|"
            rf"i'm)[ ](?:\w+[ ])?{DEMONYM}$|\bfødt[ ]i[ ]\w+(?=$)",
            _I,
        ),
        trade=re.compile(r"\b(?:kunderne|kolleger\w*)\b", _I),
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b(?:flygtning(?:e)?|asylansøger|asyl|indvandrer|efterkommer|"
            r"opholdstilladelse|arbejdstilladelse|særloven|residence permit|"
            r"work permit|eu-borger(?!-)|eu citizen|familiesammenført|green card|refugee)\b",
            _I,
        ),
        own=re.compile(
            r"\b(?:jeg er|jeg kom|som flygtning|min opholdstilladelse|permanent opholdstilladelse)\b|"
            r"\bjeg (?:har|mangler|venter|søger|fik|får|skal)\b(?! (?:\w+ )?(?:behandl|ansøg|arbejd|ansvar|hjulpet|erfaring|udstedt|undervist|kørt))",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE}|indvandrere|styrelsen|\w*styrelse\w*|\w*centre?|jurid\w*)\b", _I),
        whole=True,
    ),
    Rule(
        "union",
        re.compile(
            r"\b[Mm]edl(?:em|\.) (?:af|i|hos)[ ]+(?!MED\b|MED-|SU\b|LMU|"
            r"AMO)(?:[A-ZÆØÅ3][\w'-]*(?:(?:[ ]og)?[ ][A-ZÆØÅ][\w-]*){0,4}|(?:en |"
            r"min )?(?:\w+ )?(?:fagforening|a-kasse)\w*)|"
            r"\b[Mm]ember of[ ]+[A-Z3][\w-]*(?:[ ][A-Z][\w-]*){0,4}|"
            r"\b[Oo]rganiseret i[ ]+[A-ZÆØÅ3][\w-]*(?:[ ][A-ZÆØÅ][\w-]*){0,4}"
        ),
    ),
    Rule(
        "union",
        re.compile(
            r"\b(?:fagforening|fagforbund|a-kasse|akasse|union)[ ]{0,2}(?:[:|–-][ ]{0,2}\S|"
            r"[ ](?-i:[A-ZÆØÅ3])).*",
            _I,
        ),
    ),
    Rule("political", re.compile(rf"(?<![\w-])(?:{PARTY})(?!\w)"), whole=True),
)

WRITER = re.compile(r"\b(?:jeg|mig|min|mit|mine|selv|pga|grundet|sygemeld\w*|(?-i:I)|my)\b", _I)
"""Under a heading of work, what shows that a line is about the writer after all."""
