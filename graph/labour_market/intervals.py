"""95 % intervals of the measures, each by a published method; docs/labour_market.md works an example of each."""

import numpy as np
from scipy import special, stats

from graph.labour_market.figures import Floats

Z = 1.959964
_TAIL = 0.025
_HALF = 0.5
"""What is added to a count before its logarithm is taken (Haldane 1956, Anscombe 1956)."""

Interval = tuple[Floats, Floats]


def of_count(count: Floats) -> Interval:
    """Of the rate behind a count of ads, if ads come by chance (Garwood 1936)."""
    low = np.where(count > 0, special.gammaincinv(np.maximum(count, 1e-9), _TAIL), 0.0)
    return low, np.asarray(special.gammaincinv(count + 1, 1 - _TAIL), np.float64)


def of_sum(total: Floats, squares: Floats) -> Interval:
    """Of a sum over ads that come by chance, `squares` the sum of its squares; on the log scale (compound Poisson)."""
    spread = np.exp(Z * np.sqrt(squares + _HALF) / (total + _HALF))
    return total / spread, np.where(total > 0, total * spread, of_count(total)[1])


def of_share(part: Floats, whole: Floats) -> Interval:
    """Of a share of ads (Wilson 1927); NaN where there is no ad."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share, squared = part / whole, Z * Z / whole
        middle = (share + squared / 2) / (1 + squared)
        reach = Z * np.sqrt(share * (1 - share) / whole + squared / (4 * whole)) / (1 + squared)
    return np.clip(middle - reach, 0, 1), np.clip(middle + reach, 0, 1)


def of_quotient(part: Floats, whole: Floats, all_part: Floats, all_whole: Floats) -> Interval:
    """Of a location quotient (delta method on the log scale, Beyene and Moineddin 2005).

    `part` of `whole` ads in the area lie in the group, `all_part` of `all_whole` in Denmark, the area counted in: the
    country is the area and the rest, which vary apart from each other.
    """
    rest, rest_part = np.maximum(all_whole - whole, 1e-9), all_part - part + _HALF
    own = (part + _HALF) / (whole + 1)
    other = np.minimum(rest_part / (rest + 1), 1.0)
    weight = whole / all_whole
    both = weight * own + (1 - weight) * other
    by_own = (1 / own - weight / both) ** 2 * own * (1 - own) / np.maximum(whole, 1)
    by_other = ((1 - weight) / both) ** 2 * other * (1 - other) / np.maximum(rest, 1)
    spread = np.exp(Z * np.sqrt(by_own + by_other))
    with np.errstate(invalid="ignore", divide="ignore"):
        quotient = (part / whole) / (all_part / all_whole)
        smoothed = own / both
    return np.where(part > 0, quotient / spread, 0.0), np.where(part > 0, quotient, smoothed) * spread


def of_ratio(top: Floats, top_spread: Floats, below: Floats, below_spread: Floats) -> Interval:
    """Of `top / below`, whose standard deviations are given and independent (delta method on the log scale)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        variance = (top_spread / np.maximum(top, _HALF)) ** 2 + (below_spread / below) ** 2
        spread = np.exp(Z * np.sqrt(variance))
        return top / below / spread, np.maximum(top, _HALF) / below * spread


def of_lift(found: Floats, expected: Floats, squares: Floats, prior: float) -> Interval:
    """Of (found + prior) / (expected + prior), which draws small numbers to 1 (Clayton and Kaldor 1987).

    Both vary: what was found by chance, what was expected by `squares`, the sum of the squares of what each ad
    elsewhere brings to it (delta method on the log scale).
    """
    variance = 1 / (found + prior) + squares / (expected + prior) ** 2
    lift, spread = (found + prior) / (expected + prior), np.exp(Z * np.sqrt(variance))
    return lift / spread, lift * spread


def of_median(count: Floats) -> tuple[Floats, Floats]:
    """The places (from 0) of the ordered values between which the median lies, by the binomial (Conover 1999).

    NaN below six values: there no pair of them holds the median with 95 %.
    """
    low = stats.binom.ppf(_TAIL, np.maximum(count, 1), 0.5) - 1
    high = stats.binom.isf(_TAIL, np.maximum(count, 1), 0.5)
    enough = count >= 6
    return np.where(enough, np.maximum(low, 0), np.nan), np.where(enough, np.minimum(high, count - 1), np.nan)
