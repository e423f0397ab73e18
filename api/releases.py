"""Making a release of ESCO the live one: read, named in Danish, derived from, kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from api.current import Current
from api.knowledge import levels
from graph.derived import Derived
from graph.errors import StoreError, StoreUnreachableError
from graph.ontology import LiveOntology, derive
from graph.store.port import GraphStore
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.esco import ImportReport, Progress, read_esco
from ontology.job_titles import JobTitle, astray
from ontology.taxonomy import Taxonomy
from ontology.terms import with_own_concepts

_READ_UNTIL, _SAVED_FROM = 0.35, 0.25


class Releases:
    """Puts releases into one store."""

    def __init__(
        self, store: GraphStore, current: Current, furnish: Callable[[LiveOntology], object] | None = None
    ) -> None:
        """`furnish` puts what we know beside a release that is made live."""
        self._store, self._current, self._furnish = store, current, furnish

    def import_ontology(self, paths: Sequence[Path], progress: Progress) -> tuple[Taxonomy, ImportReport, bool]:
        """Make a release the live one; the last value is False where it already was. STAR's titles are kept.

        Raises:
            OntologyError: The paths hold no whole release.
        """
        taxonomy, report = prepared(paths, lambda what, share: progress(what, _READ_UNTIL * share))
        taxonomy = replace(taxonomy, job_titles=self._job_titles())
        lost = sum(1 for _ in astray(taxonomy.job_titles, taxonomy.mappable))
        if lost:
            report.dangling["STAR's titles: concept not in the release"] = lost
        changed = self.make_live(taxonomy, lambda what, share: progress(what, _READ_UNTIL + (1 - _READ_UNTIL) * share))
        return taxonomy, report, changed

    def make_live(self, taxonomy: Taxonomy, progress: Progress) -> bool:
        """Derive what matching needs from a prepared release and make it the live one; False where it already was."""
        progress("beregner nærhed og skift", 0.0)
        return self.keep(taxonomy, derive(taxonomy, levels(taxonomy), load_learnt()), progress)

    def keep(self, taxonomy: Taxonomy, derived: Derived, progress: Progress) -> bool:
        """Make a release and what was derived from it the live one; False where it already was."""
        changed = self._store.save_ontology(
            taxonomy, derived, lambda share: progress("gemmer", _SAVED_FROM + (1 - _SAVED_FROM) * share)
        )
        self._current.follow()
        if self._furnish:
            self._furnish(self._current.live)
        progress("færdig", 1.0)
        return changed

    def _job_titles(self) -> tuple[JobTitle, ...]:
        """STAR's titles in the store; without them where what is kept cannot be read and is to be replaced."""
        try:
            kept = self._store.ontology()
        except StoreUnreachableError:
            raise
        except StoreError:
            return ()
        return kept[0].job_titles if kept else ()


def prepared(paths: Sequence[Path], progress: Progress) -> tuple[Taxonomy, ImportReport]:
    """The release of some ESCO folders or ZIPs with our own concepts and Danish names, and what its rows lacked.

    Raises:
        OntologyError: The paths hold no whole release.
    """
    taxonomy, report = read_esco(paths, progress)
    return with_danish_labels(with_own_concepts(taxonomy)), report
