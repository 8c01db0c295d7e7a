"""What nobody guesses: the secrets in addresses, comparing one that is said, and proving that one is known.

What that needs is imported with the first display: hashes bring the system's library for them into memory.
"""

BYTES = 16
"""Of chance in a secret."""


def new_secret() -> str:
    """Another one, of letters that may stand in an address."""
    from secrets import token_urlsafe  # noqa: PLC0415 (memory)

    return token_urlsafe(BYTES)


def is_same(said: str, secret: str) -> bool:
    """Whether what is said is the secret; how long it takes tells nothing of where they differ."""
    from hmac import compare_digest  # noqa: PLC0415 (memory)

    return compare_digest(said.encode("utf-8", "replace"), secret.encode())


def proof(key: str, asked: str) -> str:
    """What only one who knows ``key`` can answer to ``asked``."""
    import hmac  # noqa: PLC0415 (memory)

    return hmac.new(key.encode(), asked.encode("utf-8", "replace"), "sha256").hexdigest()
