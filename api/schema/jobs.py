"""Jobs as GraphQL types."""

from typing import Self

import strawberry
from strawberry.types import Info

from api.jobs.board import JobKind, JobState
from api.schema.asked import asked
from graph.store.port import Job


@strawberry.type(name="Job", description="Work that goes on after the answer.")
class JobNode:
    """A job as GraphQL shows it."""

    id: strawberry.ID = strawberry.field(description="To ask for it again")
    kind: JobKind = strawberry.field(description="What it takes in")
    state: JobState = strawberry.field(description="waiting, running, done or failed")
    done: int = strawberry.field(description="Pieces that are done")
    failed: int = strawberry.field(description="Pieces that were put aside")
    kept: list[str] = strawberry.field(description="Pseudonyms or ids of ads that were kept, the first 200")
    problems: list[str] = strawberry.field(description="Why pieces were put aside, the first 200")

    @classmethod
    def of(cls, one: Job) -> Self:
        """The node of a job."""
        return cls(
            id=strawberry.ID(one.id),
            kind=JobKind(one.kind),
            state=JobState(one.state),
            done=one.done,
            failed=one.failed,
            kept=list(one.kept),
            problems=list(one.problems),
        )


def job(info: Info, id: strawberry.ID) -> JobNode | None:
    """A job of the caller's own; None where there is none."""
    request = asked(info)
    found = request.jobs.job(id, request.owner)
    return JobNode.of(found) if found else None
