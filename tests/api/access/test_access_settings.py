"""How an issuer is set, and what the service does without one."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.access.addresses import is_loopback, is_trusted
from api.access.settings import Oidc
from api.cli.main import cli
from api.cli.serve import check_host
from api.settings import Settings, SettingsError, read_settings

ISSUER = {"ISSUER": "https://login.example/realms/k", "AUDIENCE": "kompetencebro"}


def read(monkeypatch: pytest.MonkeyPatch, named: dict[str, str]) -> Oidc | None:
    for name, value in named.items():
        monkeypatch.setenv(f"KOMPETENCEBRO_OIDC_{name}", value)
    return read_settings().oidc


def test_without_an_issuer_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, {}) is None
    assert read(monkeypatch, {"ISSUER": "", "AUDIENCE": " "}) is None


def test_an_issuer_and_an_audience_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, ISSUER) == Oidc("https://login.example/realms/k", "kompetencebro")


def test_every_setting_of_the_issuer_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {"JWKS": "https://keys.example", "SKEW_S": "5"}
    claims = {"ROLE_CLAIM": "a.b", "MUNICIPALITY_CLAIM": "kommune", "CASE_CLAIM": "sag"}

    assert read(monkeypatch, ISSUER | more | claims) == Oidc(
        ISSUER["ISSUER"], ISSUER["AUDIENCE"], "https://keys.example", "a.b", "kommune", "sag", 5
    )


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"ISSUER": "https://login.example"}, "KOMPETENCEBRO_OIDC_AUDIENCE is not set"),
        ({"AUDIENCE": "k"}, "KOMPETENCEBRO_OIDC_AUDIENCE is set and KOMPETENCEBRO_OIDC_ISSUER is not"),
        (ISSUER | {"ISSUER": "http://login.example"}, "give an https address"),
        (ISSUER | {"ISSUER": "login.example"}, "give an https address"),
        (ISSUER | {"JWKS": "http://keys.example"}, "KOMPETENCEBRO_OIDC_JWKS is 'http://keys.example'"),
        (ISSUER | {"SKEW_S": "301"}, "SKEW_S is 301; give 0 to 300"),
        (ISSUER | {"SKEW_S": "-1"}, "SKEW_S is '-1'; give a whole number"),
        ({"ISUER": "https://login.example"}, "no setting 'KOMPETENCEBRO_OIDC_ISUER'"),
    ],
)
def test_a_setting_that_is_not_safe_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, named: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        read(monkeypatch, named)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_this_machine_is_known_by_its_addresses(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "10.0.0.1", "", "localhost.example", "127.0.0.1.example", "2130706433"]
)
def test_any_other_host_is_not_this_machine(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "address", ["https://login.example", "https://login.example:8443/x?y=1", "http://127.0.0.1:80/x"]
)
def test_an_address_that_nobody_between_can_answer_for_is_trusted(address: str) -> None:
    assert is_trusted(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://login.example",
        "http://127.0.0.1@login.example/",
        "https://user:word@login.example",
        "https://user@login.example",
        "https://login.example/#x",
        "https://login.example /",
        "https://",
        "https://login.example:99999",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "",
    ],
)
def test_any_other_address_is_not(address: str) -> None:
    assert not is_trusted(address)


def test_without_an_issuer_only_this_machine_is_answered(tmp_path: Path) -> None:
    told = CliRunner().invoke(cli, ["serve", "--host", "0.0.0.0", "--store", str(tmp_path / "k.sqlite")])

    assert isinstance(told.exception, SettingsError)
    assert "set KOMPETENCEBRO_OIDC_ISSUER and KOMPETENCEBRO_OIDC_AUDIENCE" in str(told.exception)


@pytest.mark.parametrize(
    ("host", "oidc", "published", "refused"),
    [
        ("127.0.0.1", None, False, False),
        ("0.0.0.0", Oidc("https://login.example", "k"), False, False),
        ("0.0.0.0", None, True, False),
        ("0.0.0.0", None, False, True),
        ("kommune.example", None, False, True),
    ],
    ids=["this machine", "an issuer", "a container's port published here", "everybody", "a name"],
)
def test_a_host_is_refused_where_others_could_come_and_nobody_asks(
    host: str, oidc: Oidc | None, published: bool, refused: bool
) -> None:
    settings = Settings(Path("k.sqlite"), "none", oidc=oidc)

    with pytest.raises(SettingsError, match="needs access control") if refused else nullcontext():
        check_host(host, settings, published)
