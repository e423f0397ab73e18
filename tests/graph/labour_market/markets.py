"""Small labour markets for tests, built from ads and profiles as the service builds them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import numpy as np

from graph.labour_market.areas import Area, AreaKind
from graph.labour_market.axes import units_of
from graph.labour_market.denominated import Denominators
from graph.labour_market.market import Market
from graph.labour_market.measures import Scene
from graph.labour_market.people import People
from graph.labour_market.reading import vacancies_of
from graph.labour_market.seeking import SeekerReader, seekers_of
from graph.labour_market.suppression import Lattice
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode, EscoUri, Importance, MunicipalityCode, Postcode, PostingKind
from ontology.people import Claim, DocumentId, Profile, ProfileId
from ontology.vacancies import Demand, Hours, OccupationGuess, Posting, PostingId, Requirement, Workplace

TOWNS = tuple(MunicipalityCode(code) for code in ("0101", "0147", "0265"))
SEATS = {code: Postcode(seat) for code, seat in zip(TOWNS, ("1550", "2000", "4000"), strict=True)}
AS_OF = date(2026, 11, 26)
AREAS = tuple(Area(AreaKind.MUNICIPALITY, code, code, (code,)) for code in TOWNS)
DENMARK = Area(AreaKind.DENMARK, "danmark", "hele landet", TOWNS)


def ad(
    name: str,
    job: str = "kok",
    towns: Iterable[str] = ("0101",),
    *,
    published: date = date(2026, 11, 2),
    days: int = 20,
    openings: int = 1,
    employer: str = "Havnekroen",
    asks: Iterable[str] = (),
    gates: Iterable[str] = (),
    fingerprint: str = "",
    kind: PostingKind = PostingKind.ORDINARY,
) -> Posting:
    """An ad that is listed for `days` days, its first day counted in."""
    return Posting(
        PostingId(f"test:{name}"),
        job,
        employer,
        published,
        published + timedelta(days=days - 1),
        kind,
        Hours.UNKNOWN,
        openings,
        (OccupationGuess(EscoUri(f"o/{job}"), 0.9),),
        tuple(Requirement(EscoUri(f"s/{one}"), Importance.MUST, 1.0, ()) for one in asks),
        (),
        tuple(Demand(CredentialCode(one), True, ()) for one in gates),
        tuple(Workplace(MunicipalityCode(town)) for town in towns),
        "",
        DocumentId(name),
        fingerprint,
    )


def person(number: int, job: str, town: str, skills: Iterable[str] = ()) -> Profile:
    claims = tuple(Claim(EscoUri(f"s/{one}"), 1.0, ()) for one in skills)
    seeks = (EscoUri(f"o/{job}"),)
    return Profile(ProfileId(f"p{number}"), claims, seeks=seeks, municipality=MunicipalityCode(town))


def market(live: LiveOntology, ads: Iterable[Posting] = (), people: Iterable[Profile] = ()) -> Market:
    vacancies, count = vacancies_of(ads, live, lambda employer: "vikar" in employer.casefold(), SEATS)
    rows = {code: row for row, code in enumerate(TOWNS)}
    reader = SeekerReader(live, rows, {}, frozenset)
    seekers = seekers_of(reader.read(one) for one in people)
    return Market(vacancies, seekers, TOWNS, AS_OF, count, ("test",))


def scene(
    live: LiveOntology,
    ads: Iterable[Posting] = (),
    people: Iterable[Profile] = (),
    denominators: Denominators | None = None,
) -> Scene:
    """A market whose offsets are all 0, so that people are rounded down to 5."""
    made = market(live, ads, people)
    offsets = np.zeros((len(TOWNS), len(live.taxonomy.unit_groups)), np.int64)
    return Scene(made, People(made, Lattice(offsets), units_of(live.taxonomy)), denominators or Denominators())


def crowd(counts: Mapping[tuple[str, str], int], skills: Iterable[str] = ()) -> list[Profile]:
    """So many people by (town, job)."""
    cells = [(town, job) for (town, job), count in counts.items() for _ in range(count)]
    return [person(number, job, town, skills) for number, (town, job) in enumerate(cells)]
