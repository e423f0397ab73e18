"""JSON Resume (jsonresume.org, schema 1.0) -> text."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ingestion.errors import UnreadableError
from ingestion.formats import written
from ingestion.formats.decoding import decoded
from ingestion.formats.written import Entry, WrittenCv, home, language_line, prose

_PARTS = frozenset({"basics", "work", "education", "skills"})
_Record = Mapping[str, Any]


def text(name: str, data: bytes) -> str:
    """The text of a JSON Resume: what was done, learnt and is sought; not who, and not what others say (references).

    Raises:
        UnreadableError: It is no JSON Resume.
    """
    try:
        resume = json.loads(decoded(name, data))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"'{name}' is a damaged JSON (line {error.lineno}); save it again") from error
    if not isinstance(resume, dict) or not _PARTS & resume.keys():
        raise UnreadableError(f"'{name}' is no JSON Resume; save the CV as PDF or DOCX")
    cv = WrittenCv()
    _basics(name, resume, cv)
    for section, part, what in (
        (written.EXPERIENCE, "work", ("position", "name", "company", "location")),
        (written.VOLUNTARY, "volunteer", ("position", "organization")),
        (written.PROJECTS, "projects", ("name",)),
        (written.EDUCATION, "education", ("studyType", "area", "institution")),
    ):
        for one in _records(resume, part):
            cv.add(section, _entry(name, one, what).lines())
    _learnt(resume, cv)
    _able(resume, cv)
    return cv.text()


def _basics(name: str, resume: _Record, cv: WrittenCv) -> None:
    basics = resume.get("basics")
    if not isinstance(basics, dict):
        return
    location = basics.get("location")
    if isinstance(location, dict):
        cv.home = home(_word(location, "postalCode"), _word(location, "city"))
    cv.add(written.PROFILE, [_word(basics, "label"), *prose(name, _long(basics, "summary"))])


def _entry(name: str, one: _Record, what: tuple[str, ...]) -> Entry:
    told = [*prose(name, _long(one, "description")), *prose(name, _long(one, "summary"))]
    told += [line for point in _words(one, "highlights") for line in prose(name, point, "- ")]
    told += [", ".join(_words(one, "keywords"))]
    since, until = _word(one, "startDate"), _word(one, "endDate")
    return Entry([_word(one, key) for key in what], since, until, bool(since) and not until, told)


def _learnt(resume: _Record, cv: WrittenCv) -> None:
    for one in _records(resume, "education"):
        cv.add(written.COURSES, _words(one, "courses"))
    for one in _records(resume, "certificates"):
        cv.add(
            written.CERTIFICATES, Entry([_word(one, "name"), _word(one, "issuer")], until=_word(one, "date")).lines()
        )
    for part, title, by in (("awards", "title", "awarder"), ("publications", "name", "publisher")):
        for one in _records(resume, part):
            until = _word(one, "date") or _word(one, "releaseDate")
            cv.add(written.OTHER, Entry([_word(one, title), _word(one, by)], until=until).lines())


def _able(resume: _Record, cv: WrittenCv) -> None:
    for one in _records(resume, "skills"):
        level = _word(one, "level")
        named = _word(one, "name") + (f" ({level})" if level else "")
        cv.add(written.SKILLS, [": ".join(part for part in (named, ", ".join(_words(one, "keywords"))) if part)])
    for one in _records(resume, "languages"):
        cv.add(written.LANGUAGES, [language_line(_word(one, "language"), _word(one, "fluency"))])
    for one in _records(resume, "interests"):
        cv.add(written.SPARE_TIME, [", ".join([_word(one, "name"), *_words(one, "keywords")]).strip(", ")])


def _records(record: _Record, key: str) -> Iterator[_Record]:
    many = record.get(key)
    yield from (one for one in (many if isinstance(many, list) else []) if isinstance(one, dict))


def _words(record: _Record, key: str) -> list[str]:
    many = record.get(key)
    return [" ".join(one.split()) for one in (many if isinstance(many, list) else []) if isinstance(one, str)]


def _word(record: _Record, key: str) -> str:
    return " ".join(_long(record, key).split())


def _long(record: _Record, key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""
