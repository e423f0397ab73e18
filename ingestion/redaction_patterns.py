"""What contact details, addresses, dates of birth and names look like in a CV."""

import re

from ingestion.redaction_terms import COUNTRY

_I = re.IGNORECASE
_MONTH = r"(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-zæøå]*\.?"
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)?[-./ ]{{1,3}}(?:\d{{1,2}}|{_MONTH})(?:[-./ ]{{1,3}}\d{{2,4}})?(?!\d)"
_YEAR = r"(?:19|20)\d{2}"
_CAP = r"[A-ZÆØÅÄÖÜÉ][\w.'’-]{0,30}"
_UPPER = r"\b(?=[A-ZÆØÅÄÖÜÉ])"
_FLOOR = (
    r"(?:,?[ ]{0,2}(?:(?:st|kl|stuen|kælder)\b\.?|\d{1,2}(?:\.|(?=[ ]?(?:th|tv|mf|sal)\b)))[ ]?(?:sal\b\.?)?,?[ ]?"
    r"(?:(?:th|tv|mf)\b\.?|dør[ ]\d{1,3}|\d{1,2}(?![\d.]))?)?"
)
_NUMBER = (
    rf"[ ]{{1,2}}\d{{1,3}}(?![\d.:/-]|[ ]?(?:år|uger|måneder|mdr|timer|dage|stk|kr|%)\b)(?:[ ]?[A-Za-z]\b)?{_FLOOR}"
)
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
            r"[\w-]{1,63}(?:[ ]?\.[ ]?[\w-]{2,63}){1,4}",
            _I,
        ),
    ),
    (
        "cpr",
        re.compile(
            r"(?<![\d,.-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ ]?[-–./ ]?[ ]?(?:\d{4}|[xX*]{4})(?![\d-])"
        ),
    ),
    ("cpr", re.compile(r"(?<![\d,.-])[0-3]\d[./ ][01]\d[./ ]\d{2}[ ]?[-–][ ]?\d{4}(?![\d-])")),
    ("cpr", re.compile(rf"{_CPR_CUE}[^\d\n]{{0,20}}(?P<hide>\d(?:[ ./–-]{{0,3}}[\dxX*]){{5,9}})(?!\d)", _I)),
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
    (
        "url",
        re.compile(
            r"\b(?:linkedin|facebook|instagram|insta|snapchat|github|tiktok|twitter|skype)(?:-profil|"
            r"profil)?[ ]?(?::[ ]*|[ ](?=@))"
            r"(?P<hide>@\w\S{1,60}|\S{0,40}[/]\S{1,60}|[\w.-]{3,40}(?=[ ]*(?:\Z|[|,;\n]))|"
            r"(?-i:[A-ZÆØÅ]\w{1,30}(?:[ ][A-ZÆØÅ]\w{1,30}){1,2}))",
            _I,
        ),
    ),
    (
        "url",
        re.compile(
            r"\b(?:hjemmeside|portfolio|portefølje|blog|website|homepage)\b[^\n\w]{0,4}(?:er |"
            r"på )?(?P<hide>(?:https?://|www\.)\S{1,200})",
            _I,
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
            rf"\b(?:født?|f\.|fødselsdag|fødselsdato|fødselsår|birthday|born|date of birth|dob|"
            rf"b\.)[ :|]{{0,4}}(?:den |d\. ?|i |on |in )?"
            rf"(?:{_DATE}|{_YEAR}(?:(?:,| og| &) {_YEAR}){{0,5}})",
            _I,
        ),
    ),
    ("birthdate", re.compile(r"\bårgang (?:19[3-9]\d|200\d|[4-9]\d)\b(?! \w*vin)", _I)),
    (
        "nationality",
        re.compile(
            rf"\b(?:født|opvokset|kommer|oprindelig\w*|born)[ ](?:i|fra|"
            rf"in)[ ]\w{{2,30}},[ ]{COUNTRY}\b",
            _I,
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
            r"\b\d{2}[ -](?:år (?:gammel|ung)\b|years? old|årig\b(?! (?:erfaring|karriere|"
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
NOT_NAMES = re.compile(
    r"(?i:\b(?:curr?iculum|vit(?:ae|æ)|profil|erfaring|erhverv|uddannelse|kompetence|ansøgning|resum|om mig|"
    r"cv|hvem|arbejde|job|personlig|kontakt|sprog|"
    r"senior|junior|team|lean|dansk\b|danmark|google|microsoft|adobe|office|facebook|project|business|"
    r"supplering|erfaren|faglært|udlært|selvstændig|teknisk|"
    r"kommune|skole|kørekort|certifikat|software|key|head of|chief|social)|"
    r"\w*(?:engineer|manager|developer|designer|assistant|specialist|assistent|medarbejder|konsulent|mester|"
    r"leder|svend|lærer|pædagog|hjælper|tekniker|"
    r"mekaniker|chauffør|elektriker|plejerske|arbejder|operatør|ingeniør|økonom|koordinator|sælger|gartner|hjemmet|skolen|centret|klinikken|"
    r"kompetencer)\b)|\b(?:A/S|ApS|I/S|AB|GmbH|Group|Plads|Hotel|Bageri|Kaffe)(?!\w)"
)
OTHERS_NAMES: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?i:ref|referencer?|referenceperson(?:er)?|kontakt|kontaktperson|ring(?: gerne)? til|tal med|"
        r"spørg|spørgsmål til|chef|leder|direktør|mester|formand|"
        rf"kollega|vejleder|anbefaling fra|manager|supervisor|v/|"
        rf"att)[.:, ]{{1,3}}(?:[a-zæøå][\w-]{{0,25}}[ ]){{0,4}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})"
    ),
    re.compile(rf"(?:^|[ ,:|•(])(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})(?=[^\n]{{0,80}}█)", re.MULTILINE),
    re.compile(rf"^[ \t•*-]{{0,6}}(?P<name>{_TOKEN}(?:[ ]{_TOKEN}){{1,2}})(?=[ ]*(?:[,(–:|-]|$))", re.MULTILINE),
)
"""The names of others: after a cue, before contact details, and at the head of a line under references."""
COMPANY = re.compile(r"[ ]*(?:A/S|ApS|I/S|K/S|&|og Søn|\w*firma|Entreprise|Holding|Group|Plads)")

_GIVEN = """
    aage abdi abdul abdullah adam adnan agnete agnieszka ahmad ahmed aisha albert aleksander alex alexander alexandra
    alfred ali alice alma amal amalie amanda amin amina amira ana anders andrea andreas andrej andrzej anette anita
    anja ann anna anne annelise annette anni anton arne arthur asger astrid august axel ayse bahar barbara bent benny
    bente benjamin berit birgit birgitte birthe bjarne bjørn bo boris brian britta camilla carina carl carsten
    caroline casper cecilie charlotte christen christian christina christine christoffer claus conny daniel daniela
    david dennis diana dorota dorte dorthe ebbe edith egon ejvind elena eli elin elisabeth elise ella ellen else
    elsebeth emil emilie emma emre erik erling ester eva ewa fatima fatma fie finn flemming frank frederik frederikke
    freja frida fritz georg gert gitte gorm grete grzegorz gunnar gustav hamza hanna hannah hanne hans harald hassan
    hasan heidi helena helene helge helle henning henriette henrik henry holger hugo hussein ian ib ibrahim ida inga
    inge ingelise inger ingrid irena irene iris isabella ivan iwona jacob jakob jamal jan jane janne janni jannik jean
    jeanette jens jeppe jesper jette joan joanna johan johanne johannes john johnny jonas jonathan jørgen jørn
    josefine julia julie jytte kaj karen karin karina karl karla karsten kasper katarzyna kathrine katja katrine
    kenneth kent khaled kim kirsten kirstine kjeld klara klaus knud kristian kristina kristine kristoffer krzysztof
    kurt lan lars lasse laura laurits lea leif lena lene leyla lis lisa lisbeth lise lise-lotte liv lone lotte louise
    lucas lukas lærke maciej mads magnus maja malene maren margit margrethe maria mariam marianne marie marek maria
    marius mark markus marlene martin mathias mathilde maja mehmet merete merethe mette michael michelle mikael mikkel
    mia mie mogens mohamad mohamed mohammad mohammed mona monika morten muhammad mustafa nadia nanna natalia natasha
    nguyen nicklas nicolai nicole niels nikolaj nina nour ole olga oliver olivia omar oscar osman otto palle patrick
    paul paulina pawel peder per pernille peter pia piotr poul preben rasmus rikke rita robert rolf rune ruth sabine
    said salma sam samira samuel sandra sanne sara sarah sebastian signe sigrid silas simon simone sofia sofie solveig
    sonja stefan steen sten stig stine svend søren tanja tatiana thea theis thi thomas thor thorkild tina tine tobias
    tom tommy torben tove trine troels tue ulla ulrik ulrikke uffe vagn verner vibeke victor viggo viktor villy vivi
    walid werner wojciech yasmin yusuf zahra zainab zeynep åse
    """
GIVEN = frozenset(_GIVEN.split())
"""Given names that are common in Denmark, lower case; they tell a person from a firm."""
YEAR = re.compile(_YEAR)
HEAD_DATE = re.compile(
    r"(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19[3-9]\d|200\d|"
    r"[3-9]\d)(?![\d./-])"
)
JOB_DATES = re.compile(
    r"\b(?:ansat|udstedt|gyldig|bestået|fra|til|siden|nu|udløb\w*|opdateret|startede?|dateret)\b|"
    r"\d[ ]?[-–—][ ]?(?:\d{1,2}[./-]|nu)",
    _I,
)
