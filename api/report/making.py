"""A report from the wish to the file."""

from pathlib import Path
from typing import TYPE_CHECKING

from api.report.borders import Borders
from api.report.gathering import Wish, gather
from api.report.page import render

if TYPE_CHECKING:
    from api.service import Service


def make(service: "Service", wish: Wish, borders: Borders | None, path: Path) -> int:
    """Write the report; how many bytes it is. Folders that are not there are made.

    Raises:
        AnalysisError: The wish has no meaning.
        BordersError: The borders do not go with it.
    """
    versions = service.made_by
    made_by = {
        "Dataversion": f"ændring nr. {service.market.version} i datalageret",
        "Klassifikation": versions.ontology,
        "Program": f"Kompetencebro {versions.code}",
    }
    found = gather(service.market, wish, made_by)
    page = render(found, service.live.taxonomy, borders).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page)
    return len(page)
