"""A profile whose processing is restricted is kept, and used nowhere (GDPR article 18)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from api.bulk import everyone, scene
from api.cli.demo import TEXTS
from api.records.errors import RestrictedError
from api.service import Service
from ontology.people import ProfileId

DAY = date(2026, 11, 25)
BY, REASON = "konsulent-7", "Borgeren bestrider CV'et"


@pytest.fixture
def id(service: Service) -> ProfileId:
    return next(service.store.profiles())


def counted(service: Service) -> int:
    return len(service.market.scene(DAY).market.seekers.municipality)


def matched(service: Service, id: ProfileId) -> list[ProfileId]:
    return [one.profile for one in everyone(service, [id], scene(service, DAY, 5), "test")]


def test_it_is_neither_counted_nor_matched_with_others_until_it_is_lifted(service: Service, id: ProfileId) -> None:
    before = counted(service), matched(service, id)
    service.log.restricted(id, BY, REASON)
    during = counted(service), matched(service, id)
    service.log.restricted(id, BY, "Afklaret", lifted=True)

    assert during == (before[0] - 1, [])
    assert (counted(service), matched(service, id)) == before == (before[0], [id])


ASKS: dict[str, Callable[[Service, str], object]] = {
    "match": lambda service, id: service.match(id, None, DAY),
    "opened": lambda service, id: service.opened(id, "demo:001", DAY),
    "explain": lambda service, id: service.explain(id, "demo:001", DAY),
    "bridges": lambda service, id: service.bridges(id, DAY),
    "unlocks": lambda service, id: service.unlocks(id, None, DAY),
    "questions": lambda service, id: service.questions(id, None, DAY),
}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS.keys())
def test_no_answer_is_made_of_it(service: Service, id: ProfileId, ask: Callable[[Service, str], object]) -> None:
    service.log.restricted(id, BY, REASON)

    with pytest.raises(RestrictedError):
        ask(service, id)


def test_its_cv_is_not_read_anew(service: Service, id: ProfileId) -> None:
    read = service.profile(id)
    documents = [one for one in map(service.document, read.documents) if one]
    service.store.save_profile(replace(read, read_as="an older reader"), documents)
    service.log.restricted(id, BY, REASON)
    done = service.intake.cvs([TEXTS / "cvs" / "citizen-1.pdf"])

    assert (done.kept, len(done.aside)) == ((), 1)
    assert "begrænset" in done.aside[0].reason
    assert service.profile(id).read_as == "an older reader"
