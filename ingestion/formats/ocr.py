"""Text recognition, the optional extra `ocr`: Pillow and the program tesseract with its Danish language.

The picture goes to tesseract's input and the text comes from its output, so that nothing of a CV is put on disk.
"""

import io
import os
import shutil
import subprocess
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ingestion.errors import UnreadableError
from ingestion.formats.limits import LARGEST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

PROGRAM_FOLDERS = os.pathsep.join((os.defpath, "/usr/local/bin", "/opt/homebrew/bin"))
_INSTALL = (
    "install text recognition (pip install 'kompetencebro[ocr]'; apt-get install tesseract-ocr tesseract-ocr-dan), "
    "or ask for the file that the scan was printed from, or type it"
)


def missing(folders: str = PROGRAM_FOLDERS) -> str | None:
    """What to do before pictures can be read; None where recognition is installed."""
    here = find_spec("PIL") is not None and shutil.which("tesseract", path=folders) is not None
    return None if here else _INSTALL


def of_image(name: str, data: bytes) -> str:
    """The text of a photo or scan in an image file.

    Raises:
        UnreadableError: It is damaged or too large, or recognition does not work here.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # our own limit below is lower and says what to do
    try:
        # Opening reads the head only: the size is known before a pixel is unpacked.
        picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > LARGEST_PIXELS:
            raise UnreadableError(
                f"'{name}' has {picture.width} x {picture.height} pixels, at most {LARGEST_PIXELS // 1_000_000} "
                "million are read; save it smaller"
            )
        return of_picture(name, picture.convert("L"))
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableError(f"'{name}' is a damaged image ({type(error).__name__}); save it again") from error


def of_picture(name: str, picture: "Image", folders: str = PROGRAM_FOLDERS) -> str:
    """The text that tesseract reads from a picture, in Danish and English.

    Raises:
        UnreadableError: Recognition is not installed, or lacks Danish.
    """
    program = shutil.which("tesseract", path=folders)
    if program is None:
        raise UnreadableError(f"'{name}' is a picture of text; {_INSTALL}")
    packed = io.BytesIO()
    picture.save(packed, "PNG")
    done = subprocess.run(
        [program, "stdin", "stdout", "-l", "dan+eng"], input=packed.getvalue(), capture_output=True, check=False
    )
    if done.returncode != 0:
        raise UnreadableError(
            f"text recognition of '{name}' failed (tesseract ended with {done.returncode}); see that 'tesseract "
            "--list-langs' names dan and eng"
        )
    return done.stdout.decode(errors="replace")
