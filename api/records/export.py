"""Everything held about a profile, for the citizen: as one JSON value, and as a ZIP that can be handed over."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from api.records.entries import Logged
from api.records.errors import RecordsError
from ontology.people import ProfileId

if TYPE_CHECKING:
    from api.service import Service

_NOTE = """Dette er alt, hvad Kompetencebro har om profilen {id}.

profil.json       det, der er læst af CV'et: kompetencer, job, beviser, og hvor man kan og vil arbejde
dokumenter.json   CV'ets tekst, som den er gemt: navne, numre og private forhold er skjult, før den blev gemt
log.json          hvem der så hvad om profilen, hvad der blev valgt og hvorfor, og hvad der er rettet
adgange.json      hvem der har haft profilen åben
ord.json          hvad de koder betyder, som står i de andre filer

Navn, CPR-nummer, adresse og helbred er ikke med, fordi de aldrig er gemt.
"""


def everything(id: ProfileId, service: "Service", accesses: Sequence[object] = ()) -> Mapping[str, object]:
    """Everything held about a profile as plain values, each under the name of its file; restricted ones too.

    `accesses` is who had it open, for those who keep that.

    Raises:
        UnknownRecordError: There is no such profile.
    """
    profile = service.profile(id)
    documents = [one for one in map(service.document, profile.documents) if one is not None]
    told = {
        "profil": msgspec.to_builtins(profile),
        "dokumenter": msgspec.to_builtins(documents),
        "log": [_plain(one) for one in service.log.of(id)],
        "adgange": msgspec.to_builtins(tuple(accesses)),
    }
    known = _known(service)
    return {**told, "ord": {word: known[word] for word in sorted(set(_words(told)) & known.keys())}}


def zipped(id: ProfileId, told: Mapping[str, object]) -> bytes:
    """What `everything` gave as a ZIP of JSON files, with a note on what each holds."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("LÆSMIG.txt", _NOTE.format(id=id))
        for name, value in told.items():
            file.writestr(f"{name}.json", msgspec.json.format(msgspec.json.encode(value)))
    return made.getvalue()


def write_zip(path: Path, id: ProfileId, told: Mapping[str, object]) -> None:
    """Write what `everything` gave as a ZIP of JSON files, readable by its owner only.

    Raises:
        RecordsError: The file is there already, or cannot be written.
    """
    try:
        path.touch(0o600, exist_ok=False)
        path.write_bytes(zipped(id, told))
    except FileExistsError as error:
        raise RecordsError(f"'{path}' er der allerede; vælg et andet navn med --to") from error
    except OSError as error:
        raise RecordsError(f"'{path}' kan ikke skrives: {error}; vælg et andet sted med --to") from error


def _plain(one: Logged) -> object:
    return {"nummer": one.seq, "tid": one.at, "art": one.kind, "indhold": msgspec.to_builtins(one.entry)}


def _known(service: "Service") -> Mapping[str, str]:
    """What the release's concepts are called."""
    taxonomy = service.live.taxonomy
    skills = {str(one.uri): one.labels.best() for one in taxonomy.skills}
    return skills | {str(one.uri): one.labels.best() for one in taxonomy.occupations}


def _words(value: object) -> Iterator[str]:
    """Every text in a tree of plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words(inner)
