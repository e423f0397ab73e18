"""Documents known by an id: what a request names, and manifests that other tools write."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from api.limits.persisted import ManifestError, Persisted, PersistedError, read_manifest, sha256_of

TEXT = "{ versions { code } }"
ID = sha256_of(TEXT)


def apollo(hash: object, version: object = 1) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": version, "sha256Hash": hash}}}


@pytest.mark.parametrize(
    "given", [{"documentId": f"sha256:{ID}"}, {"documentId": ID}, {"documentId": "app/Versions"}, apollo(ID)]
)
@pytest.mark.parametrize("beside", [{}, {"query": TEXT}, {"query": None}])
def test_a_document_is_found_by_each_way_to_name_it(given: Mapping[str, Any], beside: Mapping[str, Any]) -> None:
    known = Persisted({"app/Versions": TEXT}, only=True)

    assert known.document({**given, **beside}) == TEXT


@pytest.mark.parametrize(
    ("given", "code", "status"),
    [
        ({"documentId": f"sha256:{'0' * 64}"}, "PERSISTED_QUERY_NOT_FOUND", 404),
        (apollo("0" * 64), "PERSISTED_QUERY_NOT_FOUND", 404),
        ({**apollo("0" * 64), "query": "{ __typename }"}, "PERSISTED_QUERY_NOT_FOUND", 404),
        ({"documentId": ID, "query": "{ __typename }"}, "PERSISTED_QUERY_MISMATCH", 400),
        ({"documentId": 7}, "BAD_REQUEST", 400),
        ({"documentId": ""}, "BAD_REQUEST", 400),
        ({"documentId": "a b"}, "BAD_REQUEST", 400),
        ({"documentId": "a" * 201}, "BAD_REQUEST", 400),
        (apollo(ID, 2), "BAD_REQUEST", 400),
        (apollo([ID]), "BAD_REQUEST", 400),
        ({"extensions": {"persistedQuery": "x"}}, "BAD_REQUEST", 400),
    ],
)
def test_an_id_that_is_none_says_so(given: Mapping[str, Any], code: str, status: int) -> None:
    with pytest.raises(PersistedError) as refused:
        Persisted({ID: TEXT}).document(given)

    assert (refused.value.code, refused.value.status) == (code, status)


def test_only_documents_of_the_manifest_run_where_nothing_else_may() -> None:
    known = Persisted({ID: TEXT}, only=True)

    assert known.document({"query": TEXT}) == TEXT
    with pytest.raises(PersistedError, match="only documents of the manifest") as refused:
        known.document({"query": f"{TEXT} "})
    assert (refused.value.code, refused.value.status) == ("PERSISTED_QUERY_ONLY", 403)


def test_a_client_cannot_register_a_document() -> None:
    known = Persisted({})
    for _ in range(2):
        with pytest.raises(PersistedError, match="PersistedQueryNotFound"):
            known.document({"query": TEXT, **apollo(ID)})


@pytest.mark.parametrize(
    "manifest",
    [
        {ID: TEXT},
        {f"sha256:{ID}": TEXT},
        {
            "format": "apollo-persisted-query-manifest",
            "version": 1,
            "operations": [{"id": ID, "body": TEXT, "name": "Versions", "type": "query"}],
        },
    ],
)
def test_a_manifest_is_read_as_other_tools_write_it(tmp_path: Path, manifest: object) -> None:
    (tmp_path / "m.json").write_text(json.dumps(manifest), encoding="utf-8")

    assert read_manifest(tmp_path / "m.json") == {ID: TEXT}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "cannot be read as JSON"),
        ("[" * 100_000, "cannot be read as JSON"),
        ("[]", "no object of 1 to 5000 ids"),
        ("{}", "no object of 1 to 5000 ids"),
        ('{"a": 1}', "no object of 1 to 5000 ids"),
        ('{"a": " "}', "no object of 1 to 5000 ids"),
        ('{"format": "apollo-persisted-query-manifest", "operations": [1]}', "no object of 1 to 5000 ids"),
        (json.dumps({"0" * 64: TEXT}), "is not the SHA-256 of its document"),
    ],
)
def test_a_manifest_that_is_none_says_what_is_wrong(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "m.json").write_text(written, encoding="utf-8")

    with pytest.raises(ManifestError, match=said):
        read_manifest(tmp_path / "m.json")


def test_a_manifest_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="KOMPETENCEBRO_PERSISTED is"):
        read_manifest(tmp_path / "none.json")
