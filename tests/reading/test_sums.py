"""Sums of prose as funding lines."""

from __future__ import annotations

import pytest

from flanders_care.model.funding import FundingLine, Stage
from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts
from flanders_care.reading.sums import find_lines


def _lines(text: str, *, announced: bool = False) -> tuple[FundingLine, ...]:
    return find_lines(read_facts(Document(id="n", text=text)), announced=announced)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("In 2020 werd 1 miljoen euro toegekend aan VITO.", Stage.AWARDED),
        ("De minister voorziet in 2022 een budget van 3 miljoen euro voor TETRA.", Stage.BUDGETED),
        ("In 2020 werd 2 miljoen euro subsidie uitbetaald aan VITO.", Stage.PAID),
        ("De gevraagde subsidie voor TETRA bedroeg 20,9 miljoen euro.", Stage.REQUESTED),
        ("We investeren 450 miljoen euro in scholen.", Stage.BUDGETED),
    ],
)
def test_stage_follows_the_verb(text: str, stage: Stage) -> None:
    """Prose tells of money at all stages; the verb says which."""
    assert [line.stage for line in _lines(text)] == [stage]


def test_announcements_are_announced() -> None:
    """What a press release provides is announced; what it says was awarded stays awarded."""
    [line] = _lines("De minister maakt een budget van 3 miljoen euro vrij voor TETRA.", announced=True)
    assert line.stage is Stage.ANNOUNCED
    [before] = _lines("In 2020 werd 2 miljoen euro toegekend aan VITO.", announced=True)
    assert before.stage is Stage.AWARDED


@pytest.mark.parametrize(
    "text",
    [
        "De omzet van de sector bedroeg 45,7 miljard euro. Die bereikte een recordhoogte tot 46 miljard euro.",
        "De uitgaven voor onderzoek in de chemie bedroegen in 2019 1,9 miljard euro.",
        "In 2016 bedroegen de totale investeringen van bedrijven EUR 3,4 miljard.",
        "Hiermee werd het voorziene budget met ruim 5 miljoen euro overschreden.",
    ],
)
def test_context_is_no_funding(text: str) -> None:
    """What an economy turns over, invests or spends, and what `Die` points back to, funds nothing."""
    assert _lines(text) == ()


def test_parties_are_actors_of_the_text() -> None:
    """Who pays stands before `budget`, who receives behind `aan`."""
    [line] = _lines("In 2020 ging 4 miljoen euro van het FWO budget als subsidie aan VITO.")
    assert line.payer_ids == ("actor:fonds-voor-wetenschappelijk-onderzoek-vlaanderen",)
    assert line.recipient_ids == ("actor:vlaamse-instelling-voor-technologisch-onderzoek",)


def test_years_stand_near_the_sum() -> None:
    """A year of another paragraph is not the sum's; a range in the sentence is."""
    lines = _lines("In 2016 begon TETRA.\n\nEr werd een subsidie van 3 miljoen euro toegekend aan VITO.\n")
    assert [line.years for line in lines] == [()]
    [ranged] = _lines("Voor 2020-2022 werd een budget van 3 miljoen euro voorzien voor TETRA.")
    assert ranged.years in ((2020, 2021, 2022), (2020, 2022))


def test_programme_of_a_sum() -> None:
    """The nearest programme of the sentence, else of the paragraph; an aside in brackets is not it."""
    [aside] = _lines("Er werd 3 miljoen euro steun toegekend aan VITO (buiten COOCK).")
    assert aside.programme_id is None
    [paragraph] = _lines("TETRA steunt scholen. In 2020 werd 3 miljoen euro steun toegekend aan VITO.")
    assert paragraph.programme_id == "programme:tetra"


def test_same_words_are_the_same_money() -> None:
    """Two paragraphs that tell one sum in the same words; two years or two programmes are two sums."""
    text = (
        "Er werd een totaal steunbedrag van 16,1 miljoen euro toegekend aan vier projecten.\n\n"
        "Uiteindelijk werden vier projecten gesteund voor een totaal steunbedrag van 16,1 miljoen euro.\n"
    )
    first, second = _lines(text)
    assert second.same_as == first.id
    other = "In 2019 werd 3 miljoen euro toegekend aan TETRA.\n\nIn 2020 werd 3 miljoen euro toegekend aan COOCK.\n"
    assert [line.same_as for line in _lines(other)] == [None, None]


def test_subject_is_what_stands_behind() -> None:
    """`voor projectfinanciering` right behind the sum is the subject, else the sentence."""
    [line] = _lines("De minister voorziet een budget van 3 miljoen euro voor projectfinanciering en 12 scholen.")
    assert line.subject == "voor projectfinanciering"
