"""What documents tell plainly, and how much of it is read: jobs held, home, licences, hours, deadlines and the rest.

The CVs and ads of `bench/facts_texts` with what their writers say they tell (its README.md). Run as
`python -m bench.facts ../shared/data`; `--misses` lists what went wrong in the lots mended on, never in the others.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.predict import Predictor
from bench.quality import LANGUAGES
from ingestion.ads import read_posting
from ingestion.cv import read_cv
from ingestion.reader import Reader
from ingestion.readers import RawText
from ontology.kinds import EscoUri, Importance, IscoCode, Language
from ontology.languages import CEFR_LEVELS, Cefr
from ontology.people import DocumentId, Held, Means, Profile, ProfileId
from ontology.vacancies import Posting

TEXTS = Path(__file__).parent / "facts_texts"
MENDED = frozenset("abefhk")
"""The lots that were read, miss by miss; the others are looked at by their totals alone."""
CLEARANCE = "clearance-"
"""How codes begin of what an employer looks up; it is never matched."""
Facts = Mapping[str, Any]
Units = Mapping[EscoUri, IscoCode]


@dataclass
class Tally:
    """Of one kind of fact: read as told, told and not read, read otherwise, read where nothing is told."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    extra: int = 0
    misses: list[str] = field(default_factory=list)

    def set_of(self, where: str, told: Iterable[object], read: Iterable[object]) -> None:
        """Count each of a set by itself."""
        expected, found = set(told), set(read)
        self.right += len(expected & found)
        self.missed += len(expected - found)
        self.extra += len(found - expected)
        if expected != found:
            lacks, more = sorted(map(str, expected - found)), sorted(map(str, found - expected))
            self.misses.append(f"{where}: not read {lacks}, read too {more}")

    def one(
        self, where: str, told: object, read: object, alike: Callable[[Any, Any], bool] = lambda a, b: a == b
    ) -> None:
        """Count one value, None = not told or not read."""
        if told is None and read is None:
            return
        if told is not None and read is not None and alike(told, read):
            self.right += 1
            return
        self.missed += read is None
        self.extra += told is None
        self.wrong += told is not None and read is not None
        self.misses.append(f"{where}: told {told}, read {read}")

    def line(self, name: str) -> str:
        """A row of the table; recall = right of all told, precision = right of all read."""
        told, read = self.right + self.missed + self.wrong, self.right + self.extra + self.wrong
        recall = f"{self.right / told:.3f}" if told else ""
        precision = f"{self.right / read:.3f}" if read else ""
        return f"| {name} | {told} | {recall} | {precision} | {self.missed} | {self.wrong} | {self.extra} |"


class Tallies(dict[str, Tally]):
    """By the name of the fact, in the order met."""

    def __missing__(self, name: str) -> Tally:
        """A fact that was not met before."""
        return self.setdefault(name, Tally())


def _fits(one: Held, told: Facts, units: Units) -> bool:
    return one.occupation in told["occupation_uris"] or units[one.occupation] in told["isco"]


def _years(told: object) -> int | None:
    return int(str(told)[:4]) if told and str(told)[:4].isdigit() else None


def jobs_of(where: str, facts: Facts, profile: Profile, units: Units, tallies: Tallies) -> None:
    """Jobs held by unit group, those a title tells apart, and the years of those that are read."""
    for told in facts["held"]:
        found = [one for one in profile.held if _fits(one, told, units)]
        tally = tallies["CV: job held"]
        tally.right += bool(found)
        tally.missed += not found
        if not found:
            tally.misses.append(f"{where}: {told['quote']!r} {told['isco']}")
            continue
        began, ended = _years(told["from"]), _years(told["to"])
        if began is not None:
            since = {one.since for one in found} | {p.first.year for one in found for p in one.periods}
            tallies["CV: year a job began"].one(
                f"{where} {told['quote']!r}", began, since - {None}, lambda a, b: a in b
            )
        if ended is not None or told["to"] == "now":
            until = {one.until for one in found} | {p.last.year for one in found for p in one.periods if p.last}
            ends = {"now" if one.current else None for one in found} | until
            wanted = "now" if told["to"] == "now" else ended
            tallies["CV: year a job ended"].one(
                f"{where} {told['quote']!r}", wanted, ends - {None}, lambda a, b: a in b
            )
    strange = [one for one in profile.held if not any(_fits(one, told, units) for told in facts["held"])]
    tallies["CV: job held"].extra += len(strange)
    tallies["CV: job held"].misses += [
        f"{where}: read {one.title!r} {units[one.occupation]} (guessed {one.guessed})" for one in strange
    ]


def _spoken(level: Cefr | None) -> int | None:
    return None if level is None else CEFR_LEVELS.index(level)


def _level_told(told: object) -> int | None:
    return len(CEFR_LEVELS) - 1 if told == "native" else CEFR_LEVELS.index(Cefr(str(told))) if told else None


def languages_of(where: str, told: Facts, read: Mapping[Language, Cefr | None], tallies: Tallies, of: str) -> None:
    """Which languages, and how well within a step."""
    tallies[f"{of}: language"].set_of(where, told, read)
    for code in (Language(one) for one in told if one in read):
        level, found = _level_told(told[code]), _spoken(read[code])
        if level is not None:
            tallies[f"{of}: level of a language, within a step"].one(
                f"{where} {code}", level, found, lambda a, b: abs(a - b) <= 1
            )


def cv_facts(where: str, facts: Facts, profile: Profile, units: Units, tallies: Tallies) -> None:
    """All that a CV tells, beside what was read."""
    jobs_of(where, facts, profile, units, tallies)
    wished = {units[one] for one in profile.seeks}
    for wish in facts["seeks"]:
        tallies["CV: job wished"].one(where, wish, wished & set(wish) or None, lambda _a, b: bool(b))
    tallies["CV: postcode"].one(where, facts["postcode"], profile.postcode)
    tallies["CV: municipality"].one(where, facts["municipality_code"], profile.municipality)
    car = True if profile.means is Means.CAR else False if profile.means is Means.TRANSIT else None
    tallies["CV: car (no, where not said)"].one(where, bool(facts["car"]), bool(car))
    tallies["CV: minutes"].one(where, facts["minutes"], profile.minutes)
    tallies["CV: education finished"].one(where, facts["level"] or None, profile.level or None)
    tallies["CV: credential held"].set_of(where, facts["holds"], (one.credential for one in profile.holds))
    tallies["CV: credential lacked"].set_of(where, facts["lacks"], profile.lacks)
    hours = (profile.hours_min, profile.hours_max) if profile.hours_min or profile.hours_max else None
    tallies["CV: hours"].one(where, facts["hours"], hours, lambda a, b: abs(a[-1] - (b[1] or b[0])) <= 2)
    refused = (one for one in facts["shifts_refused"] if one != "early")
    tallies["CV: shift refused"].set_of(where, refused, (one.value for one in profile.no_shifts))
    tallies["CV: kind of post sought"].set_of(where, facts["kinds"], (one.value for one in profile.kinds))
    speaks = {one.language: one.level for one in profile.speaks}
    languages_of(where, {code: v for code, v in facts["languages"].items() if v != 0}, speaks, tallies, "CV")


def ad_facts(where: str, facts: Facts, posting: Posting, units: Units, tallies: Tallies) -> None:
    """All that an ad tells, beside what was read."""
    best = next((units[one.occupation] for one in posting.occupations), None)
    tallies["ad: unit group of its job"].one(where, facts["isco"], best, lambda a, b: b in a)
    tallies["ad: municipality"].set_of(
        where, facts["municipality_codes"], (one.municipality for one in posting.workplaces)
    )
    tallies["ad: deadline"].one(where, facts["deadline"], posting.deadline.isoformat() if posting.deadline else None)
    tallies["ad: kind"].one(where, facts["kind"], posting.kind.value)
    tallies["ad: hours"].one(where, _known(facts["hours"]), _known(posting.hours.value))
    span = posting.terms.hours_max or posting.terms.hours_min
    tallies["ad: hours a week"].one(where, facts["hours_range"], span, lambda a, b: abs(a[-1] - b) <= 1)
    tallies["ad: shift"].set_of(where, facts["shifts"], (one.value for one in posting.terms.shifts))
    tallies["ad: openings"].one(where, facts["openings"], posting.openings)
    tallies["ad: from home"].one(where, _known(facts["remote"]), _known(posting.terms.remote.value))
    tallies["ad: start"].one(where, facts["start"], posting.terms.start.isoformat() if posting.terms.start else None)
    tallies["ad: starts soon"].one(where, facts["start_soon"] or None, posting.terms.start_soon or None)
    tallies["ad: called in before the deadline"].one(where, facts["rolling"] or None, posting.terms.rolling or None)
    tallies["ad: exertion"].set_of(where, facts["exertions"], (one.value for one in posting.terms.exertions))
    demands_of(where, facts, posting, tallies)


def demands_of(where: str, facts: Facts, posting: Posting, tallies: Tallies) -> None:
    """What an ad demands of who applies, and what it says not to need."""
    named = {code: how for code, how in facts["credentials"].items() if not code.startswith(CLEARANCE)}
    asked = {code: how for code, how in named.items() if how != "not needed"}
    read = {one.credential: "must" if one.hard else "nice" for one in posting.demands}
    tallies["ad: credential asked"].set_of(where, asked, read)
    for code in asked.keys() & read.keys():
        tallies["ad: how strongly a credential is asked"].one(f"{where} {code}", asked[code], read[code])
    told = {code: level for code, (how, level) in facts["languages"].items() if how != "not needed"}
    spoken = {one.language: one.level for one in posting.languages if one.importance is not None}
    languages_of(where, told, spoken, tallies, "ad")
    must = {code for code, (how, _) in facts["languages"].items() if how == "must"}
    tallies["ad: language it cannot do without"].set_of(
        where, must, (one.language for one in posting.languages if one.importance is Importance.MUST)
    )
    years = next((one for one in posting.experience if one.years_min and one.importance), None)
    wanted = facts["years"]
    tallies["ad: years of experience"].one(where, wanted and wanted["min"], years and years.years_min)
    levels = [one.level for one in posting.education if one.level and one.importance]
    education = facts["education"] if facts["education"] and facts["education"]["importance"] != "not needed" else None
    tallies["ad: education"].one(where, education and education["level"], set(levels) or None, lambda a, b: a in b)


def _known(said: str) -> str | None:
    return None if said == "unknown" else said


def lots() -> Iterator[tuple[str, Sequence[Facts]]]:
    """The lots by name, each with its rows."""
    for path in sorted(TEXTS.glob("*.jsonl")):
        yield path.stem, [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_row(row: Facts, reader: Reader, units: Units, tallies: Tallies) -> None:
    """Read one row's document and count it."""
    where = row["id"]
    if "text" in row:
        profile, _ = read_cv(RawText(where, DocumentId(where), row["text"]), ProfileId(where), reader)
        cv_facts(where, row["facts"], profile, units, tallies)
    else:
        posting, _ = read_posting(row, "facts", reader)
        ad_facts(where, row["facts"], posting, units, tallies)


def main() -> None:
    """Print one table for the lots mended on and one for the others, then the misses that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what is compiled")
    parser.add_argument("--misses", action="store_true", help="list what went wrong in the lots mended on")
    asked = parser.parse_args()
    predictor = Predictor.over([asked.data / "esco" / language for language in LANGUAGES], asked.cache)
    units = {one.uri: one.isco for one in predictor.taxonomy.occupations}
    parts = {True: Tallies(), False: Tallies()}
    for name, rows in lots():
        for row in rows:
            read_row(row, predictor.reader, units, parts[name in MENDED])
    for mended, tallies in parts.items():
        print(f"\n{'mended on' if mended else 'not looked at'}\n")
        print(
            "| fact | told | recall | precision | not read | read otherwise | not told |\n|---|---|---|---|---|---|---|"
        )
        for name, tally in tallies.items():
            print(tally.line(name))
        if asked.misses and mended:
            for name, tally in tallies.items():
                print("\n".join([f"\n{name}", *tally.misses]))


if __name__ == "__main__":
    main()
