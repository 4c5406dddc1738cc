"""CSV: what people open in a spreadsheet must not run."""

from __future__ import annotations

import csv
import datetime
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.errors import ExchangeError
from flanders_care.exchange.csv import harmless, to_csv
from flanders_care.model.actor import Actor
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.programme import Pillar, Programme
from flanders_care.money import Amount
from flanders_care.provenance import Source


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Read the CSV as a consumer would."""
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://x","klik")', '\'=HYPERLINK("http://x","klik")'),
        ("+32 2 553 12 11", "'+32 2 553 12 11"),
        ("-1+cmd|'/C calc'!A0", "'-1+cmd|'/C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "' =1+1"),
        ("\r=1+1", "' =1+1"),
        ("\n=1+1", "' =1+1"),
        ("  =1+1", "'  =1+1"),
        ("\ufeff=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("a\x00b\x1bc", "a b c"),
        ("2 miljoen\u202e oruE", "2 miljoen oruE"),
        ("half \ud83d", "half ?"),
        ("</script><img src=x onerror=alert(1)>", "</script><img src=x onerror=alert(1)>"),
        ("Nota: 5 - 3 = 2", "Nota: 5 - 3 = 2"),
        ("", ""),
    ],
)
def test_cells(text: str, cell: str) -> None:
    """Formulas get an apostrophe; control and direction characters go; other texts stay as they are."""
    assert harmless(text) == cell


@given(st.text(st.characters(exclude_categories=[]), max_size=50))
def test_no_cell_runs(text: str) -> None:
    """Whatever a text holds, its cell begins with no sign of a formula and holds no control character."""
    (row,) = rows(to_csv([Decision(id="d", title=text)]))
    assert not row["title"].lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not any(unicodedata.category(c) in ("Cc", "Cs") or c in "\u202e\u2066" for c in row["title"])


def test_record() -> None:
    """A record is one row: sums plain, several values with a semicolon, sources as places."""
    source = Source(document_id="note", start=3, end=5, quote="ab")
    line = FundingLine(
        id="f1", amount=Amount.of("-1250000.50"), stage="awarded", years=(2020, 2021), sources=(source, source)
    )
    (row,) = rows(to_csv([line], delimiter=";"), ";")
    assert row["amount_value"] == "-1250000.50"
    assert (row["amount_low"], row["stage"], row["years"]) == ("", "awarded", "2020; 2021")
    assert row["sources"] == "note:3-5; note:3-5"
    decision = Decision(id="d", title='Titel, met "aanhaling"', date=datetime.date(2021, 6, 30))
    assert rows(to_csv([decision]))[0]["title"] == decision.title
    assert rows(to_csv([decision]))[0]["date"] == "2021-06-30"
    programme = Programme(id="p", name="P", pillars=(Pillar(id="p:1", name="x", order=1),), trl=(1, 2))
    assert rows(to_csv([programme]))[0]["pillars"] == "p:1"


def test_no_records() -> None:
    """No records make a line of names when their class is named."""
    assert to_csv([], cls=Actor) == "id,name,kind,aliases,sources\n"
    with pytest.raises(ExchangeError, match="name their class"):
        to_csv([])
