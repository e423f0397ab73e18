"""What the decision log says, as frozen values. Needs of a person are in none of them: they are kept nowhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from api.matching import Place
from ontology.industries import IndustryCode
from ontology.kinds import CredentialCode, Postcode, PostingKind
from ontology.people import Means, Profile, ProfileId, Releaser
from ontology.vacancies import Hours


class Act(StrEnum):
    """What was shown; opened = one ad's match in full, listed or not."""

    MATCHES = "matches"
    OPENED = "opened"
    BRIDGES = "bridges"
    QUESTIONS = "questions"
    UNLOCKS = "unlocks"
    CANDIDATES = "candidates"


class Choice(StrEnum):
    """What a consultant did with something shown; overridden = chosen, or left, against the order of the list."""

    CHOSEN = "chosen"
    REJECTED = "rejected"
    OVERRIDDEN = "overridden"


class Correction(StrEnum):
    """What was corrected of a profile."""

    CONFIRM = "confirm"
    STRIKE = "strike"
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Versions:
    """What an answer was made by: a name, and after it a digest of what it stands for.

    ad_table is what ads generally ask, tables are ours and the municipality's own, reader is what reads texts.
    """

    ontology: str
    constants: str
    ad_table: str
    tables: str
    code: str
    reader: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer was asked with. home None = anywhere; reach None = none was asked for (bridges).

    Of the wishes all but the needs of the person, which the answer alone knows. after is the page's place in the list.
    """

    as_of: date
    top: int
    home: Postcode | None = None
    means: Means | None = None
    minutes: float | None = None
    kinds: tuple[PostingKind, ...] = ()
    hours: Hours | None = None
    industries: tuple[IndustryCode, ...] = ()
    credentials: tuple[CredentialCode, ...] = ()
    folded: bool = False
    after: Place | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was shown: what it is about, its score, and the ad's digest or ''.

    It is about an ad or an occupation by id, a question by what it asks about, a lever by kind and thing.
    Of a question the score is its gain, of a lever how many ads it would bring.
    """

    id: str
    score: float
    digest: str = ""


@dataclass(frozen=True, slots=True)
class AsItStood:
    """The profile that the entries after it are about, until the next of these."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class Shown:
    """`by` was shown `rows` of a profile, made by `versions` from what stands at `profile_seq` and `ads_mark`.

    Counters are those of the listing; None = the act has none.
    """

    by: str
    act: Act
    asked: Asked
    versions: Versions
    profile_seq: int
    ads_mark: int
    rows: tuple[Row, ...]
    total: int | None = None
    folded: int | None = None
    out_of_reach: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """`by` chose, rejected or overrode `what` (a posting or an occupation) for `reason`, in their own redacted words.

    shown_seq is the entry that last showed it; None = none did, which is a deviation of its own.
    """

    by: str
    what: str
    choice: Choice
    reason: str
    shown_seq: int | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """`by` confirmed, struck or added `what`: a skill, a credential, or 'car'."""

    by: str
    correction: Correction
    what: str


@dataclass(frozen=True, slots=True)
class Released:
    """For `party` the profile may be found from ads, once both parties say so; and `Withdrawn` that it no longer may.

    party None = it was noted before the two were told apart.
    """

    by: str
    party: Releaser | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """See Released."""

    by: str
    party: Releaser | None = None


@dataclass(frozen=True, slots=True)
class Restricted:
    """The profile is kept and not used, for `reason`; and `Lifted` that it is used again."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lifted:
    """See Restricted."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Exported:
    """`by` was handed everything held about the profile."""

    by: str


@dataclass(frozen=True, slots=True)
class Erased:
    """The key was destroyed on behalf of `by`; says nothing of the person and is not sealed."""

    by: str


Entry = AsItStood | Shown | Chosen | Corrected | Released | Withdrawn | Restricted | Lifted | Exported | Erased

KINDS: dict[str, type[Entry]] = {
    "profile": AsItStood,
    "shown": Shown,
    "chosen": Chosen,
    "corrected": Corrected,
    "released": Released,
    "withdrawn": Withdrawn,
    "restricted": Restricted,
    "lifted": Lifted,
    "exported": Exported,
    "erased": Erased,
}
"""The word that an entry's link carries in clear, and what its body is."""
NAMES: dict[type, str] = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Logged:
    """A link as it is read: entry None = it can no longer be, its profile is erased."""

    seq: int
    at: str
    kind: str
    profile: ProfileId
    entry: Entry | None
