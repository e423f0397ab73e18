"""The decision log as its citizen reads it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from api.moments import in_danish_time
from api.records.entries import Act, Choice, Chosen, Corrected, Correction, Lifted, Logged, Restricted, Shown

_SHOWN: Mapping[Act, str] = MappingProxyType(
    {
        Act.MATCHES: "{count} opslag blev vist",
        Act.OPENED: "et opslag blev åbnet",
        Act.BRIDGES: "{count} andre job blev vist",
        Act.QUESTIONS: "{count} spørgsmål blev vist",
        Act.UNLOCKS: "{count} ting, der ville få flere opslag til at passe, blev vist",
        Act.CANDIDATES: "profilen blev vist ud fra et opslag",
    }
)
_CHOSEN: Mapping[Choice, str] = MappingProxyType(
    {Choice.CHOSEN: "valgt", Choice.REJECTED: "fravalgt", Choice.OVERRIDDEN: "valgt imod listens rækkefølge"}
)
_CORRECTED: Mapping[Correction, str] = MappingProxyType(
    {
        Correction.CONFIRM: "bekræftet",
        Correction.STRIKE: "strøget",
        Correction.ADD: "tilføjet",
        Correction.UNDO: "fortrudt",
    }
)
_HANDLED: Mapping[str, str] = MappingProxyType(
    {
        "profile": "profilen, som den så ud, blev gemt i loggen",
        "released": "profilen må findes ud fra opslag",
        "withdrawn": "profilen må ikke længere findes ud fra opslag",
        "restricted": "profilen opbevares og bruges ikke",
        "lifted": "profilen bruges igen",
        "exported": "alt om profilen blev udleveret",
        "erased": "profilen blev slettet",
    }
)


def in_danish(one: Logged, named: Callable[[str], str] = str) -> str:
    """One entry in plain Danish, in Danish time; `named` tells what an id or a code is called."""
    return f"{in_danish_time(datetime.fromisoformat(one.at))}: {_said(one, named)}"


def _said(one: Logged, named: Callable[[str], str]) -> str:
    match one.entry:
        case Shown() as shown:
            return _SHOWN[shown.act].format(count=len(shown.rows))
        case Chosen() as chosen:
            return f"{named(chosen.what)} blev {_CHOSEN[chosen.choice]}: {chosen.reason}"
        case Corrected() as made:
            return f"{named(made.what)} blev {_CORRECTED[made.correction]}"
        case Restricted() | Lifted() as told:
            return f"{_HANDLED[one.kind]}: {told.reason}"
        case None:
            return "slettet"
        case _:
            return _HANDLED[one.kind]
