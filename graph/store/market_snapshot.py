"""The columns of ads that the analyst's figures are counted from, as files beside the index's; they hold no people."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import StoreError
from graph.labour_market.gathered import Ads
from graph.labour_market.market import Site, Vacancies
from graph.ragged import Ragged
from graph.store.array_folder import Arrays, keep, under
from graph.store.codec import decoded, encoded
from ontology.kinds import CredentialCode
from ontology.vacancies import PostingId

_FORMAT = "1"
_UNREADABLE = (OSError, ValueError, KeyError, StoreError)
_PLAIN = ("plain", "prints")
_LISTS = {"works": 1, "asks": 2, "gates": 1}
_WORDS = ("sites", "gates", "ids")
"""What of the unique ads is no array."""


@dataclass(frozen=True)
class MarketSnapshot:
    """The ads as of change `seq` of the store, whose digest is `mark`, and the unique ones among them."""

    seq: int
    mark: str
    ads: Ads
    vacancies: Vacancies


@dataclass(frozen=True, slots=True)
class _Words:
    """The part of the columns that is not arrays."""

    seq: int
    mark: str
    ids: tuple[PostingId, ...]
    sites: tuple[Site, ...]
    codes: tuple[CredentialCode, ...]


def save(folder: Path, made_by: str, snapshot: MarketSnapshot) -> None:
    """Write the columns under `folder`, named by what they were `made_by`, and remove the older ones.

    Raises:
        StoreError: The folder cannot be written.
    """
    ads = snapshot.ads
    words = encoded(_Words(snapshot.seq, snapshot.mark, ads.ids, ads.sites, ads.codes))
    target = folder / f"{_family(made_by)}{snapshot.seq:012}"
    keep(target, "market-*", {"words.json": words}, _arrays(snapshot))


def newest(folder: Path, made_by: str) -> MarketSnapshot | None:
    """The newest columns under `folder` of the same making that can be read, mapped; None = there are none."""
    for path in sorted(folder.glob(f"{_family(made_by)}*"), reverse=True):
        try:
            return _opened(path)
        except _UNREADABLE:
            continue
    return None


def _family(made_by: str) -> str:
    return f"market-{_FORMAT}-{made_by}-"


def _arrays(snapshot: MarketSnapshot) -> Arrays:
    ads, vacancies = snapshot.ads, snapshot.vacancies
    place = {id: row for row, id in enumerate(ads.ids)}
    leaders = np.array([place[PostingId(id)] for id in vacancies.ids], np.int32)
    found: dict[str, Any] = {f"ads.{name}": getattr(ads, name) for name in _PLAIN}
    for name in _LISTS:
        lists: Ragged = getattr(ads, name)
        found[f"ads.{name}.starts"] = lists.starts
        found |= {f"ads.{name}.{place}": column for place, column in enumerate(lists.columns)}
    own = [one.name for one in fields(Vacancies) if one.name not in _WORDS]
    return found | {f"unique.{name}": getattr(vacancies, name) for name in own} | {"leaders": leaders}


def _opened(path: Path) -> MarketSnapshot:
    words = decoded((path / "words.json").read_bytes(), _Words)
    arrays: Mapping[str, Any] = under(path, "ads.")
    lists: Mapping[str, Any] = {
        name: Ragged(arrays[f"{name}.starts"], tuple(arrays[f"{name}.{place}"] for place in range(count)))
        for name, count in _LISTS.items()
    }
    plain = {name: arrays[name] for name in _PLAIN}
    ads = Ads(words.ids, **plain, **lists, sites=words.sites, codes=words.codes)
    own: Mapping[str, Any] = under(path, "unique.")
    leaders: Any = under(path, "leaders")[""]
    ids = tuple(words.ids[row] for row in leaders.tolist())
    vacancies = Vacancies(**own, sites=words.sites, gates=words.codes, ids=ids)
    found = MarketSnapshot(words.seq, words.mark, ads, vacancies)
    _check(found)
    return found


def _check(found: MarketSnapshot) -> None:
    """Refuse what a disk that ran full leaves behind."""
    ads, vacancies = found.ads, found.vacancies
    lengths = {len(ads), *(len(getattr(ads, name)) for name in (*_PLAIN, *_LISTS))}
    unique = {len(getattr(vacancies, name)) for name in ("ids", "first", "last", "openings", "occupation", "agency")}
    asks = {len(getattr(vacancies, name)) for name in ("ask_ad", "skill", "must", "weight")}
    if max(map(len, (lengths, unique, asks))) > 1:
        raise StoreError("the market's columns are not whole; they are made anew from the store")
