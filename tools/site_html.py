"""Elements of HTML whose texts are escaped, and the frame that every page of the site has."""

from collections.abc import Iterable
from html import escape

EMPTY = frozenset({"input", "link", "meta"})
"""Elements without an end."""
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"


class Html(str):
    """Text that is HTML already; any other ``str`` is words."""

    __slots__ = ()


def tag(element: str, /, *children: str, **attributes: str | None) -> Html:
    """An element. ``cls`` and ``for_`` stand for words that Python keeps; None leaves an attribute out."""
    named = {"cls": "class", "for_": "for"}
    said = "".join(
        f' {named.get(key, key.replace("_", "-"))}="{escape(value)}"' if value else f" {named.get(key, key)}"
        for key, value in attributes.items()
        if value is not None and (value or key == "hidden")
    )
    inner = joined(children)
    return Html(f"<{element}{said}>" if element in EMPTY else f"<{element}{said}>{inner}</{element}>")


def joined(children: Iterable[str]) -> Html:
    """One after the other, words escaped."""
    return Html("".join(each if isinstance(each, Html) else escape(each, quote=False) for each in children))


def page_of(
    language: str, title: str, head: Html, main: Html, foot: Html, up: str, script: str, *, root: bool = False
) -> str:
    """A whole page; ``up`` leads to the folder of its language, ``script`` to the one script if it needs it."""
    from tools.site_texts import said

    style = up + ("style.css" if root else "../style.css")
    parts = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title + ("" if root else f" · {said('site')}")),
        tag("link", rel="stylesheet", href=style),
        tag("script", src=script, defer="defer") if script else Html(),
    ]
    skip = Html() if root else tag("a", said("skip"), href="#main", cls="skip")
    lines = ["<!doctype html>", f'<html lang="{language}">', tag("head", *parts), "<body>", skip, head, main, foot]
    return "\n".join([*filter(None, lines), "</body>", "</html>", ""])
