"""Which jobs a CV is read to have held; on a small release with the titles that stems confuse."""

from datetime import date

import pytest

from ingestion.cv import read_cv
from ingestion.reader import Reader, build_reader
from ingestion.readers import RawText
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation
from ontology.people import DocumentId, Means, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_jobs_in_words

JOBS = {
    "tjener": "5131",
    "mægler": "2619",
    "læge": "2211",
    "tandlæge": "2261",
    "anlægsgartner": "6113",
    "rengøringschef": "5151",
    "rengøringsassistent": "9112",
    "planlægger": "4322",
    "polerer": "7224",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    occupations = tuple(
        Occupation(EscoUri(f"o/{name}"), IscoCode(isco), f"{isco}.1", Labels({DANISH: name}))
        for name, isco in JOBS.items()
    )
    return build_reader(Taxonomy("test", (), (), occupations, ()))


def profile(text: str, reader: Reader) -> Profile:
    return read_cv(RawText("doc.txt", DocumentId("doc"), text), ProfileId("p"), reader)[0]


def held(text: str, reader: Reader) -> list[str]:
    return [one.occupation.removeprefix("o/") for one in profile(text, reader).held]


def test_a_dated_line_names_the_job_before_the_employer(reader: Reader) -> None:
    (job,) = profile("ERFARING\n2015-2020 Tjener, Hotel Søkysten, Korsør\n", reader).held

    assert (job.occupation, job.since, job.until, job.title) == ("o/tjener", 2015, 2020, "Tjener")


@pytest.mark.parametrize("line", ["Tjener weekend 2023 (på festival)", "Tjener deltid", "Tjener sommerferie"])
def test_a_title_may_be_followed_by_when_it_was_worked(line: str, reader: Reader) -> None:
    assert held(line, reader) == ["tjener"]


@pytest.mark.parametrize(
    "line",
    [
        "mægle, når to kolleger er uenige",
        "lægge planer for ugen",
        "Tandlægerne Storegade, Odense",
        "Jeg kender en tandlæge",
        "FRITID\nTjener til byfester",
    ],
)
def test_a_word_that_only_resembles_a_job_is_no_job_held(line: str, reader: Reader) -> None:
    assert held(f"{line}\n", reader) == []


def test_a_verb_that_another_verb_goes_on_from_is_no_job(reader: Reader) -> None:
    assert held("Planlægger og skriver lister.", reader) == []
    assert held("Planlægger og tjener.", reader) == ["planlægger", "tjener"]


def test_a_country_in_the_place_of_a_title_is_no_job(reader: Reader) -> None:
    assert held("2004-2011: Polen, møbelfabrik. Slibning af stole.", reader) == []
    assert held("2004-2011: Polerer, møbelfabrik.", reader) == ["polerer"]


def test_what_somebody_seeks_is_not_held(reader: Reader) -> None:
    found = profile("Jeg søger job som tjener.\n", reader)

    assert (found.held, found.seeks) == ((), ("o/tjener",))


def test_a_trade_learnt_is_kept_though_the_school_is_no_job(reader: Reader) -> None:
    assert held("UDDANNELSE\nAnlægsgartner fra grøn skole, 2007\n2003-2005 Tandlægeskolen\n", reader) == [
        "anlægsgartner"
    ]


def test_cleaning_is_not_taken_for_leading_cleaners(reader: Reader) -> None:
    assert held("2016-2019 Rengøringshjælp, skole\n", reader) in ([], ["rengøringsassistent"])
    assert held("2016-2019 Rengøringschef, skole\n", reader) == ["rengøringschef"]


def times(text: str, reader: Reader) -> dict[str, list[str]]:
    return {
        one.occupation.removeprefix("o/"): [f"{it.first:%Y-%m}/{it.last:%Y-%m}" for it in one.periods if it.last]
        for one in profile(text, reader).held
    }


def test_employments_of_one_occupation_add_and_overlaps_count_once(reader: Reader) -> None:
    (job,) = profile("ERFARING\n2010-2014 Tjener, A\n2012-2016 Tjener, B\n2018-2019 Tjener, C\n", reader).held

    assert (job.since, job.until, len(job.periods), len(job.evidence)) == (2010, 2019, 3, 3)
    assert job.years(date(2026, 11, 26)) == 7.0


def test_a_job_that_still_runs_has_no_end_though_another_of_its_kind_ended(reader: Reader) -> None:
    (job,) = profile("ERFARING\n2010-2014 Tjener, A\n2025- Tjener, B\n", reader).held

    assert (job.current, job.until) == (True, None)
    assert job.years(date(2026, 6, 30)) == 5.0


@pytest.mark.parametrize(
    "text",
    [
        "ERFARING\nTjener\nHotel Søkysten\n03.2018 - 06.2019\n",
        "ERFARING\n03.2018 - 06.2019\nTjener\nHotel Søkysten\n",
        "ERFARING\nTjener (marts 2018 - juni 2019), Hotel Søkysten\n",
        "ERFARING\nHotel Søkysten, Korsør - Tjener - 03/2018-06/2019\n",
        "ERFARING\nHotel Søkysten | Tjener | 03/2018-06/2019\n",
        "ERFARING\nHotel Søkysten\tTjener\t03/2018-06/2019\n",
        "ERFARING\nStilling: Tjener\nArbejdsgiver: Hotel Søkysten\nPeriode: 03/2018-06/2019\n",
        "Fra marts 2018 til juni 2019 arbejdede jeg som tjener på et hotel.\n",
    ],
)
def test_the_title_is_found_wherever_its_period_stands(text: str, reader: Reader) -> None:
    assert times(text, reader) == {"tjener": ["2018-03/2019-06"]}


def test_each_period_of_a_line_goes_with_its_own_title(reader: Reader) -> None:
    assert times("ERFARING\n2010-2014 tjener, 2014-2016 polerer\n", reader) == {
        "tjener": ["2010-07/2014-06"],
        "polerer": ["2014-07/2016-06"],
    }


@pytest.mark.parametrize(
    "line",
    [
        "2013-2014 Barselsorlov fra job som tjener",
        "2012-2013 Ledig tjener",
        "2012-2013 Jobsøgende, tjener",
        "2009-2012 Studerende, læge",
        "2014 Svendebrev, tjener",
    ],
)
def test_leave_studies_exams_and_time_without_work_are_no_employments(line: str, reader: Reader) -> None:
    assert [one for one in profile(f"ERFARING\n{line}\n", reader).held if one.periods] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ti års erfaring som tjener.", 10.0),
        ("Tjener i 12 år.", 12.0),
        ("ERFARING\nTjener, Hotel Søkysten (3 år)", 3.0),
        ("I 12 år i branchen, de sidste som tjener.", None),
        ("Tjener, 36 år", None),
    ],
)
def test_how_long_is_kept_where_no_dates_are_and_an_age_is_not(
    text: str, expected: float | None, reader: Reader
) -> None:
    (job,) = profile(text, reader).held

    assert (job.stated_years, job.periods) == (expected, ())


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("Jeg søger job som tjener.", ["tjener"]),
        ("Jeg kunne godt tænke mig at arbejde som tjener.", ["tjener"]),
        ("Jeg vil gerne være polerer, men ikke tjener.", ["polerer"]),
        ("Jeg søger ikke job som tjener, men som polerer.", ["polerer"]),
        ("Jeg ønsker ikke at være tjener.", []),
        ("Jeg vil gerne væk fra jobbet som tjener.", []),
        ("Jeg er uddannet tjener og søger job som polerer.", ["polerer"]),
        ("Jeg søger nye udfordringer efter 10 år som tjener.", []),
        ("Jeg forstår kundens ønsker som tjener.", []),
        ("Tjener søger arbejde.", ["tjener"]),
        ("ØNSKER\nTjener eller polerer", ["tjener", "polerer"]),
        ("Jobønsker: tjener, helst om dagen", ["tjener"]),
        ("søger noget med mennesker, gerne tjener", ["tjener"]),
        ("I am looking for a job as a tjener, not as a polerer.", ["tjener"]),
    ],
)
def test_what_is_not_wanted_is_not_sought(text: str, sought: list[str], reader: Reader) -> None:
    assert [uri.removeprefix("o/") for uri in profile(text, reader).seeks] == sought


def test_a_wish_that_a_new_clause_goes_on_with_is_not_held(reader: Reader) -> None:
    assert held("søger noget med mennesker, gerne tjener", reader) == []


def test_what_a_line_says_came_before_is_a_job_too(reader: Reader) -> None:
    assert times("har kørt taxa i 6 år, før det tjener 2011-2015", reader) == {"tjener": ["2011-07/2015-06"]}


def test_the_background_of_a_wish_is_held(reader: Reader) -> None:
    found = profile("Jeg er uddannet tjener og søger job som polerer.", reader)

    assert [one.occupation for one in found.held] == ["o/tjener"]


@pytest.mark.parametrize(
    ("text", "minutes", "means"),
    [
        ("Højst 45 minutters transport.", 45, None),
        ("Max 30 min. hver vej, har bil", 30, Means.CAR),
        ("Jeg pendler gerne en time.", 60, None),
        ("Jeg kører ikke bil.", None, Means.TRANSIT),
        ("Jeg har ikke bil, men kørekort.", None, Means.TRANSIT),
        ("Jeg tager bus og tog.", None, Means.TRANSIT),
        ("Skiftede dæk på 20 min.", None, None),
        ("Egen bil", None, Means.CAR),
        ("Bil: nej", None, Means.TRANSIT),
    ],
)
def test_reach_and_means_are_read(text: str, minutes: int | None, means: Means | None, reader: Reader) -> None:
    found = profile(text, reader)

    assert (found.minutes, found.means) == (minutes, means)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Jeg ønsker 25-30 timer om ugen.", (25.0, 30.0)),
        ("Jeg søger fuldtid.", (37.0, 37.0)),
        ("Jeg søger job som tjener. 30 timer om ugen passer mig bedst.", (30.0, 30.0)),
        ("Jeg kan højst arbejde 20 timer om ugen.", (20.0, 20.0)),
        ("Jeg arbejdede 25-30 timer om ugen.", (None, None)),
    ],
)
def test_only_hours_that_are_wished_are_kept(
    text: str, hours: tuple[float | None, float | None], reader: Reader
) -> None:
    found = profile(text, reader)

    assert (found.hours_min, found.hours_max) == hours


def test_a_letter_of_the_framework_goes_before_words_elsewhere(reader: Reader) -> None:
    (english,) = profile("Jeg taler flydende engelsk.\nSPROG\nEngelsk: B1\n", reader).speaks

    assert english.level == "B1"


def test_a_test_that_is_read_for_is_not_held(reader: Reader) -> None:
    assert profile("Jeg læser PD3 nu.", reader).holds == ()
    assert [one.credential for one in profile("Bestået PD3.", reader).holds] == ["danish-pd3"]


def test_a_credential_that_is_wished_for_is_not_held(reader: Reader) -> None:
    assert profile("Jeg vil gerne tage truckcertifikat B.", reader).holds == ()
    assert [one.credential for one in profile("Jeg søger job og har truckcertifikat B.", reader).holds] == ["truck-b"]


@pytest.fixture(scope="module")
def told_in_words() -> Reader:
    taxi = EscoUri(dict(load_jobs_in_words())["køre taxa"])
    job = Occupation(taxi, IscoCode("8322"), "8322.1", Labels({DANISH: "taxichauffør"}))
    return build_reader(Taxonomy("test", (), (), (job,), ()))


@pytest.mark.parametrize(
    ("text", "since", "lasted"),
    [
        ("Jeg har kørt taxa i 4 år.", None, 4.0),
        ("Kørte taxa om natten fra 2014 til 2016", 2014, None),
    ],
)
def test_what_was_done_at_work_is_a_job_held(
    text: str, since: int | None, lasted: float | None, told_in_words: Reader
) -> None:
    (job,) = profile(text, told_in_words).held

    assert (job.since, job.stated_years) == (since, lasted)


@pytest.mark.parametrize(
    "text",
    [
        "Jeg kan køre taxa.",
        "Jeg har aldrig kørt taxa.",
        "Jeg vil gerne køre taxa.",
        "FRITID\nJeg har kørt taxa for sjov",
    ],
)
def test_work_that_was_not_done_is_no_job(text: str, told_in_words: Reader) -> None:
    assert profile(text, told_in_words).held == ()
