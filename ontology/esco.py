"""The official ESCO CSV package -> Taxonomy; the only place that knows its columns."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.esco_files import EscoFiles, Row
from ontology.kinds import (
    EscoUri,
    IscoCode,
    Labels,
    Language,
    Occupation,
    OccupationGroup,
    ReuseLevel,
    Skill,
    SkillGroup,
    SkillKind,
)
from ontology.taxonomy import Pairs, Taxonomy

Progress = Callable[[str, float], None]
"""Called with what is being done and the share done, in [0, 1]."""

_COLLECTIONS = MappingProxyType(
    {
        "transversalSkillsCollection": "transversal",
        "languageSkillsCollection": "language",
        "digitalSkillsCollection": "digital",
        "greenSkillsCollection": "green",
        "researchSkillsCollection": "research",
        "digCompSkillsCollection": "digcomp",
        "researchOccupationsCollection": "research occupations",
    }
)
_CONCEPT_TABLES = ("ISCOGroups", "skillGroups", "occupations", "skills")
_WHOLE = frozenset({"occupations", "skills", "occupationSkillRelations", "broaderRelationsSkillPillar", "ISCOGroups"})
_KNOWN_RELEASES = MappingProxyType({(3007, 13896): "1.1.1", (2942, 13485): "1.0.8", (3039, 13939): "1.2.0"})
_REUSE = MappingProxyType({level.value: level for level in ReuseLevel})


@dataclass
class ImportReport:
    """What an import read, and what it left out: counts by table and by reason."""

    rows: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    dangling: dict[str, int] = field(default_factory=lambda: defaultdict(int))


@dataclass
class _Gathered:
    """Labels and rows of all packages, before they become values."""

    columns: dict[str, dict[EscoUri, dict[str, str]]] = field(default_factory=lambda: {t: {} for t in _CONCEPT_TABLES})
    preferred: dict[EscoUri, dict[Language, str]] = field(default_factory=lambda: defaultdict(dict))
    alternative: dict[EscoUri, dict[Language, tuple[str, ...]]] = field(default_factory=lambda: defaultdict(dict))
    hidden: dict[EscoUri, dict[Language, tuple[str, ...]]] = field(default_factory=lambda: defaultdict(dict))
    descriptions: dict[EscoUri, dict[Language, str]] = field(default_factory=lambda: defaultdict(dict))


def read_esco(paths: Sequence[Path], progress: Progress = lambda _what, _share: None) -> tuple[Taxonomy, ImportReport]:
    """One release from one or more downloads, with what its rows refer to and is not there counted.

    One of the paths must be whole (concepts and relations); the others may add languages, in part. A concept that only
    an added language has is left out and counted.

    Raises:
        OntologyError: A path holds no ESCO, a file lacks a column, or no path is whole.
    """
    packages = [EscoFiles(path) for path in paths]
    whole = _whole(packages)
    report, gathered = ImportReport(), _Gathered()
    ordered = [whole, *(package for package in packages if package is not whole)]
    for number, package in enumerate(ordered):
        progress(f"læser {package.path.name}", 0.6 * number / len(ordered))
        _gather(package, gathered, report, only_known=number > 0)
    progress("læser relationer", 0.6)
    return _taxonomy(whole, ordered, gathered, report), report


def _whole(packages: Sequence[EscoFiles]) -> EscoFiles:
    candidates = [package for package in packages if package.tables >= _WHOLE]
    if not candidates:
        best = max(packages, key=lambda package: len(package.tables & _WHOLE))
        missing = ", ".join(sorted(_WHOLE - best.tables))
        raise OntologyError(f"no whole ESCO release: '{best.path}' lacks {missing}; add the folder that has them")
    english = [package for package in candidates if Language("en") in package.languages("skills")]
    return (english or candidates)[0]


def _gather(package: EscoFiles, gathered: _Gathered, report: ImportReport, *, only_known: bool) -> None:
    for table in _CONCEPT_TABLES:
        known = gathered.columns[table]
        for language in package.languages(table):
            for row in package.rows(table, language, ("conceptUri", "preferredLabel")):
                uri = EscoUri(row["conceptUri"])
                report.rows[table] += 1
                if only_known and uri not in known:
                    report.dangling[f"{table}: {uri_kind(table)} not in the whole release"] += 1
                    continue
                if uri not in known:
                    known[uri] = {key: row.get(key, "") for key in ("skillType", "reuseLevel", "iscoGroup", "code")}
                _label(gathered, uri, language or Language("en"), row)


def uri_kind(table: str) -> str:
    """What the rows of a concept table are called in a report."""
    return {"skills": "skill", "occupations": "occupation", "ISCOGroups": "ISCO group"}.get(table, "skill group")


def _label(gathered: _Gathered, uri: EscoUri, language: Language, row: Row) -> None:
    label = row["preferredLabel"]
    if label:
        gathered.preferred[uri].setdefault(language, label)
    for column, into in (("altLabels", gathered.alternative), ("hiddenLabels", gathered.hidden)):
        others = tuple(dict.fromkeys(x.strip() for x in row.get(column, "").split("\n") if x.strip()))
        if others:
            into[uri].setdefault(language, others)
    if row.get("description"):
        gathered.descriptions[uri].setdefault(language, row["description"])


def _taxonomy(whole: EscoFiles, packages: Sequence[EscoFiles], gathered: _Gathered, report: ImportReport) -> Taxonomy:
    collections = {name: _collection(packages, table) for table, name in _COLLECTIONS.items()}
    columns = gathered.columns
    skills = tuple(_skill(uri, columns["skills"][uri], gathered, collections) for uri in sorted(columns["skills"]))
    groups = tuple(
        SkillGroup(uri, _group_code(uri, columns["skillGroups"][uri]), _labels(uri, gathered))
        for uri in sorted(columns["skillGroups"])
    )
    occupations = tuple(
        _occupation(uri, columns["occupations"][uri], gathered) for uri in sorted(columns["occupations"])
    )
    isco = tuple(
        OccupationGroup(uri, IscoCode(columns["ISCOGroups"][uri]["code"]), _labels(uri, gathered))
        for uri in sorted(columns["ISCOGroups"])
    )
    rows = {skill.uri: row for row, skill in enumerate(skills)}
    rows |= {group.uri: row for row, group in enumerate(groups)}
    rows |= {occupation.uri: row for row, occupation in enumerate(occupations)}
    relations = _Relations(whole, rows, {s.uri for s in skills}, {g.uri for g in groups}, report)
    essential, optional = relations.pairs("occupationSkillRelations", "occupationUri", "skillUri", "relationType")
    related = relations.pairs("skillSkillRelations", "originalSkillUri", "relatedSkillUri", "relationType")
    broader, in_group, broader_groups = relations.hierarchy()
    return Taxonomy(
        _release(whole, len(occupations), len(skills)),
        skills,
        groups,
        occupations,
        isco,
        essential,
        optional,
        *related,
        broader,
        in_group,
        broader_groups,
        collections,
        gathered.descriptions,
    )


def _labels(uri: EscoUri, gathered: _Gathered) -> Labels:
    return Labels(gathered.preferred.get(uri, {}), gathered.alternative.get(uri, {}), gathered.hidden.get(uri, {}))


def _group_code(uri: EscoUri, row: dict[str, str]) -> str:
    """ESCO's code; the fields of education have theirs only in the URI."""
    return row["code"] or (uri.rsplit("/", 1)[-1] if "/isced-f/" in uri else "")


def _skill(uri: EscoUri, row: dict[str, str], gathered: _Gathered, collections: dict[str, frozenset[EscoUri]]) -> Skill:
    kind = SkillKind.KNOWLEDGE if row["skillType"] == "knowledge" else SkillKind.SKILL
    if uri in collections["language"]:
        kind = SkillKind.LANGUAGE
    elif uri in collections["transversal"]:
        kind = SkillKind.TRANSVERSAL
    return Skill(uri, kind, _REUSE.get(row["reuseLevel"]), _labels(uri, gathered))


def _occupation(uri: EscoUri, row: dict[str, str], gathered: _Gathered) -> Occupation:
    return Occupation(uri, IscoCode(row["iscoGroup"].removeprefix("C")), row["code"], _labels(uri, gathered))


def _collection(packages: Sequence[EscoFiles], table: str) -> frozenset[EscoUri]:
    return frozenset(
        EscoUri(row["conceptUri"])
        for package in packages
        for language in package.languages(table)
        for row in package.rows(table, language, ("conceptUri",))
    )


def _release(whole: EscoFiles, occupations: int, skills: int) -> str:
    known = whole.named_release or _KNOWN_RELEASES.get((occupations, skills))
    digest = hashlib.sha256("".join(sorted(whole.tables)).encode()).hexdigest()[:8]
    return f"ESCO {known}" if known else f"ESCO-{occupations}-{skills}-{digest}"


class _Relations:
    """Relation tables -> pairs of rows; what points nowhere is counted in the report."""

    def __init__(
        self,
        files: EscoFiles,
        rows: dict[EscoUri, int],
        skills: set[EscoUri],
        groups: set[EscoUri],
        report: ImportReport,
    ) -> None:
        self._files, self._rows, self._report = files, rows, report
        self._skills, self._groups = skills, groups

    def _read(self, table: str, needed: Sequence[str]) -> Iterator[Row]:
        for language in self._files.languages(table)[:1]:
            for row in self._files.rows(table, language, needed):
                self._report.rows[table] += 1
                yield row

    def pairs(self, table: str, source: str, target: str, kind: str) -> tuple[Pairs, Pairs]:
        """The essential and the optional pairs of a table; a pair that is both counts as essential."""
        found: dict[bool, set[tuple[int, int]]] = {True: set(), False: set()}
        for row in self._read(table, (source, target, kind)):
            left, right = self._rows.get(EscoUri(row[source])), self._rows.get(EscoUri(row[target]))
            if left is None or right is None:
                self._report.dangling[f"{table}: {source if left is None else target} unknown"] += 1
            else:
                found[row[kind] == "essential"].add((left, right))
        return Pairs.of(found[True]), Pairs.of(found[False] - found[True])

    def hierarchy(self) -> tuple[Pairs, Pairs, Pairs]:
        """Skill -> broader skill, skill -> group, group -> broader group."""
        found: tuple[set[tuple[int, int]], ...] = (set(), set(), set())
        table = "broaderRelationsSkillPillar"
        for row in self._read(table, ("conceptUri", "broaderUri")):
            low, high = EscoUri(row["conceptUri"]), EscoUri(row["broaderUri"])
            if low not in self._rows or high not in self._rows:
                self._report.dangling[
                    f"{table}: {'conceptUri' if low not in self._rows else 'broaderUri'} unknown"
                ] += 1
                continue
            kind = 2 if low in self._groups else 1 if high in self._groups else 0
            found[kind].add((self._rows[low], self._rows[high]))
        broader, in_group, groups = (Pairs.of(pairs) for pairs in found)
        return broader, in_group, groups
