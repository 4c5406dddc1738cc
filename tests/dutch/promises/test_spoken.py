"""Spoken sentences that bind who speaks them, each beside one that nearly does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.promises.spoken import classify_spoken
from flanders_care.model.commitment import CommitmentKind
from flanders_care.period import PartialDate

PAIRS = [
    ("Ik zal het parlement een plan voorleggen.", "Ik zal dat niet doen."),
    ("We zullen de dijken versterken.", "We zullen moeten afwachten hoe hoog het water komt."),
    ("Daarnaast gaan we de gemeenten ondersteunen.", "Ik ga ervan uit dat de gemeenten hun best doen."),
    ("We gaan daarmee aan de slag.", "Ik ga me niet laten opjagen."),
    ("Ik wil de komende jaren op dijken inzetten.", "Ik wil benadrukken dat de dijken oud zijn en kosten maken."),
    ("Dat zijn zaken die we zullen meenemen.", "Ik vraag me af hoe we zullen vooruitgaan en groeien."),
    ("Ik plan voor de zomer een ontwerp.", "Ik plan geen nieuwe dijken."),
    ("Ik werk met de sector een plan uit om de dijken te herstellen.", "Ik werk al jaren samen met de sector."),
    ("We breiden de premie uit naar huurders.", "We breiden de premie vandaag al jaarlijks uit naar huurders."),
    ("Ik onderzoek hoe dat sneller kan.", "Het is goed dat ik onderzoek hoe dat sneller kan."),
    ("De cijfers kunnen we zeker bezorgen.", "We kunnen zien of we de cijfers bezorgen."),
    ("We zijn aan het bekijken hoe dat sneller kan.", "Ze zijn aan het bekijken hoe dat sneller kan."),
    ("Er wordt onderzocht hoe dat sneller kan.", "Dat wordt onderzocht in de hele wereld."),
    ("Daar is het de bedoeling om alles te bundelen.", "Dat is de bedoeling in dat plan."),
    ("Het plan is voorzien voor 2026.", "Het plan is voorzien voor de hele sector."),
    ("Mijn administratie zal de cijfers bezorgen.", "De markt zal de prijzen bepalen."),
    ("Ook zal het departement de gemeenten begeleiden.", "Ook zal het verkeer verder groeien."),
    ("We zullen niet alleen de dijken versterken.", "We zullen geen dijken versterken."),
    ("In mei willen we iets uitwerken.", "Willen we slagen, dan moeten we iets uitwerken."),
]


@pytest.mark.parametrize(("promise", "none"), PAIRS)
def test_just_inside_and_just_outside(promise: str, none: str) -> None:
    """The first sentence of a pair binds, the second does not."""
    assert classify_spoken(promise) is not None
    assert classify_spoken(none) is None


@pytest.mark.parametrize(
    "words",
    [
        "Zullen we de dijken versterken?",
        "Als het kan, zullen we de dijken versterken.",
        "Ik hoop dat we de dijken zullen versterken en dat we gaan bouwen.",
        "De federale regering wil, en we zullen volgen, de taks verlagen.",
        "Volgens het akkoord zullen we de dijken versterken.",
        "We zouden de dijken kunnen versterken, dat zullen we herstellen.",
        "",
    ],
)
def test_what_others_say_ask_or_hope_binds_nobody(words: str) -> None:
    """A question, a condition, a hope and the plan of another government are no promise."""
    assert classify_spoken(words) is None


def test_kind_and_deadline() -> None:
    """`Ik zal` binds firmly; what is the intention is planned; by when is read as elsewhere."""
    firm = classify_spoken("Ik zal tegen 2027 een plan voorleggen.")
    planned = classify_spoken("Het is de bedoeling om dat tegen 2027 te doen.")
    assert firm is not None
    assert planned is not None
    assert (firm.kind, firm.deadline, firm.score) == (CommitmentKind.PROMISE, PartialDate(year=2027), 1.0)
    assert planned.kind is CommitmentKind.PLANNED_ACTION


@given(st.text(alphabet="ik zalwe gnbdoeliutm,.;?“0 ", max_size=200))
def test_any_words_have_an_answer(words: str) -> None:
    """No text raises."""
    assert classify_spoken(words) is None or classify_spoken(words) == classify_spoken(words)
