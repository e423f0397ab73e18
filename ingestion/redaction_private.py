"""What is private by its grammar: a label before it, a person's own verb, a near person, a heading of leisure."""

import re

from ingestion.redaction_rule import Rule, signs
from ingestion.redaction_terms import (
    CHILD,
    CHURCH,
    COUNTRY,
    DEMONYM,
    FAITH,
    MANY,
    PARTIES,
    PATIENT,
    TRADE,
    UNION,
)

_I = re.IGNORECASE
_LINE = r"^[ \t•*–-]*(?:(?:privat|mit?|min|egen|evt\.?)[ ])?"
_TO_END = r"[ \t]*[:|=][ \t]*(?P<hide>[^\n|]+?)(?=[ \t]*(?:$|[|]|[.;,][ ]+[A-ZÆØÅ]\w+[ ]?:))"
_LABELS = (
    (
        "marital",
        r"civilstand|civilstatus|ægteskabelig stilling|marital status|familiestatus|familieforhold|samlivsstatus",
    ),
    (
        "marital",
        r"status(?=[ :]+(?:gift|ugift|skilt|fraskilt|single|samlevende|samboende|enke|enlig|married|divorced))",
    ),
    (
        "family",
        r"børn|hjemmeboende børn|forsørgerpligt|forsørger|familie|family|children|dependants|ægtefælle|samlever|"
        r"partner|spouse|kone|mand|kæreste|privat|om mig privat|privatliv|pasning",
    ),
    (
        "health",
        r"helbred(?:stilstand|sforhold)?|sundhed|sygdom(?:me)?|handicaps?|funktionsnedsættelser?|skånehensyn|allergi(?:er)?|diagnoser?|"
        r"medicin|fysisk form|health|medical conditions?|disabilit(?:y|ies)|helbredsoplysninger|hul(?:ler)? i cv'?(?:et)?",
    ),
    (
        "nationality",
        r"nationalitet|statsborgerskab|statsborger|etnicitet|etnisk baggrund|oprindelse|oprindelsesland|herkomst|fødeland|fødested|hjemland|"
        r"opholdsgrundlag|opholdstilladelse|opholdsstatus|arbejdstilladelse|visum|visa(?: status)?|work permit|"
        r"nationality|citizenship|ethnicity|origin|residence permit|place of birth|country of birth|right to work",
    ),
    ("religion", r"religion|tro|trosretning|trosbekendelse|livssyn|faith|kirke|menighed|church"),
    ("political", r"parti|politik|politisk(?: ståsted| tilhørsforhold)?|partimedlem(?:skab)?|political party|politics"),
    (
        "union",
        r"fagforening|fagforbund|forbund|faglig organisation|a-kasse|akasse|union(?: membership)?|trade union|organiseret",
    ),
    ("sexuality", r"seksualitet|seksuel orientering|kønsidentitet|pronominer|pronouns|sexual orientation|orientering"),
    (
        "offence",
        r"(?:straffe|børne)attest(?:er)?|straffe- og børneattest|sikkerhedsgodkend(?:else|t)|sikkerhedsclearance|(?:security )?clearance|"
        r"criminal record|domme|tidligere straffe|plettet|vandel",
    ),
)
_FREE = (
    ("nationality", r"nationalitet|nationality|etnicitet|fødeland|statsborgerskab"),
    ("union", r"fagforening|a-kasse|fagforbund"),
    ("religion", r"religion"),
)
LABELLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    *((kind, re.compile(rf"{_LINE}(?:{label}){_TO_END}", _I | re.MULTILINE)) for kind, label in _LABELS),
    *(
        (
            kind,
            re.compile(
                rf"{_LINE}(?:{label})[ ](?!for|af|i|og|som|er|på)(?P<hide>[^\n,.;|]{{2,30}})$", _I | re.MULTILINE
            ),
        )
        for kind, label in _FREE
    ),
    (
        "nationality",
        re.compile(
            r"\b(?P<hide>[A-ZÆØÅ]\w{1,30}(?:, [A-ZÆØÅ]\w{1,30})?,? (?:hvor|der) jeg (?:er|blev) (?:født|opvokset)[^\n,.;]*)"
        ),
    ),
    (
        "nationality",
        re.compile(
            rf"\b(?:født|opvokset|kommer|oprindelig\w*|born)[ ](?:i|fra|"
            rf"in)[ ]\w{{2,30}},[ ]{COUNTRY}\b",
            _I,
        ),
    ),
)
"""A label of what is private, and all that its line says; what they hide is the group `hide`."""

_BE = r"(?:^\W*(?:og |men |selv |som )?|\b(?:jeg|og|er|var|blev|i|i'm|am|was|har været|selv)[ ])"
_PREDICATE = (
    rf"{_BE}(?:(?:er|var|blev|har været|am|was|tidligere|meget|lidt|let|stadig|ikke|a|an|en|et|former)[ ]){{0,3}}"
)
_NOUN_END = r"(?=$|[ ](?:og|men|af|i|på|fra|men|men|siden|efter|\d{4}|and|but|som|lokalt|hele)\b)"
_HAD = (
    r"\b(?:jeg|har|har jeg|fik|fået|haft|lider af|døjer med|lever med|kæmper med|pga\.?|på grund af|grundet|"
    r"på baggrund af|i have|had|have|suffer from|because of|due to|diagnosed with|recovered from|recovering from|"
    r"fik konstateret|diagnosticeret med|ramt af|konstateret)[ ]"
    r"(?:(?:selv|en|et|haft|fået|nogle|lidt|meget|kronisk\w*|medfødt\w*|svær\w*|let|mild|alvorlig\w*|mine?|mit|my|a|an|chronic|"
    r"severe|been|had|desværre|stadig|gammel|gamle|begge|flere)[ ]){0,3}"
)
_AILING = (
    r"\w{0,20}(?:problemer|smerter|besvær|lidelser?|sygdomm?e?n?|skader?|handicap|syndrom|lammelser?|forstyrrelser?|"
    r"betændelse|fobi|psykose|proteser?|proteseben|stomi|pacemaker|allergi|eksem|misbrug|tics|anfald|mani|sklerose|demens|"
    r"gigt|nerver|diagnoser?|autism|anxiety|burnout|epilepsy|cancer|asthma|injury|illness|disease|dyslexia|depression|adhd)"
)
_CAN = r"(?:lugte|smage|mærke|løfte|stå|gå|bære|bøje|sidde|tåle|holde til|lift|stand|høre|se|gribe|arbejde (?:om natten|i skift|fuld tid|på fuld tid))"

TOLD: tuple[Rule, ...] = (
    Rule(
        "health",
        re.compile(rf"{_PREDICATE}(?:{PATIENT})\b.*", _I),
        re.compile(rf"^\W*(?:og |er |selv |jeg er )*(?:{PATIENT})(?: (?:i |siden )?\d{{4}})?\W*$", _I),
        re.compile(rf"\b(?:{TRADE})\b", _I),
    ),
    Rule(
        "religion",
        re.compile(
            r"^\W*(?:og |er |selv |jeg er )*(?:muslim|katolik|jøde|buddhist|hindu|ateist|sikh|protestant|baptist|troende|kristen)\W*$",
            _I,
        ),
    ),
    Rule("health", re.compile(rf"{_HAD}{_AILING}(?![\w-]).*", _I), trade=re.compile(rf"\b(?:{TRADE})\b", _I)),
    Rule(
        "health",
        re.compile(
            r"\b(?:går|gik|gået|været|er)[ ](?:til|hos|i)[ ](?:en )?(?:psykolog|psykiater|terapeut|terapi|aa-?møder?|na-?møder?|"
            r"\w*behandling|afrusning|dialyse|kemo|samtaleterapi|genoptræning)\b.*"
            rf"|\b(?:kan|må)(?: jeg)? (?:ikke|desværre ikke)(?: længere| mere)? {_CAN}\b.*"
            r"|\b(?:min|mine|my) (?:medicin|piller|diagnose|sygdom|psykolog|psykiater|behandling|medication)\b.*"
            r"|\b(?:ryggen|kroppen|knæene|nerverne|hovedet|helbredet|skulderen|skuldrene|hjertet|psyken|hænderne)"
            r" (?:sagde|siger|sagt|gav|gik|holdt|holder|kunne|kan|blev|er|vil)\b.*"
            r"|\bsvært ved at (?:læse|skrive|stave|høre|gå|huske|koncentrere)\b.*"
            r"|\b(?:rask|helbredt) (?:efter|fra|igen|nu)\b.*|\b(?:selvmords\w*|selvskade\w*|afklaringsforløb|jobafklaringsforløb|"
            r"skånehensyn|§ ?56\S*|personlig assistent|metadon\w*|langtidssygemeldt)(?=$|[ ]).*",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE})\b", _I),
    ),
    Rule(
        "religion",
        re.compile(
            r"\b(?:aktiv|medlem|frivillig|kasserer|formand|leder|kommer|vokset op|opvokset|sidder|synger|går|active|volunteer|worship)"
            rf"[ ](?:meget )?(?:i|af|for|in|at|med)[ ](?:min |mit |en |et |den |my |the |a |bestyrelsen for )?(?:\w+ )?(?:{CHURCH})\w*.*"
            rf"|(?:^|[ ])(?:{FAITH})$|\b(?:min|mit|vores|menighedens|my) (?:{CHURCH}|fester|gudstro)\w*"
            r"|\b(?:konverteret|konverterede|converted) (?:til|to) (?:islam|kristendommen|katolicismen|jødedommen|buddhismen|christianity|judaism|catholicism)|\bmenighedens\b|\b(?:udmeldt|meldte mig ud|melder mig) .*kirke\w*"
            r"|\b(?:spiser|lever|kun|drikker)[ ](?:ikke |kun |helst )?(?:halal|kosher|svinekød)\w*|\b(?:døbt|konfirmeret)(?: og \w+)?"
            r"|\b(?:på|tror på) (?:gud|allah|jesus)\b",
            _I,
        ),
        own=re.compile(
            r"^\W*(?:\w+ )?(?:aktiv|active|medlem)\b|\b(?:jeg|mit|min|my|i|er|i am)[ ].*\b(?:kirken?|menighed\w*|church|muslim\w*)$",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE}|kirketjener|kordegn|graver|organist|\w*regnskab\w*|hall?al\w* kylling)\b", _I),
    ),
    Rule(
        "political",
        re.compile(
            rf"{_PREDICATE}(?:(?:erklæret|overbevist|glødende|aktiv|svoren)[ ])?(?:kommunist|socialist|liberalist|anarkist|feminist|"
            r"nationalist|socialdemokrat|marxist|(?:venstre|højre)orienteret|liberal|konservativ|partiformand|partisekretær|"
            r"(?:lokal)?politiker|aktivist|borgerlig|rød|blå)(?=$|[ ](?:og|men|af|lokalt|i|på|fra)\b).*"
            r"|\b(?:by|kommunalbestyrelses|region|regions|folketings|parti|regionsråds|byråds|udvalgs)(?:råds?)?medlem\b.*"
            r"|\b(?:siddet|sad|sidder|suppleant|valgt|opstillet|stillede op|stiller op|genopstiller) (?:i|til|for|ind i) "
            r"(?:byrådet|kommunalbestyrelsen|regionsrådet|folketinget|kommunalvalget|regionsvalget|partiet|kommunalvalg)\b.*"
            rf"|\b(?:stemmer|stemte|voted?|opstillet for|stiller op for|kandidat for|candidate for|valgt for|uddeler|"
            rf"deler løbesedler ud for|aktiv i|kampagneleder\W+|kasserer i|formand for|frivillig i|frivillig for|løbesedler for|"
            rf"medlem af|suppleant for|sidder for|kandidat til \w+ for|kandidat for) ?(?:det |de )?(?:{PARTIES})\w*.*"
            r"|\b(?:freds|klima|miljø|kvinde|antikrigs)(?:bevægelsen|bevægelse|aktivist)\b.*"
            r"|\bgår (?:til|i) (?:demonstration\w*|demoer)\b.*",
            _I,
        ),
        trade=re.compile(r"\b(?:arkiv|historiker|journalist|vagt|kemi\w*|tandbehandling|farve|maling|\w*kabel)\b", _I),
    ),
    Rule(
        "union",
        re.compile(
            r"\b(?:ikke )?(?:\w+ )?(?:medlem|meldt ind|member|organiseret|union rep\w*|kasserer|formand|næstformand|bestyrelsen|"
            rf"(?:fælles)?tillids\w+|aktiv|dagpenge|indmeldt) (?:af|i|for|fra|hos|of|in)(?: (?:en|nogen|min|den|a|any|bestyrelsen for))? "
            rf"(?:(?-i:{UNION})(?: [A-ZÆØÅ]\w+)?|\w*fagforening\w*|union|a-kasse)(?! ?\w*(?:regnskab|arkiv))"
            rf"|(?-i:\b(?:{UNION}))-(?:medlem|tillids\w+|mand|folk|klub\w*)\b"
            r"|\b(?:jeg er|er|am a|i'm a|som|am an) (?:uorganiseret|union member|fagligt aktiv|fagforeningsmedlem|strejkende|union rep\w*)\b"
            r"|\b(?:min|mit|my) (?:fagforening|a-kasse|fagforbund|trade union|union)\w*"
            r"|\b(?:sidder|sad|siddet) i \w*fagforening\w* \w+|\bjeg har strejket\b.*",
            _I,
        ),
        needed=signs(
            "medlem|meldt|member|organiseret|union|kasserer|formand|bestyrelsen|tillids|aktiv|dagpenge|-mand|-folk|-klub|fag|strejke|a-kasse"
        ),
    ),
    Rule(
        "sexuality",
        re.compile(
            r"\bsprunget ud\b.*|\bspringe ud som \w+|\b(?:mit|min|my) (?:trans|køns|queer|sexual|seksuelle)\w*|"
            rf"{_PREDICATE}(?:bisexual|gay|straight|asexual|pansexual|trans|hetero(?:seksuel)?|nonbinær)(?=$|[ ])|"
            r"\b(?:lgbtq?[iaq]*\+?|pride|regnbue)(?:-miljø\w*|(?![\w+]|\+?-(?!person|aktiv)))(?:[ ](?-i:[A-ZÆØÅ])\w+| parade)?|\bregnbue(?:familie|far|mor|barn|forældre)\w*.*|\b(?:copenhagen|aarhus|odense) pride\b",
            _I,
        ),
        trade=re.compile(r"\b(?:organisation|\w*kampagne|tøj\w*|kunder|\w*-organisation|grafiker|design\w*)\b", _I),
        needed=signs(
            "sprunget|springe|trans|køns|queer|sexual|seksuelle|gay|straight|hetero|nonbinær|lgbt|pride|regnbue"
        ),
    ),
    Rule(
        "offence",
        re.compile(
            r"\b(?:sikkerhedsgodkendt|pet-?godkendt|security[ -]cleared|clearet|nato-?godkendt|fe-?godkendt|cleared to \w+)\b.*"
            rf"|{_PREDICATE}(?:sigtet|tiltalt|anklaget|dømt|straffet|løsladt|renset|frifundet|bandemedlem|rocker|kriminel|convicted|"
            r"arrested|jailed|imprisoned|charged)(?=$|[ ](?:og|men|for|af|i|med|of|for|two|to|in|fra)\b).*"
            r"|\bbøder? for (?!sen)\w+|\b(?:tidligere|i en|tilhørte en|medlem af en) (?:bande\w*|rocker\w*)"
            r"|\b(?:served?|did|spent) (?:\w+ )?time(?: in prison| inside)?\b.*|\bafson(?:er|ede|et|ing)\b(?! unge).*"
            r"|\b(?:har|fik|får) (?:en )?(?:gammel |betinget |ubetinget )?dom\b.*|\bgodkendt til (?:hemmeligt|fortroligt|yderst)\w*",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE}|advokat\w*|vagt\w*|straffesager|kriminal\w*|\w{{3,30}}dommer|kampe)\b", _I),
        needed=signs(
            "godkend|clear|sigtet|tiltalt|anklaget|dømt|straffet|løsladt|renset|frifundet|bande|rocker|kriminel|convict|arrest|jail|imprison|charged|bøde|time|afson|dom"
        ),
    ),
    Rule(
        "nationality",
        re.compile(
            rf"\brødder i \w+|(?:\b(?:op )?i det )?\b(?:hjemme)?{DEMONYM}e? mindretal\b|{_PREDICATE}(?:nydansker|ny dansker|indvandrer|"
            r"flygtning|asylansøger|statsløs|eu-?borger|eøs-?borger|(?:and(?:en|et)generations)\w+|udlænding|tosproget)\b.*"
            r"|\bjeg er (?:sort|mørk|brun|hvid|farvet|mørkhudet|blandet)\b(?! hår)(?:.*(?:og|men).*)?"
            rf"|\b(?:adopteret|flygtede|flygtet|emigrerede|indvandret)\b.*(?:fra|til)[ ]\w+|\b(?:halvt?|kvart) {DEMONYM}\b"
            rf"|\b(?:family|parents|forældre|mor|far) (?:er|is|are|kommer) (?:fra|from|{DEMONYM})\b.*"
            rf"|\bkom (?:hertil|hertil som barn)? ?fra {COUNTRY}\b.*|\basylcent\w+ \w+, ventede.*",
            _I,
        ),
        own=re.compile(r"\bjeg\b", _I),
        trade=re.compile(rf"\b(?:{TRADE}|arbejde med)\b", _I),
        needed=signs(
            "rødder|mindretal|dansker|indvandre|flygt|asyl|statsløs|borger|generations|udlænding|tosproget|jeg er |adopteret|emigrerede|halv|kvart|family|parents|forældre|mor |far |kom "
        ),
    ),
    Rule(
        "family",
        re.compile(
            r"\b(?:blev|er|været|bliver|am|became|som) (?:\w+ )?(?:mor|far|forælder|bedstefar|bedstemor|farmor|farfar|mormor|morfar|"
            r"oldefar|oldemor|plejemor|plejefar|stedfar|stedmor|moster|faster|onkel|adoptivmor|adoptivfar|plejeforældre|a mother|a father|"
            r"a mum|a dad|mum|dad|søster|bror|tvilling|enebarn|fosterforældre|adopteret|adoptant|fosterfar)\b.*"
            r"|\b(?:efter et|et) brud\b|\bmin eks\w*\b.*|\b(?:et|to|tre|en) (?:pleje|dele|bonus|stedb|adoptiv)(?:børn|barn|datter|søn)\w*"
            r"|\b(?:i have|we have|with|our|my) (?:a |an |one |two |three |four |my )?(?:daughter|son|kid|child|children|kids|sons|daughters|baby)\b.*"
            rf"|^{MANY} {CHILD}(?: (?:og|samt) (?:en |et )?(?:hund|kat|hus|kone|mand)\w*)?$",
            _I,
        ),
        own=re.compile(r"^\W*(?:med )?(?:\w+ ){1,2}(?:og|samt)|\b(?:jeg|min|i|we)\b", _I),
        trade=re.compile(
            r"\b(?:nanny|childminder|au pair|familie\w*|sagsbehandl\w*|vikar\w*|konsulent\w*|diplomat)\b", _I
        ),
    ),
)
LEISURE: tuple[Rule, ...] = (
    Rule(
        "religion",
        re.compile(
            r"\b(?:\w*kirke\w*|\w*menighed\w*|lovsang|bibel\w*|koran\w*|gospel|mosk[eé]\w*|søndagsskole\w*|bøn\w*|kfum|kfuk|synagoge\w*|pilgrims\w*)\b",
            _I,
        ),
    ),
    Rule(
        "political",
        re.compile(
            rf"\b(?:\w*(?:vælgerforening|partiforening|byråd|valgkamp|kampagneleder|kommunalpolitik|politisk ungdom)\w*|(?-i:{PARTIES})\w*.*)",
            _I,
        ),
    ),
    Rule("sexuality", re.compile(r"\b(?:[A-ZÆØÅ]\w+ )?(?:pride|lgbt\w*\+?)(?: [A-ZÆØÅ]\w+)?", _I)),
    Rule("union", re.compile(rf"\b(?:{UNION}|[Ff]agforening\w*|[Ff]agligt arbejde|[Kk]lubbestyrelse\w*)(?!\w)")),
)
"""What under a heading of leisure, or after "Fritid:", tells of belief and belonging."""
LEISURE_CUE = re.compile(
    r"\W*(?:fritid\w*|interesser?|hobby\w*|hobbies|privat\w*|frivillig\w*|foreningsliv|i min fritid)\b", _I
)
OF_OTHERS = re.compile(
    r"\b(?:borgere?|borgeren|patient(?:er)?|beboere?|børn|unge|ældre|elever|klienter|mennesker|personer|voksne|brugere|familier|mødre|gæster|kunder|kolleger|medarbejdere|ansatte|folk)"
    r"(?: [\w-]+){0,3},? (?:der|som) (?:er|har|lider|var|havde|lever|døjer)\b",
    _I,
)
"""A clause that tells of those the work is for."""
ABOUT = re.compile(
    r"(?<![\w-])(?!(?:sygemeldt|syg|ned|pga|grund|døde|tidligere|dømt|straffet|efter|pause|fri|ramt|før|fået|haft|været|siden|stoppede|"
    r"stoppet|måtte|holdt|medlem|aktiv|født|opvokset|visiteret|bevilget|tilkendt|indstillet|kom|kommer|flygtet|sad|siddet|problemer|ondt|skade\w*|operation|modtager)\b)"
    r"(?:\w{1,10}-)?[^\W\d_]{3,}(?:[ ]og[ ]\w+)?[ ](?:af|om|ved|mod|til|blandt|i|hos|på|about|of|on)[ ](?:\w+[ ](?:med[ ])?){0,2}█",
    _I,
)
"""A noun and a preposition before the word (█): what is done about it or with it, in a clause that tells of nobody."""
PERSONAL = re.compile(
    r"\b(?:jeg|mig|min|mit|mine|selv|er|har|var|blev|fik|sad|kom|(?:kan|må|vil) ikke|(?-i:I)|my|am|was|have|had)\b", _I
)
"""What shows that a clause tells of somebody."""
