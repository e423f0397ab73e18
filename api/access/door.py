"""The door: an Authorization header in, a caller out."""

from collections.abc import Mapping

from api.access.claims import caller_of
from api.access.keys import KeyRing
from api.access.roles import DEVELOPER, Caller
from api.access.settings import Oidc
from api.access.tokens import TokenVerifier, bearer
from graph.store.port import KeyVault


class Door:
    """Lets in who brings a token of the issuer; without an issuer, whoever sits at this machine.

    It waits for the issuer where keys must be fetched, so an event loop calls it in a thread.
    """

    def __init__(self, oidc: Oidc | None, vault: KeyVault, keys: KeyRing | None = None) -> None:
        """`oidc` None = the development mode; `keys` None = a new ring, which asks the issuer when first needed."""
        self._oidc, self._vault = oidc, vault
        self._keys = None if oidc is None else keys or KeyRing(oidc)
        self._verifier = TokenVerifier(oidc, self._keys) if oidc and self._keys else None

    @property
    def development(self) -> bool:
        """Whether anybody is let in."""
        return self._oidc is None

    @property
    def answering(self) -> bool:
        """Whether the issuer answered when it was last asked; True in the development mode."""
        return self._keys is None or self._keys.answering

    @property
    def asked(self) -> bool:
        """Whether the issuer was ever asked for its keys."""
        return self._keys is not None and self._keys.asked

    @property
    def keys_age_s(self) -> float | None:
        """How old the issuer's keys are, in seconds; None where none are known."""
        return None if self._keys is None else self._keys.age_s

    def authenticate(self, header: str | None) -> Caller:
        """Who sends a request with this Authorization header.

        Raises:
            UnauthenticatedError: There is no token, or it does not hold.
            ForbiddenError: The token holds and names no role of ours.
            IssuerUnreachableError: The keys of the issuer are not known.
        """
        if self._oidc is None or self._verifier is None:
            return DEVELOPER
        return caller_of(self._verifier.claims(bearer(header)), self._oidc, self._vault)

    def authenticate_init(self, payload: Mapping[str, object] | None) -> Caller:
        """Who opens a websocket with this payload of `connection_init`; `authorization` in it reads as the header."""
        given = [value for name, value in (payload or {}).items() if name.lower() == "authorization"]
        return self.authenticate(given[0] if len(given) == 1 and isinstance(given[0], str) else None)
