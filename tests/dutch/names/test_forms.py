"""Capitalised words: candidates for a name and what stands around them."""

from __future__ import annotations

import pytest

from flanders_care.dutch.names.forms import NameText, is_acronym, is_name, is_ordinary


def names(text: str) -> list[str]:
    """Return the candidates of a text."""
    return [candidate.name for candidate in NameText(text).candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We werken met Confo Therapeutics samen", ["Confo Therapeutics"]),
        ("Het Human Brain \nProject loopt", ["Human Brain Project"]),
        ("de Testing and Experimentation Facility for Health", ["Testing and Experimentation Facility for Health"]),
        ("At.las biedt aan", ["At.las"]),
        ("het 1+MEGA project", ["1+MEGA"]),
        ("Bedrijfssteun\nIn 2019 gaf VLAIO", ["Bedrijfssteun", "VLAIO"]),
        ("deel  Ontwerpbesluit A  Ontwerp B", ["Ontwerpbesluit A", "Ontwerp B"]),
        ("niets hier", []),
    ],
)
def test_candidates(text: str, expected: list[str]) -> None:
    """Words in capitals in a row make one candidate, without the words that only open a sentence."""
    assert names(text) == expected


def test_a_candidate_can_be_cut() -> None:
    """A part of a candidate has offsets of its own."""
    text = NameText("van Vlaams Minister Hilde Crevits")
    (candidate,) = text.candidates
    part = candidate.part(2)
    assert (part.name, part.first, part.last) == ("Hilde Crevits", "Hilde", "Crevits")
    assert text.text[part.start : part.end] == "Hilde Crevits"


def test_what_stands_around() -> None:
    """The word before, the word behind, and marks where they stand there."""
    text = NameText("bedrijven zoals Barco (Agfa) doen mee")
    barco = text.candidates[0]
    assert text.before(barco.start) == "zoals"
    assert text.after(barco.end) == ""
    assert text.before(text.candidates[1].start) == "("
    assert text.before(0) == ""


def test_a_sentence_opens_at_its_start() -> None:
    """Behind a full stop, a line end or nothing."""
    text = NameText("Anicells werkt. Barco ook")
    assert text.opens_sentence(0)
    assert text.opens_sentence(text.text.index("Barco"))
    assert not text.opens_sentence(text.text.index("werkt"))


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("het Agentschap Innoveren en Ondernemen (AIO)", "AIO", "Agentschap Innoveren en Ondernemen"),
        ("Advanced Therapy Medicinal Products (ATMPs)", "ATMPs", "Advanced Therapy Medicinal Products"),
        ("de “Fundamenteel Klinische Mandaten (FKM)", "FKM", "Fundamenteel Klinische Mandaten"),
    ],
)
def test_an_abbreviation_is_expanded(text: str, short: str, full: str) -> None:
    """The initials before the bracket spell it."""
    bracket = text.index(f"({short}")
    start = NameText(text).expand(bracket, short)
    assert start is not None
    assert text[start:bracket].strip() == full


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("het is klaar. Dat (EWI)", "EWI"),
        ("heel andere woorden dan deze hier (QXZ)", "QXZ"),
        ("te kort (ABCDE)", "ABCDE"),
    ],
)
def test_an_abbreviation_without_full_name(text: str, short: str) -> None:
    """The end of a sentence, or words with other initials, stop the search."""
    assert NameText(text).expand(text.index("("), short) is None


def test_a_dutch_name_goes_on() -> None:
    """'Natuur' goes on 'en Bos', not over a word that opens a sentence."""
    text = NameText("Agentschap voor Natuur en Bos en De rest")
    end = text.extend(text.text.index(" en Bos"))
    assert text.text[:end] == "Agentschap voor Natuur en Bos"
    assert text.extend(4) == 4
    assert NameText("Raad voor A en B en C en D en E").extend(11) == len("Raad voor A en B en C en D")


def test_words_are_told_apart() -> None:
    """Names, ordinary words and abbreviations."""
    assert is_name("Biomaric")
    assert not is_name("Vlaanderen")
    assert not is_name("X")
    assert is_ordinary("Warmtenetten")
    assert is_ordinary("Beleid")
    assert not is_ordinary("Anicells")
    assert is_acronym("RegMed")
    assert not is_acronym("Barco")
