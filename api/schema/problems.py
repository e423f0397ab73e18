"""What can go wrong in a change that a person can act on; all else is masked with an id that the log knows."""

from collections.abc import Callable
from typing import TypeVar

import strawberry

from api.access.cases import CaseReferenceError
from api.access.errors import ForbiddenError
from api.jobs.board import TooManyJobsError
from api.operation.seen import Limit, note_limit
from api.records.errors import ErasedError, RestrictedError
from api.records.reasons import ReasonError
from graph.errors import AnalysisError, UnknownRecordError
from ingestion.errors import IngestionError
from ontology.errors import ServiceError, UnknownConceptError

Made = TypeVar("Made")


class BadRequestError(ServiceError):
    """An argument has a value that cannot be answered; the message is shown."""


@strawberry.interface(description="Something went wrong that a person can act on.")
class Problem:
    """What every problem tells."""

    message: str = strawberry.field(description="What it is, with the next step")


@strawberry.type(description="There is no such thing here, or it is not yours to see: the answer is the same.")
class NotFound(Problem):
    """An id that leads nowhere."""


@strawberry.type(description="A value cannot be used.")
class BadInput(Problem):
    """A value that the person can mend."""

    argument: str = strawberry.field(description="Which argument")


@strawberry.type(description="Your role does not allow this.")
class Forbidden(Problem):
    """What the caller may not do."""


@strawberry.type(description="The profile's processing is restricted (GDPR art. 18).")
class Restricted(Problem):
    """A profile that is kept but not used."""


@strawberry.type(description="Too much is being worked on; it may be asked again in a little while.")
class Busy(Problem):
    """A refusal that passes."""


Refusal = NotFound | BadInput | Forbidden | Restricted | Busy
_MENDABLE = (
    UnknownConceptError,
    IngestionError,
    BadRequestError,
    ReasonError,
    CaseReferenceError,
    AnalysisError,
)


def or_why_not(argument: str, make: Callable[[], Made]) -> Made | Refusal:
    """What `make` gives, or why not; `argument` is the one whose value can be wrong.

    A profile of others and one that there is not are the same.
    """
    try:
        return make()
    except (UnknownRecordError, ErasedError):
        return NotFound(message="det findes ikke her, eller det er ikke dit at se; se efter, om id'et er rigtigt")
    except ForbiddenError as error:
        return Forbidden(message=str(error))
    except RestrictedError as error:
        return Restricted(message=str(error))
    except TooManyJobsError as error:
        note_limit(Limit.JOBS)
        return Busy(message=str(error))
    except _MENDABLE as error:
        return BadInput(message=str(error), argument=argument)
