"""What the market needs of each ad, ad by ad, before copies are put together; spliced when ads come or go."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from graph.labour_market.market import ANY_DEGREE, LONG_EXPERIENCE, Rows, Site
from graph.names import united
from graph.ragged import Ragged, merged
from ontology.kinds import CredentialCode, Importance, MunicipalityCode, Postcode, PostingKind
from ontology.taxonomy import Taxonomy
from ontology.vacancies import LISTED_BY_DEFAULT, Posting, PostingId

IMPORTANCES = tuple(Importance)
_DEGREE_LEVEL, _LONG_YEARS = 3, 3
_PLAIN = 5


@dataclass(frozen=True, eq=False)
class Ads:
    """Ads by row, ascending by id; (ads,) unless said.

    plain: (ads, 5), the first and last day listed as ordinals, openings, row of the best guess at the occupation (-1 =
    none), and whether an agency advertises. prints: fingerprints, 0 = none. works: where each works, in `sites`. asks:
    skill, and place in IMPORTANCES. gates: what each demands, in `codes`.
    """

    ids: tuple[PostingId, ...]
    plain: Rows
    prints: npt.NDArray[np.uint64]
    works: Ragged
    asks: Ragged
    gates: Ragged
    sites: tuple[Site, ...]
    codes: tuple[CredentialCode, ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ids)

    def changed(self, gone: Iterable[PostingId], come: "Ads") -> "Ads":
        """These ads without those that are `gone`, with those that have `come` in place of what bore their ids."""
        order = merged(self.ids, frozenset(gone), come.ids)
        ids, (sites, site_of), (codes, code_of) = (
            (*self.ids, *come.ids),
            united(self.sites, come.sites),
            united(self.codes, come.codes),
        )
        works = Ragged(come.works.starts, (site_of[come.works.columns[0]],))
        gates = Ragged(come.gates.starts, (code_of[come.gates.columns[0]],))
        return Ads(
            tuple(ids[row] for row in order.tolist()),
            np.concatenate([self.plain, come.plain])[order],
            np.concatenate([self.prints, come.prints])[order],
            self.works.spliced(works, order),
            self.asks.spliced(come.asks, order),
            self.gates.spliced(gates, order),
            sites,
            codes,
        )


@dataclass(frozen=True, slots=True)
class AdReader:
    """How ads become columns; a workplace without a postcode lies at the town hall of `seats`."""

    taxonomy: Taxonomy
    is_agency: Callable[[str], bool]
    seats: Mapping[MunicipalityCode, Postcode]
    kinds: frozenset[PostingKind] = LISTED_BY_DEFAULT

    def read(self, postings: Iterable[Posting]) -> Ads:
        """The columns of those of `postings` that are of one of the kinds."""
        gathered = _Gathered()
        for one in postings:
            if one.kind in self.kinds:
                gathered.add(one, self)
        return gathered.ads()


@dataclass
class _Gathered:
    """What was read so far, a column a list."""

    ids: list[PostingId] = field(default_factory=list)
    plain: "array[int]" = field(default_factory=lambda: array("q"))
    prints: "array[int]" = field(default_factory=lambda: array("Q"))
    counts: "array[int]" = field(default_factory=lambda: array("i"))
    works: "array[int]" = field(default_factory=lambda: array("i"))
    skills: "array[int]" = field(default_factory=lambda: array("i"))
    how: "array[int]" = field(default_factory=lambda: array("b"))
    gates: "array[int]" = field(default_factory=lambda: array("i"))
    sites: dict[Site, int] = field(default_factory=dict)
    codes: dict[CredentialCode, int] = field(default_factory=dict)

    def add(self, one: Posting, reader: AdReader) -> None:
        """Take in one ad."""
        taxonomy, before = reader.taxonomy, len(self.skills)
        job = taxonomy.occupation_rows.get(one.occupations[0].occupation, -1) if one.occupations else -1
        agency = reader.is_agency(one.employer)
        self.ids.append(one.id)
        self.plain.extend((one.published.toordinal(), one.last_day.toordinal(), one.openings, job, agency))
        self.prints.append(int(one.fingerprint, 16) if one.fingerprint else 0)
        for work in one.workplaces:
            site = Site(work.municipality, work.postcode or reader.seats.get(work.municipality) or None)
            self.works.append(self.sites.setdefault(site, len(self.sites)))
        for asked in one.asks:
            skill = taxonomy.skill_rows.get(asked.skill)
            if skill is not None:
                self.skills.append(skill)
                self.how.append(IMPORTANCES.index(asked.importance))
        demanded = gates_of(one)
        self.gates.extend(self.codes.setdefault(code, len(self.codes)) for code in demanded)
        self.counts.extend((len(one.workplaces), len(self.skills) - before, len(demanded)))

    def ads(self) -> Ads:
        """What was read."""
        ids, counts = self.ids, np.array(self.counts, np.int64).reshape(-1, 3)
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
        nothing = Ragged(np.zeros(1, np.int32), (np.zeros(0, np.int32),))
        works = Ragged.of(counts[:, 0], np.array(self.works, np.int32))
        asks = Ragged.of(counts[:, 1], np.array(self.skills, np.int32), np.array(self.how, np.int8))
        gates = Ragged.of(counts[:, 2], np.array(self.gates, np.int32))
        no_asks = Ragged(nothing.starts, (*nothing.columns, np.zeros(0, np.int8)))
        return Ads(
            tuple(ids[row] for row in order.tolist()),
            np.array(self.plain, np.int32).reshape(-1, _PLAIN)[order],
            np.array(self.prints, np.uint64)[order],
            works.spliced(nothing, order),
            asks.spliced(no_asks, order),
            gates.spliced(nothing, order),
            tuple(self.sites),
            tuple(self.codes),
        )


def gates_of(one: Posting) -> tuple[CredentialCode, ...]:
    """What the ad itself demands, in order of code: credentials, and a degree or long experience as a must."""
    found = {demand.credential for demand in one.demands}
    if any(e.importance is Importance.MUST and (e.level or 0) >= _DEGREE_LEVEL for e in one.education):
        found.add(ANY_DEGREE)
    if any(e.importance is Importance.MUST and (e.years_min or 0) >= _LONG_YEARS for e in one.experience):
        found.add(LONG_EXPERIENCE)
    return tuple(sorted(found))
