"""Why someone broke the glass: redacted, then sealed with the profile's key, so that it goes when the key goes."""

from api.records.reasons import in_own_words
from api.records.sealed import seal, unseal
from graph.store.port import KeyVault
from ontology.people import ProfileId

LEAST_CHARACTERS, MOST_CHARACTERS = 10, 500
_PLACE, _KIND = 0, "broken glass"
"""What binds it: it stands in no chain, and opens as nothing else of the profile's."""
_NEXT = "skriv i en sætning, hvorfor profilen må læses; borgeren ser den"


def sealed(reason: str, profile: ProfileId, vault: KeyVault) -> bytes:
    """The reason without names and numbers of persons, readable with the profile's key only.

    Raises:
        ReasonError: It is too short or too long.
    """
    plain = in_own_words(reason, LEAST_CHARACTERS, MOST_CHARACTERS, _NEXT)
    return seal(plain.encode(), vault.key(profile), _PLACE, _KIND, profile)


def opened(data: bytes, profile: ProfileId, vault: KeyVault) -> str:
    """The reason that `sealed` gave `data` for; empty where none was given, or the key it was sealed with is gone."""
    plain = unseal(data, vault.held_key(profile), _PLACE, _KIND, profile) if data else None
    return plain.decode() if plain else ""
