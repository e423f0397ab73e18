"""What access control costs a request: a token verified, a caller made, an access noted on the disk."""

import argparse
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from joserfc import jwt
from joserfc.jwk import ECKey, Key, RSAKey

from api.access.door import Door
from api.access.keys import KeyRing
from api.access.settings import Oidc
from graph.store.port import AccessEntry
from graph.store.sqlite_records import SqliteRecords, SqliteVault
from ontology.people import ProfileId

OIDC = Oidc("https://login.example", "kompetencebro", jwks="https://login.example/jwks")


def told(what: str, act: Callable[[], object], rounds: int) -> None:
    """Print the median and the 99th percentile in ms, the first round left out."""
    taken = []
    for _ in range(rounds + 1):
        before = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - before))
    median, most = np.percentile(taken[1:], [50, 99])
    print(f"{what:40s} {median:8.3f} {most:8.3f}")


def _thousand(records: SqliteRecords, entry: AccessEntry) -> None:
    with records.together():
        for _ in range(1_000):
            records.note_access(entry)


def main() -> None:
    """Print a table: what, median, 99th percentile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000)
    rounds = parser.parse_args().rounds
    keys: dict[str, Key] = {"RS256": RSAKey.generate_key(2048), "ES256": ECKey.generate_key("P-256")}
    published: Mapping[str, Any] = {"keys": [{**key.as_dict(private=False), "kid": alg} for alg, key in keys.items()]}
    now = int(time.time())
    said = {"iss": OIDC.issuer, "aud": OIDC.audience, "sub": "17", "iat": now, "exp": now + 3_600}
    said |= {"roles": ["consultant"], "municipality": "0101"}
    with TemporaryDirectory() as folder:
        vault = SqliteVault(Path(folder) / "keys.sqlite")
        records = SqliteRecords(Path(folder) / "records.sqlite")
        door = Door(OIDC, vault, KeyRing(OIDC, lambda _address: published))
        for alg, key in keys.items():
            header = f"Bearer {jwt.encode({'alg': alg, 'kid': alg}, said, key)}"
            told(f"token to caller, {alg}", partial(door.authenticate, header), rounds)
        entry = AccessEntry(ProfileId("p"), "s" * 32, "consultant", "match", datetime.now(UTC))
        told("access noted on the disk", lambda: records.note_access(entry), rounds)
        told("a thousand accesses noted at once, as batch does", partial(_thousand, records, entry), 100)


if __name__ == "__main__":
    main()
