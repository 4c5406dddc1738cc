"""Policy notes: the seed as a person reads it, and notes of other ministers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

import pytest

from flanders_care.families.note import load
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.funding import Stage
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme
from flanders_care.provenance import Document

Named: TypeAlias = Sequence[Actor] | Sequence[Programme]
Compare: TypeAlias = Callable[[Iterable[str], Named], list[str]]
Promised: TypeAlias = Callable[[Iterable[str], Sequence[Commitment]], list[str]]

ACTORS = [
    *("Vlaamse Regering", "Vlaamse overheid", "federale overheid", "economisch relancecomité", "VRWI", "VARIO", "EWI"),
    *("FWO", "VLAIO", "EU", "EC", "EIB", "Raad van Europa", "International Consortium for Personalised Medicine"),
    *("European Strategic Forum for Research Infrastructures", "European Anti-Infectious Unit", "Vanguard Initiative"),
    *("Ursula von der Leyen", "Kyriakides", "VIB", "imec", "VITO", "SOCs", "universiteiten", "KU Leuven", "UGent"),
    *("universitaire ziekenhuizen", "genetische centra", "hogescholen", "kennisinstellingen", "sectororganisaties"),
    *("Rode Neuzen", "Rode Kruis Vlaanderen", "Kom op tegen Kanker", "flanders.bio", "Essenscia", "MedTechFlanders"),
    *("DSP Valley", "Flanders’Food", "Zorgnet-ICURO", "Flanders.health", "Flanders’ Care", "Health House"),
    *("speerpuntcluster HealthTech", "Vaccinopolis", "ELIXIR", "RegMed XB", "Genomics England"),
    *("Centre of Excellence in Sustainable Pharmaceutical Engineering and Manufacturing", "JLINX"),
    *("Janssen Pharmaceutica", "Sanofi", "Galapagos", "ArgenX", "Confo Therapeutics", "Complix", "Remynd"),
    *("Biocartis", "Fujirebio", "Antelope", "Biomaric", "AGFA", "Barco", "Cochlear", "Indigo Diabetics", "Televic"),
    *("Byteflies", "Ugentec", "De Clercq en partners", "Biogazelle", "Inovigate", "PWC", "Technopolis", "Anicells"),
    "At.las",
]
PROGRAMMES = [
    *("Vlaanderen in transitie", "VRWI Toekomstverkenningen 2025", "Een Zorgzaam Vlaanderen", "Eranet", "SAPHIRe"),
    *("1-million genomes verklaring", "1+MEGA", "IPCEI", "Smart Health", "Health Data Space", "Digital Days"),
    *("Digital Europe Programme", "Testing and Experimentation Facility for Health", "COVID-19 Data Platform"),
    *("EOSC", "ESFRI", "ELIXIR", "Fundamenteel Klinische Mandaten", "Toegepast Biomedisch Onderzoek", "ERA-netten"),
    *("JPI", "Human Brain Project", "SBO", "FRIS", "Horizon 2020", "Societal Challenge 1 Health and Wellbeing"),
    *("IMI2-JU", "bedrijfssteun", "actieprogramma personalised medicine", "TETRA", "COOCK", "ICON", "Baekeland"),
    *("innovatiemandaten", "AAL", "flanders.health", "innovatief bedrijfsnetwerk", "EFRO", "GTI", "SALK", "West Deal"),
    *("Dynak", "Personalised Foods and Healthy Diets", "NUHCaS", "cluster-SBO", "slimme specialisatie strategie"),
    *("S3P4PM", "Vanguard Initiatief piloot Smart Health", "beleidsplan artificiële intelligentie"),
    *("Beleidsplan Gepersonaliseerde Geneeskunde", "onderzoeksprogramma Artificiële Intelligentie", "RegMed XB"),
    *("ORBIT", "Health House", "Flanders’ Care", "Flanders’ Care 4.0", "Nieuw Industrieel Beleid Zorgeconomie"),
    *("Zorgproeftuinen", "European Innovation Partnership on Active and Healthy Ageing", "Vaccinopolis"),
    *("Platform Innovatieve overheidsopdrachten", "Sociale Impact Obligaties", "speerpuntcluster HealthTech"),
    *("Impulsprogramma Innovatie in gezondheid en zorg", "Genomics Flanders", "Onderzoeksinfrastructuren", "BBMRI"),
    *("EATRIS", "ECRIN", "Flanders Cell en Gene Hub", "Digitalisering in zorg en welzijn"),
    *("Digitaal Transformatie Traject", "Slimme samenwerkings- en businessmodellen zorg-industrie"),
    *("De relatie met het impulsprogramma innovatie in gezondheid en zorg", "moonshots", "versterkte beleidsagenda"),
]
FIRM = [
    "zal een overkoepelende aanpak van onderzoek en innovatie",
    "Een geïntegreerde aanpak zal toelaten",
    "zal ook het ecosysteem voor innovatie verder versterken",
    "zal innovatie stimuleren",
    "zullen overtuigende argumenten leveren",
    "Er wordt ingezet om binnen de tien jaren",
    "De cluster zal zich focussen",
    "zal zich vooral focussen op projecten vroeg in de waardeketen",
    "zullen een aanzienlijke besparing",
    "zal inzetten op gezondheidsdata ook leiden",
    "zullen nieuwe banen gecreëerd worden",
    "Dit project wordt ontwikkeld in samenwerking met",
    "ELIXIR zal een centrale en essentiële rol spelen",
    "Onder 1+MEGA worden ook initiatieven genomen",
    "De gezondheidszorg zal zich ook verder ontwikkelen",
    "ELIXIR zal een groeiende rol spelen",
    "Anicells voorziet een GMP-faciliteit",
    "Met RegMed-XB zet Vlaanderen ook in op",
    "zal bijdragen aan een virtuele cell & gene hub",
    "Dit traject zal bijdragen aan",
    "de structurele samenwerking met het Flanders’ Care netwerk",
    "zal het beleidsdomein EWI innovatieprojecten steunen",
    "VITO ontwikkelt, in het kader van de slimme specialisatie, een persoonlijk dataplatform",
    "Vaccinopolis wil een expertisecentrum opzetten",
    "een intensief ‘User-Centered’ Digitaal Transformatie Traject’ initiëren",
]
SOFT = [
    "zouden we willen inzetten op onderstaande acties",
    "Het portfolio van projectfinancieringsinstrumenten zou moeten toelaten",
    "Het criterium voor selectie zou moeten liggen",
    "zouden SOCs en universiteiten ook meer spin-out activiteiten",
    "bouwend op drie samenhangende complementaire pijlers",
    "Dit project kan als een pilootproject dienen",
    "kan dan een deel van de onderhandelingen zijn",
    "Het zou een toepassingsplatform kunnen worden",
    "deelname aan een aantal belangrijke biomedische infrastructuurinitiatieven is aangewezen",
    "Vaccinopolis kan één van die belangrijke noden vullen",
    "zou hierop kunnen kapitaliseren",
    "kan Vlaanderen twinningprojecten opzetten",
    "moeten ernaar streven om binnen een termijn van 3-5 jaren zelfbedruipend te zijn",
    "Het kan in de toekomst een rol spelen als een objectief referentiecentrum",
    "Een eerste tijdsvenster van drie tot vijf jaar lijkt aangewezen",
]


@pytest.fixture(scope="module")
def note(seed: Callable[[str], Document]) -> Loaded:
    """The policy note among the seeds, read."""
    return load(seed("004"))


def _programme(loaded: Loaded, name: str) -> Programme:
    [found] = [p for p in loaded.corpus.programmes if p.name == name]
    return found


def test_actors_of_the_seed(note: Loaded, missed: Compare, false_ones: Compare) -> None:
    """Nine in ten of the bodies that a person finds are found, and at most one in ten is false."""
    assert len(missed(ACTORS, note.corpus.actors)) <= 0.1 * len(ACTORS)
    assert len(false_ones(ACTORS, note.corpus.actors)) <= 0.1 * len(note.corpus.actors)


def test_programmes_of_the_seed(note: Loaded, missed: Compare, false_ones: Compare) -> None:
    """Of programmes, instruments and actions 85 in a hundred are found, and at most one in ten is false."""
    assert len(missed(PROGRAMMES, note.corpus.programmes)) <= 0.15 * len(PROGRAMMES)
    assert len(false_ones(PROGRAMMES, note.corpus.programmes)) <= 0.1 * len(note.corpus.programmes)


def test_firm_promises_of_the_seed(note: Loaded, unpromised: Promised) -> None:
    """The planned actions of chapters 7 and 8: nine in ten are found, as firm."""
    firm = [c for c in note.corpus.commitments if c.kind is not None and c.kind.firm]
    assert len(unpromised(FIRM, firm)) <= 0.1 * len(FIRM)


def test_soft_promises_of_the_seed(note: Loaded, unpromised: Promised) -> None:
    """Proposals and ambitions of the same chapters: nine in ten are found, as soft."""
    soft = [c for c in note.corpus.commitments if c.kind is not None and not c.kind.firm]
    assert len(unpromised(SOFT, soft)) <= 0.1 * len(SOFT)


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


def test_every_source_quotes_the_text(note: Loaded) -> None:
    """For every source: document.text[start:end] == quote."""
    [document] = note.corpus.documents
    sources = [s for r in note.corpus.records() for s in getattr(r, "sources", ())]
    assert len(sources) > 500
    assert all(document.text[s.start : s.end] == s.quote for s in sources)


def test_sentence_over_a_page_has_two_sources(note: Loaded) -> None:
    """A sentence that the footnotes of a page tear apart points at both halves."""
    halves = [c.sources for c in note.corpus.commitments if len(c.sources) > 1]
    assert all("http" not in source.quote for sources in halves for source in sources)


def test_references_lead_somewhere(note: Loaded) -> None:
    """Every id that a record refers to is of a record in the corpus."""
    ids = {record.id for record in note.corpus.records()}
    for commitment in note.corpus.commitments:
        assert set(commitment.actor_ids) <= ids
        assert commitment.programme_id is None or commitment.programme_id in ids
    for line in note.corpus.funding_lines:
        assert {*line.payer_ids, *line.recipient_ids} <= ids
        assert line.programme_id is None or line.programme_id in ids


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


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.1.1", "Actie 1", "7.1 Actie 1 –\n\n7.2 Actie 2 -\n", "Fig. 1\n", "Box 1\n", "\f\f\f", "•\n" * 99],
)
def test_bad_input_does_not_raise(text: str) -> None:
    """Nothing that a text holds raises."""
    assert load(Document(id="bad", text=text)).corpus.documents[0].text == text
