"""The file of communities: dated, with the release and the method that made it."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import networkx as nx

from graph.labour_market.areas import Area
from graph.labour_market.communities import LEAST_MOVE, RESOLUTION, SEED, Community
from graph.labour_market.months import Month
from ontology.kinds import EscoUri
from ontology.taxonomy import Taxonomy


def write(
    found: Sequence[Community], taxonomy: Taxonomy, areas: Sequence[Area], month: Month, day: date, out: Path
) -> int:
    """Write the communities as JSON; how many there are."""

    def named(uris: tuple[EscoUri, ...]) -> list[dict[str, str]]:
        return [{"uri": uri, "label": taxonomy.label(uri)} for uri in uris]

    method = {
        "algorithm": "Louvain",
        "networkx": nx.__version__,
        "seed": SEED,
        "resolution": RESOLUTION,
        "least_move": LEAST_MOVE,
    }
    told = {
        "made": day.isoformat(),
        "release": taxonomy.release,
        "month": str(month),
        "method": method,
        "communities": [
            {
                "occupations": named(one.occupations),
                "skills": named(one.skills),
                "live_ads": {area.code: ads for area, ads in zip(areas, one.ads, strict=True)},
            }
            for one in found
        ],
    }
    out.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(found)
