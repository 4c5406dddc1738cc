"""Arrow: pandas, polars, DuckDB and pyarrow read our records without loss."""

from __future__ import annotations

import datetime
import gc
import subprocess
import sys
from decimal import Decimal
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.results import Alignment, Alignments, Ranked
from flanders_care.diagnostics import Diagnostic
from flanders_care.errors import ExchangeError
from flanders_care.exchange import arrow, arrow_abi
from flanders_care.exchange.arrow import to_arrow
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.programme import Pillar, Programme
from flanders_care.money import Amount
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source
from flanders_care.testing import strategies

SOURCE = Source(document_id="note", start=3, end=5, quote="‘x")
LINES = (
    FundingLine(id="f1", amount=Amount.of("0.01"), stage="awarded", years=(2020, 2021), sources=(SOURCE, SOURCE)),
    FundingLine(id="f2", amount=Amount.of("99999999999999999999999999999999999.99", "at_most")),
    FundingLine(id="f3", amount=Amount.of("-1250.5", "at_least"), payer_ids=("a", "b", "é🚲")),
)
VALUES = [line.amount.value for line in LINES]
DECISIONS = (
    Decision(id="d1", title="Titel", date=datetime.date(1969, 12, 31), aliases=("x",), step="final"),
    Decision(id="d2", title="", date=None),
    Decision(id="d3", title="</script><img src=x onerror=alert(1)>", date=datetime.date(9999, 12, 31)),
)

NAMED: list[st.SearchStrategy[Any]] = [
    strategies.actors(),
    strategies.programmes(),
    strategies.pillars(),
    strategies.commitments(),
    strategies.decisions(),
    strategies.claims(),
    strategies.diagnostics(),
    strategies.plain_documents(),
]


def plain(value: Any) -> Any:
    """What pyarrow should give back for a field: the value itself, words for enums, lists for tuples."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if attrs.has(type(value)):
        return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return getattr(value, "value", value)


@given(st.one_of([st.lists(strategy, min_size=1, max_size=4) for strategy in NAMED]))
def test_pyarrow_reads_every_record(records: list[Any]) -> None:
    """Every field of every record arrives in pyarrow as it was, and the table is valid to the last offset."""
    table = pa.table(to_arrow(records))
    table.validate(full=True)
    assert table.to_pylist() == [plain(record) for record in records]


@given(st.lists(strategies.funding_lines(), min_size=1, max_size=4))
def test_pyarrow_reads_sums(lines: list[FundingLine]) -> None:
    """Sums arrive in pyarrow as the same decimals, bounds too, each in a column of its own."""
    table = pa.table(to_arrow(lines))
    table.validate(full=True)
    for name in ("value", "low", "high"):
        assert table[f"amount_{name}"].to_pylist() == [getattr(line.amount, name) for line in lines]
    assert table["amount_qualifier"].to_pylist() == [line.amount.qualifier.value for line in lines]
    assert table["years"].to_pylist() == [list(line.years) for line in lines]


def test_types() -> None:
    """decimal128 for sums, date32 for days, lists of texts, and columns that may be null where a field may be None."""
    schema = pa.schema(to_arrow(LINES))
    assert schema == pa.table(to_arrow(LINES)).schema
    assert schema.field("amount_value").type == pa.decimal128(38, 2)
    assert not schema.field("amount_value").nullable
    assert schema.field("amount_low").nullable
    assert schema.field("payer_ids").type.value_type == pa.string()
    assert schema.field("years").type.value_type == pa.int64()
    assert pa.schema(to_arrow(DECISIONS)).field("date").type == pa.date32()
    assert to_arrow(DECISIONS).schema["date"] == "tdD"


def test_polars() -> None:
    """Polars reads all of it exactly, and adds the sums exactly."""
    frame = pl.DataFrame(to_arrow(LINES))
    assert frame["amount_value"].dtype == pl.Decimal(38, 2)
    assert frame["amount_value"].to_list() == VALUES
    assert frame["amount_low"].to_list() == [None, None, Decimal("-1250.50")]
    assert frame["years"].to_list() == [[2020, 2021], [], []]
    assert frame["payer_ids"].to_list() == [[], [], ["a", "b", "é🚲"]]
    assert frame["sources"].to_list()[0] == [attrs.asdict(SOURCE)] * 2
    assert frame.head(1)["amount_value"].sum() == Decimal("0.01")
    assert pl.DataFrame(to_arrow(DECISIONS))["date"].to_list() == [decision.date for decision in DECISIONS]


def test_duckdb() -> None:
    """DuckDB reads all of it exactly, by the name of the variable, and adds the sums exactly."""
    lines, decisions = to_arrow(LINES), to_arrow(DECISIONS)
    with duckdb.connect() as connection:
        connection.register("lines", lines)
        connection.register("decisions", decisions)
        found = connection.sql("select amount_value, years, payer_ids, sources[1].quote from lines order by id")
        assert [row[0] for row in found.fetchall()] == VALUES
        assert found.fetchall()[0][1:] == ([2020, 2021], [], "‘x")
        assert connection.sql("select sum(amount_value) from lines where id <> 'f2'").fetchall() == [
            (Decimal("-1250.49"),)
        ]
        assert connection.sql("select date from decisions order by id").fetchall() == [(d.date,) for d in DECISIONS]


def test_pandas() -> None:
    """Pandas reads sums as Decimal objects and days as date objects: exact, though slower than numbers."""
    frame = pd.DataFrame.from_arrow(to_arrow(LINES))
    assert list(frame["amount_value"]) == VALUES
    assert frame["amount_value"].sum() == sum(VALUES)
    assert [list(years) for years in frame["years"]] == [[2020, 2021], [], []]
    decisions = pd.DataFrame.from_arrow(to_arrow(DECISIONS))
    assert list(decisions["date"][:1]) == [datetime.date(1969, 12, 31)]
    assert list(decisions["title"]) == [decision.title for decision in DECISIONS]


def test_what_pandas_cannot_hold() -> None:
    """A whole number that may be missing becomes a float in pandas: exact to 2**53, and `NaN` where it is missing."""
    found = [
        Diagnostic(code="x", message="x", document_id="d", start=2**53 + 1, end=2**53 + 2),
        Diagnostic(code="x", message="x"),
    ]
    frame = pd.DataFrame.from_arrow(to_arrow(found))
    assert frame["start"].dtype == "float64"
    assert int(frame["start"][0]) == 2**53
    assert pd.isna(frame["start"][1])
    assert pl.DataFrame(to_arrow(found))["start"].to_list() == [2**53 + 1, None]


def test_results() -> None:
    """Alignments are a table too, also when there are none; a record in a result is spread over columns."""
    found = Alignments(items=(Alignment(commitment_id="c", decision_id="d", score=0.25),))
    assert pl.DataFrame(to_arrow(found)).rows() == [("c", "d", 0.25)]
    assert pl.DataFrame(to_arrow(Alignments())).columns == ["commitment_id", "decision_id", "score"]
    ranked = [
        Ranked(decision=DECISIONS[0], score=0.5, commitment=Commitment(id="c", text="x")),
        Ranked(decision=DECISIONS[1], score=0.0),
    ]
    frame = pl.DataFrame(to_arrow(ranked))
    assert frame["decision_id"].to_list() == ["d1", "d2"]
    assert frame["commitment_text"].to_list() == ["x", None]
    assert frame["commitment_sources"].to_list() == [[], None]


def test_many_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come in batches; together they are all rows, in order, with one scale for all."""
    monkeypatch.setattr(arrow, "_BATCH", 7)
    rows = [Indicator(id=f"i{n}", value=Decimal(n).scaleb(-(n % 4))) for n in range(30)]
    table = pa.table(to_arrow(rows))
    assert table["value"].num_chunks == 5
    assert table["value"].type == pa.decimal128(38, 3)
    assert table["value"].to_pylist() == [row.value for row in rows]
    assert (len(to_arrow(rows)), repr(to_arrow(rows))) == (30, "<ArrowTable: 30 rows, 7 columns>")


@attrs.frozen(kw_only=True)
class Mixed:
    """A record of a dependant, with fields that Arrow has no type for."""

    flag: bool | None = None
    score: float | None = None
    either: int | str = 0
    pair: tuple[int, str] = (1, "a")
    sums: tuple[Amount, ...] = ()
    figures: tuple[Decimal | None, ...] = ()
    record: Actor | Pillar | None = None
    amount: Amount | None = None


def test_classes_of_dependants() -> None:
    """Any attrs class with typed fields is a table; what Arrow has no type for is JSON text."""
    rows = [
        Mixed(flag=True, score=0.5, either="x", sums=(Amount.of("1.125"),), figures=(Decimal("0.5"), None)),
        Mixed(record=Actor(id="a", name="é"), amount=Amount.of(5)),
        Mixed(flag=False),
    ]
    table = pa.table(to_arrow(rows))
    table.validate(full=True)
    assert table["flag"].to_pylist() == [True, None, False]
    assert table["score"].to_pylist() == [0.5, None, None]
    assert table["either"].to_pylist() == ['"x"', "0", "0"]
    assert table["pair"].to_pylist()[0] == '[1, "a"]'
    assert table["sums"].to_pylist()[0][0]["value"] == Decimal("1.125")
    assert table["figures"].to_pylist() == [[Decimal("0.50"), None], [], []]
    assert '"name":"é"' in table["record"].to_pylist()[1]
    assert table["amount_value"].to_pylist() == [None, Decimal(5), None]


@pytest.mark.parametrize(
    ("records", "path"),
    [
        (
            [FundingLine(id="a", amount=Amount.of(1)), FundingLine(id="b", amount=Amount.of("1E+38"))],
            "$[1].amount_value",
        ),
        ([Indicator(id="a", value=Decimal("1E-37")), Indicator(id="b", value=Decimal(99))], "$[1].value"),
        ([Document(id="a", text="x"), Document(id="b", text="\ud83d")], "$[1].text"),
        ([Pillar(id="a", name="a", order=10**30)], "$[0].order"),
        ([DECISIONS[0], LINES[0]], "$[1]"),
        ([7], "$"),
        ([], "$"),
    ],
)
def test_refused(records: list[Any], path: str) -> None:
    """What does not fit is refused before anything is handed on, and the path names the record."""
    with pytest.raises(ExchangeError) as caught:
        to_arrow(records)
    assert caught.value.path == path


def test_no_records() -> None:
    """No records make a table when their class is named."""
    assert pa.table(to_arrow([], cls=Programme)).num_rows == 0
    assert pl.DataFrame(to_arrow((), cls=FundingLine)).columns[:2] == ["id", "amount_value"]


def test_everything_is_freed() -> None:
    """Nothing stays behind, whether a capsule is taken or not, whole or in parts, and the table may be read again."""
    gc.collect()
    before = len(arrow_abi._ALIVE), len(arrow_abi._CARRIED)
    table = to_arrow(LINES)
    for _ in range(3):
        taken = pa.table(table)
        column = taken["sources"]
        frame = pl.DataFrame(table)
        del taken
        assert column.to_pylist()[0][0]["quote"] == "‘x"
        del column, frame
    for capsule in (table.__arrow_c_stream__(), table.__arrow_c_stream__(None), table.__arrow_c_schema__()):
        assert "arrow" in repr(capsule)
    del capsule
    gc.collect()
    assert (len(arrow_abi._ALIVE), len(arrow_abi._CARRIED)) == before


@pytest.mark.parametrize(
    "consumer", ["import polars; kept = polars.DataFrame(t)", "import pyarrow; kept = pyarrow.table(t)"]
)
def test_tables_may_outlive_the_program(consumer: str) -> None:
    """A table that is still there when Python ends does not break the ending."""
    program = (
        "from flanders_care.exchange.arrow import to_arrow; from flanders_care.model.actor import Actor\n"
        f"t = to_arrow([Actor(id='a', name='b')] * 10); {consumer}; unread = t.__arrow_c_stream__()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
