"""What a CV says that the person does not have, and what it does have."""

import pytest

from ingestion.denials import denied
from ingestion.requirements import units


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("Jeg har ikke kørekort.", "kørekort", True),
        ("ADR er udløbet", "ADR", True),
        ("Tysk: nej, desværre", "Tysk", True),
        ("Tysk taler jeg ikke, engelsk lidt", "Tysk taler", True),
        ("Tysk taler jeg ikke, engelsk lidt", "engelsk", False),
        ("Mit svejsecertifikat udløb i 2019", "svejsecertifikat", True),
        ("Excel må I gerne lære mig, det kan jeg ikke.", "Excel", True),
        ("Excel har jeg lært, det kan jeg godt.", "Excel", False),
        ("Hvad jeg ikke kan: video (jeg har prøvet), søgemaskiner og budgetter.", "budgetter", True),
        ("Hvad jeg ikke er: leder. Budgetter kan jeg.", "Budgetter", False),
        ("cykel, ikke kørekort", "kørekort", True),
        ("Ikke noget truckcertifikat endnu", "truckcertifikat", True),
        ("Jeg kan ikke Excel", "Excel", True),
        ("Kørekort har jeg ikke", "Kørekort", True),
        ("ikke kun kasse, også lager", "lager", False),
        ("Jeg er ikke bange for truck", "truck", False),
        ("Kørekort B og truckcertifikat", "truckcertifikat", False),
        ("Intet kørekort og ingen bil", "kørekort", True),
        ("Har ik kørekort, tager bussen", "kørekort", True),
        ("Regneark arbejder jeg ikke med.", "Regneark", True),
        ("Hjemmesider og sociale medier har jeg aldrig rørt ved.", "Hjemmesider", True),
        ("Excel kan jeg ik rigtig", "Excel", True),
        ("PC er jeg sløj til, kun skanner", "PC", True),
        ("PC er jeg sløj til, kun skanner", "skanner", False),
        ("Løn har jeg aldrig lavet, og bogholder er jeg ikke.", "bogholder", True),
        ("Telefonsalg siger mig ikke noget", "Telefonsalg", True),
        ("Ikk så god til computer", "computer", True),
        ("I have never worked with cell culture", "cell culture", True),
        ("I am no BIM specialist", "BIM", True),
        ("Løn og bogføring, PLC har jeg aldrig rørt", "bogføring", False),
        ("Jeg har lavet løn, men moms kender jeg ikke", "løn", False),
        ("Excel bruger jeg dagligt, og det har jeg aldrig fortrudt", "Excel", False),
        ("Nattevagter har jeg ikke noget imod", "Nattevagter", False),
        ("Kørekort: under optagelse, ikke bestået", "Kørekort", True),
        ("Truckkursus nåede jeg ikke.", "Truckkursus", True),
        ("Jeg svejser ikke og har ikke kølecertifikat", "svejser", True),
        ("Ikke bil, ikke dansk kørekort.", "kørekort", True),
        ("ikke god til Excel og den slags", "Excel", True),
        ("Edb er ikk mig", "Edb", True),
        ("Opsøgende salg ønsker jeg ikke mere", "salg", True),
        ("Trailerkort har jeg ikke, kølecertifikat heller ikke", "kølecertifikat", True),
        ("Kørekort nej, taget i februar", "Kørekort", True),
        ("Lidt tysk, engelsk næsten ikke", "engelsk", True),
        ("C# og .NET har jeg ikke rørt", "C#", True),
        ("Power BI har jeg kun set andre bruge", "Power BI", True),
        ("Jeg mangler 20 timer om ugen at stå op til", "stå op", False),
        ("Jeg er ikke bleg for at tage telefonen", "telefonen", False),
    ],
)
def test_what_stands_right_after_a_not_is_denied(text: str, named: str, expected: bool) -> None:
    start = text.index(named)
    unit = next(one for one in units(text) if one.start <= start < one.end)

    assert denied(text, unit, start, start + len(named)) is expected


def test_of_a_language_only_the_whole_is_denied() -> None:
    use, whole = "Tysk kan jeg ikke sælge på", "Tysk kan jeg ikke"

    assert [denied(text, next(units(text)), 0, 4, wholly=True) for text in (use, whole)] == [False, True]
