"""What a caller may have that is about no person: the release, the ads, search and the market's counts."""

from api.access.policy import Act, allow
from api.access.roles import Caller, Role
from api.market import MarketView
from api.searching import Search
from api.service import Service
from graph.index import MatchIndex
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology
from ontology.vacancies import Posting, PostingId


class Public:
    """One caller's way to what is about no person; ForbiddenError where the caller's roles do not give it."""

    def __init__(self, service: Service, caller: Caller) -> None:
        """Over a service, for who asks."""
        self._service, self.caller = service, caller

    def require(self, act: Act) -> Role:
        """The role under which the caller may do what is about no profile."""
        return allow(self.caller, act)

    @property
    def degraded(self) -> bool:
        """See Service.degraded."""
        return self._service.degraded

    @property
    def live(self) -> LiveOntology:
        """See Service.live."""
        self.require(Act.READ_ONTOLOGY)
        return self._service.live

    @property
    def knowledge(self) -> LabourKnowledge:
        """See Service.knowledge."""
        self.require(Act.READ_ONTOLOGY)
        return self._service.knowledge

    @property
    def index(self) -> MatchIndex:
        """See Service.index; it holds ads only."""
        self.require(Act.READ_POSTING)
        return self._service.index

    @property
    def search(self) -> Search:
        """See Service.search."""
        self.require(Act.READ_ONTOLOGY)
        return self._service.search

    @property
    def seen(self) -> int:
        """See Service.seen."""
        return self._service.seen

    def posting(self, id: PostingId) -> Posting:
        """See Service.posting."""
        self.require(Act.READ_POSTING)
        return self._service.posting(id)

    @property
    def market(self) -> MarketView:
        """See Service.market: counts that tell nobody from another."""
        self.require(Act.READ_AGGREGATES)
        return self._service.market
