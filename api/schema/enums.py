"""The enumerations of the house as GraphQL shows them; registered before any type names one."""

import strawberry

from api.asking import Answer
from api.jobs.board import JobKind, JobState
from api.searching import Sought
from graph.asking import Voice
from graph.gates import GateState
from graph.questions import Subject
from graph.scoring import Note, Part
from graph.standing import Standing, Topic
from graph.unlocks import Lever
from ontology.credentials import CredentialKind
from ontology.kinds import Importance, ReuseLevel, SkillKind
from ontology.people import Basis, Means
from ontology.vacancies import Hours, PostingKind
from ontology.work_context import Strain

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
strawberry.enum(Means, description="How a person travels; car only where the person says so.")
strawberry.enum(Hours, description="Working time an ad offers.")
strawberry.enum(PostingKind, description="The kind of employment an ad offers.")
strawberry.enum(Strain, description="A side of the work that a person may need to be spared.")
strawberry.enum(JobKind, description="What a job takes in.")
strawberry.enum(JobState, description="How far a job is; failed = broken off, what it had done is kept.")
strawberry.enum(Answer, description="What a citizen says.")
strawberry.enum(Voice, description="Who is spoken to.")
strawberry.enum(Subject, name="QuestionSubject", description="What a question is about.")
