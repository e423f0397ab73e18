"""Who sits at the command line is in the access log of each profile that they ask for, as who asks over GraphQL is."""

import os
import pwd
from collections.abc import Iterable
from datetime import UTC, datetime

from api.access.policy import Act
from api.access.roles import Role
from api.cli.options import BY
from api.records.witness import Witness
from api.service import Service
from graph.store.port import AccessEntry, KeyVault
from ontology.people import ProfileId


def person(vault: KeyVault) -> str:
    """The pseudonym of who sits here: the vault's of "kommandolinje" and the name of their user in the system."""
    return vault.pseudonym(f"{BY} {os.environ.get('SUDO_USER') or _user(os.getuid())}")


def _user(number: int) -> str:
    """The name of a user; in a container it may have none but its number."""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def note(ready: Service, act: Act, profiles: Iterable[str]) -> None:
    """Note that something is asked of these profiles, before it is answered; of one that is not there nothing is.

    Raises:
        StoreError: It cannot be noted, so that nothing may be shown.
    """
    by, now = person(ready.vault), datetime.now(UTC)
    with ready.records.together():
        for id in profiles:
            found = ready.store.profile(ProfileId(id))
            if found is not None:
                entry = AccessEntry(found.id, by, Role.OPERATOR.value, act.value, now, found.handled_by)
                ready.records.note_access(entry)


def asking(ready: Service, act: Act, profile: str) -> Witness:
    """The answers about one profile, once it is noted that they are asked for."""
    note(ready, act, [profile])
    return ready.seen_by(BY)
