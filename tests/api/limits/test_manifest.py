"""The command that makes a manifest of a folder of documents."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli.main import cli
from api.limits.manifest import documents_of
from api.limits.persisted import ManifestError, read_manifest, sha256_of
from api.limits.settings import Limits
from api.schema.root import SCHEMA


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.graphql").write_text(text, encoding="utf-8")
    return folder


def test_the_manifest_holds_each_operation_with_the_fragments_it_uses(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        parts="fragment Name on Municipality { name ...Code } fragment Code on Municipality { code }",
        other="fragment Unused on Industry { code }",
        asked="query All { municipalities { ...Name } } query Codes { municipalities { ...Code } }",
    )
    done = CliRunner().invoke(cli, ["persist", str(folder), "--out", str(tmp_path / "m.json"), "--json"])
    found = read_manifest(tmp_path / "m.json")

    assert [one["name"] for one in json.loads(done.output)] == ["All", "Codes"]
    assert [one["cost"] for one in json.loads(done.output)] == [1 + 1 + 98 * 2, 1 + 1 + 98]
    assert [one["id"] for one in json.loads(done.output)] == list(found)
    assert all(id == sha256_of(text) for id, text in found.items())
    assert [text.count("fragment ") for text in found.values()] == [2, 1]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no operation in the .graphql files"),
        ({"a": "{ versions { code } }"}, "an operation without a name"),
        ({"a": "query A { versions { code }"}, "cannot be read as GraphQL"),
        ({"a": "query A { versions { cod } }"}, "Cannot query field 'cod'"),
        ({"a": "query A { versions { ...F } }"}, "Unknown fragment 'F'"),
        ({"a": "query A { versions { code } }", "b": "query A { __typename }"}, "defined elsewhere too"),
        ({"a": f"query A {{ {' '.join(f'a{n}: versions {{ code }}' for n in range(31))} }}"}, "31 aliases"),
    ],
)
def test_a_folder_that_makes_no_manifest_says_why(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(ManifestError, match=said):
        documents_of(written(tmp_path, **files), SCHEMA, Limits())
