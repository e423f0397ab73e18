"""Whose a credential, a schooling or a language is that an ad speaks of: the applicant's, or somebody else's."""

from ingestion.folded import folded, lower

_COLLEAGUES = (
    r"(?:kolleg|medarbejder|personale|chauffør|kok|svejser|tjener|mekaniker|maskinfører|inspektør|leder|chef|mester|ejer|"
    r"receptionist|tekniker|håndværker|svend|elev|lærling)\w*"
)
_FIRM = (
    r"(?:virksomhed|firma|hotel|restaurant|butik|værksted|forretning|klinik|afdeling|selskab|skole|institution|kommune|"
    r"team|hold|plejecent|kunde)\w*"
)
_SUBJECT = (
    r"(?:\b(?:vores|vor|vores|our|dine|jeres)(?! (?:nye?|kommende|næste|fremtidige|new|future|next)\b)(?: [\w-]+){1,3}|"
    r"\b(?:mester|chefen|lederen|ejeren|formanden|direktøren|han|hun|he|she|vi|we|"
    r"din (?:\w+ )?(?:forgænger|leder|chef|makker|kollega|mentor|mester|formand)|"
    r"(?:den|din) forrige(?: \w+)?|"
    rf"(?:en|flere|nogle|mange|halvdelen|to|tre|resten|de fleste) af (?:os|vores|dine|de)(?: \w+)?)|"
    rf"(?:^|[.,] |\b(?:og|for|da|fordi|hvor) )(?:\w+ )?{_FIRM}|"
    rf"\b(?:de andre|de øvrige|den anden|alle vores|begge) {_COLLEAGUES})"
)
_HAVE = r"(?:er|har|var|havde|blev|have|has|are|is|was|holds?|had)"
_NOT_SOUGHT = (
    r"(?!\b(?:du|dig|vi|søge\w*|mangle\w*|brug|behov|efter|udkig|jagt|ledig\w*|stilling\w*|job|plads|kræve\w*|krav|skal|"
    r"you|need\w*|looking|seek\w*|requir\w*|til|for)\b)"
)
_OTHERS_HAVE = folded(
    rf"{_SUBJECT}(?:[ ,–-]+(?:der|som|who)(?: i øvrigt| selv)?)? {_HAVE}\b(?: {_NOT_SOUGHT}[\w-]+){{0,5}} ?$"
)
"""What stands before a credential that a colleague or the firm has: "Vores køkkenchef er …", "Hotellet har …"."""
_BESIDE_OTHERS = folded(
    r"\b(?:(?:sammen|samarbejde\w*|side om side|makker\w*|sparring|sparrer|together) (?:med |with )|"
    r"(?:oplært|oplæres|lært op|supervision|ledet|hjælp|støtte|trained|supervised) (?:af|by) |refererer til |afløser |"
    rf"\b{_COLLEAGUES},? (?:der|som|med|who|with) )(?:{_NOT_SOUGHT}[\w-]+,? ){{0,4}}$"
)
"""Before what those have whom one works with: "sammen med to uddannede pædagoger", "en makker, der er udlært smed"."""
_SOUGHT = folded(r"\b(?:søge[rs]?|mangler|brug for|ansætte[rs]?|efter|bliv|looking|need|du er|som)\b")
_ONCE = folded(r"^\W*[\w-]+ var (?:\w+ )?$")
"""Of the one who leaves: "Bente var udlært kok"."""
_GIVEN = folded(
    r"\b(?:tilbyder (?:vi )?|(?:får|giver vi|sender vi|kommer) (?:du|dig|dem)\b|du (?:får|kommer på)\b|we offer\b|"
    r"you (?:will )?get\b)[^.;:]{0,60}$"
)
"""What stands before a course that the job itself gives."""
_GIVEN_AFTER = folded(
    r"[^.;:,]{0,30}?\b(?:(?:får|tager|lærer) du (?:\w+ ){0,3}(?:af os|hos os|her|"
    r"på arbejdspladsen|i jobbet|undervejs|den første)|"
    r"(?:giver|holder|klarer) vi\b|lærer vi dig|(?:sender|uddanner|certificerer) vi dig|is (?:given|provided)\b)"
)
"""What stands behind it: "Hygiejnekurset får du hos os"."""
_ADDRESSED = folded(
    r"\b(?:(?:har|er|kan|hvis|om|når) (?:du|man)|(?:du|man) (?:selv |gerne )?(?:er|har|skal|må|kommer med)|søge[rs]?|"
    r"mangler|brug for|ansøger\w*|ansætte[rs]?|kandidat\w*|vores (?:ny|kommende)\w*|looking|(?:have|are) you|if you|"
    r"you (?:have|are))\b"
)
"""What speaks to or of who is wanted."""
_TELLS = folded(
    r"\b(?:er|har|var|havde|bliver|blev|kører|står|sidder|findes|ligger|hører|arbejder|hjælper|oplærer|underviser|deltager|"
    r"får|kommer|holder|bruger|tager|sørger|går|planlægger|følger|samarbejder|vejleder|afholder|udfører|laver|passer|giver|"
    r"kan|vil|is|are|has|have|was|hold|will)\b"
)
_PEOPLE = (
    r"(?:patient|borger|kunde|gæst|kolleg|medarbejder|beboer|forældre|famili|bruger|deltager|turist|chauffør|nationalitet|"
    r"customer|guest|resident|client|colleague|attendant|worker|team|chef|owner|pupil|student|visitor)\w*"
)
_OTHERS_SPEAK = folded(
    rf"(?<!nye )(?<!ny )(?<!kommende )(?<!new )\b{_PEOPLE}\b(?:(?!\b(?:du|you|dig|skal|must)\b)[^.;]){{0,40}}?"
    r"\b(?:(?:taler|snakker|speaks?|læser|forstår) (?:kun |mest |også |både |only )?(?:[\w-]+ (?:og|eller|and|or) )?|"
    r"(?:er|are) (?:alle |mest |kun |all |mostly )?)$"
)
_HEARD = folded(r"\s*(?:(?:og|and|eller) \w+ )?(?:hører|høres|is spoken|are spoken|is heard)\b")
_LEARNT = folded(
    r"\b(?:lære|lærer|learn|apply|ansøgning\w*|skriv|søg|\w*system\w*|program\w*|software|hjemmeside\w*|menukort\w*)\b"
    r"[^.;]{0,30}$"
)
"""What stands before a language that is learnt there, applied in or shown on a screen: no demand by itself."""
_BESIDE = folded(r"\s*(?:below|above|text|version|nedenfor|lessons?|classes|courses?|kursus|undervisning|follows)\b")
_ADJECTIVE = folded(
    r"(?:danish|english|german|dutch|swedish|norwegian|french|polish) (?!(?:at|as|is|and|or|in|on|to|well|but|with|"
    r"would|will|can|because|since|if|so|for|are|both|not|fluently|language|skills?|level|speak\w*|proficien\w*|knowledge|"
    r"required|needed|preferred|you|we|c[12]|b[12]|a[12])\b)[a-zæøå]"
)
"""An English word of nationality before what it is said of: "Danish west coast", "Dutch shop owners"."""
_ABROAD = folded(
    r"(?:dansk|tysk|norsk|svensk|hollandsk|engelsk|fransk)[ -](?:autorisation|kørekort|koncern|kæde|ejet|ejer)"
)
_NEAR = 120


def of_others(sentence: str, start: int) -> bool:
    """Whether what is named at `start` of an ad's sentence is a colleague's, the firm's or a predecessor's."""
    before = lower(sentence[max(0, start - _NEAR) : start])
    beside = _BESIDE_OTHERS.search(before)
    return bool(
        _OTHERS_HAVE.search(before)
        or (beside and not _SOUGHT.search(before[: beside.start()]))
        or (start < _NEAR and _ONCE.match(before))
    )


def given(sentence: str, start: int, end: int) -> bool:
    """Whether the course that is named at [start, end) is one that the job itself gives."""
    low = lower(sentence)
    return bool(_GIVEN.search(low[max(0, start - _NEAR) : start]) or _GIVEN_AFTER.match(low, end))


def only_told(sentence: str) -> bool:
    """Whether a sentence that asks for nothing tells of something without a word to or of who is wanted."""
    low = lower(sentence)
    return bool(_TELLS.search(low)) and not _ADDRESSED.search(low)


def spoken_by_others(sentence: str, start: int, end: int, *, asked: bool) -> bool:
    """Whether the language at [start, end) is said of others, or is the nationality of something.

    asked: the sentence asks the applicant for something, so that only what is surely another's is.
    """
    low = lower(sentence)
    before = low[max(0, start - _NEAR) : start]
    if _ADJECTIVE.match(low, start) or _ABROAD.match(low, start) or _OTHERS_SPEAK.search(before):
        return True
    return not asked and bool(_HEARD.match(low, end) or _LEARNT.search(before) or _BESIDE.match(low, end))
