"""Where Prometheus reads the metrics: on a port of its own, which no reverse proxy leads to by mistake."""

import errno
import logging
import threading
from collections.abc import Callable
from functools import partial
from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry, start_http_server

from api.settings import SettingsError

TRIED = 64
"""So many processes of one machine may share a setting; each takes the next free port."""
_LOG = logging.getLogger("kompetencebro.metrics")


def serve_metrics(address: tuple[str, int], registry: CollectorRegistry) -> tuple[int, Callable[[], None]]:
    """The port where the metrics are read from now on, and what ends it.

    Raises:
        SettingsError: The address is not this machine's, or no port is free.
    """
    host, first = address
    for port in range(first, min(first + TRIED, 65_536)):
        try:
            server, thread = start_http_server(port, host, registry)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            raise SettingsError(
                f"KOMPETENCEBRO_METRICS is '{host}:{first}' and cannot be listened on ({error.strerror or error}); "
                "give an address of this machine, or none"
            ) from error
        _LOG.info("metrics are read at %s:%s/metrics", host, port)
        return port, partial(_close, server, thread)
    raise SettingsError(
        f"KOMPETENCEBRO_METRICS is '{host}:{first}' and the {TRIED} ports from there are taken; give another, or none"
    )


def _close(server: WSGIServer, thread: threading.Thread) -> None:
    server.shutdown()
    server.server_close()
    thread.join()
