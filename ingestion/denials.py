"""What a CV says that the person does not have: "intet kørekort", "løn har jeg aldrig lavet"."""

import re

from ingestion.dialect import ME, NOT
from ingestion.folded import folded, lower
from ingestion.requirements import Unit

_NEITHER = rf"(?:{NOT}|ej|aldrig)"
_BEFORE = folded(
    rf"\b(?:(?:har|kan|kender|ved|forstår|taler|mestrer|behersker) (?:{ME} )?(?:(?:endnu|desværre|heller) )?{_NEITHER}|"
    r"ingen|intet|hverken|mangler(?! (?:\d|job|arbejde|nye?|kun))|uden|no|never|without|"
    r"(?:have|has|am|can|do|does|did|was)(?: not|n't)|cannot|nor do i|ikke (?:prøvet|lært)|aldrig)\b|"
    rf"\b{_NEITHER}(?: (?:et|en|noget|nogen|så|dansk|gyldigt|(?:så )?(?:god|gode|stærk|skarp|vant|dygtig|meget) "
    r"(?:til|i|med)))?\s*$"
)
"""Within a few words before what is named."""
_PRAISE = folded(
    rf"\b{_NEITHER} (?:noget imod|bange|fremmed|bleg|kun|bare|alene|mindst|et problem|problemer|spor|i tvivl)|"
    r"\b(?:uden|ingen) (?:problem\w*|besvær|fejl|brok|betænkelighed\w*)|"
    r"\b(?:not only|no problem\w*|not afraid|no stranger)\b"
)
"""A "not" that tells of what one can."""
_TURNED = folded(
    r"^(?P<list>[\w\s/æøå#+.-]{0,45}?)\s*\b(?:har|kan|kender|er|arbejder|bruger|ønsker|vil have|taler|forstår|gør|"
    r"laver|mestrer|rører|programmerer|nåede|fik|tog|bestod|gennemførte|lærte|"
    rf"kører|svejser|sælger|må) {ME} (?:\w+ )?{_NEITHER}\b|"
    rf"^[\w\s/æøå#+.-]{{0,25}}?\s*\b(?:mangler|mister|mistede|manglede) {ME}\b|"
    r"^[\w\s/æøå-]{0,25}?\s*\b(?:er jeg (?:sløj|dårlig|elendig|ringe|ny|svag|ikke \w+)|"
    rf"(?:er|har) (?:\w+ )?{_NEITHER} (?:været )?(?:min|mig|noget for mig|mit)|siger mig ikke)\b|"
    r"^[\w\s/æøå#+.-]{0,25}?\s*\bhar jeg (?:kun set|altid overladt|altid haft andre)\b|"
    rf"^\s*(?:har|kan) {ME} {_NEITHER}\b"
)
"""Behind what is named, in the same clause: its verb comes before "jeg", so that it is what the "not" is of."""
_RIGHT_BEHIND = folded(rf"^\s*(?:jeg )?(?:heller |næsten )?{_NEITHER}\b")
_GONE = (
    r"(?:udløbet|udgået|forældet|for gamm?el\w?|inddraget|frakendt|frataget|klippet|mistet|expired|gået ud|løbet ud|"
    r"(?:ikke|aldrig) (?:blevet )?(?:fornyet|gyldigt?|generhvervet|omskrevet|ombyttet)(?! (?:til|mit|min|mine)\b))"
)
_LAPSED = folded(
    r"^[\s:,|(–-]{0,4}(?:under optagelse|ikke bestået|nej\b|nul\b|zero\b)|^\s*÷|"
    rf"^[\s:|(]{{0,3}}(?:\w+ )?(?:(?:er|blev) )?(?:desværre |vist )?{_GONE}\b|"
    rf"^[\s,(–-]{{1,4}}(?:(?:men|dog|som|det|den|de|begge|alle|nu|er|blev|desværre|vist) ){{0,4}}{_GONE}\b|"
    r"^[\s:|]*(?:\w+ )?(?:udløb|løb ud|expired|røg)\b|^[\s,]*(?:(?:gælder|dur|er) ikke (?:mere|længere)|"
    r"(?:\w+ ){0,4}gælder ikke (?:her|i danmark))\b|"
    r"^[\s:|]*(?:ingen|intet|none)\s*(?:$|[,.;\n])"
)
_RESUMED = folded(
    r"^[^.;:!?\n]{0,40}, (?:det|dem|den) (?:kan|har|er|ved|kender|mestrer) jeg "
    r"(?:desværre |heller )?(?:ikke|aldrig|intet)\b"
)
"""Taken up again behind a comma: "Excel må I gerne lære mig, det kan jeg ikke"."""
_LACKED_LIST = folded(
    r"(?:^|[.!?\n]\s*)\W*(?:hvad |det |ting,? )?jeg (?:ikke|aldrig) (?:kan|er|har(?: (?:prøvet|lært|lavet))?|"
    r"kender|laver|får lært)[^.:!?\n]{0,12}:[^.!?\n]*$"
)
"""A list that opens with what is not had: "Hvad jeg ikke kan: video, budgetter"."""
_NO_I = folded(r"\b(?:jeg|vi|i|som|der)\b")
_DENIED_WITHIN = folded(rf"\b(?:har|kan) {ME} {_NEITHER}\b")
"""What is named may take its denial in."""
_ENDS = re.compile(r"[,;:!?()\n]|\.(?=\s|$)| - | – |\b(?:men|but)\b")
_FAR, _FARTHEST, _LISTED = 28, 70, 200


def denied(text: str, unit: Unit, start: int, end: int, *, wholly: bool = False) -> bool:
    """Whether a CV says at [start, end) of `unit` that the person does not have what is named there.

    wholly: "Tysk kan jeg ikke sælge på" tells of a use and denies nothing.
    """
    before = lower(text[max(unit.start, start - _FAR) : start])
    if text[end : end + 1] == ")":
        before = before.removesuffix("(")
    before = _ENDS.split(before)[-1]
    named = lower(text[start:end])
    behind = lower(text[end : min(unit.end, end + _FARTHEST)])
    after = _ENDS.split(behind)[0]
    if _PRAISE.search(before + named + after):
        return False
    if _LACKED_LIST.search(lower(text[max(unit.start, start - _LISTED) : start])) or _RESUMED.match(behind):
        return True
    if _BEFORE.search(before) or _DENIED_WITHIN.search(named) or _RIGHT_BEHIND.match(after) or _LAPSED.match(behind):
        return True
    turned = None if _NO_I.search(before) else _TURNED.match(after)
    return turned is not None and not (wholly and after[turned.end() :].strip())
