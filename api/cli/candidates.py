"""`kompetencebro candidates, release`: from an ad to the people whom it suits, once they are released."""

from datetime import datetime

import click
from rich.table import Column, Table

from api.access.policy import Act
from api.candidates import PARTIES, Candidates
from api.cli.matching import match_json
from api.cli.noting import asking, note
from api.cli.options import BY, CONSOLE, as_of_option, day, json_option, print_json, service, store_option
from graph.explanation import reasons
from ontology.people import Releaser
from ontology.places import load_places
from ontology.taxonomy import Taxonomy


@click.command("candidates", epilog="Eksempel: kompetencebro candidates demo:001 --handled-by 0101 --as-of 2026-11-25")
@click.argument("posting")
@click.option("--handled-by", multiple=True, help="cases of this municipality only, code or name; repeat it")
@click.option("--top", type=click.IntRange(1, 200), default=20, show_default=True)
@as_of_option
@store_option
@json_option
def candidates_(
    posting: str, handled_by: tuple[str, ...], top: int, as_of: datetime | None, store: str | None, as_json: bool
) -> None:
    """The released profiles that an ad suits, as their own lists show it, and about how many others there are."""
    ready = service(store)
    scope = frozenset(load_places().municipality(one).code for one in handled_by) or None
    found = ready.seen_by(BY).candidates(posting, scope, day(as_of), top)
    note(ready, Act.FIND_CANDIDATES, [one.profile.id for one in found.shown])
    taxonomy = ready.live.taxonomy
    if as_json:
        shown = [{"profile": one.profile.id, **match_json(one.listed, taxonomy)} for one in found.shown]
        print_json({"candidates": shown, "total": found.total, "others": found.others, "live": found.live})
        return
    _print(found, taxonomy)


def _print(found: Candidates, taxonomy: Taxonomy) -> None:
    if not found.live:
        CONSOLE.print("opslaget er ikke aktuelt den dag, så der søges ikke kandidater")
        return
    table = Table(Column("profil", overflow="fold"), "min. (skøn)", "score", "fordi")
    for one in found.shown:
        minutes, match = one.listed.minutes, one.listed.match
        words = "" if minutes is None else f"{minutes:.0f}"
        table.add_row(one.profile.id, words, f"{100 * match.score:.0f}", ", ".join(reasons(match, taxonomy)))
    CONSOLE.print(table)
    CONSOLE.print(f"{len(found.shown)} af {found.total} frigivne profiler er vist")
    CONSOLE.print(f"andre, som opslaget passer til, og som ikke er frigivet: {found.others_in_words}")


@click.command(epilog="Eksempel: kompetencebro release PROFILE --by citizen")
@click.argument("profile")
@click.option(
    "--by", type=click.Choice([one.value for one in Releaser]), required=True, help="who releases it; it takes both"
)
@click.option("--withdraw", is_flag=True, help="take the release back")
@store_option
@json_option
def release(profile: str, by: str, withdraw: bool, store: str | None, as_json: bool) -> None:
    """Let a profile be found from ads, once both the citizen and the consultant have released it."""
    witness, who = asking(service(store), Act.RELEASE, profile), Releaser(by)
    made = witness.withdraw(profile, who) if withdraw else witness.release(profile, who)
    if as_json:
        given = {one.value: getattr(made, f"released_by_{one}") for one in Releaser}
        print_json({"profile": made.id, **given, "released": made.released})
        return
    CONSOLE.print(_state(citizen=made.released_by_citizen, consultant=made.released_by_consultant))


def _state(*, citizen: bool, consultant: bool) -> str:
    """Who has released a profile and who is still to do it, in words."""
    if citizen and consultant:
        return "frigivet af både borgeren og jobkonsulenten: profilen kan findes ud fra et opslag"
    if not citizen and not consultant:
        return "ikke frigivet: profilen kan ikke findes ud fra et opslag"
    given, waiting = (Releaser.CITIZEN, Releaser.CONSULTANT) if citizen else (Releaser.CONSULTANT, Releaser.CITIZEN)
    return f"frigivet af {PARTIES[given]}; {PARTIES[waiting]} mangler, så profilen kan ikke findes endnu"


COMMANDS = (candidates_, release)
