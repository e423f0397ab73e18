"""The table of workplaces: what it lets guess is never as sure as a title."""

import pytest

from ontology.errors import OntologyError
from ontology.people import GUESSED
from ontology.usual_jobs import load_usual_jobs
from tests.ontology.conftest import OnTop

JOB = "http://data.europa.eu/esco/occupation/made-up"


def test_every_row_is_a_guess() -> None:
    assert all(0 < job.sure <= GUESSED for job in load_usual_jobs())


@pytest.mark.parametrize("sure", ["0", "0.61", "1"])
def test_a_row_that_is_surer_than_a_guess_is_refused_with_what_is_expected(on_top: OnTop, sure: str) -> None:
    on_top("workplaces.csv", f"term,words,uri,sure\ntrylleri,,{JOB},{sure}\n", load_usual_jobs)

    with pytest.raises(
        OntologyError, match=rf"workplaces\.csv.*sure is '{sure}'; expected more than 0 and at most 0.6"
    ):
        load_usual_jobs()
