"""Callings and places that have to do with illness, families and faiths: what follows them is of the trade."""

import re

_I = re.IGNORECASE
_CALLING = re.compile(
    r"\W*(?:[\w-]+[ ])?[\w-]{0,30}?(?:koordinator|massør|kiropraktor|akupunktør|zoneterapeut|sagkyndig|artist|optiker|kosmetolog|kostvejleder|instruktør|"
    r"[a-zæøå]{3}ologi|ologisk|psykologi|afsnit|afdeling|ambulatori(?:um|et)|klinik|fond|fonden|fondet|foredragsholder|forfatter|fotograf|koordinering|"
    r"projektleder|konsulent|coach|design|museum|museet|forlag|festival|linjen)(?:[ ]i[ ][\w-]+)?[ ]?[,:(–]",
    _I,
)
_STATE = re.compile(
    r"\b(?:jeg|mig|min|mit|mine|selv|er|har|blev|fik|var|pga|grundet|syg|sygdom|\w*sygemeld\w*|raskmeldt|gravid|barsel\w{0,9}|\w*orlov|f\w{2,3}sjob|skånejob|førtids\w+|my|i'm|ledig|stoppe[rt]|stoppede|måtte)\b",
    _I,
)
"""What shows that a calling is followed by how its holder is."""


def of_calling(sentence: str) -> bool:
    """Whether a sentence opens with a calling or a place that has to do with what follows ("Kiropraktor, piskesmæld")."""
    return _CALLING.match(sentence) is not None and not _STATE.search(sentence)
