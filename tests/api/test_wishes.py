"""The kinds of post that are listed: those that a request names, else the ordinary ones and those that are sought."""

from dataclasses import replace

from api.matching import Outlook
from api.reach import Reach
from api.wishes import ANY, Wishes
from graph.indexing import build_index
from graph.ontology import LiveOntology
from ontology.kinds import PostingKind
from ontology.people import Means
from ontology.vacancies import LISTED_BY_DEFAULT, PostingId
from tests.graph.ads import AD
from tests.graph.test_circumstances import NOBODY, NOTHING

SEEKS = replace(NOBODY, kinds=(PostingKind.APPRENTICE,))


def test_what_the_person_seeks_is_listed_too_unless_the_request_names_kinds() -> None:
    ordinary = Wishes(kinds=LISTED_BY_DEFAULT)

    assert ANY.kinds_for(SEEKS) == LISTED_BY_DEFAULT | {PostingKind.APPRENTICE}
    assert ANY.kinds_for(NOBODY) == LISTED_BY_DEFAULT
    assert ordinary.kinds_for(SEEKS) == LISTED_BY_DEFAULT, "named, though they are the usual ones"


def test_an_apprenticeship_is_listed_for_who_seeks_one(live: LiveOntology) -> None:
    ad = replace(AD, id=PostingId("l"), kind=PostingKind.APPRENTICE)
    index, anywhere = build_index([ad], live), Reach(None, Means.CAR, 60)
    lists = [Outlook.of(one, index, live, NOTHING, anywhere, ad.published).listing(5).shown for one in (NOBODY, SEEKS)]

    assert [len(one) for one in lists] == [0, 1]
    assert [line.state.value for line in lists[1][0].circumstances if line.topic.value == "kind"] == ["met"]
