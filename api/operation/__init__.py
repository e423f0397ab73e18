"""How the service is run: health, metrics, logs, traces, stopping, retention and backups."""
