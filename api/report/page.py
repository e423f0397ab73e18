"""The report as one HTML file: what it says in order, the policy that lets it fetch nothing, and its bytes."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.market_words import thing
from api.report.atlas import atlas
from api.report.borders import Borders, bordered
from api.report.bridging import across, bridges
from api.report.demand import KINDS, asked, out_of_line
from api.report.gathering import Gathered, codes_of
from api.report.ground import Ground, store
from api.report.people import balance, opening, people_table
from api.report.plates import Plate, Section, colour_of
from api.report.summary import is_part, sentences
from api.report.tiles import tiled
from api.report.wording import day_name, listed, month_name, number, upper_first
from api.report.work import ads_table, flows, largest, month_by_month, openings, standing_out
from graph.labour_market.measures import COUNTED
from ontology.kinds import IscoCode
from ontology.taxonomy import Taxonomy

_TEMPLATES = Path(__file__).parent / "templates"
_MEASURES = {
    "live": "Opslag",
    "openings": "Stillinger",
    "new": "Nye opslag",
    "closed": "Lukkede opslag",
    "days": "Dage slået op",
    "quotient": "Gange landet",
    "agency": "Vikarbureau",
    "boilerplate": "Usædvanligt krav",
    "seekers": "Søgende",
    "tightness": "Stillinger pr. søgende",
    "registered": "Stillinger pr. registreret ledig",
}


def render(found: Gathered, taxonomy: Taxonomy, borders: Borders | None = None) -> str:
    """The page; the same for the same figures, to the byte. Without borders the maps are squares.

    Raises:
        BordersError: The file of borders holds none of the municipalities.
    """
    codes = codes_of(found.units)
    ground = bordered(borders, codes) if borders else tiled(codes)
    style = _style()
    names = [area.name for area in found.wish.areas]
    page = _environment().get_template("report.html.j2")
    return page.render(
        title=f"Arbejdsmarkedet i {listed(names)}",
        period=month_name(found.wish.month).capitalize(),
        areas=[(area.name, colour_of(at)) for at, area in enumerate(found.wish.areas)],
        style=Markup(style),  # our own sheet
        policy=policy(style),
        store=store(ground),
        summary=[upper_first(one) for one in sentences(found, lambda code: thing(code, taxonomy))],
        facts=_facts(found, borders),
        sections=_sections(found, taxonomy, ground),
        measures=[(_MEASURES[name], said) for name, said in COUNTED.items()],
    )


def policy(style: str) -> str:
    """What the page may do: show itself in the one sheet that it holds, and fetch nothing from anywhere."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return (_TEMPLATES / "report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _facts(found: Gathered, borders: Borders | None) -> Sequence[tuple[str, str]]:
    """Who and what is covered."""
    table, wish = found.table, found.wish
    until = f", talt til og med {day_name(wish.day)}" if is_part(found) else ""
    ads = sum(found.totals.columns["live"].value.tolist())
    return (
        ("Områder", listed([_area(one.name, one.municipalities) for one in wish.areas])),
        ("Periode", f"{month_name(wish.month)}{until}; udviklingen fra {month_name(found.months[0])}"),
        ("Opslag", f"{number(ads)} opslag i områderne i måneden; {table.columns['live'].counted}"),
        ("Borgere", f"{table.columns['seekers'].counted}; set på {day_name(wish.day)}"),
        ("Faggrupper", f"ISCO-08, {wish.by.value[-1]} cifre: {len(table.axis.codes)} grupper"),
        ("Kilder", f"{table.columns['live'].source}; borgere i dette system"),
        ("Registrerede ledige", _registered(found)),
        ("Rejsetid", f"højst {wish.within:.0f} minutter i bil mellem rådhusene, skønnet ud fra koordinater"),
        ("Kort", f"grænser fra {borders.name}, forenklet" if borders else "eget skema ud fra kommunernes koordinater"),
        *((name, said) for name, said in found.made_by.items()),
    )


def _area(name: str, codes: Sequence[str]) -> str:
    return f"{name} ({codes[0]})" if len(codes) == 1 else f"{name} ({len(codes)} kommuner)"


def _registered(found: Gathered) -> str:
    column = found.table.columns["registered"]
    return "ingen statistik over ledige er indlæst" if column.source == "ingen" else column.source


def _sections(found: Gathered, taxonomy: Taxonomy, ground: Ground) -> Sequence[Section]:
    def named(code: str) -> str:
        return thing(code, taxonomy)

    def unit(code: IscoCode) -> str:
        group = taxonomy.isco_groups.get(code)
        return group.labels.best() if group else code

    def skill(row: int) -> str:
        return taxonomy.skills[row].labels.best()

    elsewhere = (across(found, named, unit, skill),) if len(found.wish.areas) > 1 else ()
    return (
        Section("hvor", "Hvor stillingerne er", "", (atlas(found, ground), openings(found), standing_out(found))),
        Section("udvikling", "Udviklingen", "", (month_by_month(found), flows(found))),
        Section(
            "mennesker",
            "Mennesker og arbejde",
            "",
            (balance(found), bridges(found, named, unit, skill), *elsewhere, opening(found, named)),
        ),
        Section(
            "indhold",
            "Det, opslagene spørger efter",
            "",
            (*(asked(found, named, kind) for kind in KINDS), out_of_line(found, named)),
        ),
        Section("bilag", "Bilag: alle faggrupper", "", (_appendix(found),)),
    )


def _appendix(found: Gathered) -> Plate:
    """Every group in tables; those with most ads over all areas first."""
    groups = largest(found, "live", len(found.table.axis.codes))
    every = [range(len(found.table.axis.codes))] * len(found.wish.areas)
    lead = "Alle faggrupper, der har opslag i måneden, og alle, hvis søgende kan vises."
    ads = ads_table(found, groups, "Opslag og stillinger i alle faggrupper, med interval på 95 %")
    people = people_table(found, every, "Stillinger og søgende i alle faggrupper, med interval på 95 %")
    return Plate("alle-grupper", "Alle tal efter faggruppe", lead, (), (), (ads, people))
