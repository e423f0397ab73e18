"""Gates: what is met, what is asked about, what folds an ad away."""

import numpy as np
import pytest

from graph.knowledge import LabourKnowledge
from ontology.kinds import CredentialCode

CODES = {
    "smith": ("0715", 2),
    "welder": ("0715", 2),
    "engineer": ("0715", 4),
    "chief": ("0714", 5),
    "nurse": ("0913", 4),
    "any": ("", 5),
}


@pytest.mark.parametrize(
    ("asked", "held", "akin"),
    [
        ("smith", ["welder"], False),
        ("smith", ["engineer"], False),
        ("engineer", ["chief"], True),
        ("engineer", ["smith"], False),
        ("nurse", ["engineer"], False),
        ("smith", [], False),
        ("any", ["any"], False),
        ("unheard", ["smith"], False),
    ],
)
def test_a_higher_education_is_akin_to_one_of_its_field_that_is_no_lower(
    asked: str, held: list[str], akin: bool
) -> None:
    nothing = np.zeros(0, np.float32)
    educations = {CredentialCode(code): told for code, told in CODES.items()}
    knowledge = LabourKnowledge(nothing, np.zeros(0, np.bool_), {}, {}, educations=educations)

    assert knowledge.akin(CredentialCode(asked), [CredentialCode(code) for code in held]) is akin
