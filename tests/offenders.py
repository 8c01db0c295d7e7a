"""One test over many things of a kind: it goes on past an offender, and lists them all."""

from collections.abc import Callable, Iterable
from typing import Any


def of_each(things: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a check of one thing, ``check(shipped, thing)``, a test of them all."""

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        def test(shipped):
            checked, wrong = 0, {}
            for thing in things:
                checked += 1
                try:
                    check(shipped, thing)
                except AssertionError as error:
                    wrong[str(thing)] = str(error)
            assert checked
            assert wrong == {}

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return test

    return decorate
