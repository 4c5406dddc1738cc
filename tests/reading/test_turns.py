"""Who speaks in a debate, and from where to where."""

from __future__ import annotations

import pytest

from flanders_care.provenance import Document
from flanders_care.reading.running_text import Reading, read_document
from flanders_care.reading.turns import SPEAKER_LINE, SpeakerRole, find_turns, turn_at

DEBATE = (
    "over dijken\nmaandag 3 maart 2025\n\nAn Peeters (Partij)\nKomt er een dijk?\n\n"
    "Minister Jan Janssens\nJa, die komt er.\n\nDe voorzitter\nDank u.\n"
)


def debate() -> Reading:
    """A debate of three speeches."""
    return read_document(Document(id="d", text=DEBATE))


def test_each_speech_has_who_speaks_it() -> None:
    """A speech lasts from its speaker line to the next one."""
    reading = debate()
    turns = find_turns(reading)
    assert [(turn.speaker, turn.role) for turn in turns] == [
        ("An Peeters", SpeakerRole.MEMBER),
        ("Jan Janssens", SpeakerRole.GOVERNMENT),
        (None, SpeakerRole.CHAIR),
    ]
    assert [reading.text[turn.start : turn.end].strip() for turn in turns] == [
        "Komt er een dijk?",
        "Ja, die komt er.",
        "Dank u.",
    ]


def test_a_place_belongs_to_one_speech() -> None:
    """What stands before the first speaker line, and the lines themselves, belong to nobody."""
    reading = debate()
    turns = find_turns(reading)
    asked = reading.text.index("Komt")
    assert turn_at(turns, asked) == turns[0]
    assert turn_at(turns, 0) is None
    assert turn_at(turns, reading.text.index("Minister")) is None
    assert turn_at((), 0) is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Minister Jan Janssens", "office"),
        ("Minister-president Jan Janssens", "office"),
        ("Vlaams minister An de Vos:", "office"),
        ("Viceminister-president An Peeters", "office"),
        ("Staatssecretaris An Peeters", "office"),
        ("De heer Jan Van den Broek (cd&v)", "member"),
        ("An Peeters (Open Partij)", "member"),
        ("De voorzitter", "chair"),
        ("Voorzitter An Peeters", "chair"),
    ],
)
def test_lines_that_say_who_speaks(line: str, role: str) -> None:
    """An office with a name, a name with a party, and the chair say who speaks."""
    found = SPEAKER_LINE.fullmatch(line)
    assert found is not None
    assert found[role] is not None


@pytest.mark.parametrize(
    "line",
    [
        "Minister Jan Janssens zegt dat het goed is.",
        "Minister van Mobiliteit",
        "An Peeters",
        "An (Partij)",
        "De uitstoot van ammoniak (NH3)",
        "Nieuwe dijken langs de Schelde (2025)",
        "De voorzitter sluit de vergadering",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    """A sentence, an office without a name, a name without a party and a subject with brackets are no speaker lines."""
    assert SPEAKER_LINE.fullmatch(line) is None
