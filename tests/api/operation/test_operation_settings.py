"""A setting that cannot be used says which it is, what it holds and how it is mended."""

import pytest

from api.operation.settings import METRICS, Operation, read_operation
from api.settings import SettingsError, read_settings


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("LOG_LEVEL", "loud", r"KOMPETENCEBRO_LOG_LEVEL is 'loud'; write one of debug"),
        ("METRICS", "9464", r"KOMPETENCEBRO_METRICS is '9464'; write none, or HOST:PORT"),
        ("METRICS", "localhost:0", r"KOMPETENCEBRO_METRICS is 'localhost:0'"),
        ("METRICS", "http://localhost:9464", r"KOMPETENCEBRO_METRICS is 'http://localhost:9464'"),
        ("OPERATIONS", "A,Jens Olsen,b-c", r"KOMPETENCEBRO_OPERATIONS names 'b-c'; write names"),
        ("OPERATIONS", ",".join(f"n{i}" for i in range(201)), r"names 201 operations; 200 at most"),
        ("TRACES", "collector:4318", r"KOMPETENCEBRO_TRACES is no http\(s\) address"),
        ("STOP_S", "5", r"KOMPETENCEBRO_STOP_S is '5'; give whole seconds, 20 to 600"),
        ("STOP_S", "soon", r"KOMPETENCEBRO_STOP_S is 'soon'"),
    ],
)
def test_a_value_that_cannot_be_used_says_the_setting_the_value_and_the_fix(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"KOMPETENCEBRO_{name}", value)

    with pytest.raises(SettingsError, match=said):
        read_settings()


def test_an_address_with_a_login_is_refused_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPETENCEBRO_TRACES", "https://me:hemmelig@collector.example/v1/traces")

    with pytest.raises(SettingsError) as refused:
        read_settings()
    assert "hemmelig" not in str(refused.value)


def test_where_nothing_is_set_metrics_are_on_this_machine_only_and_no_trace_is_made() -> None:
    found = read_operation({})

    assert found == Operation(metrics=METRICS)
    assert (METRICS[0], found.traces) == ("127.0.0.1", None)


def test_what_is_set_is_in_force() -> None:
    told = {
        "KOMPETENCEBRO_LOG_LEVEL": "WARNING",
        "KOMPETENCEBRO_METRICS": "[::1]:9000",
        "KOMPETENCEBRO_OPERATIONS": "Matches, Profile",
        "KOMPETENCEBRO_TRACES": "none",
        "KOMPETENCEBRO_STOP_S": "60",
    }

    assert read_operation(told) == Operation("warning", ("::1", 9000), frozenset({"Matches", "Profile"}), None, 60)
