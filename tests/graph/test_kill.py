"""What was committed survives a process that is killed in the middle of a write."""

import signal
import subprocess
import sys
from pathlib import Path

from graph.store.sqlite import SqliteStore
from ontology.people import ProfileId

WRITER = """
import sys
from pathlib import Path
from graph.store.sqlite import SqliteStore
from ontology.people import Document, DocumentId, Profile, ProfileId
store = SqliteStore(Path(sys.argv[1]))
number = 0
while True:
    store.save_profile(Profile(ProfileId(f"p{number:06}")), [Document(DocumentId(f"d{number}"), "x" * 2000)])
    number += 1
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_profiles_only(tmp_path: Path) -> None:
    file = tmp_path / "k.sqlite"
    command = [sys.executable, "-c", WRITER, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        told = 0
        while told < 20:
            told = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
    store = SqliteStore(file)
    kept = list(store.profiles())

    assert len(kept) >= told
    assert all(store.profile(ProfileId(id)) is not None for id in kept)
    assert [change.id for change in store.changes(0)] == kept
    store.close()
