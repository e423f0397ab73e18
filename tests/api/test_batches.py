"""Reading on several processes gives what one gives."""

from api.batches import read_all
from graph.ontology import LiveOntology
from ingestion.ad_shapes.reading import Ad, Unread
from ingestion.errors import IngestionError
from ingestion.reader import build_reader


def test_two_processes_read_what_one_reads_in_the_same_order(live: LiveOntology) -> None:
    reader = build_reader(live.taxonomy)
    record = {"title": "Butiksassistent", "body": "Du skal kunne betjene kunder.", "published": "2026-11-01"}
    ads = [
        Unread("x", IngestionError("broken"))
        if number % 100 == 7
        else Ad(str(number), "s", {**record, "id": f"{number}"})
        for number in range(450)
    ]
    ads[13] = Ad("13", "s", {"id": "13", "title": "", "body": "x", "published": "2026-11-01"})

    one, two = (list(read_all(ads, reader, workers)) for workers in (1, 2))

    assert [got.name if isinstance(got, Unread) else got for got in two] == [
        got.name if isinstance(got, Unread) else got for got in one
    ]
    assert [at for at, got in enumerate(two) if isinstance(got, Unread)] == [7, 13, 107, 207, 307, 407]
