"""What the tests of candidates and of crowds share: any people, read into a crowd."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from graph.candidates import Weighed, weighed
from graph.crowd import Crowd, CrowdReader, Home
from graph.ontology import LiveOntology
from ontology.kinds import CredentialCode, EscoUri, MunicipalityCode
from ontology.people import Denial, Held, Holding, Means, Profile, ProfileId
from ontology.vacancies import Posting
from tests.graph.test_scoring import DAY, OCCUPATIONS, SKILLS, people

TOWNS = (MunicipalityCode("0101"), MunicipalityCode("0147"))

jobs = st.builds(
    lambda name, until, current: Held(EscoUri(f"o/{name}"), name, None, until, current, 1.0),
    st.sampled_from((*OCCUPATIONS, "ukendt")),
    st.one_of(st.none(), st.integers(1980, 2026)),
    st.booleans(),
)


@st.composite
def persons(draw: st.DrawFn) -> Profile:
    """Any person, under one of a few ids, so that people often replace each other."""
    return replace(
        draw(people),
        id=ProfileId(draw(st.sampled_from(("a", "b", "c", "ø")))),
        held=tuple(draw(st.lists(jobs, max_size=3))),
        denied=tuple(Denial(EscoUri(f"s/{name}")) for name in draw(st.lists(st.sampled_from(SKILLS), max_size=2))),
        holds=tuple(
            Holding(CredentialCode(code), ()) for code in draw(st.lists(st.sampled_from(("truck", "bus")), max_size=2))
        ),
        handled_by=draw(st.sampled_from((None, *TOWNS, MunicipalityCode("9999")))),
        released_by_citizen=draw(st.booleans()),
        released_by_consultant=draw(st.booleans()),
    )


crowds = st.lists(persons(), max_size=4, unique_by=lambda one: one.id)


def reader(live: LiveOntology) -> CrowdReader:
    def home(one: Profile) -> Home:
        return Home(len(one.claims), Means.CAR if one.held else Means.TRANSIT, float(len(one.held)))

    return CrowdReader(live, {code: row for row, code in enumerate(TOWNS)}, home, frozenset)


def gathered(some: Iterable[Profile], live: LiveOntology) -> Crowd:
    return reader(live).read(some)


def asked_of(posting: Posting, some: Iterable[Profile], live: LiveOntology) -> Weighed:
    crowd = gathered(some, live)
    return weighed(posting, crowd, np.arange(len(crowd)), live, DAY)


def told(crowd: Crowd) -> Mapping[str, object]:
    """All that a crowd says, names written out."""
    plain = ("released", "handled_by", "unit", "home", "car", "minutes")
    lists = {
        name: [[column[part.row(row)].tolist() for column in part.columns] for row in range(len(crowd))]
        for name, part in (("claims", crowd.claims), ("denied", crowd.denied), ("held", crowd.held))
    }
    holds = [
        {crowd.credentials[code] for code in crowd.holds.columns[0][crowd.holds.row(row)]} for row in range(len(crowd))
    ]
    speaks = [
        {crowd.tongues[code] for code in crowd.speaks.columns[0][crowd.speaks.row(row)]} for row in range(len(crowd))
    ]
    return {
        "ids": crowd.ids,
        **{name: getattr(crowd, name).tolist() for name in plain},
        **lists,
        "holds": holds,
        "speaks": speaks,
    }
