"""What can go wrong in a request that a person can act on; all else is masked with an id that the log knows."""

import strawberry

from ontology.errors import ServiceError


class BadRequestError(ServiceError):
    """An argument has a value that cannot be answered; the message is shown."""


@strawberry.interface(description="Something went wrong that a person can act on.")
class Problem:
    """What every problem tells."""

    message: str = strawberry.field(description="In plain Danish, with the next step")


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
