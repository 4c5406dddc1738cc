"""Arrow: pandas, polars, DuckDB and pyarrow read our records without loss."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.alignment.results import Alignment, Alignments, Ranked
from flanders_care.diagnostics import Diagnostic
from flanders_care.errors import ExchangeError, MissingExtraError
from flanders_care.exchange import arrow
from flanders_care.exchange.arrow import arrow_schema, from_arrow, to_arrow
from flanders_care.exchange.csv import to_csv
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.indicator import Indicator
from flanders_care.model.programme import Pillar, Programme
from flanders_care.money import Amount
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source
from flanders_care.testing import strategies
from flanders_care.trails.records import Trail, Trails

SOURCE = Source(document_id="note", start=3, end=5, quote="‘x")
LINES = (
    FundingLine(id="f1", amount=Amount.of("0.01"), stage="awarded", years=(2020, 2021), sources=(SOURCE, SOURCE)),
    FundingLine(id="f2", amount=Amount.of("99999999999999999999999999999999.99", "at_most")),
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
    schema = to_arrow(LINES).schema
    assert schema == arrow_schema(FundingLine) == to_arrow(LINES[:1]).schema
    assert schema.field("amount_value").type == pa.decimal128(38, 6)
    assert not schema.field("amount_value").nullable
    assert schema.field("amount_low").nullable
    assert schema.field("payer_ids").type.value_type == pa.string()
    assert schema.field("years").type.value_type == pa.int64()
    assert to_arrow(DECISIONS).schema.field("date").type == pa.date32()


def test_polars() -> None:
    """Polars reads all of it exactly, and adds the sums exactly."""
    frame = pl.DataFrame(to_arrow(LINES))
    assert frame["amount_value"].dtype == pl.Decimal(38, 6)
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
    """Rows come in batches; together they are all rows, in order."""
    monkeypatch.setattr(arrow, "_BATCH", 7)
    rows = [Indicator(id=f"i{n}", value=Decimal(n).scaleb(-(n % 4))) for n in range(30)]
    table = pa.table(to_arrow(rows))
    assert table["value"].num_chunks == 5
    assert table["value"].to_pylist() == [row.value for row in rows]
    assert from_arrow(table, Indicator) == tuple(rows)
    with pytest.raises(ExchangeError, match=r"^\$\[8\]: needs Indicator, as the others"):
        to_arrow([*rows[:8], LINES[0]])


class Spot(NamedTuple):
    """A small value of a dependant."""

    start: int
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Loose:
    """A record of which every field may be missing: only a struct can tell it from none at all."""

    note: str | None = None


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
    spot: Spot | None = None
    by_name: Mapping[str, int] = attrs.field(factory=dict)
    mode: Literal["a", 2] = "a"
    word: Literal["x", "y"] | None = None
    stages: tuple[Stage, ...] | None = None
    inner: Mixed | None = None
    loose: Loose | None = None


def test_classes_of_dependants() -> None:
    """Any attrs class with typed fields is a table; what Arrow has no type for is JSON text."""
    rows = [
        Mixed(flag=True, score=0.5, either="x", sums=(Amount.of("1.125"),), figures=(Decimal("0.5"), None)),
        Mixed(record=Actor(id="a", name="é"), amount=Amount.of(5), spot=Spot(1, ("w",)), loose=Loose()),
        Mixed(flag=False, by_name={"x": 1}, mode=2, word="y", stages=(Stage.PAID,)),
        Mixed(inner=Mixed(inner=Mixed(score=1.0))),
    ]
    table = pa.table(to_arrow(rows))
    table.validate(full=True)
    assert table["flag"].to_pylist() == [True, None, False, None]
    assert table["score"].to_pylist() == [0.5, None, None, None]
    assert table["either"].to_pylist() == ['"x"', "0", "0", "0"]
    assert table["pair"].to_pylist()[0] == '[1,"a"]'
    assert table["sums"].to_pylist()[0][0]["value"] == Decimal("1.125")
    assert table["figures"].to_pylist() == [[Decimal("0.50"), None], [], [], []]
    assert '"name":"é"' in table["record"].to_pylist()[1]
    assert table["amount_value"].to_pylist() == [None, Decimal(5), None, None]
    assert table["spot"].to_pylist() == [None, {"start": 1, "words": ["w"]}, None, None]
    assert table["loose"].to_pylist() == [None, {"note": None}, None, None]
    assert table["stages"].to_pylist() == [None, None, ["paid"], None]
    assert '"score":1.0' in table["inner"].to_pylist()[3]
    assert from_arrow(table, Mixed) == tuple(rows)


@pytest.mark.parametrize(
    ("records", "path"),
    [
        (
            [FundingLine(id="a", amount=Amount.of(1)), FundingLine(id="b", amount=Amount.of("1E+32"))],
            "$[1].amount_value",
        ),
        ([Indicator(id="a", value=Decimal(99)), Indicator(id="b", value=Decimal("1E-7"))], "$[1].value"),
        ([Document(id="a", text="x"), Document(id="b", text="\ud83d")], "$[1].text"),
        ([Pillar(id="a", name="a", order=10**30)], "$[0].order"),
        ([Programme(id="p", name="p", pillars=(Pillar(id="a", name="a", order=10**30),))], "$[0].pillars"),
        ([DECISIONS[0], LINES[0]], "$[1]"),
        ([7], "$"),
        ([], "$"),
        (LINES[0], "$"),
    ],
)
def test_refused(records: Any, path: str) -> None:
    """What does not fit is refused before anything is handed on, and the path names the record."""
    with pytest.raises(ExchangeError) as caught:
        to_arrow(records)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "value", ["99999999999999999999999999999999.999999", "-0.000001", "1E+31", "0E+50", "1.50000000"]
)
def test_sums_that_just_fit(value: str) -> None:
    """32 digits before the comma and 6 behind it fit, however the figure is written."""
    line = FundingLine(id="a", amount=Amount.of(value))
    assert from_arrow(to_arrow([line]), FundingLine) == (line,)


def test_a_sum_that_does_not_fit_is_named() -> None:
    """The error names the record, the field and the figure; nothing is rounded."""
    lines = [FundingLine(id="a", amount=Amount.of(1)), FundingLine(id="line-b", amount=Amount.of("0.0000001"))]
    with pytest.raises(ExchangeError, match=r"amount_value of 'line-b' does not fit decimal128\(38, 6\), 32 digits"):
        to_arrow(lines)


def test_no_records() -> None:
    """No records make a table when their class is named."""
    assert pa.table(to_arrow([], cls=Programme)).num_rows == 0
    assert pl.DataFrame(to_arrow((), cls=FundingLine)).columns[:2] == ["id", "amount_value"]
    assert from_arrow(to_arrow([], cls=Programme), Programme) == ()


def test_sequences() -> None:
    """A result that is a sequence comes back as itself."""
    found = Alignments(items=(Alignment(commitment_id="c", decision_id="d", score=0.25),))
    assert from_arrow(to_arrow(found), Alignments) == found
    assert from_arrow(to_arrow(Alignments()), Alignments) == Alignments()
    named = Alignments(items=found.items, profile="default 1")
    assert from_arrow(to_arrow(named), Alignments) == named
    trails = fc.follow([Commitment(id="c", text="Blue Deal")], DECISIONS)
    table: Any = to_arrow(trails)
    assert from_arrow(table, Trails) == trails
    assert from_arrow(table, Trail) == trails.items
    with pytest.raises(ExchangeError, match="search: missing"):
        from_arrow(table.replace_schema_metadata(None), Trails)


def test_results_come_back() -> None:
    """Results with records, named tuples and scores in them come back equal."""
    corpus = fc.load_seeds()
    promises, decisions = corpus.commitments[:3], corpus.decisions
    found: list[Any] = [
        fc.total(corpus.funding_lines, stages=list(Stage)),
        fc.explain(promises[0], decisions[0], among=decisions),
        *fc.rank(promises, decisions)[:2],
        *fc.follow(promises, decisions),
        *fc.read_amounts("Er is jaarlijks bijna 12 miljoen euro voorzien in 2021 en 2022."),
        corpus,
    ]
    for result in found:
        assert from_arrow(to_arrow([result]), type(result)) == (result,)


@pytest.mark.parametrize("through", ["polars", "duckdb", "pandas", "ipc", "reader"])
def test_there_and_back_again(through: str) -> None:
    """Records come back from each library that took them, sums to the last digit."""
    table: Any = to_arrow(LINES)
    if through == "polars":
        table = pl.DataFrame(table)
    elif through == "duckdb":
        with duckdb.connect() as connection:
            connection.register("lines", table)
            table = connection.sql("select * from lines order by id").to_arrow_table()
    elif through == "pandas":
        table = pd.DataFrame.from_arrow(table)
    elif through == "ipc":
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        table = pa.ipc.open_stream(sink.getvalue())
    else:
        table = pa.RecordBatchReader.from_stream(table)
    assert from_arrow(table, FundingLine) == LINES


def test_columns_that_are_not_there() -> None:
    """Columns of fields with a default may be left out; a needed one, an unknown one and one of two are refused."""
    table: Any = to_arrow(DECISIONS)
    assert from_arrow(table.select(["id", "title"]), Decision)[2] == Decision(id="d3", title=DECISIONS[2].title)
    lines: Any = to_arrow(LINES)
    bare = from_arrow(lines.select(["id", "amount_value"]), FundingLine)
    assert [line.amount.value for line in bare] == VALUES
    for wrong, path in (
        (table.drop_columns(["title"]), "$[0].title"),
        (table.append_column("colour", pa.array(["red"] * 3)), "$.colour"),
        (table.append_column("id", pa.array(["x"] * 3)), "$.id"),
        (lines.drop_columns([name for name in lines.column_names if name.startswith("amount")]), "$[0].amount"),
        (to_arrow([SOURCE]), "$.document_id"),
    ):
        with pytest.raises(ExchangeError) as caught:
            from_arrow(wrong, FundingLine if "amount" in path else Decision)
        assert caught.value.path == path


@pytest.mark.parametrize(
    ("column", "path"),
    [
        (pa.array([0.1]), "$.value"),
        (pa.array(["een"]), "$.value"),
        (pa.array([None], pa.decimal128(38, 6)), "$[0].value"),
        (pa.array([Decimal("0.0000001")]), "$.value"),
    ],
)
def test_columns_of_another_type(column: Any, path: str) -> None:
    """A sum is read from no float, no word and no figure that would be rounded; the path names the column."""
    with pytest.raises(ExchangeError) as caught:
        from_arrow(pa.table({"id": ["i"], "value": column}), Indicator)
    assert caught.value.path == path


def test_exact_columns_of_other_types() -> None:
    """Whole numbers and narrower decimals are read as sums: nothing of them is lost."""
    for column in (pa.array([12]), pa.array([Decimal("12.00")])):
        assert from_arrow(pa.table({"id": ["i"], "value": column}), Indicator)[0].value == Decimal(12)


def test_wrong_values_are_named() -> None:
    """A value that its class refuses is an error with row and field."""
    table: Any = to_arrow(DECISIONS)
    stages = pa.array(["final", "halfway", None])
    with pytest.raises(ExchangeError, match=r"^\$\[1\]\.step: needs one of "):
        from_arrow(table.set_column(table.schema.get_field_index("step"), "step", stages), Decision)


@pytest.mark.parametrize(("table", "cls"), [("text", Decision), ([1], Decision), (7, Decision)])
def test_no_table(table: Any, cls: Any) -> None:
    """What is no table is refused."""
    with pytest.raises(ExchangeError, match="needs an Arrow table or data frame"):
        from_arrow(table, cls)


def test_no_class_of_records() -> None:
    """So is a class that has no rows."""
    with pytest.raises(ExchangeError, match="needs a class of records"):
        from_arrow(to_arrow(DECISIONS), str)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the error says what to install; CSV needs nothing."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for call in (lambda: to_arrow(DECISIONS), lambda: from_arrow(None, Decision), lambda: arrow_schema(Decision)):
        with pytest.raises(MissingExtraError, match=r'pip install "flanders-care\[arrow\]"'):
            call()
    assert to_csv(DECISIONS).startswith("id,title")


@pytest.mark.parametrize(
    "kept",
    [
        "import json; json.keep = pa.table(fc.to_arrow(records))",
        "import polars; kept = polars.DataFrame(fc.to_arrow(records))",
        "ring = [pa.table(fc.to_arrow(records))]; ring.append(ring)",
        "t = pa.table(fc.to_arrow(records)); keep = lambda: t; import atexit; atexit.register(keep)",
        "unread = fc.to_arrow(records).__arrow_c_stream__()",
    ],
)
def test_tables_may_outlive_the_program(kept: str) -> None:
    """A table that is still there when Python ends does not break the ending."""
    program = f"import pyarrow as pa, flanders_care as fc; records = [fc.Actor(id='a', name='x')]\n{kept}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
