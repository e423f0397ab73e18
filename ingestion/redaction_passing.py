"""What people tell of themselves in passing: a fragment, an aside about the house, a faith, a party or a union."""

import re

from ingestion.redaction_rule import Rule, signs
from ingestion.redaction_terms import JOBS, PARTIES, TRADE, UNION

_I = re.IGNORECASE
_LIMB = r"(?:ryg|knæ|nakke|skulder|hofte|lænde|fod|arm|hånd|ben|hjerte|lunge|nyre|hjerne|albue|mave|tarm)"
_DISEASE = (
    r"(?:(?:\w{2,20}(?:itis|apnø|blødning|infarkt|prolaps|trombose|artrose|fibrose|plegi|algi|stenose|insufficiens|syndrom|fobi|"
    r"lammelse|lidelse|opereret|transplanteret|amputation))|amputeret|klumpfod|psoriasis|eksem|kol|astma|bronkitis|\w{0,20}(?:betændelse|kræft|gigt|demens|smerter|besvær|allergi)|"
    rf"{_LIMB}(?:problemer|skade|gener)|hjernerystelse|hjertestop|(?:nyre|galde)sten|mavesår|alzheimers?|parkinsons?|musearm|tennisalbue|karpaltunnel\w*|"
    r"whiplash|åreknuder|hælspore|(?:grå|grøn) stær|tinnitus|søvnløshed|lavt stofskifte|højt stofskifte|kronisk træthed|senfølger|"
    r"(?:kunstig|ny|nye|nyt|stiv|dårlig|slidt)[ ](?:hofte|knæ|skulder|ryg|lever|nyre|hjerteklap|arm|fod)|tuberkulose|"
    r"epilepsi|migræne|diabetes|søvnapnø|asthma|arthritis|epilepsy|burnout|depression|anxiety)"
)
_BODY = (
    r"(?:ryggen|kroppen|knæet|knæene|nerverne|hovedet|helbredet|skulderen|skuldrene|hjertet|psyken|hænderne|lungerne|"
    r"øjnene|synet|hørelsen|hoften|hofterne|nakken|benene|fødderne|håndleddene|lænden)"
)
_CARE = r"\b(?:\w*(?:lærer|hjælper|assistent|plejer|plejerske|terapeut|rådgiver|behandler|vejleder|medarbejder|sælger|ekspedient|konsulent)|klasse|stue|stuen|vuggestue\w*|klub|pædagog\w*|undervis\w*|elev\w*|salg|butik\w*|borger\w*|beboer\w*|patient\w*|kunde\w*|formidl\w*|dagplej\w*|plejehjem)\b"
_NEAR = (
    r"(?:konen|manden|fruen|hustruen|kæresten|samleveren|ungerne|drengene|pigerne|børnene|sønnen|datteren|sønnerne|døtrene|"
    r"knægten|tvillingerne|svigermor|svigerfar|svigerforældrene|eksen|den lille|de små|den yngste|den ældste)"
)
_FAITHFUL = (
    r"(?:ortodokse?|muslim(?:er|ske?)?|katolik(?:ker)?|katolske?|kristne?|kristent|jøde(?:r)?|jødiske?|buddhist(?:er|iske?)?|"
    r"hindu(?:er|istiske?)?|sikh(?:er)?|baptist(?:er)?|adventist(?:er)?|troende|religiøse?|mormon(?:er)?|"
    r"protestant(?:er|iske?)?|koptiske?|kopter(?:e)?|alevi(?:tter)?|shia\w*|sunni\w*|evangeliske?)"
)
_YOUTH = (
    r"(?:Konservativ|Radikal|Socialdemokratisk|Socialistisk|Liberal|Kristendemokratisk|Rød-Grøn|Kommunistisk|Venstres|"
    r"(?:\w+[ ])?[Ff]olkepartis|(?:\w+[ ])?Alliances|Alternativets|Moderaternes|Enhedslistens|Danmarksdemokraternes)[ ][Uu]ngdom\w*"
)
_TRADE = re.compile(rf"\b(?:{TRADE})\b", _I)
PASSING: tuple[Rule, ...] = (
    Rule(
        "health",
        re.compile(
            rf"^\W*(?:(?:og|men|er|blev|var|har|haft|en|et|lidt|let|mild|svær|medfødt|kronisk|gammel|tidligere|pga\.?|jeg|to|flere|på grund af|efter|fik)[ ])*"
            rf"{_DISEASE}(?![\w-])(?:[ ](?:\d{{4}}|i|på|fra|siden|efter|og|men)\b.*|[ ]?$)"
            rf"|\b(?:har|haft|fik|får|med)[ ](?:(?:en|et|haft|fået|selv|svær|let|mild)[ ]){{0,2}}{_DISEASE}(?![\w-]).*"
            r"|^\W*amputeret\b.*",
            _I,
        ),
        trade=_TRADE,
        anywhere=False,
    ),
    Rule(
        "health",
        re.compile(
            r"^\W*(?:(?:vel)?(?:behandlet|medicineret|reguleret)|erklæret rask|i (?:medicinsk )?behandling|symptomfri)\W*$"
            r"|\bfået fjernet (?:en|et|min|mit|den)\b.*|\b(?:træt|udmattet|syg|svækket|forpustet) (?:efter|af) (?:covid|corona|en|et)\b.*"
            r"|\b(?:fyret|opsagt|afskediget) (?:under|pga\.?|på grund af|efter) (?:\w+ )?sygdom\b|^\W*sygeorlov\b.*|^\W*(?:var |blev |jeg var )?syg (?:i|siden|fra)\b.*"
            r"|^\W*(?:jeg )?(?:er |under |stadig |i )+udredning\b.*|\bskal (?:snart )?(?:opereres|indlægges|have (?:ny|nyt) (?:knæ|hofte|skulder))\b.*"
            r"|(?:^\W*|\bjeg )(?:bruger|går med) (?:stok|rollator|krykker|kørestol|høreapparat|skinne|bandage|gangstativ)\b.*"
            r"|\bhar kun (?:en|et|én|ét) (?:hånd|arm|ben|øje|nyre|lunge)\b.*|(?:^\W*|\bjeg )går til (?:fys|fysioterapeut|kiropraktor|kontrol|lægen?|terapi)\b.*"
            r"|\b(?:recovering|former) (?:alcoholic|addict)\b|^\W*chronic (?:\w+ )?(?:pain|illness|fatigue)\b|^\W*hearing aids?\b(?! sale).*|\btype [12] diabetic\b|\bno heavy lifting\b"
            r"|\bkan (?:jeg )?ikke (?:længere )?(?:lugte|smage|høre|se|mærke|køre bil pga)\b.*"
            r"|^\W*i \w{3,20}behandling\b.*|^\W*(?:er )?(?:brændt|kørt|slidt) (?:helt )?(?:ud|ned|op)\b(?! af)"
            r"|\b(?:gik|gået|går|gå) ned med \w+\b.*"
            r"|\b(?:brændte|gik|knækkede|brød|faldt|klappede) jeg (?:helt |fuldstændig |næsten )?(?:ud|ned(?! (?:i|på|til|ad|efter)\b)|sammen(?! med))\b.*"
            r"|^\W*(?:og )?(?:partially sighted|hard of hearing|visually impaired|hearing impaired|long-term sick|on medication|uses? inhaler|"
            r"takes? medication|on sick pay)\b.*|\b(?:on|take|taking) medication for\b.*|\b(?:out|off) (?:with|due to|because of) (?:burnout|stress|illness|\w+ (?:injury|pain))\b.*"
            r"|\b(?:took|taking|had) (?:a|some|two|six|three) \w+ (?:out|off) (?:with|due to|because of) (?:burnout|stress|illness)\b.*"
            r"|\b(?:visiteret|bevilget|tilkendt|indstillet|godkendt) (?:til )?(?:fle[kx]s?job|flexjob|førtidspension|seniorpension|ressourceforløb)\b.*",
            _I,
        ),
        own=re.compile(
            r"^\W*(?:er )?(?:brændt|kørt) (?:helt )?(?:ud|ned)\b|^\W*(?:jeg )?går til|\bikke (?:lugte|smage)\b", _I
        ),
        trade=re.compile(rf"\b(?:{JOBS}|borger\w*|patient\w*|beboer\w*|afdeling\w*|afsnit)\b", _I),
    ),
    Rule(
        "health",
        re.compile(
            rf"\b{_BODY} (?:ikke |bare |pludselig |desværre |til sidst )?(?:røg|vil|ville|svigtede|svigter|strejkede|strejker|driller|drillede|"
            r"værker|knækkede|stod af|sagde|siger|holdt ikke|holder ikke)\b.*",
            _I,
        ),
        trade=re.compile(r"\b(?:borger|patient|beboer|klient|elev|bruger)\w*", _I),
    ),
    Rule(
        "health",
        re.compile(
            rf"\b{_BODY} (?:ikke |bare |pludselig |desværre |til sidst )?(?:kunne|kan|stod|gav|holdt|holder|er|"
            r"var|blev|gik|går)\b.*"
            r"|\b(?:hører|ser) (?:meget |lidt )?(?:dårligt|ikke så godt|kun(?= på (?:det|et|venstre|højre)| lidt|$)|nedsat)\b.*"
            r"|\b(?:kan|må)(?: jeg)? (?:stå|sidde|gå|løfte|arbejde|bære)(?: \w+)? (?:højst|højest|kun|max|maks|maksimalt|i kort tid)\b.*"
            r"|(?:^\W*|\bjeg )tåler (?:ikke|dårligt)\b.*|\b(?:jeg har|har|med) svært ved at (?:være|sidde|stå|holde|løfte|tale|bevæge|omgås|overskue|sove)\b.*"
            r"|\b(?:tager|spiser|bruger|tog|får) (?:\w+ )?(?:blodfortyndende|insulin|lykkepiller|antidepressiv\w*|ritalin|\w*piller|(?:stærk |daglig |fast )?\w*medicin|"
            r"inhalator|smertestillende|sovemedicin)\b.*",
            _I,
        ),
        own=re.compile(r"\bjeg (?:har svært|tager|bruger|tåler)\b", _I),
        trade=re.compile(rf"\b(?:{TRADE}|dem|den der)\b", _I),
    ),
    Rule(
        "family",
        re.compile(
            rf"\b(?=[kmfhsudtepb])(?<!hos )(?<!til )(?<!for )(?<!af )(?<!med )(?<!ved ){_NEAR}$|\b{_NEAR}(?: og (?:jeg|mig)\b|[ ](?:er|var|fik|får|har|havde|går|gik|kører|skal|bor|boede|blev|bliver|starter|sover|arbejder|læser|"
            r"flyttede|rejser|døde|vil|kan|passer|studerer)\b.*)"
            rf"|\b(?:når|da|fordi|mens|hvis|siden|efter at|så) {_NEAR}\b.*"
            r"|\b(?:vores|min|mine) (?:yngste|ældste|mindste|mellemste|små|store)(?=$|[ ](?:er|starter|går|har|skal|på|og|bor|fylder|fik|blev)\b).*"
            r"|\b(?:vi|jeg) venter (?:vores|mit|vort|nr|nummer|tvillinger|barn|et barn|en lille|familieforøgelse)\b.*"
            r"|\b(?:hente|henter|aflevere|afleverer) (?:børn|ungerne|drengene|pigerne|barn|sønnen|datteren|i (?:børnehave|sfo|vuggestue|institution))\b.*"
            r"|\b(?:passede|passer|passet|plejede|plejet|boede hos) (?:min |mine |gamle |syge )*(?:svigerfar|svigermor|svigerforældre|mor|far|mormor|farmor|morfar|farfar|moster)\b.*"
            r"|\bhar (?:lige |netop |nu |for nylig )?(?:fået )?(?:en|et) (?:lille |ny )?(?:pige|dreng|søn|datter|baby|barn)\b(?! med).*"
            r"|\b(?:har|deler|passer) (?:ungerne|børn|børnene|drengene|pigerne) (?:hver|med eksen|i weekend\w*|på deltid|halvdelen)\b.*"
            r"|^\W*(?:kone|hustru|kæreste|samlever)(?=$)|^\W*(?:kids|children) (?:are|live)\b.*|^\W*husband (?:works|is)\b.*"
            r"|^\W*(?:har|er|havde) (?:\w+ )?(?:plejebarn|plejebørn|barn|hjemmeboende|papbørn)\b.*|\benlig med (?:to|tre|fire|fem|\d|børn|barn|et|en)\b.*",
            _I,
        ),
        own=re.compile(rf"^\W*{_NEAR} er (?:store|voksne|flyttet|blevet|fløjet|teenagere)\b", _I),
        trade=re.compile(_CARE, _I),
    ),
    Rule(
        "marital",
        re.compile(
            r"^\W*(?:er |jeg er )?(?:nyskilt|nygift|nysepareret|nyforlovet|lykkeligt skilt)\b"
            r"|\b(?:recently|newly|happily) (?:separated|divorced|married|widowed|engaged)\b"
            r"|\b(?:single|lone|working) (?:mum|mom|dad|mother|father|parent)\b(?! support).*",
            _I,
        ),
    ),
    Rule(
        "religion",
        re.compile(
            rf"\b(?:vi|jeg|familien) (?:er|blev|var) (?:alle |begge |selv )?{_FAITHFUL}(?=$|[ ](?:og|men|af)\b)"
            rf"|(?:^|\b(?:ikke|fri|fejrer|holder)[ ])(?:\w+[ ]){{0,3}}{_FAITHFUL} (?:helligdag\w*|højtid\w*|fester|faste)\b.*"
            rf"|\b(?:i|fra) (?:et|en|mit) (?:\w+ )?{_FAITHFUL} (?:hjem|familie|opvækst)\b"
            r"|\bpræste(?:datter|søn|barn)\b|\b(?:søn|datter|barn) af (?:en )?(?:imam|præst|missionær|rabbiner)\b"
            rf"|\bsom (?:praktiserende |troende |god )?{_FAITHFUL}(?=$|[ ](?:arbejder|kan|må|vil|er|har|ønsker|beder)\b)"
            r"|\b(?:min|vores) (?:tro|gudstro|religion|menighed)\b.*|\bfri (?:til|ved|under) (?:fredagsbøn\w*|bøn\w*|ramadan\w*|eid|sabbat\w*|påske\w*)"
            r"|^\W*(?:jeg )?beder (?:fredag|dagligt|hver|fem|til gud|om)\w*|\bfredagsbøn\w*|\bprayer (?:breaks?|time|room)\b"
            r"|\b(?:går|gå|bærer|arbejder)(?: altid)? (?:med |i )?(?:\w*tørklæde|hijab|turban|kalot|niqab)\b.*"
            r"|\b(?:fejrer|holder) ikke (?:jul|fødselsdage?|påske)\b.*|\b(?:spiser|rører|drikker) (?:ikke|aldrig) (?:svin\w*|alkohol) (?:af|pga|på grund af)\b.*"
            r"|\b(?:døbt|konfirmeret|viet) i \w+|\bkan ikke arbejde \w+ (?:i )?(?:ramadan\w*|sabbat\w*)|\bi ramadan\w*",
            _I,
        ),
        trade=re.compile(
            rf"\b(?:{JOBS}|leder|ansat|levering|lever\w*|produktion|restaurant|køkken\w*|butik\w*|salg|konservator|maling|restaurering)\b",
            _I,
        ),
    ),
    Rule(
        "political",
        re.compile(
            rf"\b(?:{_YOUTH}|(?:[Ff]or|[Ii]|[Aa]f)[ ](?:SFU|VU|KU|RU|DFU|LAU|SUF|DKU|RGU)\b)(?:[ ](?:i|på)?[ ]?[A-ZÆØÅ]\w+)?"
            r"|(?i:\b(?:stillede|stiller|stillet)(?: selv)? op|\bkandidat|\bopstillet|\bsuppleant|\bkampagne\w*|\bløbesedler|\bspidskandidat)"
            r" (?i:for|til) (?:[A-ZÆØÅ]\w*)(?: [A-ZÆØÅ]\w*){0,3}"
            r"|(?i:\b(?:med i|medlem af|med\w*|aktiv i|formand for|stemte på|stemmer på) )(?:[A-ZÆØÅ]\w+ ){1,2}(?:[Pp]arti|Folkeparti)\b.*"
            rf"|(?i:\bog )(?:{PARTIES})$"
            r"|(?i:^\W*(?:gammel|født|tidligere|erklæret) (?:kommunist|socialdemokrat|socialist|konservativ|radikal)\b)|(?i:\brød (?:om|i) hjertet\b)"
            r"|(?i:\bstemmer (?:altid )?(?:rød(?:t|ere)|blå(?:t|ere)|borgerligt|til venstre|til højre|grønt|socialistisk|konservativt)\b)",
        ),
        trade=re.compile(r"\b(?:journalist|arkiv\w*|rengøring|kontor|historiker|pressechef|sekretær\w*)\b", _I),
    ),
    Rule(
        "union",
        re.compile(
            r"\bmedlemskort (?:siden|fra)\b.*|\b(?:betaler|betalt|kontingent|bidrag|forsikret|indmeldt|meldt|dækket|penge|dagpenge) (?:til|i|af|hos|fra|ind i) "
            rf"(?:(?:min|en|den) )?(?:(?-i:{UNION})\b|\w*fagforening\w*|a-kassen?\b).*|\b(?:a-kassen|fagforeningen)(?: (?-i:{UNION}))? (?:betaler|hjælper|dækker|har|siger)\b"
            rf"|\bjeg (?:er|har været|var) (?:stadig )?i (?-i:{UNION})\b|\bstrejke(?:de|t|r)\b.*"
            r"|^\W*(?:(?:har|er|var|været|jeg|tidligere|valgt|valgt som|som)[ ])*(?:(?:fælles)?tillids(?:mand|kvinde|valgt|repræsentant)|klubformand)\b(?! \d{4}| i \w{4,30}klubben).*"
            rf"|\b(?:meldt|meldte) (?:mig )?(?:ud|ind) (?:af|i) (?:(?-i:{UNION})\b|\w*fagforening\w*).*|^\W*gul fagforening\b|^\W*er i (?-i:{UNION})\b"
            rf"|\b(?:sidder|sad|siddet|valgt) (?:i|ind i|til) (?-i:{UNION})s? (?:bestyrelse|klub|udvalg|kongres|repræsentantskab)\w*"
            r"|^\W*(?:jeg er |er )?(?:fagligt|fag) (?:organiseret|aktiv)\W*$",
            _I,
        ),
        trade=re.compile(
            r"\b(?:jurist|sagsbehandl\w*|\w*konsulent|fodbold|håndbold|tennis|sejl\w*|spejder\w*|reception\w*|møder|samarbejde\w*)\b",
            _I,
        ),
        needed=signs(
            "medlemskort|betal|kontingent|bidrag|forsikret|meldt|dækket|penge|a-kasse|fag|er i |været i |var i |stadig i |strejke|tillids|klub|bestyrelse|udvalg|kongres|repræsentantskab"
        ),
    ),
    Rule(
        "nationality",
        re.compile(
            r"(?:^\W*|\b(?i:jeg (?:er|blev|kommer)|og|er) )(?i:født(?: og opvokset)?|opvokset|oprindeligt?|vokset op) (?:i|på|fra) (?!19|20)(?:[A-ZÆØÅ]\w+)(?: [A-ZÆØÅ]\w+)?"
            r"|(?i:(?:^\W*|\bjeg )er fra (?-i:[A-ZÆØÅ]\w+)$|\b\w+ på (?:min )?(?:mors|fars) side\b|\b\w+ af (?:fødsel|herkomst|afstamning)\b)"
            r"|(?i:\bhar boet (?:her|i landet) (?:i|siden)\b.*|\bbeen (?:here|in denmark) (?:since|for)\b.*|\b(?:arbejds|opholds|studie)visum\b.*|"
            r"\b(?:tidsubegrænset|permanent|midlertidigt|varigt) ophold(?:stilladelse)?\b.*)",
        ),
        trade=re.compile(rf"\b(?:{TRADE}|hr|ansatte|jurist\w*)\b", _I),
    ),
    Rule(
        "age",
        re.compile(
            r"^\W*(?:jeg )?er [2-7]\d(?:\W*$|(?= og [a-zæøå]))|\bbarn af (?:19)?\d\d'?erne\b|\b(?:tæt på|på den anden side af|lige under|rundet) de [3-7]\d\b"
            r"|\b(?:\d{1,2}|et|to|tre|fire|fem|få) år (?:fra|til) (?:\w+ )?(?:efterløn|pension)\w*|^\W*(?:1[5-9]|[2-7]\d) år og (?:går|i|bor|læser|frisk)\b"
            r"|^\W*(?:(?:er|jeg er|nu|en) )*(?:snart|næsten|netop|lige|godt|knap) (?:fyldt )?[3-7]\d(?: år)?\W*$|^\W*(?:en |jeg er en )?(?:19)?[4-9]\d-?model\W*$",
            _I,
        ),
    ),
    Rule(
        "offence",
        re.compile(
            r"\bklip i kørekortet\b(?: \([^)\n]*\))?.*|\b(?:mistede|mistet|frataget|fik inddraget|fik frataget) (?:mit )?kørekort\w*\b.*|\b(?:inde at sidde|inde og sidde|siddet inde|sad inde)\b.*"
            r"|\b(?:ingen|ikke nogen) (?:domme|straffe|tidligere straffe|bøder)\b.*",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE}|advokat\w*)\b", _I),
    ),
    Rule(
        "sexuality",
        re.compile(
            r"\bjeg er til (?:kvinder|mænd|begge køn|fyre|piger)\W*$|^\W*(?:jeg er |er )?født som (?:pige|dreng|mand|kvinde)\b",
            _I,
        ),
    ),
)
