"""From a file to a profile or a posting: read, redact, find mentions, link them to ESCO."""
