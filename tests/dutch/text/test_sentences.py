"""Sentences: abbreviations, numbers, footnotes, lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.sentences import split_sentences

WORDS = st.sampled_from(
    [
        "We",
        "de",
        "o.a.",
        "bv.",
        "i.s.m.",
        "2020.",
        "nr.",
        "12",
        "2.000",
        "euro",
        "VLAIO",
        "enz.",
        "Het",
        "vernieuwt.",
        "(zie 3)",
        "“We",
        "gaan”",
        "hemofilie",
        "B.",
        "•",
        "-",
        "\n",
        "\n\n",
        "1.",
        ":",
        ";",
        "https://a.be",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)


def sentences(text: str) -> list[str]:
    """Return the texts of the sentences."""
    return [text[start:end] for start, end in split_sentences(text)]


@given(TEXTS)
def test_spans_are_trimmed_ordered_and_cover_the_text(text: str) -> None:
    """Law: the spans are trimmed, not empty, in order, do not overlap, and leave out nothing but blanks."""
    position = 0
    for start, end in split_sentences(text):
        assert start < end
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "We maken hierbij o.a. gebruik van het Programma Innovatieve Overheidsopdrachten.",
        "Dat gebeurt i.s.m. Actiris en t.a.v. Brussel.",
        "Zie art. 12 en nr. 4 van dd. 23 maart 2020.",
        "Dit gaat om max. 475.000 euro per jaar.",
        "Door minister J. Janssens en prof. dr. Peeters.",
        "J. Janssens en Jan P. Peeters tekenden dat.",
        "Een groep (bv. School in Zicht, eigen inwoners…) kan mee.",
        "Het groeit met 26,7% tegenover 5.400 in 2015.",
        "Alle info op https://www.vlaio.be/nl/vlaio-netwerk en elders.",
        "Het kost 2 mln. euro, enz. voor de zorg.",
        "Het renovatieproject A.D.V.N. (Archief en Documentatiecentrum) krijgt steun.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Abbreviations, numbers, initials and links hold no end of a sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("De termijn loopt tot 2050. We werken samen.", "De termijn loopt tot 2050."),
        ("Maskers, spuiten, etc. In dit ecosysteem is plaats.", "Maskers, spuiten, etc."),
        ("Zoals kanker, MS of hemofilie B. Hoewel onderzoek loopt.", "Zoals kanker, MS of hemofilie B."),
        ("“De zorg is beter.” De minister voorziet dat.", "“De zorg is beter.”"),
        ("Betaalbaar te houden.2 In 2013 werd dat gepubliceerd.", "Betaalbaar te houden.2"),
        ("Dat verwees naar 1+MEGA.6 Na aandringen kon het.", "Dat verwees naar 1+MEGA.6"),
        ("Een stijging tegenover 2015.15 Figuur 4 toont dat.", "Een stijging tegenover 2015.15"),
        ("Hoe zal dit worden gerealiseerd? Hoe zijn we anders?", "Hoe zal dit worden gerealiseerd?"),
        ("Verder zijn er Complix, Remynd,… Deze bedrijven groeien.", "Verder zijn er Complix, Remynd,…"),
        ("We doen wat nodig is. imec werkt mee.", "We doen wat nodig is."),
        ("Zo is het afgesproken. J. Janssens tekende.", "Zo is het afgesproken."),
        ("Het kost 2 mln. De rest volgt.", "Het kost 2 mln."),
    ],
)
def test_a_sentence_ends(text: str, first: str) -> None:
    """Years, closing abbreviations, quotes and footnote marks may end a sentence."""
    assert sentences(text)[0] == first
    assert len(sentences(text)) == 2


def test_a_list_that_lost_its_layout_is_taken_apart() -> None:
    """Agreement 8.2: '... per vervoersmodus: Alles m.b.t. vervoer ...; Alles m.b.t. transportinfrastructuur'."""
    text = (
        "We onderzoeken of de taken geclusterd kunnen worden per vervoersmodus: Alles m.b.t. vervoer over water in één "
        "hand; Alles m.b.t. transport over de weg in één hand; De Wegeninspectie brengen we samen."
    )
    assert [sentence.split(" ")[0] for sentence in sentences(text)] == ["We", "Alles", "Alles", "De"]


def test_a_label_before_a_colon_is_no_sentence() -> None:
    """'Werf 5: Flanders’ Care' is a title, not two sentences."""
    assert sentences("Werf 5: Flanders’ Care") == ["Werf 5: Flanders’ Care"]


def test_a_list_number_ends_nothing() -> None:
    """A number at the start of an item belongs to it."""
    assert sentences("1. De speerpuntcluster zet in op ICT.") == ["1. De speerpuntcluster zet in op ICT."]
    assert sentences("2.2.1. We voeren een beleid.") == ["2.2.1. We voeren een beleid."]


def test_sentences_of_the_labels(gold_folder: Path, corpus_folder: Path) -> None:
    """At least 95 in 100 of the 975 labelled sentences of 53 sections have the same start and end."""
    same = total = 0
    for path in sorted((gold_folder / "alignment").glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        text = (corpus_folder / "agreement" / labels["section"]).read_text(encoding="utf-8").rstrip("\n")
        found = set(split_sentences(text))
        total += len(labels["sentences"])
        same += sum((sentence["start"], sentence["end"]) in found for sentence in labels["sentences"])
    assert same / total >= 0.95
