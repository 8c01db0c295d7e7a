"""The file by which a second terminal finds the session, and the addresses of a network."""

import stat
import threading

from facilitator.projector import rendezvous as rendezvous_module
from facilitator.projector.network_addresses import addresses
from facilitator.projector.rendezvous import HERE, Meeting, Rendezvous


def test_it_is_its_owners_alone_holds_nothing_of_the_session_and_goes(tmp_path):
    rendezvous = Rendezvous(tmp_path)
    rendezvous.want()
    assert rendezvous.is_wanted
    rendezvous.announce(Meeting(47600, "key", 77))
    assert stat.S_IMODE((tmp_path / HERE).stat().st_mode) == 0o600
    assert rendezvous.meeting() == Meeting(47600, "key", 77)
    rendezvous.clear()
    assert list(tmp_path.iterdir()) == []
    assert rendezvous.meeting() is None


def test_a_slow_disk_never_holds_the_screen_and_the_order_stays(tmp_path, monkeypatch):
    may = threading.Event()
    really = rendezvous_module.replace_file

    def slow(path, data):
        may.wait(30)
        really(path, data)

    monkeypatch.setattr(rendezvous_module, "replace_file", slow)
    rendezvous = Rendezvous(tmp_path)
    rendezvous.announce(Meeting(47600, "key", 77))
    rendezvous.clear()
    may.set()
    rendezvous.announce(Meeting(47601, "key", 78))
    assert rendezvous.meeting() == Meeting(47601, "key", 78)
    rendezvous.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_no_meeting(tmp_path):
    for data in (b"", b"{", b"[]", b'{"port": "x"}', b"\xff" * 5_000):
        (tmp_path / HERE).write_bytes(data)
        assert Rendezvous(tmp_path).meeting() is None


def test_no_address_of_this_computer_is_loopback():
    assert all(not address.ip.startswith("127.") for address in addresses())
