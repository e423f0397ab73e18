"""`kompetencebro moves` on the starter ontology."""

import json
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from api.cli.demo import STARTER
from api.cli.main import cli


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("moves") / "k.sqlite")
    CliRunner().invoke(cli, ["ontology", "import", str(STARTER / "en"), str(STARTER / "da"), "--store", path])
    return path


def asked(store: str, *words: str) -> Result:
    return CliRunner().invoke(cli, ["moves", *words, "--store", store])


def test_ways_lead_from_the_one_to_the_other_best_first(store: str) -> None:
    found = json.loads(asked(store, "ways", "kok", "lagerarbejder", "--json").output)

    assert found
    assert {(one["occupations"][0], one["occupations"][-1]) for one in found} == {
        (found[0]["occupations"][0], found[0]["occupations"][-1])
    }
    assert [one["feasibility"] for one in found] == sorted((one["feasibility"] for one in found), reverse=True)


def test_an_occupation_that_is_none_is_named(store: str) -> None:
    refused = asked(store, "ways", "xyzzyq", "kok")

    assert refused.exit_code == 2
    assert "no occupation 'xyzzyq'" in refused.output


def test_central_skills_are_as_many_as_asked_for(store: str) -> None:
    assert len(json.loads(asked(store, "skills", "--top", "7", "--json").output)) == 7


@pytest.mark.parametrize(("name", "read"), [("skift.graphml", nx.read_graphml), ("skift.gexf", nx.read_gexf)])
def test_an_exported_graph_is_read_again(store: str, name: str, read: object, tmp_path: Path) -> None:
    told = json.loads(asked(store, "export", "--out", str(tmp_path / name), "--json").output)
    again = read(tmp_path / name)  # type: ignore[operator]

    assert (again.number_of_nodes(), again.number_of_edges()) == (told["occupations"], told["moves"])
    assert all(node["label"] for _, node in again.nodes(data=True))


def test_another_kind_of_file_is_refused(store: str, tmp_path: Path) -> None:
    refused = asked(store, "export", "--out", str(tmp_path / "skift.csv"))

    assert refused.exit_code == 2
    assert list(tmp_path.iterdir()) == []
