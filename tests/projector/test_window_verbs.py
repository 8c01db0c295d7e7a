"""The one way from the wall to the desk: four verbs, one window, and everybody else refused."""

import asyncio
import contextlib

import pytest
from projector_builders import asked, board, request, serving

from facilitator.projector.gate import BURST, Earlier, Gate, RateLimit, Verb
from facilitator.projector.gate import answer as proof
from facilitator.projector.server_thread import ServerThread

KEY, WINDOW = "k" * 22, "w" * 22


class Desk:
    """Hears what is passed on."""

    def __init__(self) -> None:
        self.heard: list[Verb] = []
        with contextlib.ExitStack() as stack:
            self.server: ServerThread = stack.enter_context(
                serving(board(1), KEY, window=WINDOW, acted=self.heard.append)
            )
            self.close = stack.pop_all().close


@pytest.fixture
def desk():
    made = Desk()
    yield made
    made.close()


def headers(port: int, **changed: str | None) -> str:
    """What the window's own page sends, with changes; None leaves one out."""
    sent = {
        "Origin": f"http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-origin", "X-Window": WINDOW,
        "Content-Length": "0", **{name.replace("_", "-"): value for name, value in changed.items()},
    }  # fmt: skip
    return "".join(f"{name}: {value}\r\n" for name, value in sent.items() if value is not None)


async def post(desk: Desk, path: str, more: str, *, method: str = "POST", host: str | None = None) -> int:
    async with asked(desk.server.port, request(desk.server.port, path, method=method, host=host, more=more)) as reader:
        answer = await asyncio.wait_for(reader.read(10_000), 10)
    return int(answer.split()[1])


async def test_the_window_passes_on_four_verbs(desk):
    for verb in Verb:
        assert await post(desk, f"/verb/{verb}", headers(desk.server.port)) == 204
    assert desk.heard == list(Verb)


REFUSED = {
    "no secret": (404, "/verb/next", {"X_Window": None}),
    "the secret of reading": (404, "/verb/next", {"X_Window": KEY}),
    "a wrong secret": (404, "/verb/next", {"X_Window": "x" * 22}),
    "the beginning of the secret": (404, "/verb/next", {"X_Window": WINDOW[:-1]}),
    "another verb": (404, "/verb/end", {}),
    "no verb": (404, "/verb/", {}),
    "two verbs": (404, "/verb/next/next", {}),
    "another path": (405, f"/{KEY}/", {}),
    "behind the key": (405, f"/{KEY}/verb/next", {}),
    "no origin": (403, "/verb/next", {"Origin": None}),
    "a foreign origin": (403, "/verb/next", {"Origin": "https://evil.example"}),
    "an origin of nobody": (403, "/verb/next", {"Origin": "null"}),
    "another port": (403, "/verb/next", {"Origin": "http://127.0.0.1:1"}),
    "another site": (403, "/verb/next", {"Sec_Fetch_Site": "cross-site"}),
    "the same site only": (403, "/verb/next", {"Sec_Fetch_Site": "same-site"}),
    "the address line": (403, "/verb/next", {"Sec_Fetch_Site": "none"}),
    "no site": (403, "/verb/next", {"Sec_Fetch_Site": None}),
    "a body": (413, "/verb/next", {"Content_Length": "9"}),
    "a body without an end": (413, "/verb/next", {"Content_Length": None, "Transfer_Encoding": "chunked"}),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_everything_else_is_refused(desk, name):
    status, path, changed = REFUSED[name]
    assert await post(desk, path, headers(desk.server.port, **changed)) == status
    assert desk.heard == []


async def test_a_foreign_name_and_other_methods_are_refused(desk):
    port = desk.server.port
    assert await post(desk, "/verb/next", headers(port), host="evil.example") == 421
    for method in ("GET", "PUT", "OPTIONS", "DELETE"):
        assert await post(desk, "/verb/next", headers(port), method=method) in (404, 405)
    assert desk.heard == []


async def test_a_flood_is_refused_after_a_burst(desk):
    got = [await post(desk, "/verb/next", headers(desk.server.port)) for _each in range(BURST * 4)]
    assert 429 in got
    assert len(desk.heard) == got.count(204)


def test_the_limit_lets_a_thumb_through_and_recovers():
    limit = RateLimit(0.0)
    assert sum(limit.lets(0.0) for _each in range(100)) == BURST
    assert all(limit.lets(1.0 + press / 5) for press in range(50))


async def test_what_is_shared_on_the_network_has_no_verbs_and_hands_out_no_secret(desk):
    shared = Gate("other", frozenset({"192.168.1.2:1"}))
    sent = {"Host": "192.168.1.2:1", "Origin": "http://192.168.1.2:1", "Sec-Fetch-Site": "same-origin", "X-Window": ""}
    assert shared.verb("POST", "/verb/next", sent) == (405, None)
    desk.server.share("127.0.0.2")
    while not desk.server.shared_address:
        await asyncio.sleep(0.01)
    port = int(desk.server.shared_address.split(":")[2].split("/")[0])
    raw = request(port, "/verb/next", method="POST", host=f"127.0.0.2:{port}",
                  more=headers(port, Origin=f"http://127.0.0.2:{port}"))  # fmt: skip
    reader, writer = await asyncio.open_connection("127.0.0.2", port)
    writer.write(raw)
    assert (await asyncio.wait_for(reader.read(1_000), 10)).split()[1] == b"405"
    writer.close()
    assert desk.heard == []


async def test_the_secret_is_handed_over_with_the_address_that_works_once_and_nowhere_else(desk):
    port = desk.server.port
    once = desk.server.once().rpartition("/")[2]
    for path in (f"/{once}", f"/{KEY}/", f"/{KEY}/page.js", f"/{once}"):
        async with asked(port, request(port, path)) as reader:
            answer = (await asyncio.wait_for(reader.read(100_000), 10)).decode()
        assert (WINDOW in answer) is (" 303 " in answer)
        if " 303 " in answer:
            assert f"Location: /{KEY}/#{WINDOW}" in answer
    assert WINDOW not in desk.server.address


NEW = {"key": "n" * 22, "window": "v" * 22}


async def said(port: int, path: str, **changed: str | None) -> tuple[int, str]:
    sent = headers(port, **{"Origin": None, "Content_Length": None, **changed})
    async with asked(port, request(port, path, more=sent)) as reader:
        answer = (await asyncio.wait_for(reader.read(10_000), 10)).decode()
    return int(answer.split()[1]), answer


async def test_the_window_of_the_session_before_alone_is_told_the_way_on():
    with serving(board(1), NEW["key"], window=NEW["window"], earlier=Earlier(KEY, WINDOW, 0)) as server:
        port = server.port
        status, answer = await said(port, "/on")
        assert (status, answer.rpartition("\r\n")[2]) == (200, f"/{NEW['key']}/#{NEW['window']}")
        status, answer = await said(port, "/after/name")
        assert answer.endswith(proof(KEY, f"127.0.0.1:{port}", "name"))
        for wrong in ({"X_Window": None}, {"X_Window": KEY}, {"X_Window": NEW["window"]}, {"X_Window": WINDOW[:-1]},
                      {"Sec_Fetch_Site": None}, {"Sec_Fetch_Site": "none"}, {"Sec_Fetch_Site": "cross-site"},
                      {"Origin": "https://evil.example"}, {"Host": "evil.example"}):  # fmt: skip
            status, answer = await said(port, "/on", **wrong)
            assert status in (400, 403, 404, 421), wrong
            assert NEW["key"] not in answer
        assert await post_to(port, "/on") == 405
        # With the secrets of before nothing else is had: no view, no verb.
        assert (await said(port, f"/{KEY}/stream"))[0] == 404
        assert await post_to(port, "/verb/next") == 404


async def test_without_a_session_before_there_is_no_way_on(desk):
    for path in ("/on", "/after/name"):
        for secret in (WINDOW, "", None):
            assert (await said(desk.server.port, path, X_Window=secret))[0] == 404


async def post_to(port: int, path: str) -> int:
    async with asked(port, request(port, path, method="POST", more=headers(port))) as reader:
        return int((await asyncio.wait_for(reader.read(10_000), 10)).split()[1])
