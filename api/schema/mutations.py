"""What a frontend can change."""

from functools import partial
from typing import Annotated

import strawberry
from strawberry.types import Info

from api.access.policy import Act
from api.jobs.board import JobKind
from api.schema.asked import asked
from api.schema.candidates import release, withdraw_release
from api.schema.corrections import ProfileResult, answer, set_reach, set_wishes
from api.schema.handling import (
    ChoiceResult,
    ExportResult,
    break_glass,
    choose,
    export,
    lift_restriction,
    refer,
    restrict,
)
from api.schema.identity import plain
from api.schema.jobs import JobNode
from api.schema.labour_market import MarkResult, mark_labour_market
from api.schema.problems import NotFound, Refusal, or_why_not
from api.schema.profiles import ProfileNode
from ontology.kinds import MunicipalityCode

JobResult = Annotated[
    JobNode | Refusal, strawberry.union("JobResult", description="The job that was started, or why not.")
]


@strawberry.type(description="A profile is gone, with its documents and its key.")
class Erased:
    """What erasing answers."""

    pseudonym: str = strawberry.field(description="What it was")


EraseResult = Annotated[
    Erased | Refusal, strawberry.union("EraseResult", description="That it is gone, or why it is not.")
]


def _ingest_cv(info: Info, text: str, handled_by: str | None = None) -> ProfileResult:
    where = MunicipalityCode(handled_by) if handled_by else None
    return or_why_not("text", lambda: ProfileNode.of(asked(info).service.intake.cv_text(text, where)))


def _ingest_upload(info: Info, upload: strawberry.ID, kind: JobKind, handled_by: str | None = None) -> JobResult:
    request = asked(info)
    path = request.uploads.path(upload)
    if path is None:
        return NotFound(message="filen er her ikke; læg den op igen")

    def start() -> JobNode:
        take = partial(request.service.intake.postings, named=False)
        if kind is JobKind.CV:
            where = MunicipalityCode(handled_by) if handled_by else None
            take = partial(request.service.intake.cvs, handled_by=request.service.intake.handling(where))
        request.service.require(Act.INGEST_CV if kind is JobKind.CV else Act.INGEST_POSTINGS)
        done = partial(request.uploads.discard, upload)
        return JobNode.of(request.jobs.start(kind, request.owner, lambda step: take([path], step), done, upload))

    return or_why_not("handledBy", start)


def _erase(info: Info, profile: strawberry.ID) -> EraseResult:
    def erase() -> Erased:
        asked(info).service.erase(plain(profile))
        return Erased(pseudonym=plain(profile))

    return or_why_not("profile", erase)


@strawberry.type(description="What a frontend can change. A refusal says why; all of them are Problems.")
class Mutation:
    """The root."""

    ingest_cv: ProfileResult = strawberry.mutation(
        resolver=_ingest_cv,
        description="Read a CV that was typed or pasted; the same text again is the same profile. handledBy: the"
        " municipality of the case, where the caller has several.",
    )
    ingest_upload: JobResult = strawberry.mutation(
        resolver=_ingest_upload,
        description="Read a file that was sent to /uploads: a CV, ads, or a ZIP of them; handledBy as for ingestCv.",
    )
    erase: EraseResult = strawberry.mutation(
        resolver=_erase, description="Remove a profile, its documents and its key for good."
    )
    choose: ChoiceResult = strawberry.mutation(
        resolver=choose,
        description="Note what a consultant chose, rejected or overrode of what was shown, and why; subject: id of an"
        " ad or an occupation.",
    )
    restrict: ProfileResult = strawberry.mutation(
        resolver=restrict, description="Keep a profile and use it for nothing until it is lifted (GDPR art. 18)."
    )
    lift_restriction: ProfileResult = strawberry.mutation(
        resolver=lift_restriction, description="Use a profile again that was restricted."
    )
    refer: ProfileResult = strawberry.mutation(
        resolver=refer,
        description="Let a case of the municipality's own system lead to a profile (profileByCase); no CPR number.",
    )
    export: ExportResult = strawberry.mutation(
        resolver=export, description="Everything held about a profile, as a ZIP to hand to the citizen (GDPR art. 15)."
    )
    break_glass: ProfileResult = strawberry.mutation(
        resolver=break_glass,
        description="Read a profile that your role does not read; the citizen sees that you did, and the reason.",
    )
    answer: ProfileResult = strawberry.mutation(
        resolver=answer,
        description="Confirm (YES) or strike (NO) a skill (URI), a credential (code) or 'car', asked or unasked.",
    )
    set_reach: ProfileResult = strawberry.mutation(
        resolver=set_reach, description="From where, how and how far the person will travel; null = as it was."
    )
    release: ProfileResult = strawberry.mutation(
        resolver=release,
        description="Let a profile be found from ads, each of the two for themselves; it is found once both have.",
    )
    withdraw_release: ProfileResult = strawberry.mutation(
        resolver=withdraw_release, description="Take a release back; one of the two is enough, and it holds at once."
    )
    set_wishes: ProfileResult = strawberry.mutation(
        resolver=set_wishes,
        description="What the person seeks: occupations (ESCO URIs), kinds of post, and which shifts not; empty = none",
    )
    mark_labour_market: MarkResult = strawberry.mutation(
        resolver=mark_labour_market,
        description="Mark the ads that stand for their copies in Neo4j, for cypher/market.cypher; for operators.",
    )
