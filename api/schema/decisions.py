"""What was shown, chosen and corrected of a profile, as its citizen may see it."""

from datetime import date, datetime
from functools import partial
from typing import Self

import strawberry
from strawberry.relay import PageInfo
from strawberry.types import Info

from api.records.entries import Act, Choice, Chosen, Corrected, Correction, Logged, Shown, Versions
from api.records.witness import REACH_OR_WISHES
from api.records.words import in_danish
from api.schema.asked import asked
from api.schema.paging import bounded, cursor_of, cut, place_of
from graph.errors import UnknownRecordError
from graph.questions import Subject
from ontology.credentials import load_credentials
from ontology.kinds import CredentialCode, EscoUri
from ontology.vacancies import PostingId

_OTHERS = {Subject.CAR.value: "bil", REACH_OR_WISHES: "rejsetid eller ønsker"}


@strawberry.type(
    name="MadeBy", description="What an answer was made by: a name each, and a digest of what it stands for."
)
class MadeByNode:
    """Versions as GraphQL shows them."""

    ontology: str = strawberry.field(description="The release of ESCO")
    constants: str = strawberry.field(description="The table of constants")
    ad_table: str = strawberry.field(description="What ads generally ask")
    tables: str = strawberry.field(description="Our tables, and the municipality's own on top")
    code: str = strawberry.field(description="What ranks and scores")
    reader: str = strawberry.field(description="What reads CVs and ads")

    @classmethod
    def of(cls, one: Versions) -> Self:
        """The node of versions."""
        return cls(
            ontology=one.ontology,
            constants=one.constants,
            ad_table=one.ad_table,
            tables=one.tables,
            code=one.code,
            reader=one.reader,
        )


@strawberry.type(name="ShownRow", description="One row as it was shown.")
class ShownRowNode:
    """A row as GraphQL shows it."""

    subject: str = strawberry.field(description="source:id of an ad, URI of an occupation, or what a question is about")
    score: float = strawberry.field(description="Its score then; a question's gain, or a lever's number of ads")

    @strawberry.field(description="What it is called now, Danish first; its id where it is gone.")
    def label(self, info: Info) -> str:
        """The name."""
        return _called(info, self.subject)


@strawberry.interface(description="An entry of the decision log about a profile.")
class LogEntry:
    """What every entry tells."""

    logged: strawberry.Private[Logged]
    number: int = strawberry.field(description="Its number in the log of all profiles; it never changes")
    at: datetime = strawberry.field(description="When, in UTC")
    by: str | None = strawberry.field(description="Pseudonym of who acted; null = nobody did")

    @strawberry.field(description="The whole entry in plain Danish.")
    def in_words(self, info: Info) -> str:
        """The words."""
        return in_danish(self.logged, partial(_called, info))


@strawberry.type(name="ShownEntry", description="Somebody was shown something that was worked out from the profile.")
class ShownEntry(LogEntry):
    """What was shown."""

    shown: strawberry.Private[Shown]
    act: Act = strawberry.field(description="What")
    as_of: date = strawberry.field(description="The day that it was asked for")
    total: int | None = strawberry.field(description="How many ads could be listed; null = does not apply")
    folded: int | None = strawberry.field(description="How many were folded for a demand; null = does not apply")
    out_of_reach: int | None = strawberry.field(description="How many were too far away; null = does not apply")

    @strawberry.field(description="What was shown, in the order of the list.")
    def rows(self, first: int = 20) -> list[ShownRowNode]:
        """The rows."""
        return [ShownRowNode(subject=one.id, score=one.score) for one in self.shown.rows[: bounded(first)]]

    @strawberry.field(description="What it was made by; the same again from the same input gives the same list.")
    def made_by(self) -> MadeByNode:
        """The versions."""
        return MadeByNode.of(self.shown.versions)


@strawberry.type(name="ChosenEntry", description="A consultant chose, rejected or overrode something, and said why.")
class ChosenEntry(LogEntry):
    """What was chosen."""

    subject: str = strawberry.field(description="source:id of an ad, or URI of an occupation")
    choice: Choice = strawberry.field(description="chosen, rejected, or overridden = against the order of the list")
    reason: str = strawberry.field(description="In the consultant's own words, names and private matters hidden")
    shown_in: int | None = strawberry.field(description="The entry that last showed it; null = none did")


@strawberry.type(name="CorrectedEntry", description="Something of the profile was confirmed, struck or added.")
class CorrectedEntry(LogEntry):
    """What was corrected."""

    correction: Correction = strawberry.field(description="confirm, strike, add or undo")
    subject: str = strawberry.field(description="URI of a skill, code of a credential, 'car', or what else was set")


@strawberry.type(
    name="HandlingEntry", description="The profile was released, restricted, handed out, or noted as it stood."
)
class HandlingEntry(LogEntry):
    """What was done with the profile as a whole."""

    kind: str = strawberry.field(
        description="profile (as it stood), released, withdrawn, restricted, lifted, exported or erased"
    )
    reason: str = strawberry.field(description="Why it was restricted, or is no longer; empty = does not apply")


@strawberry.type(name="LogEntryEdge", description="An entry and its place.")
class LogEntryEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Its place; entries that come later move none")
    node: LogEntry = strawberry.field(description="The entry")


@strawberry.type(name="LogEntryConnection", description="A page of the decision log of one profile, newest first.")
class LogEntryConnection:
    """A page."""

    edges: list[LogEntryEdge] = strawberry.field(description="The entries of this page")
    page_info: PageInfo = strawberry.field(description="Whether there is more")
    total_count: int = strawberry.field(description="How many there are in all")


def _called(info: Info, what: str) -> str:
    """The name of an ad, an occupation, a skill or a credential; other things are called what they are."""
    service, uri = asked(info).service, EscoUri(what)
    if uri in service.live.taxonomy.skill_rows or uri in service.live.taxonomy.occupation_rows:
        return service.live.taxonomy.label(uri)
    if CredentialCode(what) in load_credentials():
        return load_credentials()[CredentialCode(what)].label_da
    try:
        return service.posting(PostingId(what)).title
    except UnknownRecordError:
        return _OTHERS.get(what, what)


def entry_node(one: Logged) -> LogEntry:
    """The node of an entry."""
    number, at, by = one.seq, datetime.fromisoformat(one.at), getattr(one.entry, "by", None)
    match one.entry:
        case Shown() as shown:
            return ShownEntry(
                logged=one,
                number=number,
                at=at,
                by=by,
                shown=shown,
                act=shown.act,
                as_of=shown.asked.as_of,
                total=shown.total,
                folded=shown.folded,
                out_of_reach=shown.out_of_reach,
            )
        case Chosen() as chosen:
            return chosen_node(one, chosen)
        case Corrected() as made:
            return CorrectedEntry(
                logged=one, number=number, at=at, by=by, correction=made.correction, subject=made.what
            )
        case _:
            return handling_node(one)


def handling_node(one: Logged) -> HandlingEntry:
    """The node of what was done with a profile as a whole."""
    return HandlingEntry(
        logged=one,
        number=one.seq,
        at=datetime.fromisoformat(one.at),
        by=getattr(one.entry, "by", None),
        kind=one.kind,
        reason=getattr(one.entry, "reason", ""),
    )


def chosen_node(one: Logged, chosen: Chosen) -> ChosenEntry:
    """The node of a choice."""
    return ChosenEntry(
        logged=one,
        number=one.seq,
        at=datetime.fromisoformat(one.at),
        by=chosen.by,
        subject=chosen.what,
        choice=chosen.choice,
        reason=chosen.reason,
        shown_in=chosen.shown_seq,
    )


def decisions_of(info: Info, id: str, first: int, after: str | None) -> LogEntryConnection:
    """A page of the decision log of a profile."""
    size, seen = bounded(first), place_of(after, (int,)) if after else None
    before = -int(seen[0]) if seen else None
    found, total = asked(info).service.records.decisions(id, before, size + 1)
    shown, page_info = cut(found, lambda one: (-one.seq,), size, after)
    edges = [LogEntryEdge(cursor=cursor_of((-one.seq,)), node=entry_node(one)) for one in shown]
    return LogEntryConnection(edges=edges, page_info=page_info, total_count=total)
