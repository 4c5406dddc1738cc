"""Policy notes: the seed as a person reads it, and notes of other ministers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from flanders_care.families.note import load
from flanders_care.model.funding import Stage
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme
from flanders_care.provenance import Document


@pytest.fixture(scope="module")
def note(seed: Callable[[str], Document]) -> Loaded:
    """The policy note among the seeds, read."""
    return load(seed("004"))


def _programme(loaded: Loaded, name: str) -> Programme:
    [found] = [p for p in loaded.corpus.programmes if p.name == name]
    return found


def test_context_promises_little(note: Loaded) -> None:
    """Chapters 1 to 6 give context: only what a named body or programme wants or will do is kept."""
    context = [c for c in note.corpus.commitments if (c.section or "")[0] in "S123456"]
    assert len(context) <= 15
    assert not any("Prognoses" in c.text or "consensus" in c.text for c in context)


def test_tree_of_actions(note: Loaded) -> None:
    """Six actions under the agenda of chapter 7, three sub-actions under action 5."""
    [agenda] = [p for p in note.corpus.programmes if p.name.startswith("Versterkte beleidsagenda O&I")]
    assert [(pillar.order, pillar.name) for pillar in agenda.pillars] == [
        (1, "Impulsprogramma Innovatie in gezondheid en zorg"),
        (2, "Genomics Flanders"),
        (3, "Onderzoeksinfrastructuren"),
        (4, "Flanders Cell en Gene Hub"),
        (5, "Flanders' Care 4.0"),
        (6, "Health House"),
    ]
    five = _programme(note, "Flanders' Care 4.0")
    assert five.parent_id == agenda.id
    children = {p.name for p in note.corpus.programmes if p.parent_id == five.id}
    assert children == {
        "Digitalisering in zorg en welzijn",
        "Slimme samenwerkings- en businessmodellen zorg-industrie",
        "De relatie met het impulsprogramma innovatie in gezondheid en zorg",
    }


def test_pillars_of_three_programmes(note: Loaded) -> None:
    """The third pillar of the Impulsprogramma is not that of S3P4PM, nor the third line of Flanders' Care."""
    third = {p.name: p.pillars[2].name for p in note.corpus.programmes if len(p.pillars) > 2}
    assert third["Impulsprogramma Innovatie in gezondheid en zorg"] == (
        "vraaggedreven implementatie van nieuwe toepassingen in de zorg"
    )
    assert third["Smart Specialisation Partnership"].startswith("bijdragen aan de ontwikkeling van preventieve")
    assert third["Flanders' Care"] == "Communicatie"
    assert len(_programme(note, "Smart Specialisation Partnership").pillars) == 4


def test_levels_and_targets(note: Loaded) -> None:
    """`(TRL3-6)`, `(TRL7-9)`, `wil ... Vlaanderen tegen 2025 top of class in Europa`."""
    assert _programme(note, "Impulsprogramma Innovatie in gezondheid en zorg").trl == (3, 6)
    assert _programme(note, "Flanders' Care").trl == (7, 9)
    assert str(_programme(note, "Flanders' Care 4.0").target) == "2025"


def test_old_network_is_not_the_new_cluster(note: Loaded) -> None:
    """`flanders.health`, the network of 2018, and the `speerpuntcluster HealthTech` are two."""
    old, new = _programme(note, "Flanders.health"), _programme(note, "Flanders.HealthTech")
    assert old.id != new.id
    assert {s.start for s in old.sources}.isdisjoint({s.start for s in new.sources})
    assert new.parent_id == "programme:impulsprogramma-innovatie-in-gezondheid-en-zorg"


def test_roles_of_the_seed(note: Loaded) -> None:
    """`De KU Leuven en VIB zijn de trekkers`; the network grew out of three sector networks."""
    regmed = {(i.actor_id, i.role.value) for i in _programme(note, "RegMed XB").involvements}
    assert {("actor:ku-leuven", "lead"), ("actor:vlaams-instituut-voor-biotechnologie", "lead")} <= regmed
    network = {i.actor_id for i in _programme(note, "Flanders.health").involvements}
    assert {"actor:flanders-bio", "actor:medtech-flanders", "actor:dsp-valley"} <= network


@pytest.mark.parametrize(
    ("quote", "value", "stage", "programme"),
    [
        ("4,8 miljoen euro", "4800000", Stage.BUDGETED, "programme:fundamenteel-klinische-mandaten"),
        ("173,3 miljoen euro", "173300000", Stage.PAID, "programme:horizon-2020"),
        ("circa 220 miljoen euro", "220000000", Stage.AWARDED, "programme:innovatiesteun"),
        ("8,3 miljoen euro", "8300000", Stage.AWARDED, "programme:tetra"),
        ("circa 20,9 miljoen euro", "20900000", Stage.REQUESTED, "programme:coock"),
        ("640.000 euro", "640000", Stage.AWARDED, "programme:active-and-assisted-living-programme"),
        ("4,76", "4760000", Stage.AWARDED, "programme:gti-limburg"),
        ("1 miljoen euro", "1000000", Stage.AWARDED, "programme:orbit"),
        ("3 miljoen Euro", "3000000", Stage.BUDGETED, "programme:regmed-xb"),
    ],
)
def test_sums_of_the_seed(note: Loaded, quote: str, value: str, stage: Stage, programme: str) -> None:
    """Each sum has its value, its stage by the verb, and the programme that it funds."""
    [line] = [x for x in note.corpus.funding_lines if x.sources[0].quote == quote]
    assert (line.amount.value, line.stage, line.programme_id) == (Decimal(value), stage, programme)


def test_context_sums_are_no_funding(note: Loaded) -> None:
    """Turnover, private investments, spending of the sector, an overrun: `45,7 miljard`, `EUR 3,4 miljard`, ..."""
    quotes = {line.sources[0].quote for line in note.corpus.funding_lines}
    assert quotes.isdisjoint(
        {"45,7 miljard euro", "EUR 3,4 miljard", "EUR 2,926 miljard", "1,9 miljard euro", "ruim 5 miljoen euro"}
    )


def test_same_money_in_two_chapters(note: Loaded) -> None:
    """The call of 2019 stands in 3.3.3 and again in 4.2: `16,1 miljoen euro`, `42 miljoen euro`."""
    lines = {line.id: line for line in note.corpus.funding_lines}
    again = {line.amount.value: lines[line.same_as].amount.value for line in lines.values() if line.same_as}
    assert again == {Decimal(16_100_000): Decimal(16_100_000), Decimal(42_000_000): Decimal(42_000_000)}


def test_parts_of_sums(note: Loaded) -> None:
    """`max. 1.000.000 euro, waarvan 200.000 euro ... en 800.000 euro`; what is awarded is no part of what was asked."""
    lines = {line.id: line for line in note.corpus.funding_lines}
    parts = {line.amount.value: lines[line.part_of].amount.value for line in lines.values() if line.part_of}
    assert parts[Decimal(200_000)] == parts[Decimal(800_000)] == Decimal(1_000_000)
    assert Decimal(8_300_000) not in parts


def test_figures_of_the_seed(note: Loaded) -> None:
    """More than a hundred figures; footnote marks, captions, versions and page numbers are none."""
    values = {f"{i.value} {i.unit}" for i in note.corpus.indicators}
    assert len(note.corpus.indicators) >= 100
    assert {"12476 arbeidsplaatsen", "5400 onderzoekers", "22.8 %", "20000 individuen", "100000 m2"} <= values
    assert not {"18 van", "26 pagina", "2020 deelname"} & values


HOUSING = """BELEIDSNOTA WONEN 2019-2024

Inhoud

I. Omgevingsanalyse

In 2018 stonden 153.910 kandidaten op de wachtlijst voor een sociale woning.1 De vraag zal verder stijgen.

II. Strategische en operationele doelstellingen

SD 1 Meer betaalbare woningen

OD 1.1 De sociale huur uitbreiden

We investeren tegen 2024 450 miljoen euro in nieuwe sociale woningen. De Vlaamse Regering zal daarvoor samenwerken met
de Vlaamse Maatschappij voor Sociaal Wonen.

OD 1.2 Renovatie versnellen

- Oprichten van een rollend fonds
- Invoeren van een renovatiepas in 2022

SD 2 Een performant beleid

OD 2.1 Monitoren

Er komt een woonmonitor.

1 Jaarverslag 2018 van de sector
"""


def test_note_of_another_minister() -> None:
    """A note on housing with strategic and operational objectives: tree, promises, deadline, sum, footnote."""
    loaded = load(Document(id="housing", text=HOUSING))
    corpus = loaded.corpus
    assert corpus.documents[0].title == "BELEIDSNOTA WONEN 2019-2024"
    actions = {p.name: p for p in corpus.programmes if p.kind == "action"}
    assert actions["De sociale huur uitbreiden"].parent_id == actions["Meer betaalbare woningen"].id
    assert [pillar.name for pillar in actions["Meer betaalbare woningen"].pillars] == [
        "De sociale huur uitbreiden",
        "Renovatie versnellen",
    ]
    promises = {c.text.split(".")[0]: c for c in corpus.commitments}
    assert str(promises["We investeren tegen 2024 450 miljoen euro in nieuwe sociale woningen"].deadline) == "2024"
    assert "Oprichten van een rollend fonds" in promises
    assert not any("wachtlijst" in words or "vraag" in words for words in promises)
    assert [str(line.amount) for line in corpus.funding_lines] == ["450.000.000 EUR"]
    assert "153910 kandidaten" in {f"{i.value} {i.unit}" for i in corpus.indicators}
    assert not any(i.value == 1 for i in corpus.indicators)


SPORT = """1 Samenvatting

Sport Vlaanderen stelt vast dat 40% van de jongeren te weinig beweegt. Dat aandeel zal zonder beleid stijgen.

2 Prioriteiten

Het Sportfonds zal in 2021 12 lokale besturen steunen met 600.000 euro.

Box 1 Wat wil de sector?

De sector wil meer zwembaden bouwen.

Tabel 1 Budgetten per jaar

3 Uitvoering

We voorzien een evaluatie in 2023.
"""


def test_note_without_labelled_actions() -> None:
    """Where no heading is called action, every chapter but the context promises; boxes and captions do not."""
    corpus = load(Document(id="sport", text=SPORT)).corpus
    assert [c.text.split()[0] for c in corpus.commitments] == ["Het", "We"]
    assert [str(c.deadline) for c in corpus.commitments] == ["2021", "2023"]


def test_note_without_headings() -> None:
    """A note whose headings are lost is read as one chapter, and that is told."""
    loaded = load(Document(id="n", text="We voorzien in 2022 een fonds van 3 miljoen euro voor TETRA.\n"))
    assert [d.code for d in loaded.diagnostics] == ["no-chapters-found"]
    assert len(loaded.corpus.commitments) == 1
