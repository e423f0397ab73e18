"""The composition root: settings in, a ready service out."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from api.cache import made_by
from api.current import WORTH_KEEPING, Current
from api.encoder import encoder
from api.files import files_of
from api.market_reading import Keeping
from api.operation.traces import traced
from api.service import Service
from api.settings import Neo4jAddress, Settings, SettingsError
from graph.ontology import LiveOntology
from graph.store.erasure_file import ErasureFile
from graph.store.neo4j_knowledge import furnish
from graph.store.port import GraphStore
from graph.store.seeker_file import SeekerFile
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.denominators import read_denominators
from ontology.places import load_places
from ontology.tables import lay_on_top
from ontology.travel import load_travel

if TYPE_CHECKING:
    from graph.store.neo4j import Neo4jStore


def build(settings: Settings, worth_keeping: int = WORTH_KEEPING) -> Service:
    """As `assembled`; whom the list of erasures names, and a backup brought back, is erased again."""
    service = assembled(settings, worth_keeping)
    service.erasing.again()
    return service


def assembled(settings: Settings, worth_keeping: int = WORTH_KEEPING) -> Service:
    """A service over the store that the settings name; records and keys lie in SQLite files of their own.

    From `worth_keeping` ads on, snapshots are kept. A municipality's own tables are laid on top of ours; its numbers of
    people out of work are reckoned with.

    Raises:
        SettingsError: Neo4j is named and its driver is not installed.
        OntologyError: The folder of own tables is not there, or holds a table that we do not have; or the numbers are
            not there or malformed.
        StoreError: A file cannot be opened, or Neo4j does not answer.
    """
    lay_on_top(settings.tables)
    store, files = settings.store, files_of(settings)
    kept, furnished = (SqliteStore(store), None) if isinstance(store, Path) else _neo4j(store)
    records, vault = SqliteRecords(files.records), SqliteVault(files.keys)
    if settings.operation.traces:
        kept, records, vault = traced(kept), traced(records), traced(vault)
    service = Service(
        kept,
        records,
        vault,
        Current(kept, _snapshots(settings), worth_keeping, encoder(settings), settings.cache),
        furnished,
        ErasureFile(files.erasures),
        Keeping(_snapshots(settings), SeekerFile(files.market), made_by(), worth_keeping),
    )
    if settings.numbers:
        service.market.use(read_denominators(settings.numbers))
    return service


def _snapshots(settings: Settings) -> Path | None:
    """The folder of this store's snapshots: beside a file, else in the cache under a name of the address."""
    store = settings.store
    if isinstance(store, Path):
        return store.with_name(f"{store.stem}-snapshots")
    name = hashlib.sha256(f"{store.uri}|{store.database}".encode()).hexdigest()[:16]
    return settings.cache / f"snapshots-{name}" if settings.cache else None


def neo4j_store(address: Neo4jAddress) -> "Neo4jStore":
    """The Neo4j at `address`.

    Raises:
        SettingsError: The driver is not installed.
        StoreError: It does not answer.
    """
    try:
        from graph.store.neo4j import Neo4jStore
    except ImportError as error:
        raise SettingsError("the Neo4j driver is not installed; run pip install 'kompetencebro[neo4j]'") from error
    login = (address.user, address.password) if address.user else None
    return Neo4jStore(address.uri, login, address.database)


def _neo4j(address: Neo4jAddress) -> tuple[GraphStore, Callable[[LiveOntology], object]]:
    """The store, and what puts Danish knowledge beside a release in it."""
    store = neo4j_store(address)
    return store, lambda live: furnish(store, live, load_places(), load_travel())
