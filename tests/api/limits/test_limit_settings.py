"""Limits as settings."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.limits.settings import NAMES, PRODUCTION, Limits, read_limits
from api.settings import SettingsError, read_settings


def test_production_has_a_rate_and_a_share_and_tells_nothing_of_its_schema() -> None:
    stricter = replace(Limits(), rate=1_200_000, waiting_each=16, introspection=False)

    assert read_limits({}, production=True) == PRODUCTION == stricter
    assert read_limits({}, production=False) == Limits()


def test_each_limit_is_read_from_its_setting() -> None:
    given = {name: "77777" for name in NAMES if name.startswith("KOMPETENCEBRO_LIMIT_")}
    found = read_limits(given, production=False)

    assert len(given) == 22
    assert all(getattr(found, name.removeprefix("KOMPETENCEBRO_LIMIT_").lower()) == 77_777 for name in given)


def test_the_other_settings_are_read() -> None:
    given = {
        "KOMPETENCEBRO_INTROSPECTION": "Yes",
        "KOMPETENCEBRO_PERSISTED": "m.json",
        "KOMPETENCEBRO_PERSISTED_ONLY": "yes",
        "KOMPETENCEBRO_ORIGINS": "https://Jobs.Example.dk/, http://localhost:5173",
    }
    found = read_limits(given, production=True)

    assert (found.introspection, found.persisted, found.persisted_only) == (True, Path("m.json"), True)
    assert found.origins == {"https://jobs.example.dk", "http://localhost:5173"}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("LIMIT_COST", "many", "KOMPETENCEBRO_LIMIT_COST is 'many'; give a whole number from 1"),
        ("LIMIT_COST", "0", "from 1"),
        ("LIMIT_COST", "-5", "from 1"),
        ("LIMIT_COST", "1e9", "from 1"),
        ("LIMIT_COST", "٣", "from 1"),
        ("LIMIT_DEPTH", "99999999999", "to 1000000000"),
        ("LIMIT_DEPHT", "9", "there is no setting 'KOMPETENCEBRO_LIMIT_DEPHT'"),
        ("INTROSPECTION", "perhaps", "KOMPETENCEBRO_INTROSPECTION is 'perhaps'; write yes or no"),
        ("PERSISTED_ONLY", "yes", "KOMPETENCEBRO_PERSISTED is not; name the manifest"),
        ("ORIGINS", "*", "KOMPETENCEBRO_ORIGINS names '\\*'"),
        ("ORIGINS", "https://*.example.dk", "write each site as"),
        ("ORIGINS", "jobs.example.dk", "write each site as"),
        ("ORIGINS", "https://jobs.example.dk/app", "write each site as"),
        ("ORIGINS", "https://me@jobs.example.dk", "write each site as"),
        ("ORIGINS", "null", "write each site as"),
        ("ORIGINS", "https://[::1", "write each site as"),
    ],
)
def test_a_value_that_is_none_names_the_setting_the_value_and_the_fix(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"KOMPETENCEBRO_{name}", value)

    with pytest.raises(SettingsError, match=said):
        read_settings()


def test_a_burst_below_the_cost_of_one_request_is_refused() -> None:
    with pytest.raises(ValueError, match="the burst must be at least what one request may cost"):
        read_limits({"KOMPETENCEBRO_LIMIT_BURST": "100"}, production=True)
