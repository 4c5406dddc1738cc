"""The meeting that a page of a council tells of in its RDFa, in the words of the standard *besluit*."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from flanders_care.documents.rdfa import PREFIXES, Resource, Value
from flanders_care.families.council.items import (
    Item,
    Meeting,
    Sheet,
    distinct,
    each_once,
    sheet_of,
    split_title,
)
from flanders_care.families.council.wording import outcome_of
from flanders_care.families.decisions.fields import day_of

_BESLUIT, _ELI, _PROV, _DCT = (PREFIXES[name] for name in ("besluit", "eli", "prov", "dct"))
_POINT, _DEALT, _DECISION, _MEETING = (
    f"{_BESLUIT}{name}" for name in ("Agendapunt", "BehandelingVanAgendapunt", "Besluit", "Zitting")
)
#: Concepts of the code list BesluitDocumentType (data.vlaanderen.be/id/conceptscheme/BesluitDocumentType).
_SHEETS = {
    "13fefad6-a9d6-4025-83b5-e4cbee3a8965": Sheet.AGENDA,
    "3fa67785-ffdc-4b30-8880-2b99d97b4dee": Sheet.DECIDED,  # besluitenlijst
    "8e791b27-7600-4577-b24e-c7c29e0eb773": Sheet.DECIDED,  # notulen
}
_TITLES = (f"{_DCT}title", f"{_ELI}title", f"{_BESLUIT}onderwerp", f"{_ELI}title_short")
_TEXTS = (f"{_DCT}description", f"{_ELI}description", f"{_ELI}title_short", f"{_PROV}value")


def tells_of_meeting(resources: Mapping[str, Resource]) -> bool:
    """Whether a page tells of items of a meeting."""
    return any(_is(resource, _POINT, _DEALT, _DECISION) for resource in resources.values())


def read_meeting(resources: Mapping[str, Resource], text: str) -> Meeting:
    """Read the meeting of a page.

    Args:
        resources: What the page says about itself.
        text: The text of the page.

    Returns:
        The meeting, with each item once.
    """
    meetings = [resource for resource in resources.values() if _is(resource, _MEETING)]
    days = {meeting.id: _day(meeting) for meeting in meetings}
    held = {value.text: days[meeting.id] for meeting in meetings for value in meeting.values(f"{_BESLUIT}behandelt")}
    first = next((day for day in days.values() if day is not None), None)
    found = [
        item
        for key, group in _groups(resources).items()
        if (item := _item(group, resources, text, held.get(key) or first)) is not None
    ]
    return Meeting(sheet=_sheet(resources.values(), meetings), date=first, items=_without_headings(each_once(found)))


def _is(resource: Resource, *types: str) -> bool:
    return any(name.replace("https:", "http:", 1) in types for name in resource.types)


def _sheet(resources: Iterable[Resource], meetings: Iterable[Resource]) -> Sheet | None:
    said = [name for resource in resources for name in resource.types]
    named = {sheet for name in said if (sheet := _SHEETS.get(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1])) is not None}
    if len(named) == 1:
        return named.pop()
    return next((s for m in meetings for v in m.values(f"{_DCT}title") if (s := sheet_of(v.text)) is not None), None)


def _day(meeting: Resource) -> datetime.date | None:
    said = meeting.values(f"{_PROV}startedAtTime", f"{_BESLUIT}geplandeStart")
    return next((day for value in said if (day := day_of(value.text)) is not None), None)


def _groups(resources: Mapping[str, Resource]) -> dict[str, list[Resource]]:
    """The resources that are about one item, by the agenda item where they name one."""
    home = {resource.id: resource.id for resource in resources.values() if _is(resource, _POINT, _DEALT, _DECISION)}
    for resource in resources.values():
        if _is(resource, _DEALT):
            home[resource.id] = next((v.text for v in resource.values(f"{_DCT}subject") if v.resource), resource.id)
    for resource in resources.values():
        if _is(resource, _DECISION):
            made_by = next((v.text for v in resource.values(f"{_PROV}wasGeneratedBy") if v.text in home), resource.id)
            home[resource.id] = home[made_by]
    for resource in resources.values():
        for value in resource.values(f"{_PROV}generated", f"{_BESLUIT}heeftStemming") if resource.id in home else ():
            if value.resource:
                home[value.text] = home[resource.id]
    found: dict[str, list[Resource]] = {}
    for identity, key in home.items():
        if identity in resources:
            found.setdefault(key, []).append(resources[identity])
    return found


def _item(
    group: list[Resource], resources: Mapping[str, Resource], text: str, date: datetime.date | None
) -> Item | None:
    group = sorted(group, key=lambda resource: not _is(resource, _POINT))
    code = next((v.text for r in group for v in r.values(f"{_BESLUIT}citeeropschrift") if v.text), "")
    titles = [value for name in _TITLES for resource in group for value in resource.values(name) if value.text]
    if not titles:
        return None
    number, title = split_title(titles[0].text, code)
    outcomes = [value for resource in group for value in resource.values(f"{_BESLUIT}gevolg") if value.text]
    stated = {outcome_of(value.text) for value in outcomes}
    shown = [value for value in (*titles[:1], *outcomes) if value.start < value.end]
    return Item(
        title=title,
        number=number or _number_before(group, titles[0], text),
        code=code,
        address=next((r.id for kind in (_DECISION, _POINT, _DEALT) for r in group if _is(r, kind)), ""),
        parts=distinct(((v.text, v.start, v.end) for v in _texts(group, resources)), titles[0].text),
        places=tuple((value.start, value.end) for value in shown),
        outcome=stated.pop() if len(stated) == 1 else None,
        date=date,
    )


def _texts(group: list[Resource], resources: Mapping[str, Resource]) -> Iterator[Value]:
    """The texts of an item and of the articles of its decision."""
    for resource in group:
        yield from (value for value in resource.values(*_TEXTS) if not value.resource)
        for part in resource.values(f"{_ELI}has_part"):
            if part.text in resources:
                yield from (value for value in resources[part.text].values(*_TEXTS) if not value.resource)


def _number_before(group: list[Resource], title: Value, text: str) -> str:
    """The number that stands in front of a title within its item."""
    for start, end in (place for resource in group for place in resource.places):
        if start < title.start < end and title.start - start <= 12:
            return text[start : title.start].strip(" \n-.)")
    return ""


def _without_headings(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Leave out the headings of a list: what bears neither number, code nor outcome where most items bear a number."""
    if 2 * sum(bool(item.number) for item in items) <= len(items):
        return items
    return tuple(item for item in items if item.number or item.code or item.outcome is not None)
