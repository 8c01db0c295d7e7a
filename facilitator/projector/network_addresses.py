"""The addresses of this computer on local networks, the likeliest first. Nothing is sent to find them out."""

import ipaddress
import socket

import ifaddr
from msgspec import Struct

_NOBODY = "192.0.2.1"
"""An address that nobody has, to ask the routing table about."""
_VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vbox", "tun", "tap", "utun", "wg", "tailscale", "zt")


class Address(Struct, frozen=True):
    """An address that phones in the room might reach."""

    ip: str
    interface: str = ""
    """The name of its network interface."""
    outward: bool = False
    """The way out to other networks goes through it."""


def addresses() -> list[Address]:
    """Every IPv4 address but loopback ones, the likeliest to be the room's network first."""
    outward = _outward()
    found = [
        Address(ip.ip, adapter.nice_name, ip.ip == outward)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str) and not ipaddress.IPv4Address(ip.ip).is_loopback
    ]
    return sorted({each.ip: each for each in found}.values(), key=_rank)


def _rank(address: Address) -> tuple[bool, bool, bool, bool, str]:
    """What makes an address unlikely, the worst first."""
    ip = ipaddress.IPv4Address(address.ip)
    virtual = address.interface.lower().startswith(_VIRTUAL)
    return (ip.is_link_local, virtual, not ip.is_private, not address.outward, address.interface)


def _outward() -> str | None:
    """The address from which the system would send; connecting a datagram socket only looks into its table."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_NOBODY, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return None
