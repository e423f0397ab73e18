"""Arrays and words as a folder of files: written beside and renamed, never changed, its arrays mapped when opened."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import numpy.typing as npt

from graph.errors import StoreError

Arrays = Mapping[str, npt.NDArray[np.generic]]


def keep(target: Path, family: str, words: Mapping[str, bytes], arrays: Arrays) -> None:
    """Write the folder `target` and remove the others beside it that the glob `family` names.

    `words` by the name of the file, `arrays` by their own.

    Raises:
        StoreError: It cannot be written.
    """
    beside = target.parent
    try:
        beside.mkdir(parents=True, exist_ok=True)
        part = Path(mkdtemp(dir=beside, prefix="part-"))
        for name, data in words.items():
            (part / name).write_bytes(data)
        for name, array in arrays.items():
            np.save(part / f"{name}.npy", array, allow_pickle=False)
        if target.exists():
            shutil.rmtree(part)
        else:
            part.rename(target)
        for other in beside.glob(family):
            if other != target:
                shutil.rmtree(other, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"cannot write a snapshot in '{beside}': {error}; check its rights and the disk") from error


def under(path: Path, prefix: str) -> Arrays:
    """The arrays of a folder whose names begin with `prefix`, by what follows it, mapped from their files."""
    files = path.glob(f"{prefix}*.npy")
    return {one.stem.removeprefix(prefix): _mapped(one) for one in files}


def _mapped(path: Path) -> npt.NDArray[np.generic]:
    """A plain array over the file: numpy's own class for it is slow to slice."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
