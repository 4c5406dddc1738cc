"""What `het programma` or `de cluster` points back to."""

from __future__ import annotations

import pytest

from flanders_care.dutch.names.find import find_programmes
from flanders_care.reading.references import find_references


def _meant(text: str) -> list[tuple[str, str]]:
    return [(reference.quote, reference.name) for reference in find_references(text, find_programmes(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De speerpuntcluster Medvia start. De cluster groeit.", "speerpuntcluster Medvia"),
        ("RegMed XB loopt. Dit project gaat voort.", "RegMed XB"),
        ("TETRA bestaat. Het programma loopt.", "TETRA"),
        ("Het impulsprogramma groeit. Het Impulsprogramma Innovatie in gezondheid en zorg bestaat.", None),
    ],
)
def test_last_one_called_so(text: str, name: str | None) -> None:
    """The last programme that is called so or is of that kind; a name that comes later only where it is called so."""
    found = _meant(text)
    assert found[-1][1] == (name or "Impulsprogramma Innovatie in gezondheid en zorg")


def test_other_paragraph() -> None:
    """`Dit project` does not reach over a paragraph; `het programma` does."""
    assert _meant("RegMed XB loopt.\n\nDit project gaat voort.") == []
    assert _meant("Horizon 2020 loopt.\n\nHet programma gaat voort.") == [("Het programma", "Horizon 2020")]


@pytest.mark.parametrize(
    "text",
    [
        "Het programma loopt.",
        "TETRA werd opgericht als het programma van de overheid.",
        "TETRA is het programma dat loopt.",
        "Het Digital Europe Programme en het programma Digital Europe.",
    ],
)
def test_no_reference(text: str) -> None:
    """What defines or names a programme does not point back, nor does anything where none is named."""
    assert _meant(text) == []
