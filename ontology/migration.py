"""From one ESCO release to another: what changed between them, and what becomes of each link of a profile or an ad."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from ontology.job_titles import JobTitle, onto
from ontology.kinds import ENGLISH, URN_PREFIX, EscoUri, Importance, Occupation, Skill
from ontology.people import Basis, Claim, Corrections, Denial, Profile
from ontology.taxonomy import Taxonomy
from ontology.vacancies import Posting, Requirement

Link = TypeVar("Link")
_Concept = Skill | Occupation
_FIRMER = (Basis.IMPLIED, Basis.STATED, Basis.CONFIRMED)
_STRONGER = (Importance.MENTIONED, Importance.NICE, Importance.MUST)


class Fate(StrEnum):
    """What became of a link; `UNDECIDED` keeps its old URI, which counts for nothing until a person has decided."""

    KEPT = "kept"
    MOVED = "moved"
    UNDECIDED = "undecided"


class LinkRole(StrEnum):
    """What a link says about its profile, ad or job title."""

    CLAIMS = "claims"
    HELD = "held"
    SEEKS = "seeks"
    DENIES = "denies"
    ASKS = "asks"
    EXCLUDES = "excludes"
    FOR = "for"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class LinkFate:
    """One link before and after; `label` is what the old release calls a concept that is gone, else ''."""

    role: LinkRole
    before: EscoUri
    after: EscoUri
    fate: Fate
    label: str


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A concept that both releases have under different English preferred labels; its meaning may have changed too."""

    uri: EscoUri
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """What changed among the skills or among the occupations; concepts of our own (`urn:kompetencebro:`) left out.

    `added`, `gone`: URI -> English preferred label, '' where there is none, ascending by URI. `moved`: a URI that is
    gone -> the one concept that stands for it. `present`: every URI of the new release.
    """

    added: Mapping[EscoUri, str]
    gone: Mapping[EscoUri, str]
    relabelled: tuple[Relabelled, ...]
    moved: Mapping[EscoUri, EscoUri]
    present: frozenset[EscoUri]

    @property
    def undecided(self) -> Mapping[EscoUri, str]:
        """URI -> label of what is gone and has no one concept that stands for it."""
        return {uri: label for uri, label in self.gone.items() if uri not in self.moved}


@dataclass(frozen=True, slots=True)
class ReleaseChange:
    """What changed from the release `old` to the release `new`."""

    old: str
    new: str
    skills: ConceptChange
    occupations: ConceptChange

    @property
    def moved(self) -> Mapping[EscoUri, EscoUri]:
        """Skills and occupations that are gone -> the one concept that stands for each."""
        return {**self.skills.moved, **self.occupations.moved}

    @property
    def undecided(self) -> Mapping[EscoUri, str]:
        """URI -> label of the skills and occupations that a person must decide about."""
        return {**self.skills.undecided, **self.occupations.undecided}


def compare(old: Taxonomy, new: Taxonomy) -> ReleaseChange:
    """What changed; a gone concept moves where its English label is that of one concept of its kind in `new`.

    The preferred labels of `new` are asked before its alternative ones, without regard to case and spacing.
    """
    skills, occupations = _change(old.skills, new.skills), _change(old.occupations, new.occupations)
    return ReleaseChange(old.release, new.release, skills, occupations)


def moved_profile(profile: Profile, change: ReleaseChange) -> tuple[Profile, tuple[LinkFate, ...]]:
    """The profile on the new release, and the fate of each claim, held, sought and denied concept, in this order.

    Claims that become one are as strong as the stronger, for the firmer reason, with the evidence of both.
    """
    claimed = [claim.skill for claim in profile.claims]
    contested = _contested(claimed, profile.denied_skills, change.skills)
    claims = _fates(LinkRole.CLAIMS, claimed, change.skills, contested)
    held = _fates(LinkRole.HELD, [one.occupation for one in profile.held], change.occupations)
    seeks = _fates(LinkRole.SEEKS, profile.seeks, change.occupations)
    denied = _fates(LinkRole.DENIES, profile.denied_skills, change.skills, contested)
    moved = replace(
        profile,
        claims=_moved(profile.claims, claims, lambda one, uri: replace(one, skill=uri), _one_claim),
        held=tuple(replace(one, occupation=fate.after) for one, fate in zip(profile.held, held, strict=True)),
        seeks=_moved_uris(profile.seeks, seeks),
        denied=_moved(profile.denied, denied, lambda one, uri: replace(one, skill=uri), _one_denial),
        corrections=_moved_corrections(profile.corrections, (*claims, *seeks, *denied)),
    )
    return moved, (*claims, *held, *seeks, *denied)


def moved_posting(posting: Posting, change: ReleaseChange) -> tuple[Posting, tuple[LinkFate, ...]]:
    """The ad on the new release, and the fate of each asked and excluded skill and occupation, in this order.

    Requirements that become one keep the stronger importance and the evidence of both, guesses the better one.
    """
    asked = [one.skill for one in posting.asks]
    contested = _contested(asked, posting.excluded_skills, change.skills)
    asks = _fates(LinkRole.ASKS, asked, change.skills, contested)
    excludes = _fates(LinkRole.EXCLUDES, posting.excluded_skills, change.skills, contested)
    guessed = _fates(LinkRole.FOR, [one.occupation for one in posting.occupations], change.occupations)
    moved = replace(
        posting,
        asks=_moved(posting.asks, asks, lambda one, uri: replace(one, skill=uri), _one_requirement),
        excludes=_moved(posting.excludes, excludes, lambda one, uri: replace(one, skill=uri), _one_denial),
        occupations=_moved(posting.occupations, guessed, lambda one, uri: replace(one, occupation=uri), _first),
    )
    return moved, (*asks, *excludes, *guessed)


def moved_title(title: JobTitle, change: ReleaseChange, new: Taxonomy) -> tuple[JobTitle, tuple[LinkFate, ...]]:
    """The job title on the new release, and the fate of each of its links; what is undecided bears the title's name."""

    def told(one: LinkFate) -> LinkFate:
        if one.fate is not Fate.UNDECIDED:
            return one
        # ISCO-08 groups are no part of what changed.
        return replace(one, fate=Fate.KEPT) if one.after in new.mappable else replace(one, label=title.label)

    fates = tuple(map(told, _fates(LinkRole.MEANS, [link.concept for link in title.links], change.occupations)))
    return onto(title, (one.after for one in fates)), fates


def summary(fates: Iterable[LinkFate]) -> Mapping[Fate, int]:
    """How many links met each fate, 0 where none did."""
    return dict.fromkeys(Fate, 0) | Counter(one.fate for one in fates)


def _change(old: Sequence[_Concept], new: Sequence[_Concept]) -> ConceptChange:
    before = {one.uri: one for one in old if not one.uri.startswith(URN_PREFIX)}
    after = {one.uri: one for one in new if not one.uri.startswith(URN_PREFIX)}
    gone = [before[uri] for uri in sorted(before.keys() - after.keys())]
    common = sorted(before.keys() & after.keys())
    both = [Relabelled(uri, _english(before[uri]), _english(after[uri])) for uri in common]
    return ConceptChange(
        added={uri: _english(after[uri]) for uri in sorted(after.keys() - before.keys())},
        gone={one.uri: _english(one) for one in gone},
        relabelled=tuple(one for one in both if one.old and one.new and _plain(one.old) != _plain(one.new)),
        moved=_replacements(gone, tuple(after.values())),
        present=frozenset(after),
    )


def _replacements(gone: Sequence[_Concept], new: Sequence[_Concept]) -> Mapping[EscoUri, EscoUri]:
    preferred = _homes((one, (_english(one),)) for one in new)
    alternative = _homes((one, one.labels.alternative.get(ENGLISH, ())) for one in new)
    keys = {one.uri: (_kind(one), _plain(_english(one))) for one in gone}
    homes = {uri: preferred.get(key) or alternative.get(key, set()) for uri, key in keys.items()}
    return {uri: next(iter(found)) for uri, found in homes.items() if len(found) == 1}


def _homes(named: Iterable[tuple[_Concept, Iterable[str]]]) -> Mapping[tuple[str, str], set[EscoUri]]:
    """Kind and plain label -> the concepts so called; nothing is called ''."""
    found: dict[tuple[str, str], set[EscoUri]] = defaultdict(set)
    for one, labels in named:
        for label in filter(None, map(_plain, labels)):
            found[_kind(one), label].add(one.uri)
    return dict(found)


def _kind(concept: _Concept) -> str:
    return concept.kind.value if isinstance(concept, Skill) else "occupation"


def _english(concept: _Concept) -> str:
    return concept.labels.preferred.get(ENGLISH, "").strip()


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()


def _contested(said: Iterable[EscoUri], denied: Iterable[EscoUri], change: ConceptChange) -> frozenset[EscoUri]:
    """Skills that would be both said and denied after the move: one would silence the other, so a person decides."""
    return frozenset(change.moved.get(uri, uri) for uri in said) & {change.moved.get(uri, uri) for uri in denied}


def _fates(
    role: LinkRole, uris: Sequence[EscoUri], change: ConceptChange, contested: frozenset[EscoUri] = frozenset()
) -> tuple[LinkFate, ...]:
    def fate(uri: EscoUri) -> LinkFate:
        after, label = change.moved.get(uri), change.gone.get(uri, "")
        if after is not None and after not in contested:
            return LinkFate(role, uri, after, Fate.MOVED, label)
        kept = uri in change.present or uri.startswith(URN_PREFIX)
        return LinkFate(role, uri, uri, Fate.KEPT if kept else Fate.UNDECIDED, label)

    return tuple(fate(uri) for uri in uris)


def _moved(
    links: tuple[Link, ...],
    fates: Sequence[LinkFate],
    onto: Callable[[Link, EscoUri], Link],
    joined: Callable[[Link, Link], Link],
) -> tuple[Link, ...]:
    """The links on their new URIs, in their old order, one a concept; untouched where none moved."""
    if all(fate.fate is not Fate.MOVED for fate in fates):
        return links
    found: dict[EscoUri, Link] = {}
    for link, fate in zip(links, fates, strict=True):
        placed = onto(link, fate.after)
        found[fate.after] = joined(found[fate.after], placed) if fate.after in found else placed
    return tuple(found.values())


def _moved_uris(uris: tuple[EscoUri, ...], fates: Sequence[LinkFate]) -> tuple[EscoUri, ...]:
    return _moved(uris, fates, lambda _, uri: uri, _first)


def _moved_corrections(said: Corrections, fates: Iterable[LinkFate]) -> Corrections:
    """What was said of concepts that moved; each stands among the profile's links too, so that its fate is known."""
    after = {fate.before: fate.after for fate in fates}

    def moved(uris: tuple[EscoUri, ...]) -> tuple[EscoUri, ...]:
        return tuple(dict.fromkeys(after.get(uri, uri) for uri in uris))

    seeks = None if said.seeks is None else moved(said.seeks)
    return replace(said, confirmed=moved(said.confirmed), struck=moved(said.struck), seeks=seeks)


def _first(one: Link, _other: Link) -> Link:
    return one


def _one_denial(one: Denial, other: Denial) -> Denial:
    return Denial(one.skill, tuple(dict.fromkeys(one.evidence + other.evidence)))


def _one_claim(one: Claim, other: Claim) -> Claim:
    evidence = tuple(dict.fromkeys(one.evidence + other.evidence))
    firmer = max(one.basis, other.basis, key=_FIRMER.index)
    return Claim(one.skill, max(one.strength, other.strength), evidence, firmer)


def _one_requirement(one: Requirement, other: Requirement) -> Requirement:
    evidence = tuple(dict.fromkeys(one.evidence + other.evidence))
    importance = max(one.importance, other.importance, key=_STRONGER.index)
    return Requirement(one.skill, importance, max(one.confidence, other.confidence), evidence)
