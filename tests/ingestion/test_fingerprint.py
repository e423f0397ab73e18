"""Near-same texts have near-same fingerprints, others do not."""

import json
from itertools import combinations

from api.cli.demo import TEXTS
from ingestion.fingerprint import fingerprint

BODIES = [json.loads(line)["body"] for line in (TEXTS / "demo.jsonl").read_text(encoding="utf-8").splitlines()]


def apart(one: str, other: str) -> int:
    return (fingerprint(one) ^ fingerprint(other)).bit_count()


def test_an_ad_with_an_added_sentence_is_near_the_same() -> None:
    distances = [apart(body, f"{body} Vi glæder os til at høre fra dig.") for body in BODIES if len(body.split()) > 40]

    assert max(distances) <= 20
    assert sorted(distances)[len(distances) // 2] <= 10


def test_different_ads_are_far_apart() -> None:
    assert min(apart(one, other) for one, other in combinations(BODIES, 2)) > 10
