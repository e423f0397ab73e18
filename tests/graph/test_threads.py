"""One store may be used by several threads at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from graph.store.sqlite import SqliteStore
from ontology.people import Profile, ProfileId

_THREADS, _EACH = 4, 25


def test_threads_write_and_read_without_mixing_their_transactions(tmp_path: Path) -> None:
    store, together = SqliteStore(tmp_path / "k.sqlite"), Barrier(_THREADS)

    def work(thread: int) -> bool:
        together.wait()
        ids = [ProfileId(f"{thread}-{number:02}") for number in range(_EACH)]
        for id in ids:
            store.save_profile(Profile(id), [])
        return all(store.profile(id) is not None for id in ids)

    with ThreadPoolExecutor(_THREADS) as pool:
        done = list(pool.map(work, range(_THREADS)))
    sequence = [change.seq for change in store.changes(0)]
    store.close()

    assert done == [True] * _THREADS
    assert sequence == list(range(1, _THREADS * _EACH + 1))


def test_every_thread_s_connection_is_let_go_at_the_end(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "k.sqlite")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _n: list(store.profiles()), range(4)))

    store.close()

    assert not (tmp_path / "k.sqlite-wal").exists()
