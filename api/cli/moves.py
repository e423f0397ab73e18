"""`kompetencebro moves`: the move graph offline: ways between two jobs, central skills, export for other programs."""

from pathlib import Path

import click
import networkx as nx
from rich.table import Table

from api.cli.options import CONSOLE, json_option, print_json, service, store_option
from api.searching import Sought
from api.service import Service
from graph.move_paths import MOST_WAYS, central_skills, occupation_graph, ways
from ontology.kinds import EscoUri, Occupation
from ontology.taxonomy import Taxonomy

_WRITERS = {".graphml": nx.write_graphml, ".gexf": nx.write_gexf}


@click.group()
def moves() -> None:
    """The move graph offline: ways between two jobs, central skills, export."""


@moves.command("ways", epilog="Eksempel: kompetencebro moves ways kok lagermedarbejder --count 5")
@click.argument("origin")
@click.argument("target")
@click.option("--count", type=click.IntRange(1, MOST_WAYS), default=5, show_default=True)
@store_option
@json_option
def print_ways(origin: str, target: str, count: int, store: str | None, as_json: bool) -> None:
    """The most feasible ways from one occupation to another, over jobs in between where they help."""
    ready = service(store)
    start, end = (_occupation(ready, typed) for typed in (origin, target))
    found, taxonomy = ways(occupation_graph(ready.live, ready.knowledge), start, end, count), ready.live.taxonomy
    if as_json:
        print_json([{"occupations": w.occupations, "steps": w.steps, "feasibility": w.feasibility} for w in found])
        return
    CONSOLE.print(f"Fra {taxonomy.label(start)} til {taxonomy.label(end)}:", markup=False)
    if not found:
        CONSOLE.print("Ingen vej på fire skift eller færre.")
        return
    table = Table("vej", "hvert skift", "i alt")
    for one in found:
        told = " → ".join(taxonomy.label(uri) for uri in one.occupations)
        table.add_row(told, " · ".join(f"{step:.2f}" for step in one.steps), f"{one.feasibility:.2f}")
    CONSOLE.print(table)


@moves.command("skills", epilog="Eksempel: kompetencebro moves skills --top 20")
@click.option("--top", type=click.IntRange(1, 500), default=20, show_default=True)
@store_option
@json_option
def skills(top: int, store: str | None, as_json: bool) -> None:
    """The skills that most ways between two occupations lead by."""
    ready = service(store)
    found = central_skills(ready.live, ready.knowledge, top)
    if as_json:
        print_json([{"skill": one.skill, "between": one.between, "occupations": one.occupations} for one in found])
        return
    table = Table("kompetence", "andel af veje", "erhverv, der kræver den")
    for one in found:
        table.add_row(ready.live.taxonomy.label(one.skill), f"{one.between:.4f}", str(one.occupations))
    CONSOLE.print(table)


@moves.command("export", epilog="Eksempel: kompetencebro moves export --out skift.graphml")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help=".graphml or .gexf")
@store_option
@json_option
def export(out: Path, store: str | None, as_json: bool) -> None:
    """The occupations and the moves between them as a file for Gephi, yEd and others."""
    write = _WRITERS.get(out.suffix)
    if write is None:
        raise click.BadParameter(f"'{out.name}' ends in neither .graphml nor .gexf", param_hint="--out")
    ready = service(store)
    graph = occupation_graph(ready.live, ready.knowledge)
    write(graph, out)
    told = {"out": str(out), "occupations": graph.number_of_nodes(), "moves": graph.number_of_edges()}
    if as_json:
        print_json(told)
        return
    CONSOLE.print(f"{told['occupations']} erhverv og {told['moves']} skift er skrevet i {out}", markup=False)


def _occupation(ready: Service, typed: str) -> EscoUri:
    """The occupation of a URI, or the one that a name means first."""
    taxonomy: Taxonomy = ready.live.taxonomy
    if typed in taxonomy.occupation_rows:
        return EscoUri(typed)
    found = [one.thing for one in ready.search.find(typed, [Sought.OCCUPATION], count=1)]
    if not found or not isinstance(found[0], Occupation):
        raise click.UsageError(f"no occupation '{typed[:100]}' in this release; give a name of one, or its ESCO URI")
    return found[0].uri


COMMANDS = (moves,)
