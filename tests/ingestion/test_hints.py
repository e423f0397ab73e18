"""What a clause hints at of the skills of a document's own jobs."""

from dataclasses import dataclass

import pytest

from ingestion.hinted import Clause, Hinted, candidates, surest
from ingestion.hints import FEATURES, Hint, Hints
from ingestion.mentions import Mention
from ingestion.requirements import Unit
from ingestion.telling_words import NameKind, TellingWords, telling_words
from ingestion.words import words
from ontology.kinds import DANISH, EscoUri, IscoCode, Labels, Occupation, Skill, SkillKind
from ontology.people import DocumentId, Evidence
from ontology.taxonomy import Pairs, Taxonomy

COOPER, BAKER = EscoUri("o/cooper"), EscoUri("o/baker")
STAVES, DOUGH, FILLER = EscoUri("s/staves"), EscoUri("s/dough"), 300


def _taxonomy() -> Taxonomy:
    """A cooper who bends staves, a baker who kneads dough, and many other skills that make their words rare."""
    named = [(STAVES, "bøje tøndestaver"), (DOUGH, "ælte surdej")]
    named += [(EscoUri(f"s/{one}"), f"passe sag{one}") for one in range(FILLER)]
    return Taxonomy(
        "test",
        tuple(Skill(uri, SkillKind.SKILL, None, Labels({DANISH: name})) for uri, name in named),
        (),
        tuple(Occupation(uri, IscoCode("7522"), "7522.1", Labels({})) for uri in (COOPER, BAKER)),
        (),
        essential=Pairs.of([(0, 0), (1, 1)]),
    )


def _found(text: str, job: EscoUri, read: tuple[Mention, ...] = (), named: tuple[Evidence, ...] = ()) -> list[Hinted]:
    taxonomy = _taxonomy()
    hints = Hints(taxonomy, telling_words(taxonomy.skills, ()), {})
    clause = Clause(Unit(10, 10 + len(text), ""), tuple(words(text)), read)
    return candidates([clause], ((job, 1.0),), set(), hints, cv=True, named=named)


def test_a_telling_word_hints_at_a_skill_of_the_own_job() -> None:
    (found,) = _found("Formede tøndestaver", COOPER)

    assert (found.hint.uri, found.hint.start, found.hint.end) == (STAVES, 18, 29)


def test_a_telling_word_hints_at_nothing_in_another_job() -> None:
    assert _found("Formede tøndestaver", BAKER) == []


def test_a_common_word_hints_at_nothing() -> None:
    taxonomy = _taxonomy()
    hints = Hints(taxonomy, telling_words(taxonomy.skills, [("passe staver", STAVES)]), {STAVES: ("passe staver",)})
    clause = Clause(Unit(0, 13, ""), tuple(words("Passede dem")), ())

    assert candidates([clause], ((COOPER, 1.0),), set(), hints, cv=True) == []


def test_what_is_known_is_not_hinted_at_again() -> None:
    taxonomy = _taxonomy()
    hints = Hints(taxonomy, telling_words(taxonomy.skills, ()), {})
    clause = Clause(Unit(0, 19, ""), tuple(words("Formede tøndestaver")), ())

    assert candidates([clause], ((COOPER, 1.0),), {STAVES}, hints, cv=True) == []


def test_the_more_of_a_name_is_said_the_surer_the_hint() -> None:
    (less,), (more,) = _found("Formede tøndestaver", COOPER), _found("Bøjede tøndestaver", COOPER)

    assert more.hint.sure > less.hint.sure


def test_of_several_hints_at_one_place_the_likeliest_is_read() -> None:
    (found,) = _found("Bøjede tøndestaver", COOPER)
    weaker = Hinted(found.hint._replace(uri=DOUGH, features=(0.0,) * len(FEATURES)), found.clause)

    assert surest([weaker, found], least=0.0) == [found]


def test_the_name_of_a_job_held_hints_at_nothing() -> None:
    text = "Bøjede tøndestaver"
    title = Evidence(DocumentId("cv"), 10, 10 + len(text), text)
    elsewhere = Evidence(DocumentId("cv"), title.end, title.end + 4, "2015")

    assert _found(text, COOPER, named=(elsewhere, title)) == []
    assert _found(text, COOPER, named=(elsewhere,)) == _found(text, COOPER) != []


def test_an_unsure_hint_is_not_read() -> None:
    nothing = Hint(0, 4, STAVES, (0.0,) * len(FEATURES))

    assert surest([Hinted(nothing, Clause(Unit(0, 4, ""), tuple(words("tønd")), ()))]) == []


@dataclass(frozen=True)
class _Split:
    word: str
    parts: tuple[str, ...]


@pytest.mark.parametrize(
    "one",
    [
        _Split("børnepasning", ("barn", "passe")),
        _Split("sikkerhedsplan", ("sikker", "plan")),
        _Split("passe", ()),
    ],
)
def test_a_compound_has_the_roots_of_its_parts(one: _Split) -> None:
    known = TellingWords(9, {}, {"barn": 4, "passe": 4, "sikker": 4, "plan": 4})

    assert known.roots(one.word)[1:] == one.parts


def test_a_word_that_fewer_skills_have_tells_more() -> None:
    known = TellingWords(100, {"rar": 2, "ofte": 50}, {})

    assert known.tells("rar") > known.tells("ofte") > known.tells("ukendt") == 0.0


def test_a_name_tells_what_its_words_tell_together() -> None:
    known = TellingWords(100, {"rar": 2, "hest": 50}, {})

    assert known.name(NameKind.OURS, "rar hest").tells == known.tells("rar") + known.tells("hest")
