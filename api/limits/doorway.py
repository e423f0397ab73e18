"""The layers in front of the application, from the outside in."""

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from api.limits.bodies import BoundedBodies
from api.limits.rates import Rates
from api.limits.settings import Limits
from api.limits.sockets import BoundedSockets, Sockets
from api.limits.strangers import Strangers
from ingestion.formats.limits import LARGEST_BYTES

_REMEMBERED_S = 600


def layers(limits: Limits, door: Middleware) -> Sequence[Middleware]:
    """Pages of named sites may ask; then connections are counted, strangers and `door` judged, and bodies bounded."""
    pages = Middleware(
        CORSMiddleware,
        allow_origins=sorted(limits.origins),
        allow_methods=["POST"],
        allow_headers=["authorization", "content-type"],
        expose_headers=["retry-after"],
        max_age=_REMEMBERED_S,
    )
    return (
        *([pages] if limits.origins else []),
        Middleware(BoundedSockets, sockets=Sockets(limits.sockets, limits.sockets_each), limits=limits),
        Middleware(Strangers, refusals=Rates(limits.refusals, limits.refusals)),
        door,
        Middleware(
            BoundedBodies,
            largest=limits.body_bytes,
            longest_s=limits.body_s,
            at={"/uploads": LARGEST_BYTES + 1},
        ),
    )
