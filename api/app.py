"""The composition root: settings in, a ready service out."""

from api.service import Service
from api.settings import Settings
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_records import SqliteRecords, SqliteVault


def build(settings: Settings) -> Service:
    """A service over the store that the settings name; records and keys lie beside it in files of their own.

    Raises:
        StoreError: A file cannot be opened.
    """
    path = settings.store
    return Service(
        SqliteStore(path),
        SqliteRecords(path.with_name(f"{path.stem}-records.sqlite")),
        SqliteVault(path.with_name(f"{path.stem}-keys.sqlite")),
    )
