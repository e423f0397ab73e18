"""A trade union or a faith by its name: the writer's own unless a calling, a task or a dated post keeps it."""

import re

from ingestion.redaction_rule import Rule, signs
from ingestion.redaction_terms import JOBS, UNION

_I = re.IGNORECASE
_RANGE = r"(?:\d{1,2}[./])?(?:(?:19|20)\d\d|\d\d)[ ]?(?:[-–—]|til)[ ]?(?:(?:\d{1,2}[./])?(?:(?:19|20)\d\d|\d\d)|nu|d\.d\.|dato|now)"
_TASK = (
    r"\w+(?<!foren)(?<!afdel)(?<!forsaml)(?<!stift)(?<!stem)ing(?:er|en|s\w*)?[ ](?:af|i|til|for|hos|på|ved|med|om)|salg (?:til|i|hos)|rundvis\w*|"
    r"\w+(?<!konfirma)(?<!medita)(?<!tradi)(?<!organisa)tion(?:er)?[ ](?:af|i|til|for|hos|på|ved)|regnskab\w*|layout|grafi\w*|hjemmeside\w*|webdesign|"
    r"projekt\w*|ordre\w*|kunde\w*|kampagne\w*|tryk\w*|praktik\w*|oversæt\w*|foto\w*|film|artik\w+|møder med|"
    r"arkiv|rejser (?:til|med)|reception\w*|catering|levering|leverance\w*|kantine\w*|cleaning|catering for|renovation|restoration"
)
"""A noun of work before the name: what is done there, or for those who are there."""
_DATED = rf"^\W*{_RANGE}\W{{1,5}}(?:[\w-]+\W{{1,3}}){{0,2}}"
_NAMED = rf"(?<![\w-])(?-i:{UNION})(?:['’]?s)?(?!\w)"
_TAIL = (
    r"(?:overenskomst|aftale|kurs|uddann|elev|sats|løn|kontor|hus|regnskab|arkiv|forlag|konsulent|jurist|advokat|medarbejder|"
    r"sag|foredrag|arrange|seminar|webinar|konference|oplæg|blad|magasin|regl|certifi|kontrakt|pension|område|journalist|sekretær|chef|leder)"
)
"""How a compound goes on that is of the trade: "FOA-overenskomst", "HK-elev"."""
_OFFICE = (
    r"(?:\w*repræsentant|\w*tillids(?:mand|kvinde|valgt|person)|(?-i:TR|FTR|AMR)|talerør|tals(?:mand|kvinde|person)|stemme|ansigt|"
    r"(?:gen|ny|til|ud)?valgt|udpeget|\w*delegeret|\w*suppleant|medlem|member|kasserer|(?:næst)?formand|forkvinde|kandidat\w*|frivillig\w*|aktiv\w*|"
    r"organisere(?:t|de)|(?:union )?rep|steward|delegate|join(?:ed)?|betal\w*|kontingent|(?:ind|ud)?meld(?:t|te|e|er)|hjælp|støtte|tilknyttet)"
)
_BODY = r"(?:\w*bestyrelse\w*|\w*udvalg(?:et)?|kongres\w*|generalforsamling\w*|repræsentantskab\w*|\w*klub(?:ben)?|lokalkreds\w*|kandidatliste\w*|netværk\w*)"
_OF = r"(?:[ ](?:[\w-]+[ ]){0,4}?(?:i|for|af|til|hos|fra|ind|gennem|in|of|by|with)[ ](?:(?:en|et|den|det|de|the|min|vores|my|nurses' union)[ ]){0,2})"
_UNIONIST = re.compile(
    rf"\b{_OFFICE}{_OF}{_NAMED}|\b(?:min|mit|mine|vores|my) (?:[\w-]+ ){{1,2}}(?:i|hos|fra|in|at|from) {_NAMED}|\bjoined (?:the )?{_NAMED}|^(?!.*\b{JOBS}\b).*\b{_BODY}{_OF}{_NAMED}|^(?!.*\b{JOBS}\b).*{_NAMED}[ ]{_BODY}"
    rf"|\b(?:jeg (?:er|var|har været)|i am|i'm|med|gået|gik) (?:med )?(?:i|in|ind i) (?:the )?(?:nurses' union )?{_NAMED}"
    rf"|\b(?:gennem|via|takket være|through) {_NAMED}|{_NAMED} (?:har |havde )?(?:hjul|hjalp|hjælp|betal|støtte|dækk|kørte min|førte min)\w*"
    rf"|(?-i:{UNION})-(?:medlem|tillids|mand|folk|klub|formand|aktiv|repræsentant|organiser|valgt|kasserer|bestyrelse|talsmand|kontaktperson|rep)\w*",
    _I,
)
"""A post, a card or a help that makes a union the writer's own, whatever else the line says."""
_FAITH = (
    r"(?:\w{2,12}-)?(?:(?:katolsk|ortodoks|koptisk|luthersk|evangelisk|protestantisk|apostolsk|anglikansk|reformert|mormonsk|muslimsk|"
    r"(?:sunni|shia)muslimsk|islamisk|jødisk|mosaisk|buddhistisk|hinduistisk|alevitisk|assyrisk|kaldæisk|kristelig|frikirkelig|karismatisk|missionsk|grundtvigsk)e?|"
    r"krist(?:en|ne|ent)|catholic|orthodox|lutheran|evangelical|protestant|anglican|baptist|methodist|pentecostal|adventist|muslim|islamic|jewish|"
    r"buddhist|hindu|coptic|christian|sikh|(?:somalisk|tyrkisk|polsk|arabisk|tamilsk|kinesisk|rumænsk|russisk)e?(?= (?:mosk|kirke|menighed)))"
)
_COMMUNITY = (
    r"(?:\w{0,12}menighed\w*|\w{0,12}kirkes?(?:n|ns)?|\w{0,6}messen?|\w{0,4}gudstjenesten?|\w{0,6}kor(?:et)?|\w{0,8}sogn|\w{0,12}forening(?:en)?|fællesskab(?:et)?|"
    r"påsken?|jul(?:en)?|faste(?:n)?|nytår|højtid(?:er|en)?|helligdag(?:e|en)?|trossamfund(?:et)?|ungdom\w*|mosk[eé](?:en|ens)?|temp(?:el|let)s?|synagoge(?:n|ns)?|bibel\w*|søndagsskole\w*|loge|"
    r"parish|church|mosque|congregation|choir|community|service|mass|temple|fellowship|youth group)"
)
_HOUSE = (
    r"(?:(?:baptist|metodist|pinse|adventist|fri|mormon|missions|oase|city|apostol|valg|hindu|mosaisk)(?:kirke|menighed)(?:n|ns|s|en|ens)?|"
    r"\w{0,12}mosk[eé](?:en|ens)?|\w{0,6}synagoge(?:n|ns)?|jehovas vidners?|frelsens hærs?|indre missions?|luthersk missions?|"
    r"missionsforbundets?|rigssal(?:en)?|hillsong|scientology|mosque|synagogue|gurdwara|koranskole\w*)"
)
"""One house of a faith; of many one tells where one works."""
_FAITHFUL = (
    rf"\b(?:(?:den|det|de|en|et|min|mit|vores|my|the|a|our)[ ])?{_FAITH}[ ](?:[\w-]+[ ])?{_COMMUNITY}\b|\b{_HOUSE}\b"
)
_CHURCH = (
    r"\b(?:kirke(?:n|ns)?|menighed(?:en|ens)?|højmesse\w*|\w{0,6}gudstjeneste(?:n|r|rne)?|kirkekaffe\w*|kirkekor(?:et)?|lovsang\w*|church|parish|congregation|"
    r"(?-i:[A-ZÆØÅ])\w{2,20}kirken?s?)\b(?! korshær| nødhjælp)"
)
_LEISURE = (
    r"\b(?:frivillig\w*|(?:søn|fre|lør)dag(?:en?|ene)?|(?:on )?(?:sun|fri|satur)days?|min|mit|mine|vores|my|our|fritid\w*|synger|sunget|brygger|spiller|"
    r"aktiv|medlem|volunteer\w*|(?-i:I) (?:\w+ )?(?:help|sing|play|go|attend|lead|teach)|(?:jeg|og) (?:hjælper|passer|bager|kommer|går|synger|sidder)|"
    r"(?:hjælper|passer|bager|kommer|går|synger|sidder|sad|sang) (?:jeg|til i|altid|fast|gerne|helst|i)|er jeg|jeg er|vokset op|kommer i|finder)\b"
)
_ROLE = (
    r"(?:kirketjener\w*|organist\w*|gravermed\w*|graver|kordegn\w*|sognehjælper\w*|sognemedhjælper\w*|præst\w*|kirkemusik\w*|kirkesanger|korleder|"
    r"kirkegård\w*|kirkekontor\w*|orgel\w*|dirigent|ansat|løn\w*|vikar\w*|koncert\w*|caretaker|sexton|pedel|verger)"
)
_HIRED = (
    r"(?:gør rent|gjorde? rent|rengør\w*|lever(?:er|ede)|kør(?:er|te)|mal(?:er|ede)|pudse[rd]\w*|repar\w*|install\w*|monter\w*|byg\w*|restaurer\w*|sælger|solgte|"
    r"clean\w*|deliver\w*|repair\w*)"
)
_WORSHIP = re.compile(rf"^(?=.*\bfrivillig)|^(?!.*\b(?:{_ROLE}|{_HIRED}\b)).*{_LEISURE}", _I)
"""What shows that one is there of one's own will and for no pay."""
_AT_WORK = re.compile(
    rf"\b(?:{_ROLE}|{JOBS}|{_TASK})\b|^\W*\w{{3,}}ede\b(?!.*\bjeg\b)|"
    r"\bhar (?!været|haft|sunget|spillet|hjulpet|deltaget|kommet|gået|fået|mødt|fundet|siddet|kendt|boet)\w{2,}t\b|"
    rf"^\W*{_RANGE}|{_RANGE}\W*$|\b(?:worker|officer|caretaker|cleaner|nurse|teacher|coordinator|journalist\w*|"
    r"hus|facader?|byg\w*|maling|mal(?:ede|et|er)|kok|guide\w*|chauffør|tømrer|murer|maler|elektriker|skole\w*|plejehjem\w*|friskole\w*|stillads\w*|tag(?:arbejde|dækning))\b"
    r"|^(?!.*\b(?:jeg|mig|min|mit|mine|selv|er|har|var|my|am)\b)\W*[\w-]+(?:[ ][\w-]+){0,3},",
    _I,
)
"""What keeps a faith by its name: a calling, a task, dates, a noun before a comma where nobody is told of."""
_UNION_SIGNS = signs(
    "3f|hk|foa|bupl|dsr|forbund|prosa|ida|djøf|dm|foren|metal|nnf|krifa|faglig|fagbev|ase|tl|funktionærer|lederne|gmb|unite|unison|læger|sygeplejeråd|"
    "fysioterapeuter|socialpædagog|sl|gl|business|kasse|cs|hkkf|blik|pharma|bioanalyt|dbio|akademiker|arkitekter|co-ind|union"
)
_CHURCH_SIGNS = signs("kirke|menighed|messe|gudstjeneste|lovsang|church|parish|congregation")
_FAITH_SIGNS = (
    *_CHURCH_SIGNS,
    *signs(
        "kor|påske|jul|faste|nytår|højtid|helligdag|sogn|foren|fællesskab|samfund|ungdom|mosk|mosq|temp|synagog|bibel|søndagsskole|loge|choir|community|service|mass|fellowship"
    ),
    *signs("youth|jehova|frelsens|mission|rigssal|hillsong|scientology|gurdwara|koran"),
)
BELONGING: tuple[Rule, ...] = (
    Rule(
        "union",
        re.compile(rf"(?<![\w-])(?:{UNION})(?:(?!\w|-|['’]s)|-(?!(?i:{_TAIL}))\w+)"),
        own=_UNIONIST,
        trade=re.compile(
            rf"\b(?:{JOBS}|{_TASK}|\w*overenskomst\w*|ansat|kontoruddann\w*|elev|uddann\w*|kontor\w*|"
            rf"skills|KL|kurs\w+|foredrag|håndbold|fodbold|\w*forhandl\w*|samarbejd\w*|dialog|svejsning|mesterskab\w*)\b"
            rf"|{_DATED}(?-i:{UNION})",
            _I,
        ),
        needed=_UNION_SIGNS,
        firm=True,
    ),
    Rule(
        "union",
        re.compile(rf"(?<![\w-])(?:{UNION})['’]?s(?!\w)"),
        own=_UNIONIST,
        trade=re.compile(""),
        needed=_UNION_SIGNS,
        firm=True,
    ),
    Rule(
        "religion",
        re.compile(_FAITHFUL, _I),
        own=_WORSHIP,
        trade=_AT_WORK,
        anywhere=False,
        needed=_FAITH_SIGNS,
        firm=True,
    ),
    Rule("religion", re.compile(_CHURCH, _I), own=_WORSHIP, trade=re.compile(""), needed=_CHURCH_SIGNS, firm=True),
)
