"""Licences, certificates, authorisations, educations and clearances: the gates of the Danish labour market."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.kinds import CredentialCode
from ontology.tables import read_table

_COLUMNS = (
    "code",
    "kind",
    "label_da",
    "label_en",
    "aliases_da",
    "level",
    "days",
    "how_da",
    "implies",
    "basis_da",
    "field",
)


class CredentialKind(StrEnum):
    """What kind of gate a credential opens; a clearance is only ever demanded, never held in a profile."""

    LICENCE = "licence"
    CERTIFICATE = "certificate"
    AUTHORISATION = "authorisation"
    EDUCATION = "education"
    CLEARANCE = "clearance"


@dataclass(frozen=True, slots=True)
class Credential:
    """One gate. `level` is the formal education it stands for, 0 to 5; `days` roughly what it takes, None = ask.

    `field`: the ISCED-F 2013 code of an education, '' = none.
    """

    code: CredentialCode
    kind: CredentialKind
    label_da: str
    label_en: str
    aliases: tuple[str, ...]
    level: int | None
    days: int | None
    how_da: str
    implies: tuple[CredentialCode, ...]
    basis_da: str
    field: str


@cache
def load_credentials() -> Mapping[CredentialCode, Credential]:
    """All credentials by code.

    Raises:
        OntologyError: The table is malformed, or a row implies a code that is not there.
    """
    found: dict[CredentialCode, Credential] = {}
    for row in read_table("credentials.csv", _COLUMNS, ("code",)):
        if row["kind"] not in set(CredentialKind):
            raise row.wrong("kind", "one of " + ", ".join(CredentialKind))
        code = CredentialCode(row["code"])
        found[code] = Credential(
            code,
            CredentialKind(row["kind"]),
            row["label_da"],
            row["label_en"],
            row.several("aliases_da"),
            row.whole("level", 0, 5) if row["level"] else None,
            row.whole("days", 0, 9000) if row["days"] else None,
            row["how_da"],
            tuple(CredentialCode(part) for part in row.several("implies")),
            row["basis_da"],
            row["field"],
        )
    for credential in found.values():
        for implied_code in credential.implies:
            if implied_code not in found:
                raise OntologyError(f"credentials.csv: {credential.code} implies '{implied_code}', which has no row")
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class ShortName:
    """A lower-case name that is a credential only where papers are told: in "Papirer: gaffeltruck, lift".

    `in_row`: beside another credential too, as in "kørekort B og traktor"; `always`: wherever it stands.
    """

    term: str
    credential: CredentialCode
    in_row: bool
    always: bool


@cache
def load_short_names() -> Mapping[str, ShortName]:
    """The table of short names, by name.

    Raises:
        OntologyError: The table is malformed, or a credential has no row.
    """
    found: dict[str, ShortName] = {}
    for row in read_table("short_credentials.csv", ("term", "credential", "row"), ("term",)):
        if row["credential"] not in load_credentials():
            raise row.wrong("credential", "a code of credentials.csv")
        where = row["row"]
        if where not in ("", "yes", "always"):
            raise row.wrong("row", "yes, always or nothing")
        found[row["term"]] = ShortName(
            row["term"], CredentialCode(row["credential"]), where == "yes", where == "always"
        )
    return MappingProxyType(found)


def implied(codes: Iterable[CredentialCode]) -> frozenset[CredentialCode]:
    """The codes with all that they imply; codes that are not in the table are kept as they are."""
    known, reached, waiting = load_credentials(), set[CredentialCode](), list(codes)
    while waiting:
        code = waiting.pop()
        if code not in reached:
            reached.add(code)
            waiting.extend(known[code].implies if code in known else ())
    return frozenset(reached)
