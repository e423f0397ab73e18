"""Where a person lives when no word for a street says so: a floor, a room, a flat, a block, care of, a box."""

import re

_CAP = r"[A-ZÆØÅÄÖÜÉ][\w.'’-]{0,30}"
_ROOM = r"(?:(?i:vær|værelse|lejl|lejlighed|bolig|dør|opgang|blok|hus)\b\.?[ ]?(?:nr\.?[ ]?)?(?:\d{1,4}|[A-H]\b))"
_STOREY = r"(?:(?:st|kl)\.?[ ]?(?:th|tv|mf)\b\.?|\d{1,2}\.(?:[ ]?(?:sal|th|tv|mf)\b\.?)*(?=[ ]*(?:,|$))|\d{1,2}[ ]?(?:th|tv|mf)\b\.?)"
DWELLINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("address", re.compile(r"(?<!\S)(?P<hide>[^\W_][^\n;]{3,59}) er min (?:adresse|bopæl)\b", re.IGNORECASE)),
    (
        "address",
        re.compile(
            rf"(?<![\w-])(?P<hide>{_CAP}(?:[ ](?:{_CAP}|\d{{1,3}}[A-Za-z]?(?=,))){{0,4}},[ ]?(?:{_ROOM}|{_STOREY})"
            rf"(?:,?[ ](?:{_ROOM}|{_STOREY}))?)",
            re.MULTILINE,
        ),
    ),
    (
        "address",
        re.compile(
            rf"^[ \t]*(?P<hide>(?-i:[LVBO])(?i:ejl|ejlighed|ær|ærelse|lok|olig|pgang)\b\.?[ ](?:\d{{1,4}}|[A-H])\b(?:,[ ]?{_ROOM})?)(?=[ ]*(?:$|,[ ]?(?:\d{{4}}[ ])?[A-ZÆØÅ]))",
            re.MULTILINE,
        ),
    ),
    (
        "address",
        re.compile(
            rf"\b[Cc]/[Oo][ .:]{{1,3}}(?P<hide>{_CAP}(?:[ ]{_CAP}){{0,2}}(?:,?[ ](?:{_CAP}[ ]){{1,3}}\d{{1,3}}[A-Za-z]?\b)?)"
        ),
    ),
    (
        "address",
        re.compile(
            rf"^[ \t]*(?:(?i:adresse|address|bopæl|privat)[ \t]*[:|][ \t]*)(?P<hide>{_CAP}(?:[ ]{_CAP}){{0,3}}[ ]\d{{1,3}}[A-Za-z]?)\b",
            re.MULTILINE,
        ),
    ),
    (
        "address",
        re.compile(
            rf"(?:^|[|•:][ ])(?!(?i:afd|team|hal|lager|butik|hus|plan|port)\b)(?P<hide>{_CAP}(?:[ ]{_CAP}){{0,2}}[ ]\d{{1,3}}[A-Za-z]?"
            rf"(?:,[ ]{_CAP})?)(?=,?[ ][^\n█]{{0,20}}█{{8}})",
            re.MULTILINE,
        ),
    ),
    (
        "address",
        re.compile(
            r"\b(?P<hide>(?:(?:Flat|Apt\.?|Apartment|Unit)[ ]\d{1,4}[A-Z]?,[ ]?)?\d{1,4}[A-Za-z]?[ ](?:[A-Z][a-z'’]{1,20}[ ]){1,3}"
            r"(?:Street|Road|Lane|Avenue|Close|Drive|Court|Terrace|Gardens|Crescent|Grove|Place|Rd|Ave|St)\b\.?)"
        ),
    ),
    (
        "address",
        re.compile(
            r"(?<=██████), ?(?P<hide>(?i:baghuset|sidehuset|forhuset|mellembygningen|kælderen|anneks(?:et)?|gårdhuset))\b"
        ),
    ),
    (
        "address",
        re.compile(
            rf"\b(?i:bor|boede|boet|bo)\b[^.;\n]{{0,50}}\b(?:på|i)[ ](?P<hide>(?!(?i:hus|hotel|afdeling|stue|gade|etage|sal|nr|nummer)\b){_CAP}(?:[ ]{_CAP}){{0,2}}[ ]\d{{1,3}}[A-Za-z]?)\b(?![.:]\d)"
        ),
    ),
    (
        "address",
        re.compile(r"^[ \t]*(?P<hide>(?i:postboks|p\.?o\.? box)[ ]\d{1,5})(?=,?[ ]\d{4}[ ]|[ ]*$)", re.MULTILINE),
    ),
)
