"""Restricting a profile: it is kept and used no more (GDPR article 18), and what was made of it is let go of."""

from api.records.erasure import Copies
from api.records.log import DecisionLog
from ontology.people import ProfileId


def restrict(log: DecisionLog, copies: Copies, id: ProfileId, by: str, reason: str, *, lifted: bool = False) -> int:
    """The number of the entry that says so; `lifted` = it is used again, and copied anew where it is needed.

    Raises:
        ReasonError: The reason is too short or too long.
    """
    seq = log.restricted(id, by, reason, lifted=lifted)
    copies.forget(id)
    return seq
