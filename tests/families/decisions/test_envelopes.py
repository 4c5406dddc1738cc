"""Records out of their envelopes."""

from __future__ import annotations

from typing import Any

import pytest

from flanders_care.families.decisions.envelopes import envelopes

NEWS: dict[str, Any] = {
    "type": "news-item-infos",
    "id": "n1",
    "attributes": {"title": "Dijk", "richtext": "<p>Goed.</p>"},
    "relationships": {
        "mandatees": {"data": [{"type": "mandatees", "id": "m1"}, {"type": "mandatees", "id": "m2"}]},
        "agenda-item": {"data": {"type": "agenda-items", "id": "a1"}},
        "attachments": {"links": {"related": "/x"}},
        "theme": None,
    },
}
INCLUDED: list[Any] = [
    {"type": "mandatees", "id": "m1", "relationships": {"person": {"data": {"type": "people", "id": "p1"}}}},
    {"type": "people", "id": "p1", "attributes": {"first-name": "Zuhal", "last-name": "Demir"}},
    {"type": "mandatees", "id": "m2", "attributes": {"name": "Hilde Crevits"}},
    {
        "type": "agenda-items",
        "id": "a1",
        "attributes": {"type": "nota"},
        "relationships": {"agenda": {"data": {"type": "agendas", "id": "g1"}}},
    },
    {"type": "agendas", "id": "g1", "relationships": {"meeting": {"data": {"type": "meetings", "id": "v1"}}}},
    {"type": "meetings", "id": "v1", "attributes": {"planned-start": "2021-03-05T09:00:00Z"}},
    "geen record",
]


def test_related_resources_are_looked_up() -> None:
    """Ministers, meeting and sort of item come from the included resources, also through others."""
    [envelope] = envelopes({"data": NEWS, "included": INCLUDED})
    assert envelope.identity == "n1"
    assert envelope.fields == {
        "mandateeNames": ["Zuhal Demir", "Hilde Crevits"],
        "meetingDate": "2021-03-05T09:00:00Z",
        "agendaitemType": "nota",
        "title": "Dijk",
        "richtext": "<p>Goed.</p>",
    }


def test_relations_without_their_resources_add_nothing() -> None:
    """What is not included is not made up."""
    [envelope] = envelopes({"data": [NEWS], "included": [{"type": "mandatees", "id": "m1"}]})
    assert envelope.fields == NEWS["attributes"]


def test_circles_end() -> None:
    """Resources that point at each other in a circle end the search."""
    link = {"data": {"type": "agenda-items", "id": "a1"}}
    item = {"type": "agenda-items", "id": "a1", "relationships": {"zelf": link, "weer": link}}
    [envelope] = envelopes({"data": NEWS, "included": [item]})
    assert envelope.fields == NEWS["attributes"]


@pytest.mark.parametrize(
    "value",
    [
        {"title": "Dijk"},
        [{"title": "Dijk"}],
        [[[{"title": "Dijk"}]]],
        {"data": {"attributes": {"title": "Dijk"}}},
        {"data": [{"attributes": {"title": "Dijk"}}], "count": 1},
        {"news-item-infos": [{"attributes": {"title": "Dijk"}}]},
        {"data": [{"title": "Dijk"}]},
    ],
)
def test_every_envelope_is_opened(value: object) -> None:
    """One record or many, plain or wrapped, are the same records."""
    assert [envelope.fields for envelope in envelopes(value)] == [{"title": "Dijk"}]


@pytest.mark.parametrize("value", [{"foo": 1}, [12], {"data": ["x"]}, {"data": [{"attributes": {"foo": 1}}]}])
def test_what_is_no_decision_has_no_fields(value: object) -> None:
    """A record without any telling field is none of ours, and is handed on as such."""
    assert [envelope.fields for envelope in envelopes(value)] == [None]


def test_order_is_kept() -> None:
    """Records come in the order of the file."""
    values = [[{"title": "a"}, {"title": "b"}], {"title": "c"}]
    assert [e.fields["title"] for e in envelopes(values) if e.fields] == ["a", "b", "c"]
