"""Passages: title, sentences and what wide gaps set apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.passages import cut_passages, long_enough

from .samples import PREMIUM


def _passages(text: str) -> list[str]:
    found = cut_passages([text])
    words = [found.pieces.distinct[number] for number in found.pieces.numbers]
    return [" ".join(words[start:end]) for start, end in zip(found.ends, found.ends[1:], strict=False)]


def test_a_decision_is_cut_at_gaps_and_sentence_ends() -> None:
    """An empty line, two blanks, and a full stop before a capital end a passage; an abbreviation does not."""
    assert _passages(f"{PREMIUM.title}\n\n{PREMIUM.text}") == [
        "Premie voor zonnepanelen",
        "De Vlaamse Regering geeft gezinnen een premie voor zonnepanelen.",
        "De premie loopt tot 2024.",
    ]
    assert _passages("Zie art. 12 en nr. 4. Het o.a. Vlaamse plan! Klaar?") == [
        "Zie art. 12 en nr. 4. Het o.a. Vlaamse plan!",
        "Klaar?",
    ]


@given(st.lists(st.text(alphabet="ab. \n!?A", max_size=30), max_size=5))
def test_every_piece_stands_in_one_passage(texts: list[str]) -> None:
    """The passages of texts hold all their pieces, in order, each in the text that it stands in."""
    found = cut_passages(texts)
    assert found.ends[0] == 0
    assert found.ends[-1] == len(found.pieces.numbers)
    for number, text in enumerate(texts):
        inside = [i for i, owner in enumerate(found.texts) if owner == number]
        words = [
            found.pieces.distinct[p] for i in inside for p in found.pieces.numbers[found.ends[i] : found.ends[i + 1]]
        ]
        assert words == text.split()


def test_short_passages_count_only_where_there_is_nothing_else() -> None:
    """A heading of two words is left out beside a sentence, and kept where it is all there is."""
    found = cut_passages(["Groene daken  De premie loopt tot 2024.", "Groene daken"])
    assert long_enough(found).tolist() == [False, True, True]
