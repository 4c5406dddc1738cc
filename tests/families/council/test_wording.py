"""What councils say became of an item, and of what sort it is: pairs of words just inside and just outside."""

from __future__ import annotations

import pytest

from flanders_care.families.council.wording import is_outcome, kind_of, outcome_of, stated_outcome
from flanders_care.model.decision import Outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Goedgekeurd", "approved"),
        ("Met eenparigheid van stemmen goedgekeurd", "approved"),
        ("Aangenomen", "approved"),
        ("Niet goedgekeurd", "rejected"),
        ("Verworpen", "rejected"),
        ("Kennisname", "noted"),
        ("Kennis genomen", "noted"),
        ("Verdaagd", "adjourned"),
        ("Uitgesteld naar de volgende zitting", "adjourned"),
        ("Ingetrokken", "withdrawn"),
        ("Behandeld", None),
        ("24 stemmen voor", None),
        ("Goedkeuring", None),
        ("Goedgekeurd of verworpen", None),
        ("", None),
        ("Goedgekeurd " + "x" * 148, "approved"),
        ("Goedgekeurd " + "x" * 149, None),
    ],
)
def test_outcomes(words: str, outcome: str | None) -> None:
    """The words of an outcome state it, and neither a vote nor a title does."""
    assert outcome_of(words) == outcome


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("Goedgekeurd", True),
        ("Unaniem goedgekeurd", True),
        ("Uitslag: goedgekeurd.", True),
        ("Goedgekeurd met 14 stemmen voor, 10 tegen", True),
        ("Goedgekeurde notulen", False),
        ("Kennisname inhoudelijke rapportering", False),
        ("Goedkeuring van de notulen", False),
        ("De notulen zijn goedgekeurd", False),
    ],
)
def test_lines(line: str, states: bool) -> None:
    """A line that states an outcome holds nothing else."""
    assert is_outcome(line) is states


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("De gemeenteraad keurt het reglement unaniem goed.", "approved"),
        ("De fractie vraagt iets. Het vast bureau keurt dit goed.", "approved"),
        ("De raad keurt het voorstel niet goed.", "rejected"),
        ("De gemeenteraad neemt kennis van het verslag.", "noted"),
        ("Dit punt wordt verdaagd.", "adjourned"),
        ("Het agendapunt werd ingetrokken.", "withdrawn"),
        ("Aan de gemeenteraad wordt gevraagd het reglement goed te keuren.", None),
        ("De fractie stelt voor dat de gemeenteraad het goedkeurt.", None),
        ("De gemeenteraad keurde op 11 oktober 2021 de akte goed.", None),
        ("De raad keurt A goed. Dit punt wordt verdaagd.", None),
    ],
)
def test_sentences(text: str, outcome: str | None) -> None:
    """What the council does states an outcome; what it is asked, or did before, states none."""
    assert stated_outcome(text) == outcome


@pytest.mark.parametrize(
    ("title", "text", "outcome", "kind"),
    [
        ("Fietspad. Goedkeuring.", "", None, "decision"),
        ("Jaarrekening 2023. Advies.", "", Outcome.APPROVED, "advice"),
        ("Adviesraad. Oprichting.", "", None, "decision"),
        ("Mededelingen.", "", None, "notice"),
        ("Jaarrekening. Kennisname.", "", Outcome.APPROVED, "notice"),
        ("Rapport.", "", Outcome.NOTED, "notice"),
        ("Mondelinge vragen", "", None, "question"),
        ("Vraagstelling fietsers", "", None, "decision"),
        ("Sneeuw.", "De X-fractie vraagt hoe er gestrooid wordt.", None, "question"),
        ("Sneeuw.", "De X-fractie stelt een aantal vragen.", None, "question"),
        ("Sneeuw.", "De X-fractie vraagt hoe het zit en stelt voor om te strooien.", None, "proposal"),
        ("Sneeuw.", "De X-fractie vraagt, bij hoge nood, om te strooien.", None, "proposal"),
        ("Sneeuw.", "De X-fractie doet een voorstel van beslissing.", None, "motion"),
        ("Motie tegen sneeuw.", "", None, "motion"),
    ],
)
def test_kinds(title: str, text: str, outcome: Outcome | None, kind: str) -> None:
    """The sort of an item stands in its title, or in what its text says that a party does."""
    assert kind_of(title, text, outcome) == kind
