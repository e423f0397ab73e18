"""A profile as a GraphQL node: what was read, and from there its matches, bridges and what opens most ads."""

from datetime import date
from typing import Self

import strawberry
from strawberry.types import Info

from api.schema.accesses import AccessConnection, accesses_of
from api.schema.asked import asked
from api.schema.bridges import BridgeNode
from api.schema.decisions import HandlingEntry, LogEntryConnection, decisions_of, handling_node
from api.schema.evidence import EvidenceNode, HiddenNode
from api.schema.filters import MatchFilter
from api.schema.identity import Node, global_id, plain
from api.schema.matches import MatchConnection, MatchEdge, MatchNode
from api.schema.occupations import CredentialNode, OccupationNode
from api.schema.paging import bounded, cursor_of, cut, place_of
from api.schema.questions import QuestionNode
from api.schema.skills import SkillNode
from api.schema.unlocking import UnlockNode
from graph.errors import UnknownRecordError
from ontology.kinds import PostingKind, Shift
from ontology.people import Basis, Claim, Means, Profile


@strawberry.type(name="HeldSkill", description="A skill that a profile claims.")
class HeldSkillNode:
    """A claim as GraphQL shows it."""

    skill: SkillNode = strawberry.field(description="The skill")
    strength: float = strawberry.field(description="How strongly it is believed, in (0, 1]")
    basis: Basis = strawberry.field(description="stated, implied by a held job, or confirmed by the citizen")
    evidence: list[EvidenceNode] = strawberry.field(description="Where the CV shows it")


@strawberry.type(name="HeldOccupation", description="A job that the person has held.")
class HeldOccupationNode:
    """A held occupation as GraphQL shows it."""

    occupation: OccupationNode = strawberry.field(description="The occupation that the title was read as")
    title: str = strawberry.field(description="As the CV has it")
    since: int | None = strawberry.field(description="Year; null = not said")
    until: int | None = strawberry.field(description="Year; null = not said, or held now")
    current: bool = strawberry.field(description="Whether it is held now")
    years: float | None = strawberry.field(
        description="How long in all, employments that overlap counted once; null = not said"
    )
    confidence: float = strawberry.field(description="How sure the reading is, in (0, 1]")


@strawberry.type(name="SpokenLanguage", description="A language that the person says they speak.")
class SpokenLanguageNode:
    """A spoken language as GraphQL shows it."""

    language: str = strawberry.field(description="ISO 639-1")
    level: str | None = strawberry.field(description="CEFR level; null = not said")


@strawberry.type(name="Profile", description="A citizen's skills under a pseudonym; no name, number or address.")
class ProfileNode(Node):
    """A profile as GraphQL shows it."""

    profile: strawberry.Private[Profile]
    pseudonym: str = strawberry.field(description="Random; says nothing about the person")
    postcode: str | None = strawberry.field(description="Four digits; null = not said")
    municipality: str | None = strawberry.field(description="Code of four digits; null = not said")
    means: Means | None = strawberry.field(description="How the person travels; null = not said")
    minutes: int | None = strawberry.field(description="The longest journey the person accepts; null = not said")
    hours_min: float | None = strawberry.field(description="The least hours a week the person wants; null = not said")
    hours_max: float | None = strawberry.field(description="The most hours a week the person wants; null = not said")
    kinds: list[PostingKind] = strawberry.field(
        description="Kinds of post that the person seeks beside the ordinary; listed unless a request names kinds"
    )
    no_shifts: list[Shift] = strawberry.field(
        description="Parts of the day or week that the person does not want; an ad in none but these is folded away"
    )
    education_level: int | None = strawberry.field(
        description="Highest formal education stated: 0 none, 1 course, 2 vocational, 3 short, 4 medium, 5 long higher"
    )
    released_by_citizen: bool = strawberry.field(description="Whether the citizen lets it be found from ads")
    released_by_consultant: bool = strawberry.field(description="Whether the consultant does; it takes both")

    @strawberry.field(description="The skills it claims, the strongest first.")
    def skills(self, info: Info) -> list[HeldSkillNode]:
        """The claims that the release has."""
        return [_held(info, one) for one in _known_claims(info, self.profile)]

    @strawberry.field(description="Skills that the person says not to have, or that were struck.")
    def denied_skills(self, info: Info) -> list[SkillNode]:
        """What counts nowhere."""
        taxonomy = asked(info).service.live.taxonomy
        known = (taxonomy.skill_rows.get(uri) for uri in self.profile.denied_skills)
        return [SkillNode.of(taxonomy.skills[row]) for row in known if row is not None]

    @strawberry.field(description="The jobs the person has held, as the CV orders them; `asOf` null = today.")
    def occupations(self, info: Info, as_of: date | None = None) -> list[HeldOccupationNode]:
        """Held occupations that the release has."""
        taxonomy, day = asked(info).service.live.taxonomy, as_of or asked(info).today
        return [
            HeldOccupationNode(
                occupation=OccupationNode.of(taxonomy.occupations[taxonomy.occupation_rows[one.occupation]]),
                title=one.title,
                since=one.since,
                until=one.until,
                current=one.current,
                years=one.years(day),
                confidence=one.confidence,
            )
            for one in self.profile.held
            if one.occupation in taxonomy.occupation_rows
        ]

    @strawberry.field(description="The occupations the person seeks.")
    def seeks(self, info: Info) -> list[OccupationNode]:
        """What is sought."""
        taxonomy = asked(info).service.live.taxonomy
        rows = (taxonomy.occupation_rows.get(uri) for uri in self.profile.seeks)
        return [OccupationNode.of(taxonomy.occupations[row]) for row in rows if row is not None]

    @strawberry.field(description="The credentials the person says they hold.")
    def credentials(self) -> list[CredentialNode]:
        """What is held."""
        return [CredentialNode.of(one.credential) for one in self.profile.holds]

    @strawberry.field(description="Credentials that the person says not to hold.")
    def lacks(self) -> list[CredentialNode]:
        """What is known to lack."""
        return [CredentialNode.of(one) for one in self.profile.lacks]

    @strawberry.field(description="The languages the person says they speak.")
    def languages(self) -> list[SpokenLanguageNode]:
        """What is spoken."""
        return [SpokenLanguageNode(language=one.language, level=one.level) for one in self.profile.speaks]

    @strawberry.field(description="What was hidden before anything was stored, by place; never the thing itself.")
    def hidden(self, info: Info) -> list[HiddenNode]:
        """Hidden places of its documents."""
        found = (asked(info).service.document(one) for one in self.profile.documents)
        return [HiddenNode.of(document.id, one) for document in found if document for one in document.hidden]

    @strawberry.field(description="The live ads that fit best, within the profile's own reach or the one given.")
    def matches(
        self,
        info: Info,
        filter: MatchFilter | None = None,
        as_of: date | None = None,
        first: int = 20,
        after: str | None = None,
    ) -> MatchConnection:
        """A page of matches."""
        request, wanted = asked(info), filter or MatchFilter()
        size, seen = bounded(first), place_of(after, (int, float, str)) if after else None
        found = request.service.match(
            self.pseudonym, wanted.reach(self.profile), as_of or request.today, size + 1, wanted.wishes(), seen
        )
        shown, page_info = cut(found.shown, lambda one: one.place, size, after)
        edges = [MatchEdge(cursor=cursor_of(one.place), node=MatchNode.of(one)) for one in shown]
        return MatchConnection(
            edges=edges,
            page_info=page_info,
            total_count=found.total,
            folded=found.folded,
            out_of_reach=found.out_of_reach,
            spared=found.spared,
        )

    @strawberry.field(description="One match opened: any ad of the store, also one that is folded; null = no such ad.")
    def match(self, info: Info, posting: strawberry.ID, as_of: date | None = None) -> MatchNode | None:
        """The match with one ad."""
        request = asked(info)
        try:
            return MatchNode.of(request.service.opened(self.pseudonym, plain(posting), as_of or request.today))
        except UnknownRecordError:
            return None

    @strawberry.field(
        description="Other jobs that the skills already carry most of the way to, the best first; of filter only"
        " avoid counts."
    )
    def bridges(
        self, info: Info, filter: MatchFilter | None = None, as_of: date | None = None, first: int = 20
    ) -> list[BridgeNode]:
        """The bridges."""
        request, avoid = asked(info), frozenset(filter.avoid if filter else ())
        found = request.service.bridges(self.pseudonym, as_of or request.today, bounded(first), avoid)
        return [BridgeNode.of(one, request.service.live.taxonomy) for one in found]

    @strawberry.field(
        description="What would each bring most live ads within fit, each alone; of filter only the reach counts."
    )
    def unlocks(
        self, info: Info, filter: MatchFilter | None = None, as_of: date | None = None, first: int = 10
    ) -> list[UnlockNode]:
        """The levers."""
        request, wanted = asked(info), filter or MatchFilter()
        found = request.service.unlocks(
            self.pseudonym, wanted.reach(self.profile), as_of or request.today, bounded(first)
        )
        return [UnlockNode.of(one, request.service.live.taxonomy) for one in found]

    @strawberry.field(
        description="At most five questions, first those whose answer would change the list most; of filter only the"
        " reach counts."
    )
    def questions(
        self, info: Info, filter: MatchFilter | None = None, as_of: date | None = None, first: int = 5
    ) -> list[QuestionNode]:
        """What is worth asking."""
        request, wanted = asked(info), filter or MatchFilter()
        found = request.service.questions(
            self.pseudonym, wanted.reach(self.profile), as_of or request.today, bounded(first)
        )
        return [QuestionNode.of(one, request.service.live.taxonomy) for one in found]

    @strawberry.field(description="Since when and why it is kept and not used (GDPR art. 18); null = it is used.")
    def restriction(self, info: Info) -> HandlingEntry | None:
        """The entry that restricted it."""
        found = asked(info).service.records.restriction(self.pseudonym)
        return handling_node(found) if found else None

    @strawberry.field(description="Who has had it open, newest first; the citizen sees the same.")
    def accesses(self, info: Info, first: int = 20, after: str | None = None) -> AccessConnection:
        """A page of its access log."""
        return accesses_of(info, self.pseudonym, first, after)

    @strawberry.field(description="What was shown, chosen and corrected of it, by whom and made by what, newest first.")
    def decisions(self, info: Info, first: int = 20, after: str | None = None) -> LogEntryConnection:
        """A page of its decision log."""
        return decisions_of(info, self.pseudonym, first, after)

    @classmethod
    def of(cls, one: Profile) -> Self:
        """The node of a profile."""
        return cls(
            id=global_id("Profile", one.id),
            profile=one,
            pseudonym=one.id,
            postcode=one.postcode,
            municipality=one.municipality,
            means=one.means,
            minutes=one.minutes,
            hours_min=one.hours_min,
            hours_max=one.hours_max,
            kinds=list(one.kinds),
            no_shifts=list(one.no_shifts),
            education_level=one.level,
            released_by_citizen=one.released_by_citizen,
            released_by_consultant=one.released_by_consultant,
        )

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The profile under a pseudonym; None where there is none, or none that the caller may see."""
        try:
            return cls.of(asked(info).service.profile(key))
        except UnknownRecordError:
            return None


def _known_claims(info: Info, profile: Profile) -> list[Claim]:
    rows = asked(info).service.live.taxonomy.skill_rows
    return sorted((one for one in profile.claims if one.skill in rows), key=lambda one: (-one.strength, one.skill))


def _held(info: Info, one: Claim) -> HeldSkillNode:
    taxonomy = asked(info).service.live.taxonomy
    skill = SkillNode.of(taxonomy.skills[taxonomy.skill_rows[one.skill]])
    evidence = [EvidenceNode.of(place) for place in one.evidence]
    return HeldSkillNode(skill=skill, strength=one.strength, basis=one.basis, evidence=evidence)
