"""Fields of a foreign record -> values of ours; an error names the ad, the field, the value and the next step."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from ingestion.ad_shapes.markup import plain
from ingestion.errors import IngestionError

Raw = Mapping[str, object]
Record = dict[str, object]

_LONGEST_SHOWN = 80
_DANISH_DATE = re.compile(r"^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$")
_NO_DATE = ("0001-01-01", "9999-12-31")
_LATEST_EPOCH_S = 4_102_444_800
_DENMARK = frozenset(("", "dk", "dnk", "danmark", "denmark"))


def wrong(ad: object, field: str, value: object, step: str) -> IngestionError:
    """The error for one field of one ad."""
    shown = str(value)
    shown = shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + "..."
    said = "is missing" if value in (None, "", [], {}) else f"is '{shown}'"
    return IngestionError(f"ad {ad}: '{field}' {said}; {step}")


def at(raw: object, path: str) -> object:
    """The value at a dotted path; None where there is none."""
    for name in path.split("."):
        raw = raw.get(name) if isinstance(raw, Mapping) else None
    return raw


def word(raw: object, *paths: str) -> str:
    """The first of some fields that holds a text or a number, as text without HTML; '' = none does."""
    for path in paths:
        value = at(raw, path)
        if isinstance(value, str) and value.strip():
            return " ".join(plain(value).split())
        if isinstance(value, int | float) and not isinstance(value, bool):
            return f"{value:g}" if isinstance(value, float) else str(value)
    return ""


def number(raw: object, *paths: str) -> int | None:
    """The first of some fields that holds a whole number; None = none does."""
    found = word(raw, *paths)
    return int(found) if re.fullmatch(r"\d{1,9}", found) else None


def identity(raw: object, *paths: str) -> str:
    """The ad's own id.

    Raises:
        IngestionError: It has none.
    """
    found = word(raw, *paths)
    if not found:
        title = word(raw, "title", "Title", "titel") or "(no title)"
        raise wrong(f"'{title[:_LONGEST_SHOWN]}'", paths[0], None, "give each ad the id that its source knows it by")
    return found


def needed(raw: object, ad: str, *paths: str) -> str:
    """A text that must be there, on one line.

    Raises:
        IngestionError: It is not there.
    """
    found = word(raw, *paths)
    if not found:
        raise wrong(ad, paths[0], at(raw, paths[0]), "give it as text")
    return found


def body(raw: object, ad: str, *paths: str, step: str = "give the ad's whole text") -> str:
    """The ad's text without HTML, from the first of some fields that has any.

    Raises:
        IngestionError: None has.
    """
    for path in paths:
        value = at(raw, path)
        found = plain(value) if isinstance(value, str) else ""
        if found:
            return found
    raise wrong(ad, paths[0], None, step)


def day(raw: object, ad: str, *paths: str) -> str | None:
    """A date as ISO text, from ISO, dd-mm-yyyy, a mail date or milliseconds since 1970; None where none is given.

    A deadline in words ("snarest muligt") comes back as it is.

    Raises:
        IngestionError: It looks like a date and is none.
    """
    for path in paths:
        value = at(raw, path)
        if value in (None, "", 0) or str(value).startswith(_NO_DATE):
            continue
        try:
            return _day(value)
        except (ValueError, OverflowError):
            raise wrong(ad, path, value, "give a date such as 2026-11-25") from None
    return None


def published(raw: object, ad: str, *paths: str) -> str:
    """The day an ad was published, as ISO text.

    Raises:
        IngestionError: It is missing or no date.
    """
    found = day(raw, ad, *paths)
    if found is None or not re.match(r"\d{4}-", found):
        raise wrong(ad, paths[0], found, "give the day it was published, such as 2026-11-25")
    return found


def _day(value: object) -> str:
    if isinstance(value, int | float):
        seconds = value / 1000 if value > _LATEST_EPOCH_S else value
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    text = str(value).strip()
    danish = _DANISH_DATE.match(text)
    if danish:
        return date(int(danish[3]), int(danish[2]), int(danish[1])).isoformat()
    if re.match(r"^\d{4}-?\d{2}-?\d{2}", text):
        return date.fromisoformat(text[:10] if "-" in text[:10] else text[:8]).isoformat()
    if re.fullmatch(r"\d{12,13}", text):
        return _day(int(text))
    if re.match(r"^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}", text):
        return parsedate_to_datetime(text).date().isoformat()
    if not any(letter.isalpha() for letter in text):
        raise ValueError(text)
    return text


def place(
    address: object = "", postcode: object = "", city: object = "", municipality: object = "", country: object = ""
) -> Record:
    """One workplace, as `workplaces` of a record holds it; a country other than Denmark makes it `abroad`."""
    values = (address, postcode, city, municipality, country)
    names = ("address", "postal_code", "city", "municipality", "country")
    found: Record = {name: " ".join(str(v).split()) for name, v in zip(names, values, strict=True) if v}
    if isinstance(postcode, int) and postcode:
        found["postal_code"] = f"{postcode:04d}"
    found["abroad"] = str(found.get("country", "")).casefold() not in _DENMARK
    return found


def placed(places: Iterable[Record]) -> Record:
    """The fields of a record that say where the work is; a postcode from abroad is never taken for a Danish one."""
    known = [one for one in places if len(one) > 1]
    home = [one for one in known if not one["abroad"]]
    found: Record = {"workplaces": known, "abroad": bool(known) and not home}
    if home:
        first = home[0]
        found["postal_code"] = re.sub(r"^DK-?", "", str(first.get("postal_code", "")))
        found["municipality"] = first.get("municipality", "")
        found["address"] = first.get("address", "")
        found["workplace"] = " ".join(str(first[name]) for name in ("postal_code", "city") if first.get(name))
    elif known:
        found["workplace"] = " ".join(str(known[0][name]) for name in ("city", "country") if known[0].get(name))
    return found


def texts(value: object) -> list[str]:
    """A value that may be one text or a list of them, as a list."""
    values = value if isinstance(value, list) else [value]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]


def items(value: object) -> list[object]:
    """A value that may be one thing or a list of them, as a list; nothing where it is None."""
    return list(value) if isinstance(value, list) else [] if value is None else [value]
