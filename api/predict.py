"""`kompetencebro predict`: what the production code answers on a file of cases (EVALUATION.md)."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from api.bridging import proposed_bridges
from api.cache import Compiled, compiled, reader
from api.knowledge import labour_knowledge, levels
from api.matching import Outlook, listing
from api.reach import own_reach
from graph.derived import Derived
from graph.indexing import build_index
from graph.knowledge import LabourKnowledge
from graph.ontology import LiveOntology, derive
from ingestion.ads import read_posting
from ingestion.cv import read_cv
from ingestion.formats.sandbox import Sandbox
from ingestion.reader import Reader
from ingestion.readers import read
from ontology.committed import load_learnt
from ontology.display import with_danish_labels
from ontology.encoding import SentenceEncoder
from ontology.errors import ServiceError
from ontology.esco import read_esco
from ontology.kinds import DANISH, ENGLISH, URN_PREFIX, EscoUri, Language, SkillKind
from ontology.people import Basis, Denial, Document, Profile, ProfileId
from ontology.taxonomy import Taxonomy
from ontology.terms import load_generic_demands, with_own_concepts
from ontology.vacancies import Posting

Answer = Mapping[str, object]
ROW_TASKS = ("titles", "spans", "groups", "skills", "moves", "move-sets")
_NAMES = {"titles": "query_id", "spans": "sent_id", "move-sets": "origin"} | dict.fromkeys(
    ("groups", "skills", "moves"), "id"
)
"""What names a row of each task."""


class Predictor:
    """Answers rows of each task over one release."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        derived: Derived | None = None,
        warn: Callable[[str], None] = lambda _said: None,
        encoder: SentenceEncoder | None = None,
        cache: Path | None = None,
    ) -> None:
        """Prepare over `taxonomy`; the reader, and the arrays where not given, are made when first needed.

        `cache` is the folder where the reader's tables are kept, None = they are not.

        `warn` is told of concepts that the release does not have; they get an empty answer.
        """
        self.taxonomy = with_danish_labels(with_own_concepts(taxonomy))
        self._derived, self._warn, self._encoder, self._cache = derived, warn, encoder, cache

    @classmethod
    def over(
        cls,
        paths: Sequence[Path],
        cache: Path | None,
        warn: Callable[[str], None] = lambda _said: None,
        encoder: SentenceEncoder | None = None,
    ) -> "Predictor":
        """Over the ESCO folders or ZIPs of `paths`, compiled once and kept in the folder `cache` (None = not kept).

        Raises:
            OntologyError: The paths hold no whole release.
        """

        def build() -> Compiled:
            taxonomy = with_danish_labels(with_own_concepts(read_esco(paths)[0]))
            return taxonomy, derive(taxonomy, levels(taxonomy), load_learnt())

        return cls(*compiled(paths, cache, build), warn, encoder, cache)

    @cached_property
    def reader(self) -> Reader:
        """The reader that `ingest` uses."""
        return reader(self.taxonomy, self._cache, self._encoder)

    @cached_property
    def live(self) -> LiveOntology:
        """The arrays that `match` uses."""
        asked = levels(self.taxonomy)
        derived = self._derived or derive(self.taxonomy, asked, load_learnt())
        return LiveOntology(self.taxonomy, derived, load_generic_demands(), asked)

    @cached_property
    def knowledge(self) -> LabourKnowledge:
        """What Denmark asks of each occupation."""
        return labour_knowledge(self.taxonomy)

    def answer(self, task: str, row: Mapping[str, object]) -> Answer:
        """The answer to one row of a row task."""
        answers: dict[str, Callable[[Mapping[str, object]], Answer]] = {
            "titles": self._titles,
            "spans": self._spans,
            "groups": self._groups,
            "skills": self._skills,
            "moves": self._moves,
            "move-sets": self._move_set,
        }
        return answers[task](row)

    def _titles(self, row: Mapping[str, object]) -> Answer:
        language = Language(str(row.get("language") or DANISH))
        ranked = self.reader.titles.rank(str(row["query"]), language=language)
        return {"query_id": row["query_id"], "ranked": [u for u, _ in ranked], "scores": [s for _, s in ranked]}

    def _spans(self, row: Mapping[str, object]) -> Answer:
        tokens = row["tokens"]
        text = " ".join(str(token) for token in tokens) if isinstance(tokens, list) else ""
        spans = [
            {"start": m.start, "end": m.end, "type": "knowledge" if self._is_knowledge(m.uri) else "skill"}
            for m in self.reader.skills_in(text)
        ]
        return {"sent_id": row["sent_id"], "char_spans": spans}

    def _is_knowledge(self, uri: EscoUri) -> bool:
        kind = self.taxonomy.skills[self.taxonomy.skill_rows[uri]].kind
        return kind in (SkillKind.KNOWLEDGE, SkillKind.LANGUAGE)

    def _groups(self, row: Mapping[str, object]) -> Answer:
        return {"id": row["id"], "label": self.reader.group_of(str(row["text"]))}

    def _skills(self, row: Mapping[str, object]) -> Answer:
        ranked = [one for one in self.reader.ranked_skills(str(row["text"])) if not one[0].startswith(URN_PREFIX)]
        named = [self._english(uri) for uri, score in ranked if score > 1]
        return {"id": row["id"], "ranked": [self._english(uri) for uri, _ in ranked], "skills": named}

    def _english(self, uri: EscoUri) -> str:
        return self.taxonomy.skills[self.taxonomy.skill_rows[uri]].labels.best((ENGLISH,))

    def _moves(self, row: Mapping[str, object]) -> Answer:
        origin, target = EscoUri(str(row["origin"])), EscoUri(str(row["destination"]))
        rows = self.taxonomy.occupation_rows
        known = self._known(origin) and self._known(target)
        score = float(self.live.move_model.feasibility(rows[origin])[rows[target]]) if known else 0.0
        return {"id": row["id"], "origin": origin, "destination": target, "score": score}

    def _known(self, occupation: EscoUri) -> bool:
        known = occupation in self.taxonomy.occupation_rows
        if not known:
            self._warn(f"no occupation '{occupation}' in {self.taxonomy.release}; its answer is empty")
        return known

    def _move_set(self, row: Mapping[str, object]) -> Answer:
        origin = EscoUri(str(row["origin"]))
        if not self._known(origin):
            return {"origin": origin, "ranked": []}
        start = self.taxonomy.occupation_rows[origin]
        scores = self.live.move_model.custom(start)
        order = [int(i) for i in (-scores).argsort(kind="stable") if int(i) != start]
        return {"origin": origin, "ranked": [self.taxonomy.occupations[i].uri for i in order]}

    def case(self, folder: Path) -> Mapping[str, list[Answer]]:
        """The five answer files of a case folder, by file name.

        Raises:
            ServiceError: A document cannot be read.
        """
        with Sandbox() as box:
            texts = [(path.stem, read(path, box)) for path in _documents(folder)]
        people = [(name, *read_cv(text, ProfileId(name), self.reader)) for name, text in texts]
        ads = [(path.stem, *self._ad(path)) for path in sorted((folder / "postings").glob("*.json"))]
        as_of, postings = _all_live([posting for _, posting, _ in ads])
        index, nowhere = build_index(postings, self.live), build_index((), self.live)
        ranking: list[Answer] = []
        crossed: list[Answer] = []
        for name, profile, _document in people:
            reach = own_reach(profile)
            shown = listing(profile, index, self.live, self.knowledge, reach, as_of, len(postings)).shown
            ids = [one.match.posting.id.split(":", 1)[1] for one in shown]
            ranking.append({"cv_id": name, "ranked": ids})
            found = proposed_bridges(Outlook.of(profile, nowhere, self.live, self.knowledge, reach, as_of))
            crossed.append({"cv_id": name, "ranked": [one.occupation for one in found]})
        return {
            "skills.jsonl": [_cv_skills(n, p) for n, p, _ in people] + [_ad_skills(n, p) for n, p, _ in ads],
            "occupation.jsonl": [_cv_jobs(n, p) for n, p, _ in people] + [_ad_jobs(n, p) for n, p, _ in ads],
            "ranking.jsonl": ranking,
            "bridges.jsonl": crossed,
            "redaction.jsonl": [{"doc_id": n, "text": document.text} for n, _, document in people],
        }

    def _ad(self, path: Path) -> tuple[Posting, Document]:
        return read_posting(json.loads(path.read_text(encoding="utf-8")), "case", self.reader)


def _all_live(postings: Sequence[Posting]) -> tuple[date, list[Posting]]:
    """A day on which all ads of a case are listed, and the ads, none published after it."""
    as_of = min(max(one.published for one in postings), *(one.last_day for one in postings))
    return as_of, [replace(one, published=min(one.published, as_of)) for one in postings]


def answers(predictor: Predictor, task: str, lines: Iterator[str]) -> Iterator[tuple[Answer, bool]]:
    """One answer a line, and whether it could be answered; a bad row gets an error and the run goes on."""
    for number, line in enumerate(lines, 1):
        row: object = None
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise TypeError("a row is a JSON object")
            yield predictor.answer(task, row), True
        except (json.JSONDecodeError, KeyError, TypeError, ServiceError) as error:
            kept = row if isinstance(row, dict) else {}
            name = _NAMES[task]
            yield {name: kept.get(name), "error": f"row {number}: {type(error).__name__}: {error}"}, False


def _documents(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "cvs").iterdir() if path.is_file())


def _uri(uri: EscoUri) -> str | None:
    return None if uri.startswith(URN_PREFIX) else uri


def _cv_skills(name: str, profile: Profile) -> Answer:
    rows: list[Answer] = [
        {"uri": _uri(c.skill), "importance": "mentioned", "start": e.start, "end": e.end}
        for c in profile.claims
        if c.basis is Basis.STATED
        for e in c.evidence
    ]
    rows += [
        {"uri": None, "importance": "mentioned", "start": e.start, "end": e.end}
        for h in profile.holds
        for e in h.evidence
    ]
    return {"doc_id": name, "skills": rows + _denials(profile.denied)}


def _ad_skills(name: str, posting: Posting) -> Answer:
    rows: list[Answer] = [
        {"uri": _uri(a.skill), "importance": a.importance.value, "start": e.start, "end": e.end}
        for a in posting.asks
        for e in a.evidence
    ]
    rows += [
        {"uri": None, "importance": "must" if d.hard else "nice", "start": e.start, "end": e.end}
        for d in posting.demands
        for e in d.evidence
    ]
    return {"doc_id": name, "skills": rows + _denials(posting.excludes)}


def _denials(denied: Sequence[Denial]) -> list[Answer]:
    return [
        {"uri": _uri(one.skill), "importance": "negated", "start": e.start, "end": e.end}
        for one in denied
        for e in one.evidence
    ]


def _cv_jobs(name: str, profile: Profile) -> Answer:
    return {"doc_id": name, "ranked": [h.occupation for h in profile.held], "municipality_code": profile.municipality}


def _ad_jobs(name: str, posting: Posting) -> Answer:
    place = posting.workplaces[0].municipality if posting.workplaces else None
    until = posting.deadline.isoformat() if posting.deadline else None
    ranked = [guess.occupation for guess in posting.occupations]
    return {"doc_id": name, "ranked": ranked, "municipality_code": place, "deadline": until}
