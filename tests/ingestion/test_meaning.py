"""What a text is like in meaning, with an encoder that can be checked by hand."""

from collections.abc import Sequence

import numpy as np
import pytest

from ingestion.meaning import Meanings, language_of
from ontology.encoding import Vectors
from ontology.kinds import DANISH, ENGLISH, EscoUri, Labels, Language, Skill, SkillKind


class ByFirstLetter:
    """Texts that begin alike point the same way."""

    name = "letters"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (texts, 256)."""
        self.asked += texts
        return np.eye(256, dtype=np.float32)[[ord(text[0]) for text in texts]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Du skal kunne køre truck og tale med kunder", DANISH),
        ("You will drive a forklift and talk to the customers", ENGLISH),
        ("kassebetjening på tværs", DANISH),
        ("Python, SQL", ENGLISH),
    ],
)
def test_the_small_words_tell_the_language(text: str, language: Language) -> None:
    assert language_of(text) == language


def test_the_skill_whose_label_is_like_the_text_stands_out_and_only_one_language_is_encoded() -> None:
    encoder = ByFirstLetter()
    names = (("køre", "drive"), ("male", "paint"), ("vaske", "wash"))
    skills = [Skill(EscoUri(da), SkillKind.SKILL, None, Labels({DANISH: da, ENGLISH: en})) for da, en in names]
    found = Meanings(encoder, skills).like(["painting", "driving"], ENGLISH)

    assert found.argmax(1).tolist() == [1, 0]
    assert not {"køre", "male", "vaske"} & set(encoder.asked)
