"""What a frontend can change."""

from typing import Annotated

import strawberry
from strawberry.types import Info

from api.jobs.board import JobKind, TooManyJobsError
from api.schema.asked import asked
from api.schema.corrections import CorrectionResult, answer, set_reach, set_wishes
from api.schema.identity import plain
from api.schema.jobs import JobNode
from api.schema.problems import BadInput, Busy, NotFound
from api.schema.profiles import ProfileNode
from graph.errors import UnknownRecordError
from ingestion.errors import IngestionError

IngestCvResult = Annotated[
    ProfileNode | BadInput, strawberry.union("IngestCvResult", description="The profile, or why not.")
]
JobResult = Annotated[
    JobNode | NotFound | Busy, strawberry.union("JobResult", description="The job that was started, or why not.")
]


@strawberry.type(description="A profile is gone, with its documents and its key.")
class Erased:
    """What erasing answers."""

    pseudonym: str = strawberry.field(description="What it was")


EraseResult = Annotated[
    Erased | NotFound, strawberry.union("EraseResult", description="That it is gone, or was not there.")
]


def _ingest_cv(info: Info, text: str) -> IngestCvResult:
    try:
        return ProfileNode.of(asked(info).service.intake.cv_text(text))
    except IngestionError as error:
        return BadInput(message=str(error), argument="text")


def _ingest_upload(info: Info, upload: strawberry.ID, kind: JobKind) -> JobResult:
    request = asked(info)
    path = request.uploads.path(upload)
    if path is None:
        return NotFound(message="filen er her ikke; læg den op igen")
    intake = request.service.intake
    take = intake.cvs if kind is JobKind.CV else intake.postings
    try:
        started = request.jobs.start(
            kind, request.owner, lambda step: take([path], step), lambda: request.uploads.discard(upload)
        )
    except TooManyJobsError as error:
        return Busy(message=str(error))
    return JobNode.of(started)


def _erase(info: Info, profile: strawberry.ID) -> EraseResult:
    pseudonym = plain(profile)
    try:
        asked(info).service.erase(pseudonym)
    except UnknownRecordError:
        return NotFound(message="der er ingen profil under det navn; den er måske slettet")
    return Erased(pseudonym=pseudonym)


@strawberry.type(description="What a frontend can change.")
class Mutation:
    """The root."""

    ingest_cv: IngestCvResult = strawberry.mutation(
        resolver=_ingest_cv, description="Read a CV that was typed or pasted; the same text again is the same profile."
    )
    ingest_upload: JobResult = strawberry.mutation(
        resolver=_ingest_upload, description="Read a file that was sent to /uploads: a CV, ads, or a ZIP of them."
    )
    erase: EraseResult = strawberry.mutation(
        resolver=_erase, description="Remove a profile, its documents and its key for good."
    )
    answer: CorrectionResult = strawberry.mutation(
        resolver=answer,
        description="Confirm (YES) or strike (NO) a skill (URI), a credential (code) or 'car', asked or unasked.",
    )
    set_reach: CorrectionResult = strawberry.mutation(
        resolver=set_reach, description="From where, how and how far the person will travel; null = as it was."
    )
    set_wishes: CorrectionResult = strawberry.mutation(
        resolver=set_wishes, description="The occupations the person seeks, by ESCO URI; empty = none."
    )
