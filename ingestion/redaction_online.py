"""Addresses and profiles online, also where they are written out in words."""

import re

_I = re.IGNORECASE
_AT = r"[ ]?(?:@|[(\[]at[)\]]|[(\[]?snabel-?a[)\]]?)[ ]"
_DOT = r"(?:[ ]?\.(?=\S)|[ ]\.[ ]|[ ][(\[]?(?:dot|punktum|prik)[)\]]?[ ])"
"""A full stop with a space behind alone ends a sentence."""
_TOP = r"(?:dk|com|net|org|eu|info|nu|io|me|gl|fo|se|no|de|uk|pl|ro|example)"
ONLINE: tuple[tuple[str, re.Pattern[str]], ...] = (
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
        "email",
        re.compile(
            rf"\b[\w.+-]{{1,40}}(?:{_AT}[\w-]{{2,40}}{_DOT}[a-z]{{2,12}}|[ ]at[ ][\w-]{{2,40}}{_DOT}{_TOP})\b", _I
        ),
    ),
    (
        "url",
        re.compile(
            r"\b(?:linkedin|facebook|instagram|insta|snap|snapchat|tiktok|twitter|skype|telegram|signal|discord|messenger)"
            r"\b(?::[ ]?| (?:under|som|med|as)(?: navnet)? )(?P<hide>[\w@][\w.@-]{2,40}(?:[ ][A-ZÆØÅ][\w-]{1,30}){0,3})",
            _I,
        ),
    ),
)
