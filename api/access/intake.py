"""Taking in CVs and ads for a caller: a new profile belongs to a municipality of the caller's own."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from api.access.errors import ForbiddenError
from api.access.policy import Act, allow
from api.access.roles import Caller, Role
from api.intake import Ingested, Intake
from ingestion.ad_shapes.reading import AdShape
from ontology.kinds import MunicipalityCode
from ontology.people import DocumentId, Profile, ProfileId

Note = Callable[[Act, Role, ProfileId, MunicipalityCode | None], None]
"""Notes that something was done with a profile, by whom and in whose name."""


class GuardedIntake:
    """One caller's way to the intake; what is brought is noted before it is answered."""

    def __init__(
        self, intake: Intake, caller: Caller, note: Note, let_in: Callable[[Iterable[DocumentId]], None]
    ) -> None:
        """For who asks; `let_in` opens the documents of a profile that they made, for this request."""
        self._intake, self._caller, self._note, self._let_in = intake, caller, note, let_in

    def cvs(
        self,
        paths: Sequence[Path],
        step: Callable[[], None] = lambda: None,
        handled_by: MunicipalityCode | None = None,
    ) -> Ingested:
        """See Intake.cvs; `handled_by` None = the caller's only municipality.

        Raises:
            ForbiddenError: The caller brings no CVs, or has several municipalities and names none of them.
        """
        role, where = allow(self._caller, Act.INGEST_CV), self.handling(handled_by)
        done = self._intake.cvs(paths, step, where)
        for id in done.kept:
            self._note(Act.INGEST_CV, role, ProfileId(id), where)
        return done

    def cv_text(self, text: str, handled_by: MunicipalityCode | None = None) -> Profile:
        """See Intake.cv_text; `handled_by` and errors as in `cvs`."""
        role, where = allow(self._caller, Act.INGEST_CV), self.handling(handled_by)
        made = self._intake.cv_text(text, where)
        self._note(Act.INGEST_CV, role, made.id, where)
        self._let_in(made.documents)
        return made

    def postings(
        self,
        paths: Sequence[Path],
        step: Callable[[], None] = lambda: None,
        shape: AdShape | None = None,
        named: bool = True,
    ) -> Ingested:
        """See Intake.postings.

        Raises:
            ForbiddenError: The caller brings no ads.
        """
        allow(self._caller, Act.INGEST_POSTINGS)
        return self._intake.postings(paths, step, shape, named=named)

    def handling(self, named: MunicipalityCode | None) -> MunicipalityCode | None:
        """The municipality that a new profile will belong to; None in the development mode only.

        Raises:
            ForbiddenError: It is none of the caller's, or they have several and name none.
        """
        own = self._caller.municipalities
        if self._caller.everywhere or (named is not None and named in own):
            return named
        if named is None and len(own) == 1:
            return next(iter(own))
        raise ForbiddenError(
            f"new profiles belong to a municipality of the caller; name one of {', '.join(sorted(own))}"
        )
