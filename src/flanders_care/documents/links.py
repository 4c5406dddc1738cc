"""Links that a document gives: kept if they lead to the web, dropped with a diagnostic if they do something else."""

from __future__ import annotations

from urllib.parse import urlsplit

from flanders_care.regex import regex

_SHOWN = 60
#: What no link holds: it would end the link early, or hide what follows.
_UNFIT = regex(r'[\s\x00-\x1f<>"]')


def is_web_link(url: str) -> bool:
    """Whether a link is `http` or `https` with a host, and nothing in it can end the link early.

    Example:
        >>> is_web_link("https://www.vlaio.be/nl"), is_web_link("javascript:alert(1)")
        (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not _UNFIT.search(url) and parts.scheme in ("http", "https") and bool(parts.netloc)


def link_trouble(url: str) -> str:
    """Say why a link is dropped, showing no more of it than a person needs."""
    shown = url if len(url) <= _SHOWN else url[: _SHOWN - 3] + "..."
    return f"{shown!r} is no link to the web and is dropped"
