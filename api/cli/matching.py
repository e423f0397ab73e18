"""`kompetencebro match, explain, bridges, erase`: what comes out."""

from datetime import datetime

import click
from rich.table import Column, Table

from api.access.policy import Act
from api.cli.noting import asking, note
from api.cli.options import BY, CONSOLE, as_of_option, avoid_option, day, json_option, print_json, service, store_option
from api.knowledge import schooling
from api.matching import Listed, Listing
from api.reach import municipality_name, reach_within
from api.wishes import Wishes
from api.wording import bridge_why, match_why
from graph.bridges import Bridge
from graph.explanation import carried_words, demanded
from graph.explanation import explain as explanation
from graph.gates import GateState, gate_in_words
from graph.standing import circumstance_in_words, worth_a_word
from graph.stated import asked_in_words, terms_in_words
from ontology.credentials import load_credentials
from ontology.demands import Schooling
from ontology.industries import IndustryCode, load_industries
from ontology.people import Means
from ontology.taxonomy import Taxonomy
from ontology.work_context import Strain

_SHOWN = 3
_CLEAR = frozenset({GateState.MET})


@click.command(epilog="Eksempel: kompetencebro match PROFILE --within 0101 --minutes 45 --as-of 2026-11-25")
@click.argument("profile")
@click.option("--within", help="municipality or postcode (default: the CV's own)")
@click.option("--minutes", type=click.IntRange(1, 600), default=45, show_default=True, help="with --within")
@click.option("--car/--transit", default=True, help="with --within")
@click.option("--top", type=click.IntRange(1, 200), default=20, show_default=True)
@avoid_option
@as_of_option
@store_option
@json_option
def match(
    profile: str,
    within: str | None,
    minutes: int,
    car: bool,
    top: int,
    avoid: frozenset[Strain],
    as_of: datetime | None,
    store: str | None,
    as_json: bool,
) -> None:
    """The ads that fit a profile best."""
    ready = service(store)
    reach = reach_within(within, minutes, Means.CAR if car else Means.TRANSIT) if within else None
    found = asking(ready, Act.MATCH, profile).match(profile, reach, day(as_of), top, Wishes(avoid=avoid))
    if as_json:
        print_json([match_json(one, ready.live.taxonomy) for one in found.shown])
        return
    print_matches(found, ready.live.taxonomy)


def print_matches(found: Listing, taxonomy: Taxonomy) -> None:
    """The listing as a table."""
    table = Table(Column("opslag", overflow="fold"), "stilling", "sted", "min. (skøn)", "score", "fordi", "bemærk")
    for one in found.shown:
        posting = one.match.posting
        places = [municipality_name(work.municipality) for work in posting.workplaces[:_SHOWN]]
        place = ", ".join(places) or ("hele landet" if posting.terms.nationwide else "ukendt")
        notes = [words for gate, words in zip(one.gates, gates_in_words(one), strict=True) if gate.state not in _CLEAR]
        notes += [circumstance_in_words(said) for said in one.circumstances if worth_a_word(said)]
        minutes = "" if one.minutes is None else f"{one.minutes:.0f}"
        why = match_why(one, taxonomy)
        table.add_row(
            posting.id,
            posting.title,
            place,
            minutes,
            f"{100 * one.match.score:.0f}",
            why,
            "; ".join([*notes, *terms_in_words(posting)[:_SHOWN]]),
        )
    CONSOLE.print(table)
    CONSOLE.print(f"{len(found.shown)} af {found.total} opslag er vist")
    CONSOLE.print(f"{found.folded} opslag er foldet væk (krav mangler), {found.out_of_reach} er uden for rækkevidde")
    if found.spared:
        CONSOLE.print(f"{found.spared} opslag er udeladt, fordi arbejdet plejer at have det, du bad om at undgå")


def match_json(one: Listed, taxonomy: Taxonomy) -> dict[str, object]:
    """A listed match with every line, for `--json`."""
    return {
        "posting": one.match.posting.id,
        "title": one.match.posting.title,
        "score": one.match.score,
        "minutes": one.minutes,
        "why": match_why(one, taxonomy),
        "gates": [
            {"credential": g.credential, "hard": g.hard, "either": g.either, "state": g.state.value, "words": words}
            for g, words in zip(one.gates, gates_in_words(one), strict=True)
        ],
        "circumstances": [
            {"topic": c.topic.value, "state": c.state.value, "hard": c.hard, "words": circumstance_in_words(c)}
            for c in one.circumstances
        ],
        "contributions": [
            {
                "part": line.part.value,
                "subject": line.subject,
                "label": taxonomy.label(line.subject) if line.subject else None,
                "points": line.points,
                "possible": line.possible,
                "note": line.note.value,
            }
            for line in one.match.contributions
        ],
    }


@click.command(epilog="Eksempel: kompetencebro explain PROFILE demo:1")
@click.argument("profile")
@click.argument("posting")
@as_of_option
@store_option
@json_option
def explain(profile: str, posting: str, as_of: datetime | None, store: str | None, as_json: bool) -> None:
    """Why a profile fits an ad: every contribution, most points first; they sum to the score."""
    ready = service(store)
    listed = asking(ready, Act.MATCH, profile).opened(profile, posting, day(as_of))
    found, beside = listed.match, [*gates_in_words(listed), *map(circumstance_in_words, listed.circumstances)]
    lines = explanation(found, ready.live.taxonomy)
    if as_json:
        print_json({"score": found.score, "lines": lines, "beside": beside})
        return
    CONSOLE.print(f"{found.posting.title}: {100 * found.score:.1f} af 100 point", markup=False)
    for line in lines:
        CONSOLE.print(f"  {line}", markup=False)
    CONSOLE.print("tæller ikke i scoren:", markup=False)
    for line in beside:
        CONSOLE.print(f"  {line}", markup=False)
    for name, said in (("vilkår", terms_in_words(found.posting)), ("opslaget siger", asked_in_words(found.posting))):
        if said:
            CONSOLE.print(f"{name}: {'; '.join(said)}", markup=False)


def gates_in_words(one: Listed) -> list[str]:
    """Each credential that is demanded, and how the person stands to it."""
    known = load_credentials()
    return [gate_in_words(one_of, known[one_of.credential].label_da) for one_of in one.gates]


@click.command("bridges", epilog="Eksempel: kompetencebro bridges PROFILE")
@click.argument("profile")
@avoid_option
@as_of_option
@store_option
@json_option
def bridges_(profile: str, avoid: frozenset[Strain], as_of: datetime | None, store: str | None, as_json: bool) -> None:
    """Other jobs that the profile's skills already carry most of the way to."""
    ready = service(store)
    found = asking(ready, Act.MATCH, profile).bridges(profile, day(as_of), avoid=avoid)
    if as_json:
        print_json([bridge_json(one, ready.live.taxonomy) for one in found])
        return
    CONSOLE.print(_bridge_table(found, ready.live.taxonomy))
    print_bridges(found, ready.live.taxonomy)


def _bridge_table(found: tuple[Bridge, ...], taxonomy: Taxonomy) -> Table:
    credentials, industries = load_credentials(), load_industries()
    table = Table("", "job", "branche", "passer", "du har med dig", "vil hjælpe at lære", "kræver", "ledige")
    for number, one in enumerate(found, 1):
        kind = "anden funktion" if one.other_function else "beslægtet job"
        industry = industries[IndustryCode(one.industry)].title_da if one.industry else "ukendt"
        table.add_row(
            str(number),
            f"{taxonomy.label(one.occupation)} ({kind})",
            f"{industry} (anden)" if one.other_industry else industry,
            f"{100 * one.fit:.0f} %",
            ", ".join(carried_words(carried, taxonomy) for carried in one.carrying[:_SHOWN])
            or (one.known.why_da if one.known else ""),
            ", ".join(taxonomy.label(uri) for uri in one.smallest_set[:_SHOWN]),
            ", ".join([credentials[code].label_da for code in one.missing_credentials] + demanded(one)),
            "" if one.openings is None else str(one.openings),
        )
    return table


def bridge_json(one: Bridge, taxonomy: Taxonomy) -> object:
    """A bridge with what carries it, for `--json`."""
    return {
        "occupation": one.occupation,
        "agreement": one.agreement,
        "fit": one.fit,
        "why": bridge_why(one, taxonomy),
        "carrying": [
            {
                "skill": carried.skill,
                "coverage": carried.coverage,
                "held": carried.claim.skill if carried.claim else None,
                "path": [step.to for step in carried.path],
                "assumed": carried.assumed,
            }
            for carried in one.carrying
        ],
        "gap": one.gap,
        "smallest_set": one.smallest_set,
        "missing_credentials": one.missing_credentials,
        "via": one.via,
        "openings": one.openings,
        "industry": one.industry,
        "other_industry": one.other_industry,
        "known": one.known and {"strength": one.known.strength, "why": one.known.why_da},
    }


def _way(schooling: Schooling) -> str:
    """How the education is got, and that some get in without it where it is only usual."""
    if not schooling.how_da:
        return ""
    return (
        f" Vejen dertil: {schooling.how_da}."
        if schooling.asked
        else (f" Den sædvanlige vej: {schooling.how_da}; nogle kommer ind uden.")
    )


def print_bridges(found: tuple[Bridge, ...], taxonomy: Taxonomy) -> None:
    """Why, in one sentence a bridge, the way to an education that lacks, and the openings."""
    for number, one in enumerate(found, 1):
        way = schooling(taxonomy, one.occupation) if one.level_step else None
        learnt = _way(way) if way else ""
        opening = f" {one.openings} ledige inden for rækkevidde." if one.openings else ""
        CONSOLE.print(f"{number:2}. {bridge_why(one, taxonomy)}{learnt}{opening}", markup=False)


@click.command(epilog="Eksempel: kompetencebro erase PROFILE")
@click.argument("profile")
@store_option
@json_option
def erase(profile: str, store: str | None, as_json: bool) -> None:
    """Erase a profile, its documents and its key; what the log says of it can be read no more."""
    ready = service(store)
    note(ready, Act.ERASE, [profile])
    ready.erase(profile, BY)
    if as_json:
        print_json({"erased": profile})
        return
    CONSOLE.print("slettet")


COMMANDS = (match, explain, bridges_, erase)
