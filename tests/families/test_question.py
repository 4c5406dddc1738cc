"""Written questions: the seed as a person reads it, and questions in other forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flanders_care.families.question import load, read_exchange
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts


@pytest.fixture(scope="module")
def answer(seed: Callable[[str], Document]) -> Loaded:
    """The written question among the seeds, read."""
    return load(seed("002"))


def _read(text: str) -> Loaded:
    return load(Document(id="question", text=text))


def test_promises_of_the_seed(answer: Loaded) -> None:
    """The minister's promises are those of the answers; the questions promise nothing; there is no sum."""
    firm = [c for c in answer.corpus.commitments if c.kind is not None and c.kind.firm]
    assert len(firm) <= 12
    assert not any("?" in c.text for c in answer.corpus.commitments)
    assert answer.corpus.funding_lines == ()


def test_sections_are_answers(answer: Loaded) -> None:
    """A promise stands under the answer that holds it: the governance of the third pillar in answer 2."""
    [steering] = [c for c in answer.corpus.commitments if "operationele governance" in c.text]
    assert steering.section == "Antwoord op vraag 2"


def test_pillars_of_the_seed(answer: Loaded) -> None:
    """`drie complementaire pijlers, i.e. fundamentele kennisopbouw, ... , steunend om ...`."""
    [programme] = [p for p in answer.corpus.programmes if p.pillars]
    assert programme.name == "Impulsprogramma Innovatie in gezondheid en zorg"
    assert [pillar.name for pillar in programme.pillars] == [
        "fundamentele kennisopbouw",
        "bedrijfsgericht onderzoek",
        "implementatie van nieuwe toepassingen in de zorg",
    ]


def test_governance_of_the_seed(answer: Loaded) -> None:
    """The `stuurgroep van Flanders’ Care, bestaande uit ... EWI, WVG en FIT` steers the third pillar."""
    roles = {p.id: {(i.actor_id, i.role.value) for i in p.involvements} for p in answer.corpus.programmes}
    steering = roles["programme:impulsprogramma-innovatie-in-gezondheid-en-zorg"]
    assert {
        ("actor:departement-economie-wetenschap-en-innovatie", "governance"),
        ("actor:departement-welzijn-volksgezondheid-en-gezin", "governance"),
        ("actor:flanders-investment-&-trade", "governance"),
    } <= steering


def test_cluster_is_part_of_the_programme(answer: Loaded) -> None:
    """`Deze speerpuntcluster is ingebed in een ruimer impulsprogramma`."""
    parents = {programme.id: programme.parent_id for programme in answer.corpus.programmes}
    assert parents["programme:flanders-healthtech"] == "programme:impulsprogramma-innovatie-in-gezondheid-en-zorg"


FORM = """SCHRIFTELIJKE VRAAG

nr. 45
van ELS JANSSENS
datum: 12 oktober 2022

aan HILDE CREVITS
VLAAMS MINISTER VAN ECONOMIE, INNOVATIE, WERK, SOCIALE ECONOMIE EN LANDBOUW

Baekeland-mandaten - Stand van zaken

De Baekeland-mandaten laten doctoraten in bedrijven toe.

1. Hoeveel mandaten werden toegekend?

2. Wordt het budget verhoogd?

3. Wanneer volgt de evaluatie?

ANTWOORD

op vraag nr. 45 van 12 oktober 2022
van ELS JANSSENS

1. In 2021 werden 42 mandaten toegekend.

2. We voorzien in 2023 een budget van 11 miljoen euro voor de Baekeland-mandaten.
Dat budget zal worden verdeeld door VLAIO.
"""


def test_form_of_the_parliament() -> None:
    """The head of the parliament's form gives title, date and minister; question 3 has no answer."""
    loaded = _read(FORM)
    document = loaded.corpus.documents[0]
    assert (document.title, document.date) == ("Baekeland-mandaten - Stand van zaken", "2022-10-12")
    assert [(c.section, c.text.split()[0]) for c in loaded.corpus.commitments] == [
        ("Antwoord op vraag 2", "We"),
        ("Antwoord op vraag 2", "Dat"),
    ]
    assert loaded.corpus.commitments[0].actor_ids == ("actor:hilde-crevits",)
    assert loaded.corpus.commitments[1].actor_ids == ("actor:agentschap-innoveren-en-ondernemen",)
    [line] = loaded.corpus.funding_lines
    assert (str(line.amount), line.programme_id) == ("11.000.000 EUR", "programme:baekeland-mandaten")
    [missing] = [d for d in loaded.diagnostics if d.code == "question-without-answer"]
    assert document.text[slice(missing.start, missing.end)] == "Wanneer volgt de evaluatie?"


def test_answer_without_numbers() -> None:
    """A question and an answer of one paragraph each, without numbers."""
    loaded = _read("Fietspaden\n\nKomen er fietspaden bij?\n\nEr zullen tegen 2024 veertig kilometer bijkomen.\n")
    [promise] = loaded.corpus.commitments
    assert (promise.section, str(promise.deadline)) == ("Antwoord", "2024")


def test_answers_between_the_questions() -> None:
    """Where each question is answered at once, all that asks is a question."""
    facts = read_facts(
        Document(id="q", text="1. Wat komt er?\n\n2. Wanneer?\n\n1. Er komt een fonds.\n\n2. In 2023.\n")
    )
    exchange = read_exchange(facts)
    assert [q.number for q in exchange.questions] == ["1", "2"]
    assert [a.number for a in exchange.answers] == ["1", "2"]


def test_question_without_answer_at_all() -> None:
    """Questions alone: no promise, and a diagnostic."""
    loaded = _read("Fietspaden\n\n1. Wat zal de minister doen?\n\n2. Wanneer zal dat gebeuren?\n")
    assert loaded.corpus.commitments == ()
    assert [d.code for d in loaded.diagnostics] == ["no-answer-found"]


def test_text_without_question() -> None:
    """A text that asks nothing is told."""
    assert [d.code for d in _read("Er komt een fonds.\n").diagnostics] == ["no-question-found"]


def test_a_box_without_words_is_no_title() -> None:
    """A text that holds nothing but the mark of a box is read, and has no title."""
    loaded = load(Document(id="leeg", text="Box 1"))
    assert loaded.corpus.documents[0].title is None


@pytest.mark.parametrize(("line", "at"), [("ANTWOORD op vraag nr. 1", "VLAAMS"), ("EN ZIJN ANTWOORD", "Er wordt")])
def test_the_answer_may_begin_within_the_block_of_titles(line: str, at: str) -> None:
    """`ANTWOORD op vraag nr. 1` below the minister's titles begins the answer; the word alone in them does not."""
    text = (
        f"VRAAG\n\n1. Wat komt er?\n\nVLAAMS MINISTER VAN INDUSTRIE {line}\n\n"
        "2. Wanneer komt dat?\n\nEr wordt een fonds opgericht.\n"
    )
    facts = read_facts(Document(id="q", text=text))
    assert read_exchange(facts).answered_from == facts.reading.text.index(at)
