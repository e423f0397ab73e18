"""Putting STAR's job titles beside the live release."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from api.service import Service
from ontology.job_titles import JobTitle
from ontology.star import Progress, StarReport, read_star

_READ_UNTIL = 0.3


@dataclass(frozen=True)
class ImportedTitles:
    """The titles that are in the store now, what was read of them, and over which release; `changed` = anew."""

    release: str
    titles: tuple[JobTitle, ...]
    report: StarReport
    changed: bool


def import_titles(service: Service, paths: Sequence[Path], progress: Progress) -> ImportedTitles:
    """Keep the titles of STAR's files in place of those that were there, all of them or, where it fails, none.

    Raises:
        OntologyError: The paths hold no titles.
        StoreError: No release is live, or the store refused the write.
    """
    live = service.live
    titles, report = read_star(paths, live.taxonomy, lambda what, share: progress(what, _READ_UNTIL * share))
    taxonomy = replace(live.taxonomy, job_titles=titles)
    changed = service.releases.keep(
        taxonomy, live.derived, lambda what, share: progress(what, _READ_UNTIL + (1 - _READ_UNTIL) * share)
    )
    return ImportedTitles(taxonomy.release, titles, report, changed)
