"""Parsing in a child process that can be killed: a hostile file costs its own answer, never the batch."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Self, TypedDict

from ingestion.errors import UnreadableError
from ingestion.formats.archive import Member
from ingestion.formats.limits import LARGEST_UNPACKED_BYTES, MEGABYTE, MEMORY_BYTES, SECONDS

OUT_OF_MEMORY = 87
"""How the child ends when a file took all of its memory."""
_CODE = "import sys; from ingestion.formats.child import main; main(int(sys.argv[1]), int(sys.argv[2]))"


class Task(StrEnum):
    """What the child is asked to read."""

    PDF = "PDF"
    PDF_SCAN = "PDF scan"
    IMAGE = "image"
    DOCX = "DOCX"
    ODT = "ODT"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    JSON = "JSON"
    XML = "XML"
    ZIP = "ZIP"


class ScannedError(UnreadableError):
    """The file is a picture of text; text recognition may read it."""


class Answer(TypedDict):
    """The head of the child's answer; each name in `parts` (with why it was refused) is followed by its content."""

    refused: str | None
    scanned: bool
    parts: list[tuple[str, str | None]]


class Sandbox:
    """One child for a batch of files, started when first needed and again after it was lost; threads take turns."""

    def __init__(self, seconds: int = SECONDS, memory_bytes: int = MEMORY_BYTES) -> None:
        """With the time that a file may take, and the address space of the child."""
        self._seconds, self._memory = seconds, memory_bytes
        self._turn = Lock()
        self._child: tuple[subprocess.Popen[bytes], Connection] | None = None

    def __enter__(self) -> Self:
        """Itself; leaving ends the child."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    @property
    def process_id(self) -> int | None:
        """The child's process, None while there is none."""
        return self._child[0].pid if self._child else None

    def text(self, task: Task, name: str, data: bytes, seconds: int | None = None) -> str:
        """The text that the child reads from a file.

        Raises:
            UnreadableError: It cannot be read, or not within the limits.
        """
        return self.members(task, name, data, seconds)[0].data.decode()

    def members(self, task: Task, name: str, data: bytes, seconds: int | None = None) -> Sequence[Member]:
        """What the child finds in a file; of an archive its documents.

        Raises:
            UnreadableError: It cannot be read, or not within the limits.
            ScannedError: It holds pictures of text only.
        """
        allowed = seconds or self._seconds
        with self._turn:
            try:
                answer, parts = self._ask(task, name, data, allowed)
            except (TimeoutError, EOFError, OSError) as error:
                raise UnreadableError(self._why_lost(name, error, allowed)) from error
        if answer["refused"] is not None:
            raise (ScannedError if answer["scanned"] else UnreadableError)(answer["refused"])
        return [Member(label, part, refused) for (label, refused), part in zip(answer["parts"], parts, strict=True)]

    def close(self) -> None:
        """End the child; the next file starts another."""
        if self._child is None:
            return
        process, link = self._child
        self._child = None
        link.close()
        process.kill()
        process.wait()

    def _ask(self, task: Task, name: str, data: bytes, seconds: int) -> tuple[Answer, list[bytes]]:
        until = monotonic() + seconds
        link = self._link()
        link.send_bytes(json.dumps({"task": task, "name": name, "seconds": seconds}).encode())
        link.send_bytes(data)
        answer: Answer = json.loads(_received(link, until, MEGABYTE))
        return answer, [_received(link, until, LARGEST_UNPACKED_BYTES) for _ in answer["parts"]]

    def _link(self) -> Connection:
        if self._child is None:
            ours, theirs = Pipe()
            # An environment of its own: a parser that was taken over finds no password in it.
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", _CODE, str(theirs.fileno()), str(self._memory)],
                env={"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.defpath},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            theirs.close()
            self._child = process, ours
        return self._child[1]

    def _why_lost(self, name: str, error: Exception, seconds: int) -> str:
        """Why the child gave no answer; what is left of it is ended."""
        process = self._child[0] if self._child else None
        ended = None
        if process is not None and not isinstance(error, TimeoutError):
            ended = process.wait(seconds)
        self.close()
        if isinstance(error, TimeoutError) or ended == -signal.SIGXCPU:
            return f"'{name}' took more than {seconds} s to read; save it again in a simpler layout"
        if ended == OUT_OF_MEMORY:
            return f"'{name}' takes more than {self._memory // MEGABYTE} MB of memory to read; save it smaller"
        return f"'{name}' broke its reader (within {self._memory // MEGABYTE} MB of memory); save it again"


def _received(link: Connection, until: float, largest: int) -> bytes:
    if not link.poll(max(0.0, until - monotonic())):
        raise TimeoutError
    return link.recv_bytes(largest)
