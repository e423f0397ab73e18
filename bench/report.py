"""The analyst's report at size: ESCO, 400,000 ads over 24 months, 200,000 people; prints seconds and kilobytes."""

import argparse
import tempfile
import time
from datetime import date
from pathlib import Path

from api.app import build
from api.areas import read_area
from api.market import MarketView
from api.report.borders import read_borders
from api.report.gathering import Wish, gather
from api.report.page import render
from api.service import Service
from api.settings import Settings
from bench.generated_market import AS_OF, generated
from bench.market import MONTH, scene_of
from graph.labour_market.axes import By
from graph.labour_market.measures import Scene

AREAS = (("0265", "0259", "0461"), ("0101", "0147", "0157"), ("0751", "0461", "0851"))


class GeneratedView(MarketView):
    """The analyst's view of a generated market in place of a store's."""

    def keep(self, scene: Scene) -> None:
        """Answer from `scene` from now on."""
        self._generated = scene

    def scene(self, as_of: date | None = None) -> Scene:
        """The generated market, whatever the day."""
        return self._generated


def view_of(service: Service, ads: int, people: int) -> GeneratedView:
    """The view over a store that holds a release alone."""
    view = GeneratedView(service.store, service.vault, service._current)
    view.keep(scene_of(generated(service.live, ads, people), service.live))
    return view


def main() -> None:
    """Print a row a report; `--keep` keeps the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the reference data")
    parser.add_argument("--ads", type=int, default=400_000)
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--keep", type=Path, help="a folder for the reports")
    given = parser.parse_args()
    borders = read_borders(given.data / "denmark" / "municipalities_simplified.geojson")
    with tempfile.TemporaryDirectory() as folder:
        service = build(Settings(Path(folder) / "m.sqlite", "none"))
        service.releases.import_ontology([given.data / "esco" / "en", given.data / "esco" / "da"], lambda _w, _s: None)
        view = view_of(service, given.ads, given.people)
        for codes in AREAS:
            wish = Wish(tuple(read_area(code) for code in codes), MONTH, MONTH.plus(-11), AS_OF, By.ISCO3)
            start, used = time.perf_counter(), time.process_time()
            page = render(gather(view, wish, {"Data": "genereret"}), service.live.taxonomy, borders).encode()
            seconds, worked = time.perf_counter() - start, time.process_time() - used
            print(
                f"{' '.join(codes):20} {seconds:6.1f} s, {worked:5.1f} s of work, {len(page) / 1000:5.0f} kB",
                flush=True,
            )
            if given.keep:
                (given.keep / f"{'-'.join(codes)}.html").write_bytes(page)


if __name__ == "__main__":
    main()
