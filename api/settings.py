"""Every setting, read once; docs/settings.md lists them."""

import os
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import ServiceError

NAMES = ("KOMPETENCEBRO_STORE", "KOMPETENCEBRO_ENCODER", "KOMPETENCEBRO_CACHE")


class SettingsError(ServiceError):
    """A setting has a value that we do not know."""


@dataclass(frozen=True, slots=True)
class Settings:
    """store: path of the SQLite file. encoder: only 'none' in this release.

    cache: folder of compiled ontologies; None = none is kept.
    """

    store: Path
    encoder: str
    cache: Path | None = None


def read_settings(store: str | None = None) -> Settings:
    """The settings of the environment, `store` on top.

    Raises:
        SettingsError: A value is not known.
    """
    address = store or os.environ.get("KOMPETENCEBRO_STORE") or "kompetencebro.sqlite"
    if "://" in address:
        raise SettingsError(f"store '{address}': only a file path is known in this release; give one with --store")
    encoder = os.environ.get("KOMPETENCEBRO_ENCODER") or "none"
    if encoder not in ("none", "packaged"):
        raise SettingsError(
            f"KOMPETENCEBRO_ENCODER is '{encoder}'; this release knows 'none' ('packaged' reads as none)"
        )
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = os.environ.get("KOMPETENCEBRO_CACHE")
    return Settings(Path(address), encoder, Path(cache) if cache else user / "kompetencebro")
