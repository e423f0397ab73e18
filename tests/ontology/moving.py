"""Two small releases that differ in every way, and what is written of them, for the tests of migration."""

from datetime import date

from ontology.kinds import (
    ENGLISH,
    URN_PREFIX,
    EscoUri,
    Importance,
    IscoCode,
    Labels,
    Occupation,
    PostingKind,
    Skill,
    SkillKind,
)
from ontology.migration import compare
from ontology.people import Basis, Claim, Denial, DocumentId, Evidence, Held, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Hours, OccupationGuess, Posting, PostingId, Requirement

OWN = EscoUri(f"{URN_PREFIX}skill/hjælpsom")


def skill(uri: str, label: str, *others: str, kind: SkillKind = SkillKind.SKILL) -> Skill:
    return Skill(EscoUri(uri), kind, None, Labels({ENGLISH: label} if label else {}, {ENGLISH: others}))


def occupation(uri: str, label: str, *others: str) -> Occupation:
    return Occupation(EscoUri(uri), IscoCode("5223"), "5223.1", Labels({ENGLISH: label}, {ENGLISH: others}))


def release(name: str, *concepts: Skill | Occupation) -> Taxonomy:
    skills = tuple(one for one in concepts if isinstance(one, Skill))
    return Taxonomy(name, skills, (), tuple(one for one in concepts if isinstance(one, Occupation)), ())


OLD = release(
    "old",
    skill("s/stays", "sell goods"),
    skill("s/reworded", "use till"),
    skill("s/renumbered", "Clean  floors "),
    skill("s/merged", "wash floors"),
    skill("s/dropped", "twist tobacco"),
    skill("s/twofold", "plan work"),
    skill("s/knowing", "safety", kind=SkillKind.KNOWLEDGE),
    skill("s/silent", "hum"),
    skill(OWN, ""),
    occupation("o/stays", "shop assistant"),
    occupation("o/merged", "sales clerk"),
    occupation("o/dropped", "lamplighter"),
)
NEW = release(
    "new",
    skill("s/stays", "sell goods"),
    skill("s/reworded", "operate cash register"),
    skill("s/floors", "clean floors", "wash floors"),
    skill("s/plan-1", "plan shifts", "plan work"),
    skill("s/plan-2", "plan routes", "plan work"),
    skill("s/acting", "safety"),
    skill("s/unlabelled", ""),
    skill("s/silent", ""),
    occupation("o/stays", "Shop assistant", "sales clerk"),
    occupation("o/new", "web shop assistant"),
)
CHANGE = compare(OLD, NEW)
SKILLS = ("s/stays", "s/reworded", "s/renumbered", "s/merged", "s/dropped", "s/twofold", OWN, "s/floors", "s/older")
OCCUPATIONS = ("o/stays", "o/merged", "o/dropped", "o/older")


def proof(start: int) -> Evidence:
    return Evidence(DocumentId("d"), start, start + 1, "x")


def claim(uri: str, strength: float = 0.5, start: int = 0, basis: Basis = Basis.STATED) -> Claim:
    return Claim(EscoUri(uri), strength, (proof(start),), basis)


def requirement(uri: str, importance: Importance, confidence: float = 0.5, start: int = 0) -> Requirement:
    return Requirement(EscoUri(uri), importance, confidence, (proof(start),))


def profile(
    claims: tuple[Claim, ...] = (),
    held: tuple[Held, ...] = (),
    seeks: tuple[str, ...] = (),
    denied: tuple[str, ...] = (),
) -> Profile:
    return Profile(
        ProfileId("p"),
        claims,
        held,
        tuple(map(EscoUri, seeks)),
        denied=tuple(Denial(EscoUri(uri), (proof(7),)) for uri in denied),
    )


def job(uri: str, start: int = 0) -> Held:
    return Held(EscoUri(uri), "ekspedient", 2010 + start, None, True, 0.9, (proof(start),))


def posting(
    asks: tuple[Requirement, ...] = (),
    excludes: tuple[str, ...] = (),
    occupations: tuple[OccupationGuess, ...] = (),
) -> Posting:
    return Posting(
        PostingId("a:1"), "Butiksassistent", "Butik", date(2024, 1, 1), None, PostingKind.ORDINARY, Hours.FULL_TIME, 1,
        occupations, asks, tuple(Denial(EscoUri(uri)) for uri in excludes), (), (), "hash", DocumentId("d"),
    )  # fmt: skip
