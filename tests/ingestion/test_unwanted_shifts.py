"""Which shifts a CV refuses: what was, and what is only no trouble, is no refusal."""

import pytest

from ingestion.unwanted_shifts import no_shifts_in
from ontology.kinds import Shift

DAY, EVENING, NIGHT, WEEKEND, ROTATING = Shift.DAY, Shift.EVENING, Shift.NIGHT, Shift.WEEKEND, Shift.ROTATING


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("Helst ikke ud at køre om natten.", (NIGHT,)),
        ("Efter at have fået børn passer aftener og\nweekender ikke mere ind.", (EVENING, WEEKEND)),
        ("Aften og weekend kan jeg ikke", (EVENING, WEEKEND)),
        ("Ingen aften eller nat, men weekend er fint", (EVENING, NIGHT)),
        ("Nattevagter er jeg færdig med.", (NIGHT,)),
        ("Vil gerne væk fra skiftende vagter", (ROTATING,)),
        ("Jeg søger dagarbejde - gerne kantine", (EVENING, NIGHT)),
        ("Kun hverdage 8-16", (EVENING, NIGHT, WEEKEND)),
        ("Kan kun arbejde aften og weekend, da jeg læser", (DAY,)),
        ("No night shifts, please", (NIGHT,)),
        ("Nætter duer jeg ikke til", (NIGHT,)),
        ("helst i dagtimer, aften vil jeg ikke mere", (EVENING,)),
        ("ik nat arbejde", (NIGHT,)),
        ("20 timer, ikke aftner ikke lørdag", (EVENING, WEEKEND)),
        ("ikk i weekendern", (WEEKEND,)),
        ("Weekend nej, der har jeg børnene", (WEEKEND,)),
        ("Aftenerne har jeg givet nok af", (EVENING,)),
        ("Weekenderne tilhører familien", (WEEKEND,)),
        ("Vil ikke | Kulde, nattehold", (NIGHT,)),
        ("Nat er helt fint, weekender er det ikke", (WEEKEND,)),
        ("lise, 40\n2010-2019 nattevagt\nikke weekend\nsøger rengøring\nhar bil", (WEEKEND,)),
    ],
)
def test_what_is_refused_is_read(text: str, shifts: tuple[Shift, ...]) -> None:
    assert no_shifts_in(text) == shifts


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har ikke noget imod aften- og nattevagter",
        "Ikke bange for nattevagter",
        "Er ikke kun til dagvagt, tager også aften",
        "2012-2019 kun dagvagter på plejehjem",
        "Jeg havde ingen weekendvagter dengang",
        "God til at holde hovedet koldt om natten",
        "Tager alle vagter, også nat og weekend",
        "Ryger ikke. Weekend er fint",
        "I dagtimerne og vil ikke sove i skurvogn",
        "Mine drenge er her hver anden uge, så helst ikke weekender der",
        "Min datter er her af og til, helst ikke weekender der",
        "aften nat er fint, ik tidlig morgen",
        "bo fra fur\nhar truck\nsøger lager, aldrig fisk igen\nnat og weekend er fint",
        "Preferably not more than two evenings a month",
    ],
)
def test_what_was_and_what_is_no_trouble_refuses_nothing(text: str) -> None:
    assert no_shifts_in(text) == ()
