"""What people tell of themselves by a turn of phrase: a limb lost, a home with help, a post in a union, a passport."""

import re

from ingestion.redaction_rule import Rule, signs
from ingestion.redaction_terms import COUNTRY, DEMONYM, JOBS, KIN, PARTIES, PEOPLE, TRADE, UNION

_I = re.IGNORECASE
_PART = (
    r"(?:finger|fingre|arm|arme|ben|fod|fødder|hånd|hænder|øje|øjne|tå|tæer|nyre|lunge|bryst|bryster|fingerspids\w*|"
    r"hørelsen|synet|lugtesansen|balancen|førligheden|talen|stemmen|hukommelsen|følesansen|håret)"
)
_HOME = (
    r"(?:bosted(?:et)?|botilbud(?:det)?|bofællesskab(?:et)?(?: for \w+)?|støttet bolig|beskyttet bolig|plejebolig|forsorgshjem(?:met)?|herberg(?:et)?|"
    r"krisecenter|kvindehjem|døgninstitution|behandlingshjem|opholdssted(?:et)?|børnehjem|ungdomspension|opgangsfællesskab|opgangsbofællesskab|asylcenter|"
    r"udrejsecenter|halfway house|supported housing|sheltered housing|handicapvenlig\w* bolig|misbrugscenter|natherberg)"
)
_HELP = (
    r"(?:støtte-?kontaktperson|kontaktperson|bostøtte|hjemmevejleder|mentor|støtteperson|hjemmehjælp|hjemmesygeplejerske|sagsbehandler|misbrugskonsulent|"
    r"handicaphjælper|hjælper|ledsager|personlig hjælper|socialrådgiver)"
)
_PRISONS = (
    r"(?:Vestre|Vestre Fængsel|Nyborg|Horsens|Enner Mark|Storstrøm|Vridsløse|Vridsløselille|Jyderup|Søbysøgård|Renbæk|Møgelkær|Kragskovhede|Nørre Snede|"
    r"Horserød|Herstedvester|Blegdamsvejen|Politigården|Pension \w+|Anstalten|arresten|arrest|fængslet|spjældet)"
)
_ATTEST = r"(?:(?:straffe|børne)[ -]?(?:og[ ](?:straffe|børne))?attest\w*|criminal record|attesten)"
_CLUB = r"(?:\w{4,30}klub(?:ben)?|\w+forening(?:en)?|idræt\w*|dommer|\w{3,30}dommer|superliga\w*|landshold\w*)"
_CARE = re.compile(
    rf"\b(?:{JOBS}|borgere?|beboer\w*|patient\w*|arbejd\w*|ansat|vikar|praktik|nattevagt|udlejer|bygge\w*|renover\w*)\b",
    _I,
)
_TRADE = re.compile(rf"\b(?:{TRADE})\b", _I)
_UNION = rf"(?-i:(?:{UNION}|Metal|El-forbundet|Dansk Sygeplejeråd|Lærerforeningen|Lægeforeningen))"
TURNS: tuple[Rule, ...] = (
    Rule(
        "health",
        re.compile(
            rf"\b(?:mangler|mistede|mistet|mister|fik amputeret|fået amputeret)[ ](?:(?:en|et|to|tre|min|mit|mine|den|det|begge|venstre|højre|lidt af|noget af|halvdelen af)[ ]){{0,3}}{_PART}\b.*"
            r"|\b(?:ser|hører) (?:kun |kun omkring |ca\.? )?\d{1,2} ?(?:%|procent)(?: på .*)?"
            r"|\bventer på (?:en |et |ny |nyt |at blive )?(?:\w{0,20}operation|\w{4,20}transplantation|ny (?:nyre|hofte|lever)|nyt (?:knæ|hjerte)|opereret|udredning|diagnose)\b.*"
            r"|\b(?:fået|fik|søgt|tilkendt|får) (?:\w+ )?(?:erstatning|godtgørelse) for (?:mén|varigt|svie|tab af erhvervsevne|min|en arbejdsskade).*"
            r"|\b(?:et|mit|haft et|med et|fra et|ud af et|ud af mit) (?:dagligt |stort |massivt |gammelt |årelangt )?(?:for|mis)?(?:for)?brug(?:et)? af (?:kokain|hash|alkohol|stoffer|piller|amfetamin|heroin|opioider|morfin|lattergas|cannabis|snus)\b.*"
            r"|\b(?:har|med|fik|fået) (?:en |lidt |stærkt |let )?nedsat (?:\w{0,20}funktion\w*|\w{0,12}kraft|styrke|hørelse|syn|førlighed|bevægelighed|følesans|balance|immunforsvar|hukommelse|arbejdsevne|erhvervsevne|mobilitet|lugtesans|kondition|lungekapacitet|koncentration\w*|kognition|appetit|tid (?:på grund|pga|grundet))\b.*"
            r"|\b(?:jeg )?(?:kan|må|tåler) (?:jeg )?(?:kun|højst|højest|maks\w*|ikke længere|desværre ikke|aldrig mere) (?:at )?(?:stå|sidde|gå|løfte|bære|være på benene|køre langt)\b.*"
            r"|^\W*(?:jeg er |er |har været |var )?pårørende til (?!borger|patient|demente|folk|beboer|ældre|unge|psykisk|kræft).*"
            r"|\b(?:nedsat arbejdstid |nedsat tid |deltid |gået ned i tid |ned i tid )?(?:af|pga\.?|grundet|på grund af) (?:\w+ )?(?:helbredsmæssige|lægelige|psykiske|fysiske|personlige) (?:årsager|grunde|udfordringer|problemer|forhold)\b.*"
            r"|\b(?:jeg|hænderne|hånden) ryster\b.*|\bvejer for meget til\b.*|\b(?:lægen|min læge|speciallægen) (?:har )?(?:frarådet|fraråder|meldt|meldte|givet|gav|erklæret|erklærede|godkendt|anbefaler|anbefalet|sagt|sagde|siger|mener)\b.*"
            r"|\btog en overdosis\b.*|\b(?:tage|tog|taget) (?:mit|mig af|livet af) (?:eget liv|dage|mig)\b.*",
            _I,
        ),
        trade=_CARE,
        needed=signs(
            "mangl|mist|amputer|uden|ser |hører |venter på|erstatning|godtgørelse|brug|overdosis|tag|tog|nedsat|ige |kun|høj|maks|længere|desværre|aldrig|pårørende|læge|ryster|vejer"
        ),
    ),
    Rule(
        "health",
        re.compile(
            rf"(?:^\W*|\bjeg )(?:bor|boede|boet|har boet|bor selv|lever) (?:(?:nu|selv|stadig|i dag|tidligere) )?(?:på|i) (?:et |en |eget )?(?:\w+ )?{_HOME}\b.*"
            rf"|(?:^\W*|\bjeg )(?:har|fik|får|har fået|modtager|tilknyttet|er tilknyttet|bevilget|fået bevilget) (?:fået |brug for |tilknyttet |bevilget )?(?:en |et )?{_HELP}(?= (?:fra (?:kommunen|psykiatrien|regionen|socialpsykiatrien|jobcent\w+|distriktspsykiatrien)|i (?:kommunen|psykiatrien|hjemmet|eget hjem)|(?:to|tre|et par|\d) gange|en gang|hver (?:uge|dag|måned)|på grund|pga)\b).*",
            _I,
        ),
        own=re.compile(r"\b(?:jeg|har)\b.*\b(?:fra|i|gange?|hver|grund|pga)\b|\bjeg bor\b", _I),
        trade=re.compile(r"\b(?:arbejd\w*|ansat|vikar|praktik|nattevagt|erfaring)\b", _I),
        needed=signs("bor|boede|boet|lever|har|fik|fået|får|modtager|tilknyttet|bevilget"),
    ),
    Rule(
        "union",
        re.compile(
            rf"\b(?:(?:står|stod|stået)(?= i )|organiseret|meldt|skiftede|skiftet|betaler|sidder|sad|siddet|delegeret|kongresdelegeret|valgt|aktiv) (?:\w+ )?(?:i|til|ind i|ud af|på|for|hos|af) {_UNION}(?:'?s (?:kongres|bestyrelse|generalforsamling|hovedbestyrelse|\w*udvalg|\w*klub))?(?![\w-]|[ ]?(?:kursus|i \d))"
            rf"|\b(?:TR|FTR|AMR|(?i:(?:fælles)?tillids(?:valgt|mand|kvinde|repræsentant)|shop steward|union rep|talsmand|klubformand|klubkasserer|afdelingsformand))[ ](?:for|i|hos|of|at|inden for)[ ](?:the )?{_UNION}(?![\w-])"
            rf"|\b{_UNION}'er(?:e|ne)?\b"
            r"|\b(?:(?:blev|er|været|var|er blevet|blevet) )?(?:valgt|genvalgt|valgte mig) (?:som|til) (?:fælles)?tillids(?:mand|kvinde|repræsentant|valgt)\b.*"
            r"|\b(?:er|har aldrig været|været|ikke|aldrig|altid|melde\w*|meldt|med) (?:været )?(?:ind i|ud af|med i|i) (?:en |nogen |min |den gule |en gul )?(?:fagforening|fagbevægelsen|forbundet)\w*"
            r"|\b(?:med i|medlem i|kasserer i|formand for|sekretær i|kasserer for|aktiv i|bestyrelsen for|bestyrelsen i) [\w-]{4,30}(?:nes|ernes|s) (?:fagforening|fagforbund|landsforbund)\b"
            r"|^\W*(?:jeg )?(?:er|altid|fuldt) (?:fagligt )?organiseret\W*$"
            r"|\bbetal(?:t|er|te) (?:altid )?(?:til|kontingent til) (?:forbundet|fagforeningen|en fagforening)",
            _I,
        ),
        own=re.compile(r"\b(?:jeg|mig|blev|har|er)\b", _I),
        needed=signs(
            "fag|forbund|tillids|valgt|tr |amr |steward|union|talsmand|formand|kasserer|'er|står|stod|stået|organiseret|meldt|skift|betal|sidder|sad |siddet|delegeret|aktiv"
        ),
        trade=re.compile(rf"\b(?:{JOBS}|\w*forhandl\w*|samarbejd\w*|ansat|kursus|{_CLUB})\b", _I),
    ),
    Rule(
        "nationality",
        re.compile(
            rf"\b(?:i )?mit (?:hjemland|fødeland|oprindelsesland|gamle (?:hjem)?land)(?:,? (?:i )?{COUNTRY})?\b"
            rf"|^\W*(?:jeg er )?{PEOPLE}(?:,? (?:fra|i eksil|født|gift|bosat)\b.*)"
            r"|\b\w+ på (?:min )?(?:mødrene|fædrene)(?: side)?\b|^\W*efterkommer af \w+|\b(?:da|fordi|hvor|som) jeg er (?:født|opvokset|vokset op)(?: der\w*| i landet| i dem)?$"
            rf"|^\W*(?:er )?(?:født|opvokset|født og opvokset) i ?: ?\w+|\b(?:{DEMONYM}|{PEOPLE})[ -](?:født|passport|born|heritage|descent|roots)\b"
            r"|^\W*(?:jeg )?er (?:sort|mørk|brun|mørkhudet|mørk i huden|farvet|af farve)(?= og\b|$).*"
            r"|\b(?:selv )?(?:flygtet|flygtede) (?:fra|til|hertil|over)\b.*|^\W*i (?:moved|came|fled) (?:here |over )?from \w+.*|\b(?:hold|have|carry|on) an? \w+ passport\b|\bmine forældre (?:flygtede|flygtet|indvandrede|kom hertil|kom fra)\b.*",
            _I,
        ),
        own=re.compile(r"\b(?:jeg|mit|mine|er|har)\b", _I),
        trade=_TRADE,
        needed=signs(
            "mit |mødrene|fædrene|efterkommer|født|opvokset|passport|born|heritage|descent|roots|sort|mørk|brun|farve|flygte|forældre|moved|came|fled| fra |eksil|gift|bosat"
        ),
    ),
    Rule(
        "offence",
        re.compile(
            rf"\b(?:ingen|ikke nogen|uden|fri for|ren|rene|pletfri|blank|uplettet|en|et par|gamle?|med) (?:\w+ )?(?:anmærkning\w*|plet|pletter|domme|bemærkninger|noter)? ?(?:på|i)? ?(?:min |mit )?{_ATTEST}.*"
            rf"|\b(?:siddet|sad|sidder|afsonet|afsonede|afsoner|løsladt|udslusning|udsluset|indsat)[ ](?:inde[ ])?(?:i|fra|på|af) (?-i:{_PRISONS})(?:$|[ ](?:i|for|fra|to|tre|fire|og|med|fængsel|statsfængsel|siden|efter|\d)\b.*)"
            r"|\b(?:godkendelse|godkendt|clearance|clearet|cleared)\b\W{0,3}(?:til |af |fra |by |to )?(?:fe|pet|nato|fortroligt?|hemmeligt?|yderst hemmeligt?|til tjenestebrug|secret|top secret|sc|dv)\b.*"
            r"|\b(?:siddet|sad|sidder) (?:[\w.]+ ){1,3}inde\b.*|\bkørekort(?:et)? (?:er |blev |er blevet |var )?(?:frataget|inddraget|frakendt|taget fra mig|beslaglagt)\b.*|^\W*(?:blev |er |har været )?(?:anholdt|sigtet|tiltalt|varetægtsfængslet|frifundet|frikendt)(?=$| (?:ved|for|i|af|og sigtet|med|uskyldigt|som|efter|på)\b)(?! for \d).*",
            _I,
        ),
        own=re.compile(rf"\b(?:jeg|min|mit|kan fremvise|haves|ren|ingen|pletfri)\b(?=.*{_ATTEST})", _I),
        trade=re.compile(
            rf"\b(?:{TRADE}|indhent\w*|kontrol\w*|tjek\w*|{_CLUB}|advokat\w*|politi\w*|maskiner?|produkter|udstyr|fødevare\w*)\b",
            _I,
        ),
        needed=signs(
            "attest|record|siddet|sad|sidder|afson|løsladt|udslus|indsat|godkend|clear|kørekort|anholdt|sigtet|tiltalt|fængsl|frifundet|frikendt"
        ),
    ),
    Rule(
        "family",
        re.compile(
            rf"\b(?:vi er|jeg er en del af) (?:en )?(?:\w+ )?(?:familie på|sammenbragt|børnefamilie|storfamilie)\b.*|^\W*my partner\b.*|^\W*(?:i et |i )(?:fast |langt |nyt )?(?:for|par)forhold\b"
            r"|^\W*(?:jeg )?har (?:også |selv )?børn (?:i (?:skole|børnehave|vuggestue|institution)|hjemme|under|på|boende)\w*.*"
            rf"|\b(?:da|efter(?: at)?|siden|fordi) (?:\w+ ){{1,3}}?(?:flyttede|rejste|gik|skred) fra (?:mig|os)\b.*|\bfor(?:sørge[rt]|lod|ladt) (?:af )?(?:min|mine|mig) {KIN}\b.*|\b(?:gift|forlovet|skilt|kærester?) (?:på|i) (?:\d{{1,2}}|\w{{2,8}})\.? (?:år|måned)\b",
            _I,
        ),
        needed=signs(
            "my partner|børn|vi er|del af|forhold|forsørge|forlod|forladt|gift|skilt|kæreste|forlovet|fra mig|fra os"
        ),
    ),
    Rule(
        "sexuality",
        re.compile(
            r"\blev(?:er|et|ede) (?:nu |i dag |åbent )?som (?:mand|kvinde|trans\w*|bøsse|lesbisk|homo\w*|det køn)\b.*|\b(?:to mødre|to fædre|to mænd|to kvinder) (?:i forholdet|sammen|om)\b"
            r"|\bjeg og min (?:mand|kone) er (?:to )?(?:mødre|fædre|mænd|kvinder)\b.*|\b(?:skiftede|skiftet|skifte) køn\b.*",
            _I,
        ),
        needed=signs("lever|levet|levede|mødre|fædre|mænd|kvinder|køn"),
    ),
    Rule(
        "political",
        re.compile(
            rf"\b(?:siddet|sad|sidder|valgt|medlem|kandidat\w*|formand|næstformand|kasserer|stifter|medstifter|partisoldat|medlemskab|suppleant|frivillig|aktiv|opstillet|vælger)\b[^,.;]{{0,30}}[ ](?:af|for|i|hos|til)[ ](?-i:{PARTIES})\b.*"
            r"|\b(?:folkebevægelsen mod eu|junibevægelsen|enhedslisten|greenpeace-aktivist|den grønne ungdomsbevægelse|extinction rebellion|antifascistisk aktion|nye borgerlige|stram kurs)\b",
            _I,
        ),
        trade=re.compile(rf"\b(?:{JOBS}|journalist|ansat|arkiv\w*|pressechef|praktik\w*)\b", _I),
        needed=signs(
            "bevægelse|enhedslisten|greenpeace|extinction|antifa|nye borgerlige|stram kurs|siddet|sad |sidder|valgt|medlem|kandidat|formand|kasserer|stifter|soldat|suppleant|frivillig|aktiv|opstillet|vælger"
        ),
    ),
    Rule(
        "religion",
        re.compile(
            r"\b(?:et|en|mit|min) (?:stærkt |meget |lidt )?(?:missionsk|grundtvigsk|religiøst?|strengt? \w+|troende|kristent?|muslimsk|jødisk|katolsk|frikirkeligt?) (?:hjem|familie|barndom|opvækst|baggrund|ægteskab)\b"
            r"|\bpå mission (?:i|for)\b.*|\b(?:fri|pause|plads|rum|lokale|sted|tid)\w* til (?:at bede|bøn\w*|andagt)\b|\b(?:pga\.?|på grund af|grundet|af hensyn til) (?:min |mit |mine )?(?:tro|bøn\w*|religion|gudstjeneste\w*|ramadan\w*|sabbat\w*|fasten?)\b.*",
            _I,
        ),
        trade=re.compile(rf"\b(?:{JOBS}|borger\w*|elever|patient\w*)\b", _I),
        needed=signs("hjem|familie|barndom|opvækst|baggrund|ægteskab|mission|bede|bøn|andagt|pga|grund|hensyn"),
    ),
)
