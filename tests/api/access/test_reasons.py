"""Why the glass was broken: sealed with the profile's key, and gone with it."""

from pathlib import Path

from api.access.reasons import opened, sealed
from graph.store.sqlite_records import SqliteVault
from ontology.people import ProfileId

ONE, OTHER = ProfileId("one"), ProfileId("other")
REASON = "Fejl i visningen, meldt af borgeren selv."


def test_a_reason_opens_for_its_own_profile_only(tmp_path: Path) -> None:
    vault = SqliteVault(tmp_path / "keys.sqlite")
    data = sealed(REASON, ONE, vault)

    assert opened(data, ONE, vault) == REASON
    assert opened(data, OTHER, vault) == ""
    assert opened(b"", ONE, vault) == ""


def test_a_reason_is_gone_with_the_key_and_reading_it_makes_no_new_one(tmp_path: Path) -> None:
    vault = SqliteVault(tmp_path / "keys.sqlite")
    data = sealed(REASON, ONE, vault)
    vault.destroy(ONE)

    assert opened(data, ONE, vault) == ""
    assert vault.held_key(ONE) is None
