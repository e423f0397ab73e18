"""Which jobs are whose, and which process works on them."""

import os
from pathlib import Path

from api.intake import Ingested
from api.jobs.board import Board, JobKind, JobState
from api.jobs.living import Living
from graph.store.port import Job
from graph.store.sqlite_records import SqliteRecords


def test_a_sign_lives_until_it_is_closed_and_leaves_nothing(tmp_path: Path) -> None:
    one, other = Living(tmp_path), Living(tmp_path)
    name = one.sign()

    assert other.is_living(name)
    one.close()
    assert not other.is_living(name)
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_ended_without_a_word_lives_no_more_and_its_sign_is_cleared_away(tmp_path: Path) -> None:
    child = os.fork()
    if not child:
        Living(tmp_path).sign()
        os._exit(1)
    os.waitpid(child, 0)
    left = [one.name for one in tmp_path.iterdir()]
    mine = Living(tmp_path).sign()

    assert len(left) == 1
    assert left != [mine]
    assert [one.name for one in tmp_path.iterdir()] == [mine]


def test_a_name_that_no_process_gave_is_none_of_a_living_one(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")

    assert not any(Living(tmp_path).is_living(name) for name in ("", "secret", "../secret", "a" * 32 + ".process"))
    assert (tmp_path / "secret").exists()


def test_jobs_of_the_dead_have_failed_with_what_they_had_done_and_others_go_on(tmp_path: Path) -> None:
    records, living = SqliteRecords(tmp_path / "r.sqlite"), Living(tmp_path / "signs")
    for job in (
        Job("dead", "cv", 7, 1, 0, "running", "x", process="0" * 32 + ".process", upload="u"),
        Job("older", "cv", 0, 0, 0, "waiting", "x"),
        Job("alive", "cv", 2, 0, 0, "running", "x", process=living.sign()),
        Job("over", "cv", 2, 0, 0, "done", "x", process="0" * 32 + ".process"),
    ):
        records.save_job(job)
    buried = Board(records, living).bury()
    states = {id: (found.state, found.done) for id in ("dead", "older", "alive", "over") if (found := records.job(id))}

    assert {(one.id, one.upload) for one in buried} == {("dead", "u"), ("older", "")}
    assert states == {"dead": ("failed", 7), "older": ("failed", 0), "alive": ("running", 2), "over": ("done", 2)}


def test_a_job_of_this_process_is_not_buried_by_another_application_in_it(tmp_path: Path) -> None:
    records = SqliteRecords(tmp_path / "r.sqlite")
    board = Board(records, Living(tmp_path / "signs"))
    found: list[tuple[Job, ...]] = []

    def work(_step: object) -> Ingested:
        found.append(Board(records, Living(tmp_path / "signs")).bury())
        return Ingested((), 0, (), {})

    job = board.start(JobKind.CV, "x", work)
    board._pool.shutdown()

    assert found == [()]
    assert (ended := records.job(job.id)) is not None
    assert ended.state == JobState.DONE.value
