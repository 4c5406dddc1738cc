"""JSON: exact both ways, and bad text refused with its path."""

from __future__ import annotations

import datetime
import decimal
import enum
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.errors import ExchangeError
from flanders_care.exchange.envelope import SCHEMA_VERSION
from flanders_care.exchange.json import from_json, to_json
from flanders_care.model.actor import Actor
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.programme import Programme
from flanders_care.money import Amount
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source
from flanders_care.testing import strategies

DECISION = Decision(
    id="d1",
    title="Convenant Flanders Make 2023-2027",
    date=datetime.date(2023, 12, 8),
    sources=(Source(document_id="note", start=0, end=8, quote="Convenan"),),
)
LINE = FundingLine(id="f1", amount=Amount.of("475000.50", "at_most"), stage="awarded", years=(2020, 2021))


def refused(text: str | bytes, cls: type) -> ExchangeError:
    """Read what must be refused, and give the error back."""
    with pytest.raises(ExchangeError) as caught:
        from_json(text, cls)
    return caught.value


def changed(obj: Any, **fields: Any) -> str:
    """The JSON of an object with some fields put in by hand."""
    return json.dumps(json.loads(to_json(obj)) | fields)


def test_decision_as_text() -> None:
    """A decision reads as one line with its type, ISO date and every field."""
    assert to_json(DECISION) == (
        '{"schema_version":1,"type":"Decision","id":"d1","title":"Convenant Flanders Make 2023-2027","text":"",'
        '"step":null,"date":"2023-12-08","kind":null,"outcome":null,"url":null,"aliases":[],"actor_ids":[],'
        '"sources":[{"document_id":"note","start":0,"end":8,"quote":"Convenan"}]}'
    )


def test_sums_are_text() -> None:
    """A sum is a text with all its digits, an enum its word, a tuple a list."""
    plain = json.loads(to_json(LINE))
    assert plain["amount"] == {
        "value": "475000.5",
        "low": None,
        "high": "475000.5",
        "qualifier": "at_most",
        "currency": "EUR",
    }
    assert (plain["stage"], plain["years"]) == ("awarded", [2020, 2021])


@given(
    st.one_of(
        strategies.amounts(currency=None),
        strategies.partial_dates(),
        strategies.sources(),
        strategies.plain_documents(),
        strategies.actors(),
        strategies.programmes(),
        strategies.pillars(),
        strategies.involvements(),
        strategies.commitments(),
        strategies.decisions(),
        strategies.funding_lines(),
        strategies.claims(),
        strategies.indicators(),
        strategies.diagnostics(),
        strategies.loaded(),
    )
)
def test_round_trip(record: Any) -> None:
    """`from_json(to_json(x), type(x)) == x`, for every record, exactly, Decimals included."""
    text = to_json(record)
    again = from_json(text, type(record))
    assert again == record
    assert to_json(again) == text


@given(st.decimals(-(10**50), 10**50, allow_nan=False, allow_infinity=False, places=9))
def test_digits_survive(value: Decimal) -> None:
    """Every digit that counts survives, and equal figures are one text."""
    again = from_json(to_json(Indicator(id="i", value=value)), Indicator)
    assert again.value == value
    with decimal.localcontext(prec=80):
        assert to_json(Indicator(id="i", value=value + Decimal("0.00000000000"))) == to_json(again)


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        ("1.0", "1.00", "1"),
        ("1.50", "1.5", "1.5"),
        ("1E+30", "1" + "0" * 30, "1" + "0" * 30),
        ("100", "1E+2", "100"),
        ("-0.0", "0", "0"),
        ("1E-7", "0.00000010", "0.0000001"),
        ("-12.500", "-12.5", "-12.5"),
    ],
)
def test_one_form_of_each_figure(one: str, other: str, text: str) -> None:
    """Equal records give equal bytes: `1.0` and `1.00` are equal, so both are written `1`."""
    written = [to_json(Indicator(id="i", value=Decimal(value))) for value in (one, other)]
    assert written[0] == written[1]
    assert f'"value":"{text}"' in written[0]
    assert from_json(written[0], Indicator).value == Decimal(one)


def test_tuples_of_records() -> None:
    """A tuple of records is a list in which each says what it is."""
    text = to_json((DECISION, DECISION))
    assert from_json(text, tuple[Decision, ...]) == (DECISION, DECISION)
    assert refused(text, tuple[Actor, ...]).path == "$[0].type"
    assert from_json(to_json([DECISION]), list[Decision]) == [DECISION]


def test_indent_is_for_people() -> None:
    """Indented JSON holds the same."""
    text = to_json(DECISION, indent=2)
    assert text.startswith('{\n  "schema_version": 1,')
    assert from_json(text, Decision) == DECISION


def test_letters_stand_as_they_are() -> None:
    """Accents and emoji are written as themselves; half a character is escaped, and both come back."""
    assert "coördinatie 🚲" in to_json(Document(id="d", text="coördinatie 🚲"))
    half = Document(id="d", text="half \ud83d é")
    assert to_json(half).isascii()
    assert from_json(to_json(half), Document) == half


def test_dates_as_exact_as_stated() -> None:
    """A partial date is its ISO text."""
    assert to_json(PartialDate.parse("2025-05")) == '"2025-05"'
    assert from_json('"2025"', PartialDate) == PartialDate(year=2025)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"type": "Actor", "id": "a', "Unterminated string"),
        ('{"type": "Actor", "id": "a"', "ends too early"),
        ("", "ends too early"),
        ("{'id': 'a'}", "line 1, column 2"),
        ('{"id": "a"} {}', "Extra data"),
        ("[" * 100_000, "nested too deep"),
        ('{"id":' * 100_000, "nested too deep"),
        ("9" * 100_000, "too long"),
        ("{}\ufeff", "not JSON"),
    ],
)
def test_broken_text(text: str, words: str) -> None:
    """Text that is no JSON is refused as such, however it is broken, and never by running out of stack."""
    assert words in str(refused(text, Actor))


def test_byte_order_mark() -> None:
    """A byte order mark in front, as some editors write it, is passed over."""
    text = to_json(DECISION)
    assert from_json("\ufeff" + text, Decision) == from_json(text.encode("utf-8-sig"), Decision) == DECISION


def test_half_of_any_json() -> None:
    """A text cut anywhere is refused."""
    text = to_json(DECISION)
    for end in range(len(text)):
        refused(text[:end], Decision)


def test_bytes() -> None:
    """UTF-8 bytes are read as text; other bytes are refused."""
    assert from_json(to_json(DECISION).encode(), Decision) == DECISION
    assert "byte 1 cannot be read" in str(refused(b'"\xff"', Decision))
    with pytest.raises(ExchangeError, match="needs JSON text, not int"):
        from_json(7, Decision)  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_no_numbers(word: str) -> None:
    """NaN and Infinity are refused where they stand, in keys that we know and in others."""
    assert refused(f'{{"id": "a", "name": {word}}}', Actor).path == "$.name"
    assert refused(f'{{"id": "a", "other": [1, {{"x": {word}}}]}}', Actor).path == "$.other[1].x"


def test_repeated_keys() -> None:
    """A key that stands twice is refused where it stands; the last one does not win in silence."""
    assert refused('{"id": "a", "id": "b", "name": "x"}', Actor).path == "$.id"
    error = refused('{"id": "a", "sources": [{"start": 1, "end": 2, "start": 0}]}', Actor)
    assert error.path == "$.sources[0].start"
    assert "twice" in error.message


def test_repeated_keys_in_broken_text() -> None:
    """Text that both repeats a key and breaks off is refused too."""
    assert refused('{"a": {"id": 1, "id": 2}, ', Actor).path == "$"


@pytest.mark.parametrize(
    ("fields", "path", "words"),
    [
        ({"id": 7}, "$.id", "needs a text, not a whole number (7)"),
        ({"id": None}, "$.id", "needs a text, not null"),
        ({"id": " "}, "$.id", "not empty"),
        ({"years": "2020"}, "$.years", "needs a list, not a text"),
        ({"years": [2020, True]}, "$.years[1]", "needs a whole number, not true or false"),
        ({"years": [2020.0]}, "$.years[0]", "needs a whole number, not a number"),
        ({"years": {"0": 1}}, "$.years", "needs a list, not an object"),
        ({"stage": "payed"}, "$.stage", "needs one of requested, announced, budgeted, awarded, paid"),
        ({"recurrence": None}, "$.recurrence", "needs one of one_off"),
        ({"subject": 1.5}, "$.subject", "needs a text"),
        ({"amount": "475000"}, "$.amount", "needs an object (Amount), not a text"),
        ({"amount": {}}, "$.amount.value", "missing"),
        ({"amount": {"value": 475000}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": 0.1}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": "NaN"}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": "Infinity"}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": "1_000"}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": "٣"}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": "9" * 100_000}}, "$.amount.value", "needs a decimal number as text"),
        ({"amount": {"value": "1E+9999"}}, "$.amount.value", "at most 60 digits"),
        ({"amount": {"value": "5", "low": "9"}}, "$.amount.low", "more than the value"),
        ({"amount": {"value": "5", "currency": "euro"}}, "$.amount.currency", "ISO 4217"),
        ({"amount": {"value": "5", "vlaue": "6"}}, "$.amount.vlaue", "unknown key; Amount has value, low"),
        ({"sources": [{"document_id": "d"}]}, "$.sources[0].start", "missing"),
        (
            {"sources": [{"document_id": "d", "start": 0, "end": 9, "quote": "x"}]},
            "$.sources[0].quote",
            "needs 9 characters, not 1",
        ),
        ({"sources": [None]}, "$.sources[0]", "needs an object (Source), not null"),
        ({"colour": "red"}, "$.colour", "unknown key"),
    ],
)
def test_values_that_do_not_fit(fields: dict[str, Any], path: str, words: str) -> None:
    """Whatever does not fit its field is refused with its path and what was wanted."""
    error = refused(changed(LINE, **fields), FundingLine)
    assert (error.path, words in error.message) == (path, True), error


@pytest.mark.parametrize("date", ["2021-02-31", "2021-13-01", "20210101", "2021-W01-1", "31/02/2021", 20210101, ""])
def test_no_day_of_the_calendar(date: Any) -> None:
    """A date that is no day, or in another form, is refused."""
    assert refused(changed(DECISION, date=date), Decision).path == "$.date"


@pytest.mark.parametrize("date", ["2021-02-31", "2021-2", 2021, "mei 2021", ""])
def test_no_partial_date(date: Any) -> None:
    """The same for dates that may be partial."""
    programme = Programme(id="p", name="p", target=PartialDate(year=2021))
    assert refused(changed(programme, target=date), Programme).path.startswith("$.target")


def test_paths_in_a_corpus() -> None:
    """The path of a value deep in a corpus leads to it."""
    plain = json.loads(to_json(Corpus(funding_lines=(LINE, LINE, LINE, LINE))))
    plain["funding_lines"][3]["amount"]["value"] = 5
    assert refused(json.dumps(plain), Corpus).path == "$.funding_lines[3].amount.value"


def test_fixed_length() -> None:
    """A pair needs two items; each is read on its own."""
    programme = Programme(id="p", name="p", trl=(3, 7))
    assert from_json(to_json(programme), Programme).trl == (3, 7)
    assert "a list of 2" in refused(changed(programme, trl=[3]), Programme).message
    assert refused(changed(programme, trl=[3, "7"]), Programme).path == "$.trl[1]"


def test_another_class() -> None:
    """Data of another class is refused, with its type or without."""
    text = to_json(Actor(id="actor:vito", name="VITO"))
    assert refused(text, Programme).path == "$.type"
    assert refused('{"id": "a", "name": "b", "pillars": []}', Actor).path == "$.pillars"
    assert refused("[]", Actor).message == "needs an object (Actor), not a list ([])"
    assert refused('"text"', Actor).path == "$"


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 0, "1", True, None, 1.0])
def test_other_versions(version: Any) -> None:
    """A newer schema version is refused with advice, and so is what is no version."""
    error = refused(changed(Corpus(), schema_version=version), Corpus)
    assert error.path == "$.schema_version"
    if version == 2:
        assert "pip install --upgrade flanders-care" in error.message


def test_type_and_version_may_be_left_out() -> None:
    """JSON written by hand needs no envelope, and fields with a default may be left out."""
    assert from_json('{"id": "a", "name": "b"}', Actor) == Actor(id="a", name="b")


@pytest.mark.parametrize("obj", [7, "text", None, {"id": 1}, [7], object()])
def test_only_records_are_written(obj: object) -> None:
    """What is no record is refused, not guessed."""
    with pytest.raises(ExchangeError, match="needs a record"):
        to_json(obj)


class Colour(enum.StrEnum):
    """An enum of a dependant."""

    RED = "red"


class Spot(NamedTuple):
    """A small value of a dependant."""

    start: int
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Everything:
    """A class of a dependant, with every kind of field that is understood."""

    words: list[str] = attrs.field(factory=list)
    scores: Mapping[str, float] = attrs.field(factory=dict)
    either: int | str | None = None
    record: Actor | Decision | None = None
    mode: Literal["fast", 2] = "fast"
    pair: tuple[int, str] = (1, "a")
    colours: tuple[Colour, ...] = ()
    parts: tuple[Actor | Decision, ...] = ()
    flag: bool = False
    text_or_record: Actor | str = ""
    spots: tuple[Spot, ...] = ()


EVERYTHING = Everything(
    words=["a"],
    scores={"x": 0.1, "y": 1.0},
    either="text",
    record=DECISION,
    mode=2,
    pair=(3, "c"),
    colours=(Colour.RED,),
    parts=(Actor(id="a", name="a"), DECISION),
    flag=True,
    text_or_record=Actor(id="a", name="a"),
    spots=(Spot(3, ("a", "b")),),
)


@pytest.mark.parametrize("value", [Everything(), EVERYTHING, Everything(either=3)])
def test_classes_of_dependants(value: Everything) -> None:
    """Any attrs class with typed fields goes both ways without code of its own."""
    assert from_json(to_json(value), Everything) == value


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"scores": {"x": "0.1"}}, "$.scores['x']"),
        ({"scores": {"x": 10**400}}, "$.scores['x']"),
        ({"scores": []}, "$.scores"),
        ({"either": 1.5}, "$.either"),
        ({"record": {"id": "a"}}, "$.record"),
        ({"record": {"type": "Programme", "id": "a"}}, "$.record"),
        ({"record": {"type": "Actor", "id": 3, "name": "x"}}, "$.record.id"),
        ({"mode": "slow"}, "$.mode"),
        ({"mode": True}, "$.mode"),
        ({"pair": [1, 2]}, "$.pair[1]"),
        ({"colours": ["green"]}, "$.colours[0]"),
        ({"parts": [{"type": "Actor"}]}, "$.parts[0].id"),
        ({"text_or_record": 3}, "$.text_or_record"),
        ({"spots": [{"words": []}]}, "$.spots[0].start"),
        ({"spots": [[3]]}, "$.spots[0]"),
        ({"spots": [{"start": 3, "words": ["a", 7]}]}, "$.spots[0].words[1]"),
    ],
)
def test_classes_of_dependants_refuse(fields: dict[str, Any], path: str) -> None:
    """And what does not fit is refused there just as well."""
    assert refused(changed(EVERYTHING, **fields), Everything).path == path


def test_overflow_is_no_score() -> None:
    """`1e999` is a number in JSON and infinity in Python: it is refused."""
    text = to_json(Everything(scores={"x": 0.5})).replace("0.5", "1e999")
    assert refused(text, Everything).path == "$.scores['x']"


def test_infinity_is_not_written() -> None:
    """A score that is infinite cannot be written."""
    with pytest.raises(ExchangeError, match="holds what JSON cannot"):
        to_json(Everything(scores={"x": float("inf")}))


@attrs.frozen
class Odd:
    """A class whose keys JSON cannot hold."""

    by_number: dict[int, str] = attrs.field(factory=dict)


def test_fields_that_json_cannot_hold() -> None:
    """A mapping whose keys are no texts is refused by name."""
    assert "only texts can be keys" in refused("{}", Odd).message


def test_types_that_cannot_be_looked_up() -> None:
    """A class whose field names a type that its module does not know is refused by name, both ways."""
    part = attrs.field(type="Nowhere")  # type: ignore[call-overload]
    unknown = attrs.make_class("Unknown", {"part": part}, frozen=True)
    assert "Unknown: the type of a field cannot be looked up" in refused("{}", unknown).message
    with pytest.raises(ExchangeError, match="cannot be looked up"):
        to_json(unknown(part=1))
