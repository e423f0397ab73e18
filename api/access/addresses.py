"""Which addresses are this machine's own, and which may be trusted with keys."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own; no name but localhost is looked up."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_trusted(address: str) -> bool:
    """Whether nobody between can change what the address answers: https, or http to this machine; no login in it."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username is not None or parts.fragment or any(one.isspace() for one in address):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
