"""What people tell of themselves beside the matter: who lives with them and when, what they owe, a fine, a permit."""

import re

from ingestion.redaction_rule import Rule, signs
from ingestion.redaction_terms import ILLNESS, JOBS, TRADE

_I = re.IGNORECASE
_NEAR = (
    r"(?:konen|manden|kæresten|ungerne|drengene|pigerne|børnene|sønnen|datteren|sønnerne|døtrene|knægten|knægtene|tvillingerne|tøserne|poderne|"
    r"rollingerne|de (?:små|to|tre|store|yngste)|den (?:lille|yngste|ældste|mindste|store)|my two|the (?:kids|children|boys|girls))"
)
_WHEN = (
    r"(?:hos mig|her (?:hos|hver|i)|hos (?:deres|hendes|hans|sin) (?:mor|far)|hos (?:moren|faren|eksen)|hver(?:t)? (?:anden|2\.?|14\.?|weekend|uge)|hveranden|"
    r"i (?:lige|ulige) uger|halvdelen|halve tiden|på skift|bor (?:her|hos|hjemme)|er her|7/7|9/5|with me|every other week)"
)
_CARE = re.compile(
    rf"\b(?:{JOBS}|træn\w*|hold(?:et)?|kamp\w*|U\d+\w*|klub\w*|sfo|børnehave\w*|vuggestue\w*|institution\w*|skole\w*|klasse\w*|\w*dagplej\w*|"
    r"opholdssted\w*|botilbud\w*|stue\w*|pædagog\w*|undervis\w*|elever|spejder\w*|lejr\w*|aktivitet\w*|borger\w*|familier|forældre\w*)\b",
    _I,
)
_LENDS = (
    rf"\b(?:{JOBS}|sags\w*|\w*rådgiv\w*|inkasso\w*|kredit\w*|\w*opkræv\w*|inddriv\w*|behandl\w*|kunde\w*|kunder|borger\w*|bank\w*|\w*vurder\w*|jurid\w*|"
    r"oplæg|regnskab\w*|bogfør\w*|skifteret\w*|clients?|customers?|collect\w*|recovery|advis\w*|løn og|lønkørsel)\b"
)
_OWES = re.compile(
    rf"^(?!.*{_LENDS}).*(?:"
    r"\b(?:i gæld|in debt|på tvangsauktion)\b|\b(?:jeg|mig|min|mit|mine|selv|står|stod|endte|ender|er|var|har|havde|fik|kom|med|under|ude af|afdrager|afdrog|skylder|registreret|slettet|personligt?|"
    r"(?-i:I)|my|am|have)\b.*\b(?:\w*gæld\w*|rki|konkurs|fallit|debts?|bankrupt\w*|skylder)\b|^\W*(?:betaler (?:stadig )?af|afdrager) på (?:\w+ ){0,2}\w*(?:gæld|lån)\w*|\blån\w* (?:hos|til|ved) inkasso\w*|(?:^\W*|\b(?:jeg|og) )skylder (?:jeg|stadig|fortsat|endnu|skat|penge|kommunen|staten|det offentlige)\b|^\W*gældssanering (?:til|siden|afsluttet|fra|slut)|^\W*lønindeholdelse (?:til|siden|fra))",
    _I,
)
_CRIME = r"(?:hash|narko|stof|volds?|sprit|spirit|spiritus|promille|tyveri|butikstyveri|bande|våben|knivs?|bedrageri|færdsels|fart|røveri|indbruds|hæleri|trussels)"
_DRINK = r"(?:spirit(?:us)?|sprit|promille|fuldskab|hash|stoffer|narko|amfetamin|kokain)"
_CARD = r"(?:kortet|kørekortet|lappen|kørekort)"
ASIDES: tuple[Rule, ...] = (
    Rule(
        "family",
        re.compile(
            rf"(?:\b(?:har|med|bor med|alene med|passer|henter) )?\b{_NEAR}(?:[ ](?:er|bor|kommer|sover|skal|opholder sig|bliver|hjemme|har|også|kun|så|is|are|live))*[ ]{_WHEN}\b.*"
            rf"|\b(?:7/7|9/5|deleordning|alene|deler) (?:\w+ )?(?:med|om) {_NEAR}\b.*",
            _I,
        ),
        trade=_CARE,
        anywhere=False,
        needed=signs(
            "hos |her |hver|i lige|i ulige|halv|på skift|bor |7/7|9/5|with me|every other|alene|deler|deleordning"
        ),
    ),
    Rule(
        "economy",
        re.compile(
            r"\b(?:\w*gældssanering\w*|(?:\w+[ ])?\w{0,10}gæld(?:en)?|(?-i:RKI|Debitor Registret)|lønindeholdelse\w*|(?:gik|gået|går|røg|kom|endte|endt|sat|solgt) (?:\w+ ){0,2}på tvangsauktion|skylder\b.*|afdrager på|betaler (?:stadig )?af på\b|personligt? konkurs\w*|"
            r"(?:mit|min) (?:\w+ )?(?:firma|virksomhed|butik|selskab|forretning|café|restaurant)\w* gik (?:konkurs|fallit|nedenom)|"
            r"jeg gik (?:\w+ )?(?:konkurs|fallit)|gik (?:jeg|selv|privat) (?:\w+ )?konkurs|(?:personally |personal )?bankrupt\w*|in debt|debts?)\b.*",
            _I,
        ),
        own=_OWES,
        trade=re.compile(""),
        needed=signs(
            "gæld|tvangsauktion|betaler|rki|debitor|indeholdelse|skylder|afdrager|konkurs|fallit|nedenom|debt|bankrupt"
        ),
    ),
    Rule(
        "economy",
        re.compile(
            r"(?:^\W*|\. )(?:jeg )?(?:betaler (?:stadig |fortsat )?af|afdrager) på (?:\w+ ){0,3}?\w*(?:gæld|lån)\w*.*",
            _I,
        ),
        needed=signs("gæld|lån"),
    ),
    Rule(
        "offence",
        re.compile(
            rf"\b{_CRIME}-?(?:dom(?:me|men)?|sag(?:en)?|sigtelse(?:r)?|bøde(?:n|r)?)\b.*"
            rf"|\b{_CARD} (?:røg|ryger|er røget|var røget|(?:blev|er|var) (?:klippet|taget|inddraget|frakendt|væk)|fik jeg (?:først )?(?:tilbage|igen)|tilbage)\b"
            r"(?! i (?:terminalen|automaten|maskinen|printeren)).*"
            rf"|\b(?:røg|røget|knaldet|taget|snuppet|stoppet|dømt|frakendt|uden kort(?:et)?|kortet)[ ](?:[\w.]+[ ]){{0,4}}?(?:for|med|pga\.?|på grund af|grundet|i|på)[ ](?:\w+[ ])?{_DRINK}\b.*"
            rf"|\b(?:pga\.?|på grund af|grundet) {_DRINK}\b.*|\b(?:kørt|kørte|kørsel) (?:\w+ )?(?:med promille|i (?:fuldskab|beruset|påvirket)|påvirket|fuld|beruset|spirituspåvirket)\b.*"
            rf"|\b(?:mistede|mistet|(?:fik|fået) (?:frataget|taget|klippet)|frataget|generhvervet|generhvervede) (?:\w+ )?{_CARD}\b.*|\b(?:fået|fik|har) {_CARD} (?:tilbage|igen)\b.*"
            r"|\b(?:fik|fået|tog|idømt|modtog|har|havde) (?:\w+ )?(?:\d+ )?(?:\w+\.? )?(?:betinget|ubetinget)\b.*"
            r"|\bbag tremmer\b.*"
            r"|\b(?:siddet|sad|sidder) (?:\w+ )?(?:\d+|\w{2,6}) (?:mdr\.?|måneder|år|dage|uger) (?:inde|for)\b.*"
            r"|\b(?:plet|noget|anmærkning) på (?:min )?(?:straffe)?attest\w*.*",
            _I,
        ),
        trade=re.compile(
            rf"\b(?:{TRADE}|advokat\w*|\w*vagt\w*|politi\w*|\w{{3,30}}dommer|kampe|betalings?\w*|indhent\w*|varer|lager\w*|journalist\w*|dokumentar\w*|podcast\w*|film\w*|roman\w*|report\w*|retten|efterforsk\w*)\b",
            _I,
        ),
        anywhere=False,
        needed=signs(
            "dom|sag|tremmer|sigtelse|bøde|kort|lappen|promille|sprit|for |med |pga|grund|kør|betinget|siddet|sad |sidder|attest"
        ),
    ),
    Rule(
        "offence",
        re.compile(
            r"\b(?:was|been|got|have been|am)(?: \w+)? (?:fined|cautioned|banned from driving|arrested|sentenced|caught(?! up)|disqualified|prosecuted)\b.*"
            r"|^\W*(?:once )?(?:fined|caught|cautioned) (?:for|with|drunk|drink|speeding|driving)\b.*|\b(?:drink|drunk)[- ]?driving\b.*|\bdui\b.*|\bsuspended sentence\b.*"
            r"|\blost my (?:driving )?licen[cs]e\b.*|\bmy (?:driving )?licen[cs]e (?:was|has been) (?:taken|revoked|suspended|withdrawn)\b.*|\bspeeding (?:fine|ticket)s?\b.*",
            _I,
        ),
        trade=re.compile(
            r"\b(?:clients?|patients?|cases|police|officer|suppliers?|young people|offenders|lawyer|solicitor)\b", _I
        ),
        needed=signs("fined|caution|banned|arrest|sentence|caught|disqual|prosecut|driving|dui|licen|speeding"),
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b(?:(?:on|with|hold|have|got) (?:an?|my)|hold|my) (?:\w+ ){0,2}?(?:permit|visa|green card|residence card)\b(?! (?:cards?|payments?|application|to work|for (?:hot|dig)|system)).*"
            r"|\b(?:as )?(?:an? )?accompanying (?:spouse|partner|family|wife|husband|child)\b.*|\b(?:here |in denmark )on a \w+ (?:card|visa|permit|scheme)\b.*"
            r"|\b(?:som )?medfølgende (?:ægtefælle|partner|familie\w*|kone|mand|hustru|barn|samlever)\b.*|\b(?:har |fik |fået )?ophold som \w+.*"
            r"|\bopholdskort(?:et)?\b.*|\b(?:dependent|spouse|spousal|partner) (?:visa|permit)\b.*",
            _I,
        ),
        trade=re.compile(
            rf"\b(?:{TRADE}|building|hot|dig|driv\w+|ansøg\w*|application\w*|handled|processed|applied|styrelse\w*|chauffør\w*|betalings\w*)\b",
            _I,
        ),
        needed=signs("permit|visa|card|accompanying|medfølgende|ophold"),
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b(?:fra|på) (?:min |mine )?(?:far|mor|farmor|mormor|farfar|morfar|forældre|bedsteforældre)s side\b|\bkom til verden\b.*|\bon my (?:father|mother)'s side\b",
            _I,
        ),
        needed=signs("side|verden"),
    ),
    Rule(
        "health",
        re.compile(
            r"\b(?:medicinen|pillerne) (?:virker|hjælper|holder)\b.*|\b(?:lægen|lægerne|psykiateren|the doctor) (?:giver|gives|har givet|gave) (?:mig|me) .*|\bf(?:år|ik) jeg (?:\w+ )?medicin\b.*",
            _I,
        ),
        needed=signs("medicin|pillerne|læge|psykiater|doctor"),
    ),
    Rule(
        "health",
        re.compile(
            r"\b(?:brød|bryder|brudt) (?:jeg )?(?:(?:helt|fuldstændig\w*|bare) )?sammen\b(?! (?:med|om)\b).*|\bjeg brød (?:\w+ )?sammen\b.*|"
            r"\b(?:færdig|holdt op|stoppet|trappet ud|af|ude) (?:med|af) (?:mine |alle )?(?:piller\w*|medicinen)\b.*",
            _I,
        ),
        own=re.compile(r"\b(?:jeg|er|blev)\b", _I),
        trade=re.compile(r"\b(?:borger\w*|patient\w*|maskine\w*|forhandling\w*|system\w*|server\w*)\b", _I),
        needed=signs("sammen|piller|medicinen"),
    ),
    Rule(
        "offence",
        re.compile(
            r"\b(?:fik|fået|betalte|idømt|gav)\b[^.;\n]{0,20}\bdagbøder?\b.*|\binjurie(?:r|dom\w*|sag\w*)\b.*", _I
        ),
        own=re.compile(r"\b(?:jeg|mig|min|mit)\b", _I),
        trade=re.compile(rf"\b(?:{TRADE}|{JOBS}|jura|juridisk\w*|advokat\w*|sager)\b", _I),
        needed=signs("dagbøde|injurie"),
    ),
    Rule(
        "family",
        re.compile(r"\b(?:(?:ind)?til|efter|før|da|siden|indtil) (?:hun|han|de) (?:døde|gik bort|sov ind)\b.*", _I),
        trade=re.compile(r"\b(?:beboer\w*|borger\w*|patient\w*|klient\w*|ældre)\b", _I),
        needed=signs("døde|bort|sov ind"),
    ),
    Rule(
        "nationality",
        re.compile(
            r"\b(?:vokset|voksede) op (?:[\w-]+ ){0,5}?i (?-i:[A-ZÆØÅ])[\w-]+.*|"
            r"\bfra (?:en |et )(?:lille )?(?:landsby|by|storby|ø|provins|område) (?:tæt på|ved|uden for|udenfor|nær|i) (?-i:[A-ZÆØÅ])[\w-]+",
            _I,
        ),
        needed=signs("op |fra e"),
    ),
    Rule(
        "political",
        re.compile(
            r"\b(?:stod|stået|står|stillede op|opstillet|kandidat)\b[^.;\n]{0,12}\b(?-i:SF|S|V|DF|LA|DD|KF|RV|M|Enhedslisten|Alternativet|Venstre|Moderaterne)(?:['’]?s)? liste\b.*",
            _I,
        ),
        needed=signs("liste"),
    ),
    Rule(
        "religion",
        re.compile(
            r"\b(?:synger|sang|kor|choir|sing|søndage?(?:n|ne)?|sundays?|messe|gudstjeneste)\b[^.;\n]{0,40}\b(?-i:Sankt|Sct\.|Skt\.|Saint|St\.) (?-i:[A-ZÆØÅ])\w+|"
            r"\b(?:synger|sang|sing)\b[^.;\n]{0,30}\b(?:missionshus\w*|menighed\w*|(?:min |vores |den lokale )?kirkekor\w*|church|parish|(?-i:[A-Z]\w+) choir)\b.*|"
            r"\b(?:til|går til) (?:messe|gudstjeneste|fredagsbøn|højmesse)\b.*",
            _I,
        ),
        trade=re.compile(rf"\b(?:{TRADE}|kirketjener\w*|organist\w*|kordegn\w*|graver\w*)\b", _I),
        needed=signs(
            "sankt|sct|skt|saint|st.|messe|gudstjeneste|fredagsbøn|missionshus|menighed|kirkekor|church|parish|choir"
        ),
    ),
    Rule(
        "nationality",
        re.compile(r"\b(?:\w+ )?(?:pas|passport) (?:fra|from) (?-i:[A-ZÆØÅ])\w+.*", _I),
        trade=re.compile(rf"\b(?:{TRADE}|kontrol\w*|check\w*|told\w*)\b", _I),
        needed=signs("pas fra|passport from"),
    ),
    Rule(
        "family",
        re.compile(
            r"\b(?:wait(?:ing)?|expect(?:ing)?|await(?:ing)?|venter)\b[^.;\n]{0,25}\b(?:baby|child|barn|twins|tvillinger)\b.*|"
            r"\blost (?:a|my|our) (?:baby|child|son|daughter|husband|wife|mother|father|partner)\b.*",
            _I,
        ),
        needed=signs("baby|child|barn|twins|tvilling|lost"),
    ),
    Rule(
        "health",
        re.compile(
            r"\bf(?:ik|ået) (?:jeg )?(?:\w+ ){0,2}(?:stents?|skruer|pacemaker|bypass|protese|indlæg i \w+|høreapparat\w*)\b.*|\b(?:er |det )*medicineret\b.*|"
            r"\b(?:til )?kontrol (?:hos|på) (?:\w+logen|\w+ologisk\w*|hospitalet|sygehuset)\b.*|"
            r"\b(?:pause|stoppe(?:de|t)|holdt op|måtte stoppe|opsagt|opsagde|afskediget|fyret)\b[^.;\n]{0,40} efter (?:en |et |min )?"
            rf"(?:operation|sygdom|ulykke|arbejdsskade|{ILLNESS})\w*.*",
            _I,
        ),
        trade=re.compile(r"\b(?:patient\w*|borger\w*|dyr\w*|hund\w*|kat\w*|heste?\w*|beboer\w*)\b", _I),
        needed=signs(
            "stent|skruer|pacemaker|bypass|protese|indlæg|høreapparat|medicineret|pause|kontrol|stoppe|holdt op|opsagt|opsagde|afskediget|fyret"
        ),
    ),
    Rule(
        "political",
        re.compile(r"\b(?:protests?|demonstrations?|demonstrationer(?:ne)?) (?:against|mod)\b.*", _I),
        own=re.compile(r"\b(?:I|jeg|joined|deltog|gik)\b", _I),
        needed=signs("protest|demonstration"),
    ),
)
