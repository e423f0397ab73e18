"""What contact details, addresses, dates of birth and names look like in a CV."""

import re

from ingestion.redaction_online import ONLINE

_I = re.IGNORECASE
_MONTH = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zæøå]*\.?"
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?[-./ ]{{1,3}}(?:\d{{1,2}}|{_MONTH})(?:[-./ ]{{1,3}}\d{{2,4}})?(?!\d)"
_YEAR = r"(?:19|20)\d{2}"
_CAP = r"[A-ZÆØÅÄÖÜÉ][\w.'’-]{0,30}"
_UPPER = r"\b(?=[A-ZÆØÅÄÖÜÉ])"
_FLOOR = (
    r"(?:,?[ ]{0,2}(?:(?:st|kl|kld|stuen|kælder|kælderen|parterre)\b\.?|\d{1,2}(?:\.|(?=[ ]?(?:th|tv|mf|sal)\b)))[ ]?(?:sal\b\.?)?,?[ ]?"
    r"(?:(?:th|tv|mf)\b\.?|dør[ ]\d{1,3}|\d{1,2}(?![\d.]))?)?"
)
_NUMBER = rf"[ ]{{1,2}}\d{{1,3}}(?![\d.:/-]|[ ]til[ ]\d|[ ]?(?:år|uger|måneder|mdr|timer|dage|stk|kr|%)\b)(?:[ ]?[A-Za-z]\b)?{_FLOOR}"
_STREET = (
    r"(?:vej|vejen|gade|gaden|allé|alle|alléen|stræde|strædet|vænge|vænget|parken|toft|toften|plads|pladsen|"
    r"torv|torvet|"
    r"bakke|bakken|have|haven|kvarter|kvarteret|stien|engen|lunden|krogen|marken|højen|dal|dalen|bro|brygge|"
    r"kaj|boulevard|"
    r"boulevarden|vang|vangen|ageren|skrænten|park)"
)
_NO_STREET = (
    r"(?!(?i:afd|afdeling|modul|lager|hal|niveau|klasse|del|team|plan|version|ca|nr|uge|rev|type|"
    r"trin)\b)(?!\w{0,30}(?i:arbejds|praktik|bygge|lære|elev|lege|camping|børne)(?:have|haven|plads|pladsen)\b)"
)
_PHONE_CUE = (
    r"\b(?:tlf|telefon|tel|mobil|mob|mobile|phone|cell|ring(?: til| på)?|sms|[tm])(?:[ -]?nr|"
    r"[ -]?nummer)?\b[ .:/|()-]{0,4}"
)
_CPR_CUE = r"(?:\b(?:cpr|personn(?:umme)?r|pers|cprnr|social security|c[ ]p[ ]r\b))"

CONTACT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")),
    (
        "email",
        re.compile(
            r"(?<![\w.+-])[\w+-]{1,40}(?:[ ]?\.[ ]?[\w+-]{1,40}){0,3}[ ]?(?:[(\[]at[)\]]|snabel-?a|@)[ ]?"
            r"[\w-]{1,63}(?:(?:[ ]?\.|[ ]\.[ ])[\w-]{2,63}){1,4}",
            _I,
        ),
    ),
    (
        "cpr",
        re.compile(
            r"(?i:\b(?:vare|ordre|faktura|konto|kunde|serie|lager|projekt|tegnings?|reg|sags?|bon|batch)[\w.-]{0,12}[ :]{1,3})"
            r"\d{6} ?\d{4}\b|(?<![\d,.-])(?P<hide>"
            r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ ]?[-–./ ]?[ ]?(?:\d{4}|[xX*]{4}|\d[A-Z]\d\d))(?![\d-])"
        ),
    ),
    ("cpr", re.compile(r"(?<![\d,.-])[0-3]\d[./ ][01]\d[./ ]\d{2}[ ]?[-–][ ]?\d{4}(?![\d-])")),
    (
        "cpr",
        re.compile(
            rf"{_CPR_CUE}[^\d\n]{{0,20}}(?P<hide>\d(?:[ ./–-]{{0,3}}[\dxX*]|(?<=\d)[A-Z](?=\d\d)){{5,9}})(?!\d)", _I
        ),
    ),
    ("cpr", re.compile(rf"{_CPR_CUE}\D{{0,20}}\b(?:på|cifre|tal)\b[ :er]{{1,5}}(?P<hide>\d{{4}})\b", _I)),
    ("cpr", re.compile(r"\b(?:sidste|last) (?:fire|4|four) (?:cifre|tal|digits)[ :er]{1,5}(?P<hide>\d{4})\b", _I)),
    ("phone", re.compile(r"(?<![\d-])\(?(?:\+|00)[1-9]\d{0,2}\)?(?:[ .-]?\d){7,10}(?!\d)")),
    ("phone", re.compile(rf"{_PHONE_CUE}(?P<hide>\d(?:[ .-]?\d){{7}})(?![\d-])", _I)),
    (
        "phone",
        re.compile(
            rf"(?<![\w.,-])(?<!nr\. )(?<!CVR )(?<!nr )(?!{_YEAR}{_YEAR})"
            rf"(?!{_YEAR}[ .-])[1-9]\d([ .-]?)\d{{2}}\1\d{{2}}\1\d{{2}}"
            r"(?![\d-]|[.,]\d|[ ]?(?:kr|dkk|mio|€|eur|stk|%))",
            _I,
        ),
    ),
    (
        "phone",
        re.compile(
            rf"(?<![\w.,-])(?!{_YEAR}[ -]\d{{4}}[ ][A-ZÆØÅ])(?!\d{{4}}[ -]{_YEAR}\b)(?!{_YEAR}[ -]{_YEAR})"
            r"[2-9]\d{3}[ -]\d{4}(?![\w-])"
        ),
    ),
    (
        "phone",
        re.compile(
            r"(?<![\w.,-])(?<!kr )(?<!kr\. )(?<!DKK )[2-9]\d[ ]\d{3}[ ]\d{3}(?![\d-]|[ ]?(?:kr|dkk|mio|"
            r"€|eur|stk|%|[a-z]))",
            _I,
        ),
    ),
    (
        "url",
        re.compile(
            r"(?<![\w.-])(?:https?://)?(?:[\w-]{1,30}\.){0,2}(?:linkedin|facebook|instagram|github|twitter|"
            r"tiktok|youtube|x|fb)\.(?:com|me)/\S{1,200}",
            _I,
        ),
    ),
)

PLACES: tuple[tuple[str, re.Pattern[str]], ...] = (
    *ONLINE,
    (
        "address",
        re.compile(
            rf"\b(?i:bor|boende|bopæl|flyttet) (?:på|i|til)? ?(?P<hide>{_NO_STREET}{_CAP}(?:[ ]{_CAP}){{0,2}}{_NUMBER})"
        ),
    ),
    (
        "address",
        re.compile(
            rf"{_UPPER}{_NO_STREET}(?:{_CAP}[ ]){{0,3}}?(?:[A-ZÆØÅ]\w{{0,30}}?|"
            rf"(?<=[ ])){_STREET}{_NUMBER}"
        ),
    ),
    ("address", re.compile(rf"{_UPPER}{_NO_STREET}{_CAP}(?:[ ]{_CAP}){{0,3}}[ ](?i:{_STREET}){_NUMBER}")),
    (
        "address",
        re.compile(
            rf"{_UPPER}{_NO_STREET}{_CAP}(?:[ ]{_CAP}){{0,3}}{_NUMBER}(?=,[ ]?(?:DK-?)?\d{{4}}[ ][A-ZÆØÅ]|"
            rf"[ ]*\n(?:DK-?)?(?!19|20)\d{{4}}[ ][A-ZÆØÅ])"
        ),
    ),
    (
        "address",
        re.compile(
            r"\b(?:adresse|address|bopæl|"
            r"c/o)\b[ .:|]{1,4}(?P<hide>(?:[^\W\d][\w.'-]{0,30}[ ]){1,4}\d{1,3}(?![\d.:-])(?:[ ]?[A-Za-z]\b)?"
            rf"{_FLOOR})",
            _I,
        ),
    ),
    (
        "address",
        re.compile(
            rf"^[ \t]*(?P<hide>{_NO_STREET}(?:[a-zæøå][a-zæøå.'-]{{1,30}}[ ]){{1,3}}\d{{1,3}}(?:[ ]?[a-z]\b)?{_FLOOR})"
            r"(?=,?[ ]{1,2}\d{4}[ ][^\W\d]|[ ]*\n[ ]*(?!19|20)\d{4}[ ][^\W\d])",
            re.MULTILINE,
        ),
    ),
    (
        "birthdate",
        re.compile(
            rf"\b(?:født?|f\.|fødselsdag|fødselsdato|fødselsår|(?:kom|kommet) til verden|birthday|born|date of birth|dob|"
            rf"b\.)[ :|\t]{{0,16}}(?:(?:er|var|falder|is|was) )?(?:en \w{{3,4}}dag )?(?:den |d\. ?|i |anno |år |on |in )?(?:{_MONTH} (?={_YEAR}))?"
            rf"(?:{_DATE}|{_YEAR}(?:(?:,| og| &) {_YEAR}){{0,5}})",
            _I,
        ),
    ),
    (
        "birthdate",
        re.compile(r"\b(?:født|fødselsdato|fødselsdag|born|date of birth|dob)\b[ :|.]{0,4}(?:19|20)\d\d-\d\d-\d\d", _I),
    ),
    ("birthdate", re.compile(r"\bår,? \((?P<hide>\d{1,2}[./-]\d{1,2}[./-]\d{2,4})", _I)),
    ("birthdate", re.compile(r"(?<![gnt] af )\bårgang (?:19[3-9]\d|200\d|[4-9]\d)\b(?! \w*vin)", _I)),
    (
        "age",
        re.compile(
            r"(?<!et )(?<!en )(?<!erne )(?<!/S )\b(?:fylder|fyldte|fyldt|rundet|runder|rundede|passeret|turned|turning)(?: de| snart| lige| netop| nu)* "
            r"(?P<hide>[3-7]\d)(?! ?(?:%|kr|stk|ton|timer|medarb|mand|kunder|ordre|pall|varer|hylder|kg))\b",
            _I,
        ),
    ),
    (
        "age",
        re.compile(
            r"\b(?:jeg er|er)?[ ]?(?:midt|først|sidst|i (?:starten|begyndelsen|midten|slutningen|løbet)|in my)[ ]?(?:i |af |early |mid |late )?"
            r"(?:(?:tyv|trediv|fyrr|halvtreds|tres|halvfjerds)er+n?e?s?|[2-7]0'?(?:erne|s)|(?:twent|thirt|fort|fift|sixt)ies)\b",
            _I,
        ),
    ),
    (
        "age",
        re.compile(
            r"\b\d{1,2} år(?: tilbage)? til (?:\w+ )?(?:folke)?pension\w*|\bpension\w* om (?:\d{1,2}|\w{2,6}) år", _I
        ),
    ),
    (
        "age",
        re.compile(
            r"(?:\b(?:en|som) (?:\w+ )?)?\b(?:ung|yngre|ældre|voksen|moden) (?:mand|kvinde|pige|fyr|person|dame|herre)(?:,| på) \d{2}(?: år)?\b",
            _I,
        ),
    ),
    (
        "age",
        re.compile(
            r"^[ \t•]*(?:1[6-9]|[2-7]\d) år(?=,? (?:og )?(?:bor|bosat|gift|single|samboende|ugift|mand|kvinde|fra|født|dansk gift)\b)",
            _I | re.MULTILINE,
        ),
    ),
    ("age", re.compile(r"\b(?:alder|age)[ :|.]{1,4}\d{2}\b(?: år)?", _I)),
    (
        "age",
        re.compile(
            r"\b(?:jeg er|i am|i'm) (?:nu |snart |en |a )?\d{2}(?: år\b(?! (?:som|i|på|med))|"
            r" years old)?(?= |[,.;]|$)",
            _I,
        ),
    ),
    ("age", re.compile(r"\b(?:mand|kvinde|pige|fyr|person|dame|herre|far|mor)(?:,| på) \d{2}(?: år)?\b", _I)),
    (
        "age",
        re.compile(
            r"\b\d{2}[ -](?:år (?:gammel|ung)\b|years? old|årig\b(?! (?:kunde|borger|beboer|patient|elev|bruger|klient|erfaring|karriere|"
            r"ansættelse|praksis)))",
            _I,
        ),
    ),
)

_TOKEN = r"[A-ZÆØÅÄÖÜÉ](?:\.|[\w'’-]{1,30})"
_LABEL = r"fulde navn|navn|name|full name|fornavne?|efternavn|mellemnavn|first name|last name|surname|ansøger"
OWN_NAMES: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"(?:^|[|•·\t])[ \t]*(?:{_LABEL})[ \t]*[:|][ \t]*(?P<name>[^\W\d_][^\n|•·;()\d@█]{{1,60}}?)"
        r"(?=[ ]{2}|[ ]*[|•·;(\n\d█\t]|[ ]*\Z|,?[ ](?:tlf|telefon|phone|e-?mail|født|cpr|adresse)\b)",
        _I | re.MULTILINE,
    ),
    re.compile(rf"^[ \t]*(?i:navn|name)[ \t]+(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,3}})[ \t]*$", re.MULTILINE),
    re.compile(
        rf"\b(?i:cv|curriculum vitae|ansøgning|resumé|resume)[ ]{{0,3}}(?:for|fra|of|af|"
        rf"[-–—:|])[ ]{{0,3}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,3}})"
    ),
    re.compile(rf"\b(?i:mit navn er|jeg hedder|my name is|bruger navnet)[ ](?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{0,3}})"),
    re.compile(
        rf"(?i:\bm\.?v\.?h|venlige? hilsen|venligst|hilsner|\bhilsen|\b[vk]\.?h|\bregards|"
        rf"\bsincerely)\b[.,: ]{{0,3}}(?:\n[ \t]{{0,8}}){{0,3}}"
        rf"(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{0,3}})(?=[ ]*(?:$|[,.(█]))",
        re.MULTILINE,
    ),
    re.compile(
        r"\b(?:mvh|m\.v\.h|venlig hilsen|"
        r"kh)\b[.,: ]{1,3}(?:\n[ \t]{0,8}){0,3}(?P<name>[a-zæøå]{2,20}(?:[ ][a-zæøå]{2,20}){0,2})[ ]*$",
        re.MULTILINE,
    ),
)
HEAD_NAME = re.compile(
    rf"[ \t]*(?P<title>(?i:cv|curr?iculum vit(?:ae|"
    rf"æ)))?[ \t:–-]{{0,5}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,3}})(?P<age>,?[ ]\(?\d{{2}}[ ]år\b)?"
)
HEAD_LOWER = re.compile(r"[ \t]*(?P<title>)(?P<name>[a-zæøå]{2,20}(?:[ ][a-zæøå]{2,20}){1,3})(?P<age>)[ ]*$")
HEAD_TITLE = re.compile(r"\W*(?:cv|curr?iculum vit(?:ae|æ)|resumé?|ansøgning)\W*", _I)
OTHERS_NAMES: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?i:ref|referencer?|referenceperson(?:er)?|kontakt|kontaktperson|ring(?: gerne)? til|tal med|"
        r"spørg|spørgsmål til|chef|leder|direktør|mester|formand|"
        rf"kollega|vejleder|anbefaling fra|manager|supervisor|v/|"
        rf"att)[.:, ]{{1,3}}(?:[a-zæøå][\w-]{{0,25}}[ ]){{0,4}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})"
    ),
    re.compile(
        rf"(?:^|(?<!på)(?<!hos)(?<!ved)[ ]|[,:|•(])(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})(?=[^\n]{{0,80}}█{{8}})",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?i:ref|referencer?|referenceperson(?:er)?|anbefal(?:ing|et)(?:er)?(?: fra| af)?|udtalelser?(?: fra| af)?|pårørende|"
        rf"nødkontakt|kontaktperson|mentor|sagsbehandler|jobkonsulent|vejleder|værkfører|oplært af|vikarier(?:ede|et|er)? for|"
        rf"afløs(?:te|er|t)? for|assistent for|sekretær for|kollega til|tidligere chef|reference from|reports? to)"
        rf"\b[.:, ]{{1,3}}(?:[a-zæøå][\w-]{{0,25}}[.,: ]{{1,2}}){{0,3}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})(?![ ]*(?:og|&)[ ][A-ZÆØÅ])"
    ),
    re.compile(
        rf"\b(?i:min|mit|mine|vores|(?-i:hans)|hendes|my|our|med|med min|til|af|bror|søster|spørg|kontakt)[ ](?:[a-zæøå][\w-]{{1,25}}[ ]){{0,3}}"
        rf"(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{0,2}})(?![\w-])"
    ),
    re.compile(rf"^[ \t•*-]{{0,6}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})(?=[ ]*(?:[,(–:|-]|$))", re.MULTILINE),
)
"""The names of others: after a cue, before contact details, after who vouches for the writer, after "min", under references."""
YEAR = re.compile(_YEAR)
HEAD_DATE = re.compile(
    r"(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19[3-9]\d|200\d|"
    rf"[3-9]\d)(?![\d./-])|(?<![\d./-])\d{{1,2}}\. {_MONTH} (?:19[3-9]\d|200\d)(?!\d)"
)
JOB_DATES = re.compile(
    r"\b(?:ansat|udstedt|gyldig|bestået|fra|til|siden|nu|udløb\w*|opdateret|startede?|dateret)\b|"
    r"\d[ ]?[-–—][ ]?(?:\d{1,2}[./-]|nu)",
    _I,
)
