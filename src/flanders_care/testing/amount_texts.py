"""Dutch texts with the sums that stand in them: the whole grammar of amounts, from the figure outwards."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs
from hypothesis import strategies as st

from flanders_care.model.funding import Recurrence
from flanders_care.money import Amount, Qualifier
from flanders_care.testing.text import words


@attrs.frozen(kw_only=True)
class Written:
    """A sum as it is written.

    Attributes:
        words: The words, such as `"ruim 12,5 miljoen euro per jaar"`.
        amount: What they mean.
        recurrence: `per_year` where the words say so; otherwise `None`, which asks for nothing.
    """

    words: str
    amount: Amount
    recurrence: Recurrence | None = None


@attrs.frozen(kw_only=True)
class AmountText:
    """A text whose sums are known.

    Attributes:
        text: Dutch sentences.
        sums: The sums in it, in text order; the text holds no other.
    """

    text: str
    sums: tuple[Written, ...]


_FRAMES: Final = (
    "De Vlaamse Regering kent {sum} subsidie toe voor {subject}.",
    "Er wordt {sum} voorzien voor {subject}.",
    "Voor {subject} trekt de Vlaamse Regering {sum} uit.",
    "Met een budget van {sum} ondersteunen we {subject}.",
    "De minister reserveert {sum}.",
)
_BESIDE: Final = (
    "In 2021 namen 1.250 scholen deel.",
    "Dat is 12,5% meer dan in 2019.",
    "Dat bepaalt artikel 5.2.1, §3 van het decreet van 14 juli 1998.",
    "De oppervlakte bedraagt 2.500 m2.",
    "Er zijn 40 partners.",
)
_WORDS: Final = {
    Qualifier.APPROX: ("ongeveer", "circa", "ca.", "zo'n"),
    Qualifier.AT_MOST: ("maximaal", "hoogstens", "ten hoogste"),
    Qualifier.AT_LEAST: ("minstens", "minimaal", "ten minste"),
    Qualifier.LESS_THAN: ("minder dan",),
    Qualifier.MORE_THAN: ("meer dan", "ruim"),
    Qualifier.NEARLY: ("bijna", "nagenoeg"),
}
_SCALES: Final = {"miljoen": 6, "mio": 6, "mln.": 6, "mln": 6, "miljard": 9, "duizend": 3}
_NUMBER_WORDS: Final = {
    "anderhalf miljoen": "1500000",
    "een half miljoen": "500000",
    "twee miljoen": "2000000",
    "vijf miljoen": "5000000",
    "twaalf miljoen": "12000000",
    "een miljard": "1000000000",
}


def _with_unit(figure: str) -> st.SearchStrategy[str]:
    behind = [f"{figure} euro", f"{figure} EUR", f"{figure}\neuro", f"{figure}\xa0euro"]
    return st.sampled_from([*behind, f"€ {figure}", f"€{figure}", f"EUR {figure}"])


@st.composite
def _plain_figures(draw: st.DrawFn) -> tuple[str, Decimal]:
    """`475.000 euro`, `€ 475 000,50`."""
    number = draw(st.integers(1, 999).map(lambda n: n * 1000) | st.integers(1, 99_999_999))
    cents = draw(st.sampled_from(["", "", f"{draw(st.integers(0, 99)):02}"]))
    figure = f"{number:,}".replace(",", draw(st.sampled_from([".", ".", " ", "\xa0"])))
    value = Decimal(f"{number}.{cents}" if cents else number)
    return draw(_with_unit(f"{figure},{cents}" if cents else figure)), value


def _decimal_words(tenths: int, digits: int) -> str:
    whole, rest = divmod(tenths, 10**digits)
    return f"{whole},{rest:0{digits}}" if digits and rest else str(whole)


@st.composite
def _scaled_figures(draw: st.DrawFn) -> tuple[str, Decimal]:
    """`12,5 miljoen euro`, `€ 3 mio`."""
    digits = draw(st.integers(0, 3))
    number = draw(st.integers(1, 999 * 10**digits))
    scale = draw(st.sampled_from(list(_SCALES)))
    figure = f"{_decimal_words(number, digits)} {scale}"
    value = Decimal(number).scaleb(-digits) if number % 10**digits else Decimal(number // 10**digits)
    return draw(_with_unit(figure)), Decimal(int(value.scaleb(_SCALES[scale])))


def _figures() -> st.SearchStrategy[tuple[str, Decimal]]:
    spelled = [(f"{words} euro", Decimal(value)) for words, value in _NUMBER_WORDS.items()]
    return st.one_of(_scaled_figures(), _plain_figures(), st.sampled_from(spelled))


@st.composite
def _ranges(draw: st.DrawFn) -> tuple[str, Amount]:
    """`tussen 2 en 3 miljoen euro`, `200.000 tot 300.000 euro`."""
    low = draw(st.integers(1, 400))
    high = low + draw(st.integers(1, 400))
    scale, places = draw(st.sampled_from([(" miljoen", 6), (".000", 3)]))
    first = f"{low}{scale}" if places == 3 else f"{low}"
    form = draw(st.sampled_from(["tussen {} en {} euro", "{} tot {} euro", "{} à {} euro"]))
    bounds = Decimal(low * 10**places), Decimal(high * 10**places)
    middle = Decimal((low + high) * 10**places) / 2
    middle = middle.to_integral_value() if middle == middle.to_integral_value() else middle
    amount = Amount(value=middle, low=bounds[0], high=bounds[1], qualifier=Qualifier.RANGE)
    return form.format(first, f"{high}{scale}"), amount


@st.composite
def written_amounts(draw: st.DrawFn, *, least: int = 0) -> Written:
    """Draw one sum in Dutch with its meaning: figure, unit, scale, qualifier, range, recurrence.

    Args:
        draw: Given by hypothesis.
        least: The smallest figure, in euro.

    Returns:
        The words and what they mean.
    """
    qualifier = draw(st.sampled_from([Qualifier.EXACT, Qualifier.EXACT, *_WORDS, Qualifier.RANGE]))
    if qualifier is Qualifier.RANGE:
        text, amount = draw(_ranges())
    else:
        text, value = draw(_figures() if least == 0 else _figures().filter(lambda drawn: drawn[1] >= least))
        amount = Amount.of(value, qualifier)
        if qualifier in _WORDS:
            text = f"{draw(st.sampled_from(_WORDS[qualifier]))} {text}"
    form = draw(st.sampled_from(["{}", "{}", "{}", "jaarlijks {}", "{} per jaar"]))
    recurrence = None if form == "{}" else Recurrence.PER_YEAR
    return Written(words=form.format(text), amount=amount, recurrence=recurrence)


@st.composite
def dutch_amount_texts(draw: st.DrawFn, *, max_sums: int = 2) -> AmountText:
    """Draw a Dutch text with its known reading over the whole grammar of amounts.

    Args:
        draw: Given by hypothesis.
        max_sums: Most sums in one text.

    Returns:
        The text and the sums in it; between them stand years, shares, counts and articles of law that are no money.

    Example:
        >>> from hypothesis import find
        >>> drawn = find(dutch_amount_texts(), lambda drawn: "bijna" in drawn.text)
        >>> drawn.sums[0].amount.qualifier.value
        'nearly'
    """
    sums = draw(st.lists(written_amounts(), min_size=1, max_size=max_sums))
    sentences: list[str] = []
    for written in sums:
        sentences += draw(st.lists(st.sampled_from(_BESIDE), max_size=1))
        frame = draw(st.sampled_from(_FRAMES))
        sentences.append(frame.format(sum=written.words, subject=draw(words("subjects"))))
    sentences += draw(st.lists(st.sampled_from(_BESIDE), max_size=1))
    return AmountText(text=" ".join(sentences), sums=tuple(sums))
