"""`kompetencebro unlocks`: what would open most ads for a profile."""

from datetime import datetime

import click
from rich.table import Table

from api.access.policy import Act
from api.cli.noting import asking
from api.cli.options import CONSOLE, as_of_option, day, json_option, print_json, service, store_option
from api.reach import reach_within
from api.unlocking import in_words
from ontology.people import Means


@click.command(epilog="Eksempel: kompetencebro unlocks PROFILE --within 0101 --minutes 45 --as-of 2026-11-25")
@click.argument("profile")
@click.option("--within", help="municipality or postcode (default: the CV's own)")
@click.option("--minutes", type=click.IntRange(1, 600), default=45, show_default=True, help="with --within")
@click.option("--car/--transit", default=True, help="with --within")
@click.option("--top", type=click.IntRange(1, 50), default=10, show_default=True)
@as_of_option
@store_option
@json_option
def unlocks(
    profile: str,
    within: str | None,
    minutes: int,
    car: bool,
    top: int,
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """What would each bring most live ads within fit: a skill, a credential, more travel, another kind of job."""
    ready = service(store)
    reach = reach_within(within, minutes, Means.CAR if car else Means.TRANSIT) if within else None
    found = asking(ready, Act.MATCH, profile).unlocks(profile, reach, day(as_of), top)
    if as_json:
        told = [{"lever": one.lever, "what": one.what, "ads": one.ads, "examples": one.examples} for one in found]
        print_json(told)
        return
    if not found:
        CONSOLE.print("Intet enkelt ville få flere opslag til at passe.")
        return
    table = Table("hvad", "opslag mere", "for eksempel")
    for one in found:
        table.add_row(in_words(one, ready.live.taxonomy), str(one.ads), ", ".join(one.examples))
    CONSOLE.print(table)
    CONSOLE.print("Hver linje står alene: så mange flere opslag ville passe, hvis kun det var anderledes.")


COMMANDS = (unlocks,)
