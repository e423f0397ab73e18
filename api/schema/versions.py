"""What answers are made by, as a GraphQL type."""

from datetime import date
from functools import cache
from importlib.metadata import version

import strawberry
from strawberry.types import Info

from api.schema.asked import asked
from api.schema.decisions import MadeByNode


@strawberry.type(description="What answers are made by; the same versions and input give the same ranking.")
class Versions:
    """Versions as GraphQL shows them."""

    code: str = strawberry.field(description="Release of this service")
    ontology: str = strawberry.field(description="Release of ESCO that is live")
    constants: str = strawberry.field(description="Version of the table of constants")
    made_by: MadeByNode = strawberry.field(description="The same and more with digests, as the decision log has them")
    today: date = strawberry.field(description="The day that is taken where asOf is not given")


@cache
def _release() -> str:
    """Read once: the package's papers are a file, and asking is most of what a trivial query costs."""
    return version("kompetencebro")


def versions(info: Info) -> Versions:
    """The versions of this answer."""
    request = asked(info)
    live = request.service.live
    return Versions(
        code=_release(),
        ontology=live.taxonomy.release,
        constants=live.constants.version,
        made_by=MadeByNode.of(request.service.records.made_by),
        today=request.today,
    )
