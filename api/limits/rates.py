"""How much one caller may use: a bucket of units that refills with time, in memory, for a bounded number of callers."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from ontology.errors import ServiceError

MOST_KNOWN = 10_000
"""Callers whose use is remembered; one bucket takes about 300 bytes."""
_V6_PREFIX = 64


class RateError(ServiceError):
    """A caller used more than may be used in a while; `retry_s` whole seconds later there is room again."""

    def __init__(self, message: str, retry_s: int) -> None:
        super().__init__(message)
        self.retry_s = retry_s


class Rates:
    """Buckets by caller. Each process has its own: with four workers a caller has four times as much."""

    def __init__(
        self, a_minute: int, burst: int, clock: Callable[[], float] = time.monotonic, most: int = MOST_KNOWN
    ) -> None:
        """`a_minute` units refill a bucket of `burst`; 0 = nothing is counted. `clock` tells seconds."""
        self._a_second, self._burst, self._clock, self._most = a_minute / 60, float(burst), clock, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, caller: str, units: int) -> int | None:
        """Use `units` of a caller's; how many are left, None where nothing is counted.

        Raises:
            RateError: There are not so many; none are used.
        """
        if not self._a_second:
            return None
        with self._lock:
            left = self._level(caller)
            if left < units:
                raise RateError(*self._told(units - left))
            self._keep(caller, left - units)
            return int(left - units)

    def spend(self, caller: str, units: int) -> None:
        """Use `units` of a caller's, at most what is left: for what was done before its cost was known."""
        if self._a_second:
            with self._lock:
                self._keep(caller, max(0.0, self._level(caller) - units))

    def check(self, caller: str, units: int = 1) -> None:
        """Nothing, where a caller has so many units left.

        Raises:
            RateError: There are not so many.
        """
        if self._a_second:
            with self._lock:
                left = self._level(caller)
            if left < units:
                raise RateError(*self._told(units - left))

    def _level(self, caller: str) -> float:
        left, when = self._left.get(caller, (self._burst, self._clock()))
        return min(self._burst, left + (self._clock() - when) * self._a_second)

    def _keep(self, caller: str, left: float) -> None:
        """Remember what is left; whoever was here longest ago is forgotten where there are too many."""
        self._left[caller] = (left, self._clock())
        self._left.move_to_end(caller)
        if len(self._left) > self._most:
            self._left.popitem(last=False)

    def _told(self, lacking: float) -> tuple[str, int]:
        retry_s = max(1, math.ceil(lacking / self._a_second))
        return f"du har spurgt om meget på kort tid; prøv igen om {retry_s} sekunder", retry_s


class Allowance:
    """What one caller may still use."""

    def __init__(self, rates: Rates, caller: str) -> None:
        """For the caller of a request."""
        self._rates, self._caller = rates, caller

    def take(self, units: int) -> int | None:
        """See Rates.take."""
        return self._rates.take(self._caller, units)

    def spend(self, units: int) -> None:
        """See Rates.spend."""
        self._rates.spend(self._caller, units)

    def check(self) -> None:
        """See Rates.check."""
        self._rates.check(self._caller)


def neighbourhood(address: str) -> str:
    """The address under which a caller is counted that is not known yet: of IPv6 the /64, which one home has whole."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> _V6_PREFIX << _V6_PREFIX))
    return str(found)
