from pathlib import Path

from api.cache import Compiled, compiled
from graph.ontology import LiveOntology


def test_the_second_run_reads_what_the_first_compiled(tmp_path: Path, live: LiveOntology) -> None:
    source = tmp_path / "esco"
    source.mkdir()
    (source / "skills_en.csv").write_text("a", encoding="utf-8")
    built: list[int] = []

    def build() -> Compiled:
        built.append(1)
        return live.taxonomy, live.derived

    first = compiled([source], tmp_path / "cache", build)
    second = compiled([source], tmp_path / "cache", build)
    (source / "skills_en.csv").write_text("ab", encoding="utf-8")
    compiled([source], tmp_path / "cache", build)

    assert second[0].skills == first[0].skills
    assert len(built) == 2


def test_a_broken_cache_file_is_made_anew(tmp_path: Path, live: LiveOntology) -> None:
    cache = tmp_path / "cache"
    compiled([], cache, lambda: (live.taxonomy, live.derived))
    (kept,) = cache.glob("*.sqlite")
    kept.write_bytes(b"no database at all")

    assert compiled([], cache, lambda: (live.taxonomy, live.derived))[0].release == live.taxonomy.release


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path, live: LiveOntology) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert compiled([], tmp_path / "file" / "cache", lambda: (live.taxonomy, live.derived))[0] is live.taxonomy
