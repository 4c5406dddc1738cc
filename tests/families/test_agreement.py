"""Sections of the coalition agreement: commitments with their places in the raw text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.agreement import load, load_section
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.programme import Programme
from flanders_care.provenance import Document
from flanders_care.testing import laws

# The first words of the section 'Werf 5: Flanders’ Care' of the coalition agreement 2019-2024, as they came from PDF.
SECTION = (
    "1.2.5 Werf 5: Flanders’ Care We bundelen de budgettaire inbreng van de beleidsdomeinen Economie, Wetenschap en "
    "Innovatie, en Welzijn, Volksgezondheid en Gezin voor innovatie in de zorg om een actieplan Flanders’ Care uit te "
    "voeren. De zorg is een sterke sector. Hiertoe evalueren we de werking en doelstellingen van Flanders’ Care tegen "
    "2022, en leggen meer nadruk op de opportu niteiten in de elektroni-sche gegevensdeling. Het departement Zorg zal "
    "dit opvolgen. De evaluatie wordt door VLAIO opgezet in 2021."
)
PIECES = st.sampled_from(
    [
        "1.2",
        "Werf",
        "We",
        "bundelen",
        "vermark-ting.",
        "opportu niteiten",
        "VLAIO",
        "tegen 2025",
        "zal",
        "\n",
        "TETRA",
        "?",
        "De",
        "-",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=120)


def commitments(text: str) -> tuple[Commitment, ...]:
    """Return the commitments of a section."""
    return load(Document(id="section", text=text)).corpus.commitments


def test_promises_are_told_from_context() -> None:
    """'De zorg is een sterke sector' promises nothing; the other four sentences do."""
    assert [commitment.text.split(" ")[0] for commitment in commitments(SECTION)] == ["We", "Hiertoe", "Het", "De"]


def test_the_heading_is_the_section_and_no_part_of_the_promise() -> None:
    """The heading glued to the first sentence becomes the section of every commitment."""
    assert {commitment.section for commitment in commitments(SECTION)} == {"1.2.5 Werf 5: Flanders’ Care"}
    assert commitments(SECTION)[0].text.startswith("We bundelen de budgettaire inbreng")


def test_the_text_is_mended_and_the_quote_is_raw() -> None:
    """The commitment reads 'opportuniteiten', its source quotes 'opportu niteiten' where it stands."""
    commitment = commitments(SECTION)[1]
    (source,) = commitment.sources
    assert "opportuniteiten in de elektronische gegevensdeling" in commitment.text
    assert "opportu niteiten in de elektroni-sche gegevensdeling" in source.quote
    assert SECTION[source.start : source.end] == source.quote


def test_who_and_by_when() -> None:
    """'We' is the Flemish Government; a body acts as subject or behind 'door'; 'tegen 2022' is a deadline."""
    first, second, third, fourth = commitments(SECTION)
    assert first.actor_ids == second.actor_ids == ("actor:vlaamse-regering",)
    assert third.actor_ids == ("actor:departement-zorg",)
    assert fourth.actor_ids == ("actor:agentschap-innoveren-en-ondernemen",)
    assert [c.deadline.iso if c.deadline else None for c in (first, second, third, fourth)] == [
        None,
        "2022",
        None,
        "2021",
    ]
    assert first.programme_id == "programme:actieplan-flanders-care"


def test_names_become_records() -> None:
    """The bodies and programmes named are in the corpus, each once, with the places where they stand."""
    corpus = load(Document(id="section", text=SECTION)).corpus
    assert {actor.id for actor in corpus.actors} >= {
        "actor:vlaamse-regering",
        "actor:departement-zorg",
        "actor:agentschap-innoveren-en-ondernemen",
    }
    assert {programme.id for programme in corpus.programmes} >= {"programme:flanders-care"}
    records: list[Actor | Programme] = [*corpus.actors, *corpus.programmes]
    for record in records:
        assert record.sources
        assert all(SECTION[s.start : s.end] == s.quote for s in record.sources)


def test_a_named_government_is_not_made_twice() -> None:
    """Where the section names the Flemish Government 'we' adds no second record."""
    corpus = load(Document(id="s", text="1 Zorg De Vlaamse Regering zal investeren. We doen dat samen.")).corpus
    assert [actor.id for actor in corpus.actors] == ["actor:vlaamse-regering"]


def test_a_section_without_heading_says_so() -> None:
    """The commitments are read all the same, without a section."""
    loaded = load(Document(id="s", text="We investeren verder in walstroom."))
    assert [diagnostic.code for diagnostic in loaded.diagnostics] == ["no-heading"]
    assert loaded.corpus.commitments[0].section is None


def test_a_section_without_promises_says_so() -> None:
    """Nothing is left out in silence: a section that promises nothing has a diagnostic over its whole length."""
    text = "1.1 Taal Taal is rijk."
    (diagnostic,) = load(Document(id="s", text=text)).diagnostics
    assert (diagnostic.code, diagnostic.start, diagnostic.end) == ("no-commitments", 0, len(text))


@given(TEXTS)
def test_any_text_loads(text: str) -> None:
    """Law: any text loads without an error, every source quotes the raw text, every reference has its record."""
    loaded = load(Document(id="any", text=text))
    laws.quote(loaded)
    laws.references(loaded.corpus)


def test_all_sections_load(corpus_folder: Path) -> None:
    """All 224 sections of the agreement hold commitments and a heading, and every quote is exact."""
    paths = sorted((corpus_folder / "agreement").glob("*.txt"))
    found = 0
    for path in paths:
        text = path.read_text(encoding="utf-8")
        loaded = load(Document(id=path.stem, text=text))
        assert loaded.diagnostics == ()
        laws.quote(loaded)
        found += len(loaded.corpus.commitments)
    assert len(paths) == 224
    assert found > 3000


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Er wordt vanaf 2020 een bedrag van 4 miljoen euro ter beschikking gesteld voor Ninove.", ["announced"]),
        ("Daartoe voorzien we jaarlijks 10 miljoen euro extra investeringsmiddelen.", ["announced"]),
        ("In 2019 investeren we minstens 150 miljoen euro in fietspaden.", ["announced"]),
        ("We investeren verder, en volgen een steil groeipad naar 300 miljoen euro voor fietspaden.", []),
        ("We investeren verder, en trekken dat op tot 300 miljoen euro.", ["announced"]),
        ("We voorzien een vergoeding van 3 miljoen euro voor scholen.", ["announced"]),
        ("Inburgeraars zullen een vergoeding moeten betalen van twee keer 90 euro.", []),
        ("We zien de laatste jaren toegenomen investeringen (jaarlijks ruim 1,5 miljard euro).", []),
        ("Dat is een Vlaamse lastenverlaging van meer dan 900 miljoen euro in 2020.", []),
        ("De complexen genereren jaarlijks 61,7 miljard euro omzet.", []),
    ],
)
def test_promised_money(text: str, stages: list[str]) -> None:
    """What the government provides is announced; levels, what others pay or invest, and lower taxes fund nothing."""
    corpus = load(Document(id="section", text=f"1.3 Fiets We doen meer. {text}")).corpus
    assert [line.stage for line in corpus.funding_lines] == stages
    for line in corpus.funding_lines:
        assert corpus.documents[0].text[line.sources[0].start : line.sources[0].end] == line.sources[0].quote


def test_sums_and_figures() -> None:
    """A section gives what every document gives: 12 miljoen euro in 2023, and 3 gebouwen."""
    text = "3.2.4 Jeugd We voorzien 12 miljoen euro voor jeugdwerk in 2023. Scouts krijgen 3 gebouwen."
    corpus = load(Document(id="jeugd", text=text)).corpus
    [line], [indicator] = corpus.funding_lines, corpus.indicators
    assert (str(line.amount), line.stage, line.years) == ("12.000.000 EUR", "announced", (2023,))
    assert (str(indicator.value), indicator.unit) == ("3", "gebouwen")


def test_a_sum_funds_no_programme_of_another_sentence() -> None:
    """Nobody knows where the paragraphs of a section end, so what one sentence names says nothing of the next."""
    [other, own] = load(
        Document(
            id="s", text="5.4 Sport TETRA groeit. We voorzien 9 miljoen euro. We voorzien 2 miljoen euro voor TETRA."
        )
    ).corpus.funding_lines
    assert (other.programme_id, own.programme_id) == (None, "programme:tetra")


def test_a_section_that_a_document_quotes() -> None:
    """Read in place, a section gives the same facts with the same ids, and its sources point into the document."""
    alone = load(Document(id="section", text=SECTION)).corpus
    whole = Document(id="section", text=f"# Kop\n{SECTION}\nEinde.")
    quoted = load_section(whole, 6, 6 + len(SECTION))
    assert [c.id for c in quoted.corpus.commitments] == [c.id for c in alone.commitments]
    for here, there in zip(alone.commitments, quoted.corpus.commitments, strict=True):
        assert [(s.start + 6, s.quote) for s in here.sources] == [(s.start, s.quote) for s in there.sources]
    assert all(whole.text[s.start : s.end] == s.quote for a in quoted.corpus.actors for s in a.sources)
    nothing = load_section(Document(id="d", text="# Kop\nTaal is rijk."), 6, 19)
    assert [(d.code, d.start, d.end) for d in nothing.diagnostics] == [("no-commitments", 6, 19), ("no-heading", 6, 19)]
