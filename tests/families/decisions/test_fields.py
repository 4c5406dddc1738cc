"""Titles off texts, and what links are."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.links import is_web_link, link_trouble
from flanders_care.families.decisions.fields import read_decision, text_after_title


@pytest.mark.parametrize(
    ("title", "text", "rest"),
    [
        ("Dijk", "Dijk  Goed.", "Goed."),
        ("Dijk", "Dijk", ""),
        ("Dijk", "Dijken  Goed.", "Dijken  Goed."),
        ("Dijk", "De dijk is goed.", "De dijk is goed."),
        ("Dijk en pomp", "Dijk", "Dijk"),
        ("Natuur-technische werken (VEKA)", "Natuur- technische werken (VEKA) Ontwerp", "Ontwerp"),
        ("Werken O&O", "Werken OO  Goed.", "Goed."),
        ("Werken “A”", "Werken 'A'  Goed.", "'  Goed."),
        ("…", "… Goed.", "Goed."),
        ("…", "Goed.", "Goed."),
    ],
)
def test_title_off_text(title: str, text: str, rest: str) -> None:
    """The title goes off where its letters are the first of the text, and a longer word stays whole."""
    assert text_after_title(title, text) == rest


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_letter_of_the_text_is_lost(title: str, text: str) -> None:
    """What comes off has the letters of the title and no others."""
    rest = text_after_title(title, text)
    assert rest == text or text.rstrip().endswith(rest)
    off = [] if rest == text else [c for c in text.rstrip()[: len(text.rstrip()) - len(rest)] if c.isalnum()]
    assert off in ([], [c for c in title if c.isalnum()])


@pytest.mark.parametrize(
    ("url", "web"),
    [
        ("https://www.vlaanderen.be/a?b=c%20d", True),
        ("http://x.be", True),
        ("HTTPS://X.BE", True),
        ("javascript:alert(1)", False),
        ("https:", False),
        ("", False),
        ('https://x.be/"onclick', False),
        ("https://x.be/a\nb", False),
        ("http://[::1", False),
    ],
)
def test_web_links(url: str, web: bool) -> None:
    """Only links to the web that hold nothing that ends them early are links."""
    assert is_web_link(url) is web


def test_link_trouble_is_short() -> None:
    """A link that is dropped is shown no longer than a person reads."""
    assert len(link_trouble("javascript:" + "x" * 1000)) < 120


@pytest.mark.parametrize(
    "said",
    ["01/10/2021", "1 oktober 2021", "vrijdag 1 oktober 2021", " 1.10.2021 ", "2021-10-01"],
)
def test_dates_in_dutch_notation(said: str) -> None:
    """A dump that was scraped from a page has its dates as people write them: "vrijdag 1 oktober 2021"."""
    found = read_decision({"id": "D1", "title": "Convenant", "date": said})
    assert found is not None
    assert (found.decision.date, found.troubles) == (datetime.date(2021, 10, 1), ())


@pytest.mark.parametrize(
    "said", ["31/02/2021", "oktober 2021", "2021", "01/10/2021 - 05/10/2021", "tussen 1 en 3 oktober 2021", "morgen"]
)
def test_what_names_no_one_day(said: str) -> None:
    """A month, two days, a day that is none: no date is made of them, and that is said."""
    found = read_decision({"id": "D1", "title": "Convenant", "date": said})
    assert found is not None
    assert found.decision.date is None
    assert [code for code, _ in found.troubles] == ["impossible-date"]
