"""The addresses of this computer on local networks, the likeliest first. Nothing is sent to find them out."""

import ipaddress
import socket
import struct
import sys
from dataclasses import dataclass

_ELSEWHERE = ("192.0.2.1", "10.255.255.254", "172.31.255.254", "192.168.255.254", "169.254.255.254")
"""Addresses to ask the routing table about: one of nobody's, and one in each private range."""
_VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vbox", "tun", "tap", "utun", "wg", "tailscale", "zt")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that phones in the room might reach."""

    ip: str
    interface: str = ""
    """The name of its network interface, where the system tells it."""
    outward: bool = False
    """The way out to other networks goes through it."""


def addresses() -> list[Address]:
    """Every IPv4 address but loopback ones, the likeliest to be the room's network first."""
    by_route = _by_route()
    named = _by_name()
    found = [Address(ip, name, ip in by_route[:1]) for name, ip in named]
    found += [Address(ip, "", ip in by_route[:1]) for ip in by_route if ip not in {each for _name, each in named}]
    return sorted({each.ip: each for each in found if not _is_loopback(each.ip)}.values(), key=_rank)


def _rank(address: Address) -> tuple[bool, bool, bool, bool, str]:
    """What makes an address unlikely, the worst first."""
    ip = ipaddress.IPv4Address(address.ip)
    virtual = address.interface.startswith(_VIRTUAL)
    return (ip.is_link_local, virtual, not ip.is_private, not address.outward, address.interface)


def _is_loopback(ip: str) -> bool:
    return ipaddress.IPv4Address(ip).is_loopback


def _by_route() -> list[str]:
    """The addresses from which the system would send; connecting a datagram socket only looks into its table."""
    found: list[str] = []
    for there in _ELSEWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((there, 9))
                ip = probe.getsockname()[0]
            except OSError:
                continue
        if ip not in found and ip != "0.0.0.0":  # noqa: S104 (compared, not bound)
            found.append(ip)
    return found


if sys.platform == "linux":
    import fcntl

    _SIOCGIFADDR = 0x8915

    def _by_name() -> list[tuple[str, str]]:
        """The first address of every interface, by its name."""
        found = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            for _index, name in socket.if_nameindex():
                try:
                    answer = fcntl.ioctl(asked, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                except OSError:
                    continue
                found.append((name, socket.inet_ntoa(answer[20:24])))
        return found

else:

    def _by_name() -> list[tuple[str, str]]:
        """Other systems do not tell without being asked through libraries we do not have."""
        return []
