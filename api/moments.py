"""Times as people in Denmark read them."""

from datetime import datetime
from zoneinfo import ZoneInfo

_DANISH_TIME = ZoneInfo("Europe/Copenhagen")


def in_danish_time(at: datetime) -> str:
    """Day and time of an instant in Denmark, as 25.11.2026 kl. 12.00."""
    return at.astimezone(_DANISH_TIME).strftime("%d.%m.%Y kl. %H.%M")
