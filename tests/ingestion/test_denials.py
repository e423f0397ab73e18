"""What a CV says that the person does not have, and what it does have."""

import pytest

from ingestion.requirements import denied, units


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("Jeg har ikke kørekort.", "kørekort", True),
        ("cykel, ikke kørekort", "kørekort", True),
        ("Ikke noget truckcertifikat endnu", "truckcertifikat", True),
        ("Jeg kan ikke Excel", "Excel", True),
        ("Kørekort har jeg ikke", "Kørekort", True),
        ("ikke kun kasse, også lager", "lager", False),
        ("Jeg er ikke bange for truck", "truck", False),
        ("Kørekort B og truckcertifikat", "truckcertifikat", False),
    ],
)
def test_what_stands_right_after_a_not_is_denied(text: str, named: str, expected: bool) -> None:
    start = text.index(named)
    unit = next(one for one in units(text) if one.start <= start < one.end)

    assert denied(text, unit, start, start + len(named)) is expected
