"""The numbered heading at the front of a section."""

from __future__ import annotations

import pytest

from flanders_care.dutch.text.headings import split_heading


@pytest.mark.parametrize(
    ("text", "number", "title", "rest"),
    [
        ("1.2.5 Werf 5: Flanders’ Care We bundelen de inbreng.", "1.2.5", "Werf 5: Flanders’ Care", "We"),
        ("1.3 Industrie Het beleidskader is er.", "1.3", "Industrie", "Het"),
        ("1.6 Wegcategorisering Vlaanderen voert dat in. Het werkt.", "1.6", "Wegcategorisering", "Vlaanderen"),
        ("2.2.8 Monitoring Meten is weten. We hanteren dat.", "2.2.8", "Monitoring", "Meten"),
        (
            "4.8 De troeven die Vlaanderen onderscheidt. Toerisme groeit.",
            "4.8",
            "De troeven die Vlaanderen onderscheidt.",
            "Toerisme",
        ),
        ("8.1 De Vlaamse Milieuholding wordt ontbonden.", "8.1", "", "De"),
        ("7.6 Actie 6 Health House 2.0\nHealth House is een centrum.", "7.6", "Actie 6 Health House 2.0", "Health"),
        ("3 Dierenwelzijn Sinds de afgelopen periode.", "3", "Dierenwelzijn", "Sinds"),
    ],
)
def test_a_heading_is_taken_off(text: str, number: str, title: str, rest: str) -> None:
    """The title ends where the prose begins, with or without a line end between them."""
    heading = split_heading(text)
    assert heading is not None
    assert (heading.number, heading.title) == (number, title)
    assert text[heading.rest :].startswith(rest)


def test_a_text_without_number_has_no_heading() -> None:
    """Prose has no heading."""
    assert split_heading("We bundelen de inbreng van 3 beleidsdomeinen.") is None
    assert split_heading("2019 was een goed jaar") is None


def test_a_heading_alone_has_no_rest() -> None:
    """A title that is all there is ends with the text."""
    text = "3.2 Organisatie en werking"
    heading = split_heading(text)
    assert heading is not None
    assert (heading.title, heading.rest) == ("Organisatie en werking", len(text))


def test_a_long_first_sentence_without_opener_ends_the_title_at_a_capital() -> None:
    """Agreement 3.5.2: '... een gunstig investeringsklimaat Administratieve procedures zorgen te vaak ...'."""
    tail = " ".join(["procedures"] * 40)
    text = f"3.5.2 Sneller investeren mogelijk maken Administratieve {tail}"
    heading = split_heading(text)
    assert heading is not None
    assert heading.title == "Sneller investeren mogelijk maken"
