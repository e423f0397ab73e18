"""The enumerations of the house as GraphQL shows them; registered before any type names one."""

import strawberry

from api.access.policy import Act, Scope
from api.access.roles import Role
from api.asking import Answer
from api.jobs.board import JobKind, JobState
from api.records import entries
from api.searching import Sought
from graph.asking import Voice
from graph.gates import GateState
from graph.labour_market.areas import AreaKind
from graph.labour_market.axes import By
from graph.labour_market.demand import What
from graph.labour_market.opening import Key
from graph.questions import Subject
from graph.scoring import Note, Part
from graph.standing import Standing, Topic
from graph.unlocks import Lever
from ontology.credentials import CredentialKind
from ontology.kinds import Importance, PostingKind, ReuseLevel, Shift, SkillKind
from ontology.people import Basis, Means, Releaser
from ontology.vacancies import Hours
from ontology.work_context import Strain

strawberry.enum(Act, name="AccessAct", description="Something that can be asked of the service.")
strawberry.enum(Scope, name="AccessScope", description="How far a right goes.")
strawberry.enum(Role, description="What someone is to the service.")
strawberry.enum(entries.Act, name="ShownAct", description="What was shown; opened = one ad's match in full.")
strawberry.enum(entries.Choice, description="What a consultant did with something that was shown.")
strawberry.enum(entries.Correction, description="What was corrected of a profile.")
strawberry.enum(Sought, name="SearchKind", description="What may be searched for.")
strawberry.enum(GateState, description="Whether a demanded credential is held.")
strawberry.enum(Topic, name="CircumstanceTopic", description="What a circumstance is about.")
strawberry.enum(
    Standing, description="How a person stands to a circumstance; ASK = close, UNKNOWN = nothing is stated."
)
strawberry.enum(Part, name="MatchPart", description="The three parts of a score.")
strawberry.enum(Note, name="LineNote", description="What a line rests on, where it is not evidence on both sides.")
strawberry.enum(Lever, description="What kind of thing opens ads.")
strawberry.enum(CredentialKind, description="What kind of gate a credential opens; a clearance is only asked about.")
strawberry.enum(Importance, description="How strongly an ad asks for something.")
strawberry.enum(ReuseLevel, description="How widely ESCO says that a skill is used.")
strawberry.enum(SkillKind, description="What kind of thing a skill is; transversal = personal.")
strawberry.enum(Basis, name="ClaimBasis", description="Why a claim is believed.")
strawberry.enum(Releaser, description="Who lets a profile be found from ads; it takes both.")
strawberry.enum(Means, description="How a person travels; car only where the person says so.")
strawberry.enum(Hours, description="Working time an ad offers.")
strawberry.enum(PostingKind, description="The kind of employment an ad offers.")
strawberry.enum(Shift, description="A part of the day or week that work lies in.")
strawberry.enum(Strain, description="A side of the work that a person may need to be spared.")
strawberry.enum(JobKind, description="What a job takes in.")
strawberry.enum(JobState, description="How far a job is; failed = broken off, what it had done is kept.")
strawberry.enum(Answer, description="What a citizen says.")
strawberry.enum(Voice, description="Who is spoken to.")
strawberry.enum(Subject, name="QuestionSubject", description="What a question is about.")
strawberry.enum(By, name="MarketGrouping", description="How finely, and along which classification, one counts.")
strawberry.enum(AreaKind, name="MarketAreaKind", description="What kind of area it is.")
strawberry.enum(What, name="MarketAsk", description="What ads ask for: skills, personal competencies, or gates.")
strawberry.enum(Key, name="MarketKey", description="What kind of thing opens ads for people.")
