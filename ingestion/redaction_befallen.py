"""What befell the writer and is told in passing: burnt out, what a job was left after, medicine, losses, who left whom."""

import re

from ingestion.redaction_rule import Rule, signs
from ingestion.redaction_terms import TRADE

_I = re.IGNORECASE
_TRADE = re.compile(rf"\b(?:{TRADE})\b", _I)
_ILLNESS = (
    r"(?:diskusprolaps|blodprop|hjerneblødning|hjernerystelse|hjerteanfald|hjertestop|depression|stress|udbrændthed|"
    r"piskesmæld|operation|skulderoperation|knæoperation|rygoperation|brækket \w+|kræft\w*|lungebetændelse|slidgigt|"
    r"arbejdsskade|arbejdsulykke|færdselsulykke|trafikulykke|ulykke|slagtilfælde|nervesammenbrud|sammenbrud)"
)
_MEDICINE = (
    r"(?:sove(?:medicin|piller)\w*|antidepressiv\w*|lykkepiller|beroligende(?: medicin| piller)?|antabus|metadon|"
    r"ritalin|morfin|antidepressants|sleeping pills|painkillers|epilepsimedicin|adhd-medicin|psykofarmaka)"
)
_BENEFIT = (
    r"(?:kontanthjælp|ledighedsydelse|ressourceforløb(?:sydelse)?|førtidspension|sygedagpenge|uddannelseshjælp|"
    r"integrationsydelse|selvforsørgelses- og hjemrejseydelse|dagpenge)"
)
_NATIONAL = (
    r"(?:brazilian|syrian|polish|romanian|ukrainian|indian|iranian|iraqi|turkish|somali|afghan|pakistani|filipino|filipina|"
    r"chinese|vietnamese|thai|spanish|portuguese|italian|greek|german|french|british|american|hungarian|bulgarian|lithuanian|"
    r"latvian|estonian|russian|moroccan|egyptian|nigerian|ghanaian|kenyan|mexican|colombian|argentinian|chilean|nepali|"
    r"lebanese|palestinian|kurdish|bosnian|serbian|croatian|albanian|swedish|norwegian|finnish|icelandic|dutch)"
)
BEFALLEN: tuple[Rule, ...] = (
    Rule(
        "health",
        re.compile(
            r"\b(?:brændte|gik|knækkede|brød|faldt|klappede|kørte) (?:jeg|hun selv) (?:helt |fuldstændig |næsten )?"
            r"(?:ud|ned(?! (?:i|på|til|ad|efter)\b)|sammen(?! med)|træt)\b.*|\bbrændt(?:e)? (?:helt )?ud(?:,| \(|$| af\b| og\b| i \d)",
            _I,
        ),
        needed=signs("brænd|gik|knæk|brød|faldt|klappede|kørte"),
    ),
    Rule(
        "health",
        re.compile(
            r"\b(?:stoppe(?:de|t)|måtte (?:stoppe|holde op|opgive)|holdt op|opsagt|opsagde|afskediget|fyret|hjemme|fravær\w*|"
            rf"pause|fri|væk|sygemeldt|omskol\w+)\b[^.;\n]{{0,40}} (?:efter|på grund af|pga\.?|grundet|med) (?:en |et |min |mit |to |\d )?{_ILLNESS}\w*",
            _I,
        ),
        needed=signs(
            "stoppe|holde|opgive|holdt|opsagt|opsagde|afskediget|fyret|hjemme|fravær|pause|fri|væk|sygemeldt|omskol"
        ),
    ),
    Rule(
        "health",
        re.compile(
            rf"\b(?:for |fordi )?{_MEDICINE} (?:er|var|blev) (?:\w+ ){{0,3}}(?:trappet|sat|væk|ude|slut|fortid)\w*.*|"
            rf"\b(?:tager|tog|spiser|spiste|får|fik|på|trappet ud af|took|take|taking|on) (?:\w+ )?{_MEDICINE}\b.*|"
            rf"\bi (?:\w+ )?lost (?:a|my|our) (?:baby|child|son|daughter|husband|wife|mother|father|partner)\b.*",
            _I,
        ),
        own=re.compile(
            r"\bjeg (?:\w+ ){0,2}(?:tager|tog|spiser|spiste|fik|får)\b|\bi (?:\w+ )?(?:took|take|lost)\b", _I
        ),
        trade=_TRADE,
        needed=signs(
            "sove|antidepress|lykkepiller|beroligende|antabus|metadon|ritalin|morfin|sleeping|painkillers|medicin|psykofarmaka|lost"
        ),
    ),
    Rule(
        "economy",
        re.compile(
            rf"\b(?:lever|levede|leve|eksisterer) (?:\w+ )?(?:af|på) (?:\w+ )?{_BENEFIT}\b.*|^\W*(?:jeg )?(?:får|fik|har fået|modtager) (?:\w+ )?{_BENEFIT}\b.*|"
            r"\b(?:gik|gået|går|røg|ryger|kom|endte|endt|sat|solgt|sendt|blev|blevet) (?:\w+ ){0,2}på tvangsauktion\w*",
            _I,
        ),
        trade=_TRADE,
        needed=signs("lever|levede|leve|eksisterer|får|fik|fået|modtager|tvangsauktion"),
    ),
    Rule(
        "offence",
        re.compile(
            r"\b(?:\w+ )?(?:på|efter|pga\.?|for|med) (?:en |et |min )?(?:promille(?!grænse)\w*|sprit(?:dom|kørsel|tur)|spirituskørsel|promilledom)\b.*|"
            r"\bspritdom\b",
            _I,
        ),
        trade=re.compile(r"\b(?:undervis\w*|kursus|kampagne\w*|kontrol\w*|politi\w*|advokat\w*)\b", _I),
        needed=signs("promille|sprit"),
    ),
    Rule(
        "nationality",
        re.compile(
            rf"(?:(?<=\bi am a )|(?<=\bi am an )|(?<=\bi'm a )|(?<=\bi'm an )){_NATIONAL}(?= (?!teacher|tutor|translator|interpreter|speaker|chef|cook|baker|instructor))|\b(?:vokset op|opvokset|født|fra|tilhører|del af) (?:\w+ )?(?:i |af )?(?:det |den )?"
            r"(?:hjemme)?(?:tyske|danske|samiske|grønlandske|romaer|kurdiske|armenske|kristne|jødiske) mindretal\w*.*",
            _I,
        ),
        needed=signs("i am|i'm|mindretal"),
    ),
    Rule(
        "marital",
        re.compile(
            r"\b(?:da|efter(?: at)?|siden|fordi) (?:\w+ ){1,3}?(?:flyttede|rejste|gik|skred|forsvandt|løb) (?:fra (?:mig|os)|sin vej|sammen med en anden)\b.*",
            _I,
        ),
        needed=signs("flyttede|rejste|gik|skred|forsvandt|løb"),
    ),
    Rule(
        "political",
        re.compile(
            r"\b(?:stemmer|stemte|stemt) (?:altid |stadig |selv )?(?:rødt|blåt|grønt|rødere|blåere|til venstre|til højre|borgerligt|socialistisk|liberalt|konservativt|blankt)\b.*",
            _I,
        ),
        needed=signs("stem"),
    ),
)
