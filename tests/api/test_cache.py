import dataclasses
import gc
from pathlib import Path

from api.cache import Compiled, compiled, reader
from graph.ontology import LiveOntology
from ontology.kinds import Labels, Skill


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


def test_a_kept_reader_reads_as_the_one_that_was_made(tmp_path: Path, live: LiveOntology) -> None:
    text = "Du er mødestabil, har kørekort og kan betjene kunder ved kassen."
    made, kept = (reader(live.taxonomy, tmp_path) for _ in range(2))

    assert (made.skills, made.occupations, made.phrases) == (kept.skills, kept.occupations, kept.phrases)
    assert made.skills_in(text) == kept.skills_in(text) != ()
    assert made.titles.rank("butiksassistent") == kept.titles.rank("butiksassistent") != []
    assert len(list(tmp_path.iterdir())) == 1


def test_labels_in_another_order_of_languages_have_the_same_reader(tmp_path: Path, live: LiveOntology) -> None:
    """A store gives the languages back in an order of its own."""

    def turned(one: Skill) -> Skill:
        labels = Labels(dict(reversed([*one.labels.preferred.items()])), one.labels.alternative, one.labels.hidden)
        return dataclasses.replace(one, labels=labels)

    for skills in (live.taxonomy.skills, tuple(map(turned, live.taxonomy.skills))):
        reader(dataclasses.replace(live.taxonomy, skills=skills), tmp_path)

    assert len(list(tmp_path.iterdir())) == 1


def test_a_release_with_other_labels_has_a_reader_of_its_own(tmp_path: Path, live: LiveOntology) -> None:
    fewer = dataclasses.replace(live.taxonomy, occupation_groups=())
    for taxonomy in (live.taxonomy, fewer):
        reader(taxonomy, tmp_path)

    assert len(list(tmp_path.iterdir())) == 2


def test_a_broken_reader_is_made_anew(tmp_path: Path, live: LiveOntology) -> None:
    reader(live.taxonomy, tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.stat().st_size
    kept.write_bytes(kept.read_bytes()[: whole // 2])

    assert reader(live.taxonomy, tmp_path).skills_in("mødestabil") != ()
    assert kept.stat().st_size == whole


def test_garbage_is_looked_for_again_once_a_reader_is_there(tmp_path: Path, live: LiveOntology) -> None:
    reader(live.taxonomy, tmp_path)

    assert gc.isenabled()
