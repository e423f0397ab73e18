import pytest

from ingestion.sections import SectionKind, heading, kind_at, sections

CV = "Mona Holm\n\nERHVERVSERFARING\n2015-2020 Tjener, Kroen\n\nUddannelse:\n2010 HF\n\nFritid\nSpejderleder\n"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ERHVERVSERFARING", SectionKind.EXPERIENCE),
        ("Uddannelse og kurser:", SectionKind.EDUCATION),
        ("Sprog", SectionKind.LANGUAGES),
        ("Fritid", SectionKind.INTERESTS),
        ("REFERENCER", SectionKind.REFERENCES),
        ("Jeg har erfaring med kasse og opfyldning.", None),
        ("Kurser: makeup (3 dage), førstehjælp", None),
        ("2015-2020 Tjener, Kroen", None),
        ("2007: læreruddannelsen færdig", None),
        ("2000-2002 skole", None),
        ("2. Uddannelse", SectionKind.EDUCATION),
    ],
)
def test_a_heading_is_a_short_line_of_words_that_danes_use(line: str, kind: SectionKind | None) -> None:
    assert heading(line) == kind


def test_the_sections_together_are_the_whole_text() -> None:
    found = sections(CV)

    assert "".join(CV[part.start : part.end] for part in found) == CV
    assert kind_at(found, CV.index("Tjener")) is SectionKind.EXPERIENCE
    assert kind_at(found, CV.index("Spejderleder")) is SectionKind.INTERESTS
    assert kind_at(found, 0) is SectionKind.OPENING


def test_a_name_is_no_heading_and_a_long_blank_line_takes_no_time() -> None:
    assert heading("Birgit Skov") is None
    assert heading(" " * 500_000) is None
