"""Enumerations in running text: `A, B en C` cut into as many parts as were announced."""

from __future__ import annotations

import re

from flanders_care.regex import regex

_TAIL = regex(
    r",\s*(?:steunend|waarbij|waarmee|waardoor|die\s|dat\s|om\s|met\s+als|gebaseerd|en\s+dit\b|zodat|bouwend|gericht\s+op)",
    re.IGNORECASE,
)
_SPLIT = regex(r"\s*(?:,\s*(?:en\s+)?|\s+en\s+(?:tot\s+slot\s+|ten\s+slotte\s+)?|;\s*)")
_COMMA = regex(r"\s*[,;]\s*(?:en\s+)?")
_AND = regex(r"(?<!-)\s+en\s+(?:tot\s+slot\s+|ten\s+slotte\s+)?")
_LEADING = regex(r"^(?:en\s+)?(?:tot\s+slot\s+|ten\s+slotte\s+|tenslotte\s+)?(?:de|het|een|onze?)\s+", re.IGNORECASE)
_MANY = 4  # times as many pieces as parts: then it is no enumeration of them
_LAST = regex(r"^(?:en\s+)?(?:tot\s+slot|ten\s+slotte|tenslotte)\s+", re.IGNORECASE)


def split_list(words: str, count: int) -> list[tuple[int, int]]:
    """Split an enumeration into as many parts as were announced.

    Args:
        words: The enumeration, `A, B en C`, with what may follow it (`, steunend op ...`).
        count: How many parts were announced, 2 or more.

    Returns:
        Start and end of each part in `words`; as many as announced only where the enumeration adds up.

    Example:
        >>> words = "kennis delen, onderzoeks- en zorgprojecten en data, steunend op vertrouwen"
        >>> [words[a:b] for a, b in split_list(words, 3)]
        ['kennis delen', 'onderzoeks- en zorgprojecten', 'data']
    """
    tail = _TAIL.search(words)
    enough = tail is not None and len(_cut(words[: tail.start()], _SPLIT)) >= count
    stop = tail.start() if tail is not None and enough else len(words.rstrip(" ,)"))
    listed = _cut(words[:stop], _COMMA)
    last = _cut(words[listed[-1][0] : stop], _AND) if listed and len(listed) == count - 1 else []
    if len(last) > 1:  # A, B en C: the first `en` of the last part
        start = listed[-1][0]
        return [*listed[:-1], (start + last[0][0], start + last[0][1]), (start + last[1][0], stop)]
    spans = listed if len(listed) == count else _cut(words[:stop], _SPLIT)
    while count < len(spans) <= _MANY * count:  # `en` inside a part: take the shortest two neighbours together
        place = min(range(len(spans) - 1), key=lambda n: (spans[n + 1][1] - spans[n][0], n))
        spans[place : place + 2] = [(spans[place][0], spans[place + 1][1])]
    return spans


def _cut(words: str, at: re.Pattern[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in at.finditer(words):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(words)))
    return [(a, a + len(words[a:b].rstrip(" ,)"))) for a, b in spans if words[a:b].strip(" ,)")]


def part_name(words: str) -> str:
    """Take the article and `tot slot` off a part, and the marks around it.

    Example:
        >>> part_name("tot slot het uitrollen;")
        'uitrollen'
    """
    plain = _LAST.sub("", " ".join(words.split()).strip(" ,;:."))
    return _LEADING.sub("", plain) or plain
