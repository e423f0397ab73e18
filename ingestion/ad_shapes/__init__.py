"""The shapes that job ads come in, each turned into the one record that `ingestion.ads.read_posting` takes."""
