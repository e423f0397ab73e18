"""What a test does where something that it needs is not there."""

import os
from typing import NoReturn

import pytest


def absent(reason: str) -> NoReturn:
    """Skip with the reason, and fail where CI=true: there everything must be had."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
