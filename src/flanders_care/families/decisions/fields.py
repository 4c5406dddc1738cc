"""One record of the public decisions site, in any of its formats, to one decision.

Field names: the site's search result (`attributes` with `title`, `alternativeTitle`, `htmlContent`, `meetingDate`,
`agendaitemType`, `uuid`, `mandateeNames`), its JSON:API (`news-item-infos`) and a dump (`id`, `date`, `kind`, `title`,
`text`, `url`). A value may be one or a list.
"""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs
from dateutil import tz

from flanders_care.documents.html import html_to_text
from flanders_care.documents.links import is_web_link, link_trouble
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.decision import Decision, cited_decision_id
from flanders_care.model.identity import content_id
from flanders_care.regex import regex

Record: TypeAlias = Mapping[str, Any]
"""The fields of one decision, whatever they are called."""

Trouble: TypeAlias = tuple[str, str]
"""A diagnostic's code and message."""

_IDS = ("uuid", "id")
_TITLES = ("title", "short-title", "shortTitle")
_SUBTITLES = ("alternativeTitle", "alternative-title", "subtitle")
_HTML = ("htmlContent", "html-content", "richtext")
_DATES = ("meetingDate", "planned-start", "date", "publication-date", "publicationDate")
_KINDS = ("agendaitemType", "agendaitem-type", "kind")
_LINKS = ("url", "uri")
_MANDATEES = ("mandateeNames", "mandatee-names")
_NAME_PARTS = ("mandateeFirstNames", "mandateeFamilyNames")
_KINDS_BY_CONCEPT = {
    "dd47a8f8-3ad2-4d5a-8318-66fc02fe80fd": "nota",
    "8f8adcf0-58ef-4edc-9e36-0c9095fd76b0": "mededeling",
}
"""Themis' concepts for the sorts of agenda item (`id/concept/agendapunt-type/...`)."""

_PARTS = regex(r"\s{2,}")
_DAY = regex(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


@attrs.frozen
class ReadDecision:
    """A decision, the ministers who brought it, and what was not as it should be."""

    decision: Decision
    actors: tuple[Actor, ...]
    troubles: tuple[Trouble, ...]


def read_decision(fields: Record, *, default_id: str | None = None) -> ReadDecision | None:
    """Read one record.

    Args:
        fields: The record's fields; those of a JSON:API resource without the envelope.
        default_id: The envelope's id, used where the fields hold none.

    Returns:
        The decision without sources, or `None` where the record has neither title nor text.
    """
    troubles: list[Trouble] = []
    title = " ".join(" / ".join(_texts(fields, _TITLES[:1], troubles) or _texts(fields, _TITLES[1:], troubles)).split())
    body = _body(fields, troubles)
    if title:
        text = text_after_title(title, body)
    else:  # the title is what stands before the first two blanks
        first, *rest = _PARTS.split(body, maxsplit=1)
        title, text = " ".join(first.split()), "".join(rest)
    if not title and not text:
        return None
    date = _date(fields, troubles)
    identity = next(iter(_texts(fields, _IDS, troubles)), default_id)
    if not identity:
        troubles.append(("missing-id", "the record has no id; one is made from its date and title"))
        identity = cited_decision_id(title, date) if title else content_id("decision-text", text, readable=text)
    names = (" ".join(name.split()) for name in _mandatees(fields, troubles))
    actors = tuple(Actor(id=actor_id(name), name=name, kind=ActorKind.PERSON) for name in names)
    kind = next(iter(_texts(fields, _KINDS, troubles)), None)
    decision = Decision(
        id=identity,
        title=title,
        text=text,
        date=date,
        kind=kind and _KINDS_BY_CONCEPT.get(kind.rstrip("/").rsplit("/", 1)[-1], kind),
        url=_link(fields, troubles),
        actor_ids=tuple(dict.fromkeys(actor.id for actor in actors)),
    )
    return ReadDecision(decision, actors, tuple(troubles))


def text_after_title(title: str, text: str) -> str:
    """Take the title off the start of a text, in spite of other blanks, hyphens and lost signs.

    The dump repeats the title before the text, with its line breaks gone, hyphens followed by a blank and `&` lost;
    so letters and digits decide.

    Args:
        title: The title.
        text: The text, perhaps with the title in front.

    Returns:
        The text without the title, or the whole text where it does not start with it.

    Example:
        >>> text_after_title("Dual use O&O-steun", "Dual use OO- steun  De Vlaamse Regering keurt goed.")
        'De Vlaamse Regering keurt goed.'
    """
    if text.startswith(title):
        end = len(title)
    else:
        end = _end_of_title(title, text)
        for sign in itertools.takewhile(lambda sign: not sign.isalnum(), reversed(title)):
            end += text[end : end + 1] == sign
    inside_a_word = text[end : end + 1].isalnum() and text[end - 1].isalnum()
    return text if end == 0 or inside_a_word else text[end:].strip()


def _end_of_title(title: str, text: str) -> int:
    """Where the letters of the title end in the text; 0 if they are not its first letters."""
    at = 0
    for letter in title:
        if not letter.isalnum():
            continue
        while at < len(text) and not text[at].isalnum():
            at += 1
        if at == len(text) or text[at] != letter:
            return 0
        at += 1
    return at


def _body(fields: Record, troubles: list[Trouble]) -> str:
    """Long title, then the text; HTML where there is HTML, and plain text that it does not repeat."""
    parts = _texts(fields, _SUBTITLES, troubles)
    rich: list[str] = []
    for html in _texts(fields, _HTML, troubles):
        read = html_to_text(html)
        rich.append(read.text)
        if read.dropped:
            size = sum(map(len, read.dropped))
            troubles.append(("script-dropped", f"{size} characters of scripts or styles in the HTML are no text"))
    said = _letters(" ".join(rich))
    plain = [text for text in _texts(fields, ("text",), troubles) if not rich or _letters(text) not in said]
    return "\n\n".join(part for part in (*parts, *rich, *plain) if part)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _link(fields: Record, troubles: list[Trouble]) -> str | None:
    for name in _LINKS:
        for link in _texts(fields, (name,), troubles):
            if is_web_link(link):
                return link
            troubles.append(("unsafe-link", link_trouble(link)))
    return None


def _date(fields: Record, troubles: list[Trouble]) -> datetime.date | None:
    for name in _DATES:
        for said in _texts(fields, (name,), troubles):
            date = day_of(said)
            if date is None:
                message = f"{name} {said[:40]!r} is no day of the calendar; the date is left out"
                troubles.append(("impossible-date", message))
                continue
            if name in ("publication-date", "publicationDate"):
                troubles.append(("publication-date", "the day of publication is taken for the day of the meeting"))
            return date
    return None


def day_of(said: str) -> datetime.date | None:
    """The day in Brussels of an ISO date or moment, or the one day that the words name (`vrijdag 1 oktober 2021`)."""
    found = _DAY.match(said)
    if found is None:
        mentions = read_dates(said)
        whole = len(mentions) == 1 and mentions[0].quote == said.strip() and len(mentions[0].iso) == len("2021-10-01")
        return datetime.date.fromisoformat(mentions[0].iso) if whole else None
    try:
        moment = datetime.datetime.fromisoformat(said.strip())
    except ValueError:
        year, month, day = map(int, found.groups())
        try:
            return datetime.date(year, month, day)
        except ValueError:
            return None
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(_brussels()).date()
    except OverflowError:
        return moment.date()


@functools.cache
def _brussels() -> datetime.tzinfo | None:
    return tz.gettz("Europe/Brussels")


def _mandatees(fields: Record, troubles: list[Trouble]) -> list[str]:
    names = _texts(fields, _MANDATEES, troubles)
    if names:
        return names
    first, last = (_texts(fields, (name,), troubles) for name in _NAME_PARTS)
    return [f"{one} {other}" for one, other in zip(first, last, strict=True)] if len(first) == len(last) else last


def _texts(fields: Record, names: Iterable[str], troubles: list[Trouble]) -> list[str]:
    """The texts of the first of these fields that holds any; what is no text is reported."""
    for name in names:
        found = [clean for value in _values(fields.get(name)) if (clean := _text(name, value, troubles))]
        if found:
            return found
    return []


def _values(value: Any) -> Iterator[Any]:
    """The values of a field: one, or a list of them."""
    yield from value if isinstance(value, list) else (value,)


def _text(name: str, value: Any, troubles: list[Trouble]) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        troubles.append(("wrong-type", f"{name} holds {type(value).__name__} where a text belongs; it is left out"))
        return ""
    text = value.strip()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        troubles.append(("lone-surrogate", f"{name} holds half a character; it is replaced"))
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
