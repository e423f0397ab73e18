"""An ad to change where a test needs one."""

from datetime import date

from ontology.kinds import EscoUri, Importance, MunicipalityCode, PostingKind
from ontology.people import DocumentId
from ontology.vacancies import Hours, OccupationGuess, Posting, PostingId, Requirement, Workplace

DAY = date(2026, 11, 25)
AD = Posting(
    PostingId("a:1"),
    "Ekspedient",
    "Netto",
    DAY,
    None,
    PostingKind.ORDINARY,
    Hours.FULL_TIME,
    1,
    (OccupationGuess(EscoUri("o/butiksassistent"), 0.9),),
    (Requirement(EscoUri("s/kasse"), Importance.MUST, 0.9, ()),),
    (),
    (),
    (Workplace(MunicipalityCode("0101")),),
    "h",
    DocumentId("d"),
)
