"""Job ads as GraphQL nodes."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Self

import strawberry
from strawberry.relay import PageInfo
from strawberry.types import Info

from api.schema.ad_details import ExcludedSkillNode, WorkplaceNode
from api.schema.asked import asked
from api.schema.evidence import EvidenceNode
from api.schema.identity import Node, global_id
from api.schema.occupations import CredentialNode, OccupationNode
from api.schema.paging import Place, cursor_of, page
from api.schema.places import MunicipalityNode
from api.schema.skills import SkillNode
from api.schema.terms import EducationDemandNode, ExperienceNode, LanguageDemandNode, TermsNode
from graph.errors import UnknownRecordError
from graph.order import near_same
from graph.stated import asked_in_words, terms_in_words
from ontology.kinds import Importance, PostingKind
from ontology.places import load_places
from ontology.vacancies import Hours, Posting, PostingId, Requirement

if TYPE_CHECKING:
    from api.schema.candidates import CandidateConnection


@strawberry.type(name="AskedSkill", description="A skill that an ad asks for.")
class AskedSkillNode:
    """A requirement as GraphQL shows it."""

    skill: SkillNode = strawberry.field(description="What is asked")
    importance: Importance = strawberry.field(description="must, nice or mentioned")
    confidence: float = strawberry.field(description="How sure the reading is, in (0, 1]")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad asks for it")


@strawberry.type(name="AskedCredential", description="A credential that an ad itself demands.")
class AskedCredentialNode:
    """A demand as GraphQL shows it."""

    credential: CredentialNode = strawberry.field(description="What is demanded")
    hard: bool = strawberry.field(description="Whether the job cannot be had without it")
    either: bool = strawberry.field(description="Whether another such one of the ad will do instead")
    asked_in: list[EvidenceNode] = strawberry.field(description="Where the ad asks for it")


@strawberry.type(name="Posting", description="A job ad.")
class PostingNode(Node):
    """A posting as GraphQL shows it."""

    posting: strawberry.Private[Posting]
    source_id: str = strawberry.field(description="source:id, as the source numbers its ads")
    title: str = strawberry.field(description="As the ad has it")
    employer: str = strawberry.field(description="As the ad has it")
    published: date = strawberry.field(description="ISO date")
    deadline: date | None = strawberry.field(description="ISO date; null = names none")
    last_day: date = strawberry.field(description="The last day that the ad is listed")
    kind: PostingKind = strawberry.field(description="Kind of employment")
    hours: Hours = strawberry.field(description="Working time")
    openings: int = strawberry.field(description="How many people are sought")

    @strawberry.field(description="Where the work is done.")
    def municipalities(self) -> list[MunicipalityNode]:
        """The workplaces' municipalities, each once."""
        known = load_places().municipalities
        codes = dict.fromkeys(work.municipality for work in self.posting.workplaces)
        return [MunicipalityNode.of(known[code]) for code in codes if code in known]

    @strawberry.field(description="Each place where the work is done, as the ad names it.")
    def workplaces(self) -> list[WorkplaceNode]:
        """Municipality and postcode together."""
        return [WorkplaceNode.of(one) for one in self.posting.workplaces]

    @strawberry.field(description="The same job as other sources carry it, or as it was posted again; a list has one.")
    def copies(self, info: Info) -> list["PostingNode"]:
        """Its near-same ads, by id."""
        index = asked(info).service.index
        rows = near_same(self.posting, index.columns)
        return [PostingNode.of(index.postings[row]) for row in rows if index.ids[row] != self.posting.id]

    @strawberry.field(description="Skills that it says are not needed.")
    def excludes(self, info: Info) -> list[ExcludedSkillNode]:
        """Those that the release has."""
        rows, skills = asked(info).service.live.taxonomy.skill_rows, asked(info).service.live.taxonomy.skills
        known = ((one, rows.get(one.skill)) for one in self.posting.excludes)
        return [ExcludedSkillNode.of(one, skills[row]) for one, row in known if row is not None]

    @strawberry.field(description="Postcodes of the workplaces that the ad names.")
    def postcodes(self) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(work.postcode for work in self.posting.workplaces if work.postcode))

    @strawberry.field(description="The occupations it may be for, the likeliest first.")
    def occupations(self, info: Info) -> list[OccupationNode]:
        """The guesses that the release has."""
        taxonomy = asked(info).service.live.taxonomy
        rows = [taxonomy.occupation_rows.get(guess.occupation) for guess in self.posting.occupations]
        return [OccupationNode.of(taxonomy.occupations[row]) for row in rows if row is not None]

    @strawberry.field(description="The skills it asks for, musts first.")
    def asks(self, info: Info) -> list[AskedSkillNode]:
        """The requirements that the release has."""
        taxonomy, order = asked(info).service.live.taxonomy, list(Importance)

        def shown(one: Requirement) -> AskedSkillNode:
            skill = SkillNode.of(taxonomy.skills[taxonomy.skill_rows[one.skill]])
            places = [EvidenceNode.of(e) for e in one.evidence]
            return AskedSkillNode(skill=skill, importance=one.importance, confidence=one.confidence, asked_in=places)

        known = (one for one in self.posting.asks if one.skill in taxonomy.skill_rows)
        return [shown(one) for one in sorted(known, key=lambda one: order.index(one.importance))]

    @strawberry.field(description="The credentials that it demands itself.")
    def demands(self) -> list[AskedCredentialNode]:
        """Its demands."""
        return [
            AskedCredentialNode(
                credential=CredentialNode.of(one.credential),
                hard=one.hard,
                either=one.either,
                asked_in=[EvidenceNode.of(e) for e in one.evidence],
            )
            for one in self.posting.demands
        ]

    @strawberry.field(description="The terms of work that it states.")
    def terms(self) -> TermsNode:
        """Its terms."""
        return TermsNode.of(self.posting.terms)

    @strawberry.field(description="Languages it speaks of.")
    def languages(self) -> list[LanguageDemandNode]:
        """Its languages."""
        return [LanguageDemandNode.of(one) for one in self.posting.languages]

    @strawberry.field(description="Experience it speaks of.")
    def experience(self) -> list[ExperienceNode]:
        """Its experience."""
        return [ExperienceNode.of(one) for one in self.posting.experience]

    @strawberry.field(description="Formal education it speaks of.")
    def education(self) -> list[EducationDemandNode]:
        """Its education."""
        return [EducationDemandNode.of(one) for one in self.posting.education]

    @strawberry.field(description="Terms and demands in plain Danish, one phrase each.")
    def in_words(self) -> list[str]:
        """As a consultant reads them."""
        return [*terms_in_words(self.posting), *asked_in_words(self.posting)]

    @strawberry.field(description="The text of the ad with contact details hidden; null = it is not kept any more.")
    def text(self, info: Info) -> str | None:
        """The redacted document."""
        found = asked(info).service.document(self.posting.document)
        return found.text if found else None

    @strawberry.field(
        description="The people whom it suits: those whom citizen and consultant both released, and about how many"
        " others. handledBy: only cases of these municipalities, by code or name; null = all that you may see."
    )
    def candidates(
        self,
        info: Info,
        first: int = 20,
        after: str | None = None,
        as_of: date | None = None,
        handled_by: list[str] | None = None,
    ) -> Annotated["CandidateConnection", strawberry.lazy("api.schema.candidates")]:
        """A page of candidates."""
        from api.schema.candidates import candidates  # a candidate has a match, and a match has an ad

        return candidates(info, self.posting.id, first, after, as_of, handled_by)

    @classmethod
    def of(cls, one: Posting) -> Self:
        """The node of a posting."""
        return cls(
            id=global_id("Posting", one.id),
            posting=one,
            source_id=one.id,
            title=one.title,
            employer=one.employer,
            published=one.published,
            deadline=one.deadline,
            last_day=one.last_day,
            kind=one.kind,
            hours=one.hours,
            openings=one.openings,
        )

    @classmethod
    def found(cls, info: Info, key: str) -> Self | None:
        """The ad under source:id; None where there is none."""
        try:
            return cls.of(asked(info).service.posting(PostingId(key)))
        except UnknownRecordError:
            return None


@strawberry.type(name="PostingEdge", description="An ad and its place in the list.")
class PostingEdge:
    """An edge."""

    cursor: str = strawberry.field(description="Its place")
    node: PostingNode = strawberry.field(description="The ad")


@strawberry.type(name="PostingConnection", description="A page of ads, by id.")
class PostingConnection:
    """A page."""

    edges: list[PostingEdge] = strawberry.field(description="The ads of this page")
    page_info: PageInfo = strawberry.field(description="Whether there is more")
    total_count: int = strawberry.field(description="How many there are in all")


def postings(
    info: Info, first: int = 20, after: str | None = None, live_on: date | None = None, municipality: str | None = None
) -> PostingConnection:
    """Ads by id."""
    code = load_places().municipality(municipality).code if municipality else None
    index = asked(info).service.index

    def place(row: int) -> Place:
        return (str(index.ids[row]),)

    found = index.columns.rows(live_on, code)
    shown, info_of_page = page(found, place, first, after, (str,))
    edges = [PostingEdge(cursor=cursor_of(place(row)), node=PostingNode.of(index.postings[row])) for row in shown]
    return PostingConnection(edges=edges, page_info=info_of_page, total_count=len(found))
