"""STAR's job titles and their official mapping -> frozen values; the only place that knows the files' columns."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ontology.errors import OntologyError
from ontology.job_titles import JobTitle, StarUri, TitleLink, in_order
from ontology.kinds import EscoUri, IscoCode, TitleRelation
from ontology.star_files import Row, StarFile, star_files
from ontology.taxonomy import Taxonomy

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done, in [0, 1]."""

_TITLES = ("star_uri", "label_da")
_MAPPING = ("esco_uri", "star_uri", "relation")
_A_TITLE = "stillingsbetegnelse"
_ISCO_DIGITS = 4


@dataclass
class StarReport:
    """What an import read, and what it left out: rows by file, rows left out by reason.

    `missing`: concept of the mapping that the release does not have -> what STAR calls it; the titles keep these links
    for a release that has it. `unmapped`: titles without any link into the release.
    """

    rows: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missing: dict[EscoUri, str] = field(default_factory=dict)
    unmapped: tuple[str, ...] = ()


def read_star(
    paths: Sequence[Path], taxonomy: Taxonomy, progress: Progress = lambda _what, _share: None
) -> tuple[tuple[JobTitle, ...], StarReport]:
    """The titles of STAR's files by URI, each with all its links, and a report of them against `taxonomy`.

    The files may be any number of lists of titles and of mappings; a title that only a mapping has is read from it.

    Raises:
        OntologyError: A path holds no file of STAR's, a file has none of the known headers, or they hold no title.
    """
    gathered, files = _Gathered(), []
    for number, path in enumerate(paths):
        progress(f"læser {path.name}", number / len(paths))
        files += star_files(path)
    # The lists first: a mapping need not say what its titles are called.
    for file in sorted(files, key=lambda one: set(_MAPPING) <= set(one.columns)):
        gathered.take(file)
    report, concepts = gathered.report, taxonomy.mappable
    found = tuple(
        JobTitle(
            uri,
            row["label"],
            row["page"],
            IscoCode(row["isco"]) if row["isco"] else None,
            in_order(gathered.links[uri]),
        )
        for uri, row in sorted(gathered.titles.items())
        if uri not in gathered.other
    )
    if not found:
        raise OntologyError(f"no job title in {', '.join(report.rows)}; give STAR's titles and their mapping to ESCO")
    named = {link.concept for title in found for link in title.links} - concepts
    report.missing = {uri: gathered.concepts[uri] for uri in sorted(named)}
    report.unmapped = tuple(one.label for one in found if not any(link.concept in concepts for link in one.links))
    return found, report


class _Gathered:
    """Rows of all files, before they become values."""

    def __init__(self) -> None:
        self.report = StarReport()
        self.titles: dict[StarUri, Mapping[str, str]] = {}
        self.links: dict[StarUri, list[TitleLink]] = defaultdict(list)
        self.concepts: dict[EscoUri, str] = {}
        self.other: set[StarUri] = set()
        self._listed: set[StarUri] = set()

    def take(self, file: StarFile) -> None:
        """Add the rows of one file."""
        readers = ((_MAPPING, self._link), (_TITLES, self._title))
        read = next((one for columns, one in readers if set(columns) <= set(file.columns)), None)
        if read is None:
            known = " or ".join(", ".join(columns) for columns in (_TITLES, _MAPPING))
            raise OntologyError(f"{file.name} has the columns {', '.join(file.columns)}; STAR's have {known}")
        self.report.rows[file.name] = len(file.rows)
        for row in file.rows:
            reason = read(row)
            if reason:
                self.report.left_out[reason] += 1

    def _title(self, row: Row) -> str:
        """Keep a title; why the row is left out, '' = it is kept."""
        uri, label = StarUri(row["star_uri"]), row["label_da"]
        if not uri or not label:
            return "title without URI or label"
        if row.get("kind", _A_TITLE).lower() not in ("", _A_TITLE):
            self.other.add(uri)
            return f"kind {row['kind']}"
        known = self.titles.get(uri)
        if uri in self._listed and known and known["label"] != label:
            return "title listed twice with two labels"
        self._listed.add(uri)
        self.titles[uri] = _told(label, row.get("star_url", ""), row.get("isco08_code", ""))
        return ""

    def _link(self, row: Row) -> str:
        """Keep a link; why the row is left out, '' = it is kept."""
        uri, concept = StarUri(row["star_uri"]), EscoUri(row["esco_uri"])
        relation = _relation(row["relation"])
        if not uri or not concept:
            return "link without title or concept"
        if relation is None:
            return f"relation '{row['relation']}' unknown"
        if uri not in self.titles and not row.get("star_label_da"):
            return "link of a title that has no label"
        self.titles.setdefault(uri, _told(row.get("star_label_da", ""), row.get("star_url", ""), ""))
        self.concepts.setdefault(concept, row.get("esco_label_da", ""))
        twice = any(link.concept == concept for link in self.links[uri])
        self.links[uri].append(TitleLink(concept, relation))
        return "link given twice" if twice else ""


def _told(label: str, page: str, isco: str) -> Mapping[str, str]:
    code = isco.zfill(_ISCO_DIGITS) if isco.isdigit() else ""
    return {"label": label, "page": page, "isco": code if len(code) == _ISCO_DIGITS else ""}


def _relation(text: str) -> TitleRelation | None:
    """`skos:exactMatch`, its whole URI, `exactMatch` or `exact`; None = none of the four."""
    word = text.replace("#", "/").replace(":", "/").rsplit("/", 1)[-1].lower().removesuffix("match")
    return TitleRelation(word) if word in set(TitleRelation) else None
