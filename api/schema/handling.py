"""What is done with a profile as a whole, as GraphQL mutations: choices, restriction, cases, export, broken glass."""

import base64
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.records.entries import Choice, Chosen
from api.schema.asked import asked
from api.schema.corrections import ProfileResult
from api.schema.decisions import ChosenEntry, chosen_node
from api.schema.identity import plain
from api.schema.problems import Refusal, or_why_not
from api.schema.profiles import ProfileNode


@strawberry.type(description="Everything held about a profile, to be handed to the citizen; no copy of it is kept.")
class Export:
    """What exporting answers."""

    file_name: str = strawberry.field(description="What to call the file; it names nobody")
    media_type: str = strawberry.field(
        description="application/zip: JSON files, and a note in Danish on what each holds"
    )
    bytes: int = strawberry.field(description="The size of the ZIP")
    base64: str = strawberry.field(description="The ZIP in Base64 (RFC 4648)")


ChoiceResult = Annotated[
    ChosenEntry | Refusal, strawberry.union("ChoiceResult", description="The choice as it was noted, or why not.")
]
ExportResult = Annotated[
    Export | Refusal, strawberry.union("ExportResult", description="Everything held about the profile, or why not.")
]


def choose(info: Info, profile: strawberry.ID, subject: strawberry.ID, choice: Choice, reason: str) -> ChoiceResult:
    """What a consultant did with something that was shown."""

    def made() -> ChosenEntry:
        logged = asked(info).service.choose(plain(profile), plain(subject), choice, reason)
        assert isinstance(logged.entry, Chosen)
        return chosen_node(logged, logged.entry)

    return or_why_not("reason", made)


def restrict(info: Info, profile: strawberry.ID, reason: str) -> ProfileResult:
    """The profile is kept and not used."""
    return or_why_not("reason", lambda: _restricted(info, plain(profile), reason, lifted=False))


def lift_restriction(info: Info, profile: strawberry.ID, reason: str) -> ProfileResult:
    """The profile is used again."""
    return or_why_not("reason", lambda: _restricted(info, plain(profile), reason, lifted=True))


def _restricted(info: Info, id: str, reason: str, *, lifted: bool) -> ProfileNode:
    service = asked(info).service
    service.records.restrict(id, reason, lifted=lifted)
    return ProfileNode.of(service.profile(id))


def refer(info: Info, profile: strawberry.ID, case: str) -> ProfileResult:
    """A case of the municipality's own system leads to the profile."""

    def made() -> ProfileNode:
        service = asked(info).service
        service.refer(plain(profile), case)
        return ProfileNode.of(service.profile(plain(profile)))

    return or_why_not("case", made)


def break_glass(info: Info, profile: strawberry.ID, reason: str) -> ProfileResult:
    """The profile to who does not read profiles otherwise."""
    return or_why_not("reason", lambda: ProfileNode.of(asked(info).service.break_glass(plain(profile), reason)))


def export(info: Info, profile: strawberry.ID) -> ExportResult:
    """A ZIP within the answer."""
    return or_why_not("profile", lambda: _exported(info, plain(profile)))


def _exported(info: Info, id: str) -> Export:
    made = asked(info).service.records.export(id)
    return Export(
        file_name=f"kompetencebro-{id}.zip",
        media_type="application/zip",
        bytes=len(made),
        base64=base64.b64encode(made).decode(),
    )
