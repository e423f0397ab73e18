"""The same ranking again: what was shown, made once more from what it was made from, or exactly what differs."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from api.bridging import proposed_bridges
from api.matching import Outlook, listing, opened
from api.reach import Reach
from api.records.entries import Act, AsItStood, Logged, Row, Shown, Versions
from api.records.errors import ErasedError, RecordsError
from api.records.witness import row_of, wishes_of
from graph.coverage import coverage
from graph.index import MatchIndex
from graph.indexing import build_index
from ontology.people import Profile

if TYPE_CHECKING:
    from api.service import Service

_SAME_SCORE = 1e-9
_WORDS = {
    "ontology": "ontologien",
    "constants": "konstanterne",
    "ad_table": "tabellen over det, som opslag beder om",
    "tables": "tabellerne",
    "code": "koden",
    "reader": "læseren",
}
_OF_A_NEED = "et behov, som aldrig gemmes, kan have gjort forskellen"
_OF_READING = frozenset({"reader"})
"""What was read is kept as it was read: another reader changes nothing of it."""


class Outcome(StrEnum):
    """What a replay gave.

    Narrowed: the same but for ads that were left out then, as the needs of a person do. Unsure: it differs, and so does
    something that it was made by, or it may. Different: it differs, and all that it was made by is the same.
    """

    SAME = "same"
    NARROWED = "narrowed"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Replay:
    """What was shown and what is made now; `differences` say in Danish what is not the same, most telling first."""

    outcome: Outcome
    then: tuple[Row, ...]
    now: tuple[Row, ...]
    differences: tuple[str, ...]


def replay(seq: int, service: "Service") -> Replay:
    """What entry `seq` showed, made again from the profile and the ads as they stood.

    Raises:
        UnknownRecordError: There is no such entry.
        ErasedError: It can no longer be read.
        RecordsError: It showed nothing that can be made again.
    """
    shown = _shown(service.log.entry(seq))
    profile = _profile(service.log.entry(shown.profile_seq))
    index = build_index(service.kept_ads.at(shown.ads_mark), service.live)
    now = _WAYS[shown.act](shown, profile, index, service)
    if _same(shown.rows, now):
        return Replay(Outcome.SAME, shown.rows, now, ())
    others = tuple(_others(shown.versions, service.made_by))
    if others:
        return Replay(Outcome.UNSURE, shown.rows, now, (*others, *_told(shown, now)))
    if shown.act is Act.BRIDGES:
        return Replay(Outcome.UNSURE, shown.rows, now, (_OF_A_NEED, *_told(shown, now)))
    if shown.act is Act.MATCHES and _same(
        shown.rows, _matches(shown, profile, _narrowed(shown, profile, index, service), service)
    ):
        return Replay(Outcome.NARROWED, shown.rows, now, tuple(_left_out(shown, now)))
    return Replay(Outcome.DIFFERENT, shown.rows, now, tuple(_told(shown, now)))


def _narrowed(shown: Shown, profile: Profile, index: MatchIndex, service: "Service") -> MatchIndex:
    """The ads without those that were not shown though they score as well as the last that was."""
    live, then = service.live, {row.id for row in shown.rows}
    whole = len(shown.rows) < shown.asked.top
    least = 0.0 if whole else min(row.score for row in shown.rows)
    most = -float(shown.asked.after[1]) if shown.asked.after else 1.0
    scores = index.scores(profile, coverage(profile, live.taxonomy, live.derived.near), live, shown.asked.as_of)
    pairs = zip(index.postings, scores, strict=True)
    return build_index((one for one, score in pairs if one.id in then or not least <= score <= most), live)


def _left_out(shown: Shown, now: tuple[Row, ...]) -> Iterator[str]:
    then = {row.id for row in shown.rows}
    for row in now:
        if row.id not in then:
            yield f"{row.id} blev ikke vist; {_OF_A_NEED}"


def _shown(entry: Logged) -> Shown:
    if entry.entry is None:
        raise ErasedError(f"post {entry.seq} i loggen er slettet og kan ikke gentages")
    if not isinstance(entry.entry, Shown) or entry.entry.act not in _WAYS:
        raise RecordsError(f"post {entry.seq} i loggen er '{entry.kind}'; kun viste match og broer kan gentages")
    return entry.entry


def _profile(entry: Logged) -> Profile:
    if not isinstance(entry.entry, AsItStood):
        raise ErasedError(f"profilen, som den stod i post {entry.seq}, kan ikke længere læses")
    return entry.entry.profile


def _matches(shown: Shown, profile: Profile, index: MatchIndex, service: "Service") -> tuple[Row, ...]:
    asked = shown.asked
    found = listing(
        profile,
        index,
        service.live,
        service.knowledge,
        _reach(shown),
        asked.as_of,
        asked.top,
        wishes_of(asked),
        asked.after,
    )
    return tuple(row_of(one) for one in found.shown)


def _opened(shown: Shown, profile: Profile, index: MatchIndex, service: "Service") -> tuple[Row, ...]:
    wanted, asked = {row.id for row in shown.rows}, shown.asked
    found = (one for one in index.postings if one.id in wanted)
    return tuple(row_of(opened(profile, one, service.live, service.knowledge, asked.as_of)) for one in found)


def _bridges(shown: Shown, profile: Profile, index: MatchIndex, service: "Service") -> tuple[Row, ...]:
    asked = shown.asked
    before = Outlook.of(profile, index, service.live, service.knowledge, _reach(shown), asked.as_of)
    found = proposed_bridges(before, asked.top)
    return tuple(Row(one.occupation, one.agreement) for one in found)


_WAYS = {Act.MATCHES: _matches, Act.OPENED: _opened, Act.BRIDGES: _bridges}
"""How what was shown is made again."""


def _reach(shown: Shown) -> Reach:
    asked = shown.asked
    if asked.means is None or asked.minutes is None:
        raise RecordsError("posten har ingen rækkevidde og kan ikke gentages")
    return Reach(asked.home, asked.means, asked.minutes)


def _same(then: tuple[Row, ...], now: tuple[Row, ...]) -> bool:
    return len(then) == len(now) and all(
        one.id == other.id and one.digest == other.digest and abs(one.score - other.score) <= _SAME_SCORE
        for one, other in zip(then, now, strict=True)
    )


def _told(shown: Shown, now: tuple[Row, ...]) -> Iterator[str]:
    """What is not the same of the rows."""
    before, after = ({row.id: (place, row) for place, row in enumerate(rows, 1)} for rows in (shown.rows, now))
    for id, (place, row) in before.items():
        if id not in after:
            yield f"{id} stod som nr. {place} og er der ikke nu"
        elif row.digest != after[id][1].digest:
            yield f"{id} er et andet opslag end det, der blev vist: {row.digest} er nu {after[id][1].digest}"
        elif abs(row.score - after[id][1].score) > _SAME_SCORE:
            yield f"{id} havde {row.score:.6f} og har nu {after[id][1].score:.6f}"
        elif place != after[id][0]:
            yield f"{id} stod som nr. {place} og er nu nr. {after[id][0]}"
    for id, (place, _row) in after.items():
        if id not in before:
            yield f"{id} er nr. {place} nu og blev ikke vist"


def _others(then: Versions, now: Versions) -> Iterator[str]:
    """Which versions are no longer there, in words."""
    for name in (field.name for field in fields(Versions)):
        before, after = getattr(then, name), getattr(now, name)
        if before != after and name not in _OF_READING:
            yield f"{_WORDS[name]} var {before} og er nu {after}"
