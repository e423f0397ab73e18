"""`kompetencebro log, choose, export, restrict`: what was shown and chosen, and a person's rights over it."""

from dataclasses import asdict
from pathlib import Path

import click

from api.access.policy import Act
from api.access.records import accesses_of
from api.app import assembled
from api.candidates import PARTIES
from api.cli.noting import asking, note
from api.cli.options import BY, CONSOLE, json_option, print_json, service, store_option
from api.records.chain import Fault, as_head, written
from api.records.entries import (
    Choice,
    Chosen,
    Corrected,
    Erased,
    Lifted,
    Logged,
    Released,
    Restricted,
    Shown,
    Withdrawn,
)
from api.records.export import everything, write_zip
from api.records.replay import Outcome, replay
from api.records.restriction import restrict as restrict_profile
from api.settings import read_settings
from graph.store.log import LogHead
from ontology.people import ProfileId

_FAULTS = {
    Fault.CHANGED: "er ændret, efter den blev skrevet",
    Fault.MISSING: "mangler",
    Fault.MOVED: "følger ikke efter den foregående",
    Fault.TRUNCATED: "og resten er taget væk: kæden er kortere, end den var",
    Fault.REWRITTEN: "er skrevet om: den har en anden sum end den, der blev gemt",
}
_OUTCOMES = {
    Outcome.SAME: "samme rækkefølge og samme point",
    Outcome.NARROWED: "samme rækkefølge og samme point, men noget blev holdt ude",
    Outcome.DIFFERENT: "ikke det samme, selv om alt er det samme",
    Outcome.UNSURE: "ikke det samme; det kan have en grund, som står først herunder",
}
_CHOICES = {Choice.CHOSEN: "valgt", Choice.REJECTED: "fravalgt", Choice.OVERRIDDEN: "tilsidesat"}


@click.group(epilog="Eksempel: kompetencebro log verify")
def log() -> None:
    """The decision log: who saw what, made by what, and what was chosen."""


def _heads(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[LogHead, ...]:
    found = [as_head(one) for one in given]
    if None in found:
        raise click.BadParameter("a head is NUMBER:HASH, as 'kompetencebro log head' prints it")
    return tuple(one for one in found if one is not None)


@log.command("verify", epilog="Eksempel: kompetencebro log verify --kept 7:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b...")
@click.option("--kept", multiple=True, callback=_heads, help="a head that was kept elsewhere; repeat it")
@store_option
@json_option
def verify(kept: tuple[LogHead, ...], store: str | None, as_json: bool) -> None:
    """Whether the chain holds from its first link to its last; exit 1 where it does not."""
    verdict = service(store).log.verify(kept)
    if as_json:
        print_json(asdict(verdict))
    elif verdict.broken:
        CONSOLE.print(f"post {verdict.broken.seq} {_FAULTS[verdict.broken.fault]}", markup=False)
        CONSOLE.print(f"til og med post {verdict.head.seq} holder kæden")
    else:
        CONSOLE.print(f"kæden holder: {verdict.head.seq} poster")
        CONSOLE.print(written(verdict.head), markup=False, soft_wrap=True)
    if verdict.broken:
        raise click.exceptions.Exit(1)


@log.command("head", epilog="Eksempel: kompetencebro log head >> et/andet/sted.txt")
@store_option
@json_option
def head(store: str | None, as_json: bool) -> None:
    """The last link as NUMBER:HASH; keep it elsewhere, and what is cut off or written anew shows."""
    found = service(store).log.head()
    if as_json:
        print_json(asdict(found))
        return
    click.echo(written(found))


@log.command("show", epilog="Eksempel: kompetencebro log show PROFILE")
@click.argument("profile")
@store_option
@json_option
def show(profile: str, store: str | None, as_json: bool) -> None:
    """All that the log says about a profile, oldest first; 'slettet' where it can no longer be read."""
    ready = service(store)
    note(ready, Act.READ_DECISIONS, [profile])
    found = list(ready.log.of(ProfileId(profile)))
    if as_json:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        CONSOLE.print(f"{one.seq:6} {one.at[:19]} {one.kind:10} {_said(one)}", markup=False)
    if not found:
        CONSOLE.print("loggen siger intet om den profil")


def _said(one: Logged) -> str:
    """An entry in a few Danish words."""
    match one.entry:
        case None:
            return "slettet"
        case Shown() as shown:
            return f"{shown.by} så {len(shown.rows)} ({shown.act}) pr. {shown.asked.as_of}"
        case Chosen() as chosen:
            return f"{chosen.by}: {chosen.what} {_CHOICES[chosen.choice]}: {chosen.reason}"
        case Corrected() as corrected:
            return f"{corrected.by}: {corrected.correction} {corrected.what}"
        case Released() | Withdrawn() as told:
            return f"{told.by}: {PARTIES[told.party]}" if told.party else told.by
        case Restricted() | Lifted() as told:
            return f"{told.by}: {told.reason}"
        case Erased() as erased:
            return erased.by
        case other:
            return getattr(other, "by", "")


@log.command("replay", epilog="Eksempel: kompetencebro log replay 7")
@click.argument("seq", type=click.IntRange(1))
@store_option
@json_option
def replay_(seq: int, store: str | None, as_json: bool) -> None:
    """Make what entry SEQ showed once more, from the profile and the ads as they stood; exit 1 where it differs."""
    ready = service(store)
    note(ready, Act.READ_DECISIONS, [ready.log.entry(seq).profile])
    found = replay(seq, ready)
    if as_json:
        print_json(asdict(found))
    else:
        CONSOLE.print(_OUTCOMES[found.outcome])
        for line in found.differences:
            CONSOLE.print(f"  {line}", markup=False)
    if found.outcome not in (Outcome.SAME, Outcome.NARROWED):
        raise click.exceptions.Exit(1)


@log.command("reapply", epilog="Eksempel: kompetencebro log reapply")
@store_option
@json_option
def reapply(store: str | None, as_json: bool) -> None:
    """Erase again what a restored backup brought back; every start does it too."""
    again = assembled(read_settings(store)).erasing.again()
    if as_json:
        print_json({"erased": again})
        return
    CONSOLE.print(f"{len(again)} profiler er slettet igen")


@click.command(
    epilog="Eksempel: kompetencebro choose PROFILE demo:001 chosen --reason 'Han har truckkort og bor tæt på'"
)
@click.argument("profile")
@click.argument("what", metavar="POSTING_OR_OCCUPATION")
@click.argument("choice", type=click.Choice([one.value for one in Choice]))
@click.option("--reason", required=True, help="in your own words; names and numbers are hidden before it is kept")
@store_option
@json_option
def choose(profile: str, what: str, choice: str, reason: str, store: str | None, as_json: bool) -> None:
    """Note what you chose, rejected or overrode of what was shown, and why."""
    seq = asking(service(store), Act.CHOOSE, profile).chose(profile, what, Choice(choice), reason)
    if as_json:
        print_json({"entry": seq})
        return
    CONSOLE.print(f"noteret som post {seq}")


@click.command(epilog="Eksempel: kompetencebro export PROFILE --to borger.zip")
@click.argument("profile")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="the ZIP (default: PROFILE.zip)")
@store_option
@json_option
def export(profile: str, to: Path | None, store: str | None, as_json: bool) -> None:
    """Everything held about a profile, as a ZIP to hand over, or with --json as one JSON document."""
    ready = service(store)
    id = ready.profile(profile).id
    note(ready, Act.EXPORT, [id])
    ready.log.exported(id, BY)
    told = everything(id, ready, accesses_of(id, ready.records, ready.vault))
    if as_json:
        print_json(told)
        return
    path = to or Path(f"{id}.zip")
    write_zip(path, id, told)
    CONSOLE.print(f"skrevet til {path}", markup=False)


@click.command(
    epilog="Eksempel: kompetencebro restrict PROFILE --reason 'Borgeren bestrider, at CV'et er rigtigt læst'"
)
@click.argument("profile")
@click.option("--reason", required=True, help="in your own words; names and numbers are hidden before it is kept")
@click.option("--lift", is_flag=True, help="the profile may be used again")
@store_option
@json_option
def restrict(profile: str, reason: str, lift: bool, store: str | None, as_json: bool) -> None:
    """Keep a profile and use it for nothing until it is lifted (GDPR art. 18)."""
    ready = service(store)
    note(ready, Act.RESTRICT, [profile])
    seq = restrict_profile(ready.log, ready.market, ready.profile(profile).id, BY, reason, lifted=lift)
    if as_json:
        print_json({"entry": seq, "restricted": not lift})
        return
    CONSOLE.print("profilen bruges igen" if lift else "profilen opbevares og bruges ikke")


COMMANDS = (log, choose, export, restrict)
