"""Press releases: the seed as a person reads it, and releases of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flanders_care.families.press import load
from flanders_care.model.funding import Recurrence, Stage
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document


@pytest.fixture(scope="module")
def release(seed: Callable[[str], Document]) -> Loaded:
    """The press release among the seeds, read."""
    return load(seed("003"))


def _read(text: str) -> Loaded:
    return load(Document(id="release", text=text))


def test_head_of_the_seed(release: Loaded) -> None:
    """`Wednesday June 30th 2021` is its date; `Tags` and `Category` are labels of the page and no title."""
    assert (release.corpus.documents[0].date, release.corpus.documents[0].title) == ("2021-06-30", None)
    assert not {c.section for c in release.corpus.commitments} & {"Tags", "Category"}


def test_one_yearly_sum_said_twice(release: Loaded) -> None:
    """`12 miljoen euro extra` and `elk jaar in 12 miljoen euro voorzien` are one yearly, announced sum."""
    first, second = release.corpus.funding_lines
    assert second.same_as == first.id
    assert {line.recurrence for line in (first, second)} == {Recurrence.PER_YEAR}
    assert {line.stage for line in (first, second)} == {Stage.ANNOUNCED}
    assert first.years == ()


def test_pillars_of_the_seed(release: Loaded) -> None:
    """`drie complementaire pijlers, i.e.`: three of the programme, in order."""
    pillars = {p.name: [pillar.name for pillar in p.pillars] for p in release.corpus.programmes}
    assert [name.split()[0] for name in pillars["Impulsprogramma Innovatie in gezondheid en zorg"]] == [
        "academische",
        "bedrijven",
        "implementeren",
    ]


def test_partners_of_the_seed(release: Loaded) -> None:
    """`waaronder 45 kmo’s, ... Zorgnet-Icuro, ... VIB, imec en VITO` are partners."""
    [programme] = [p for p in release.corpus.programmes if p.involvements]
    partners = {i.actor_id for i in programme.involvements if i.role.value == "partner"}
    assert {"actor:imec", "actor:zorgnet-icuro", "actor:vlaams-instituut-voor-biotechnologie"} <= partners


def test_figures_of_the_seed(release: Loaded) -> None:
    """Fourteen figures, from `de komende 10 jaar` to `binnen 10 jaar`; `de zevende in Vlaanderen` is a place."""
    assert [f"{i.value} {i.unit}" for i in release.corpus.indicators] == [
        *("10 jaar", "3 pijlers", "70 organisaties", "7 plaats", "70 partners", "45 kmo’s", "14 bedrijven"),
        *("4 ziekenhuizen", "5 sectorverenigingen", "3 kenniscentra", "5 universiteiten", "4 thema’s", "5 regio’s"),
        "10 jaar",
    ]


def test_quote_binds_its_speaker(release: Loaded) -> None:
    """`“We maken van Vlaanderen dé Europese hotspot ...” - Hilde Crevits`."""
    [quote] = [c for c in release.corpus.commitments if c.text.startswith("“We maken van Vlaanderen")]
    assert quote.actor_ids == ("actor:hilde-crevits",)


BIKES = """Persbericht

Vlaanderen bouwt 120 fietsstraten

3 mei 2023

Vlaams minister Lydia Peeters trekt 8,4 miljoen euro uit voor fietsstraten in 40 gemeenten. De werken starten in het
najaar.

Veilig naar school

“Kinderen moeten veilig kunnen fietsen, en daarom bouwen we tegen 2025 fietsstraten bij elke school”, zegt Lydia
Peeters.

Het bedrag van 8,4 miljoen euro gaat naar gemeenten.
"""


def test_other_minister_with_wrapped_lines() -> None:
    """A release on bicycles: title, Dutch date, wrapped lines, the speaker behind the quote, one sum."""
    loaded = _read(BIKES)
    document = loaded.corpus.documents[0]
    assert (document.title, document.date) == ("Vlaanderen bouwt 120 fietsstraten", "2023-05-03")
    assert "Lydia Peeters" in [actor.name for actor in loaded.corpus.actors]
    [promise] = [c for c in loaded.corpus.commitments if "bouwen we" in c.text]
    assert (promise.section, str(promise.deadline), promise.actor_ids) == (
        "Veilig naar school",
        "2025",
        ("actor:lydia-peeters",),
    )
    [line] = loaded.corpus.funding_lines
    assert (str(line.amount), line.stage) == ("8.400.000 EUR", Stage.ANNOUNCED)


def test_release_without_date() -> None:
    """A date in the text is of what it tells, not of the release; that there is none is told."""
    loaded = _read("In 2019 begon het programma TETRA met tien scholen, en het groeide elk jaar sterk verder uit.\n")
    assert loaded.corpus.documents[0].date is None
    assert "no-date-found" in [d.code for d in loaded.diagnostics]


def test_quote_without_speaker() -> None:
    """Words that nobody is named for are told, with their place."""
    text = "3 mei 2023\n\n“We bouwen tegen 2025 nieuwe fietsstraten bij elke school”, klinkt het bij TETRA.\n"
    [diagnostic] = _read(text).diagnostics
    assert (diagnostic.code, text[slice(diagnostic.start, diagnostic.end)][:9]) == (
        "quote-without-speaker",
        "We bouwen",
    )


def test_vague_money_is_told() -> None:
    """`tientallen miljoenen euro` is no sum, and is told with its place in the raw text."""
    text = "3 mei 2023\n\nDe minister trekt voor TETRA tientallen miljoenen\neuro uit.\n"
    loaded = _read(text)
    assert loaded.corpus.funding_lines == ()
    [diagnostic] = [d for d in loaded.diagnostics if d.code == "vague-amount"]
    assert "miljoenen" in text[slice(diagnostic.start, diagnostic.end)]


def test_who_looks_on_promises_nothing() -> None:
    """A release that says three times what somebody found or recommends promises and funds nothing; twice does not."""
    found = "De dienst stelt vast dat het beter kan. De dienst wijst erop dat het duur is."
    promised = "We investeren 3 miljoen euro in dijken."
    fewer = load(Document(id="p", text=f"{found}\n\n{promised}\n")).corpus
    more = load(Document(id="p", text=f"{found} De dienst beveelt meten aan.\n\n{promised}\n")).corpus
    assert (len(fewer.commitments), len(fewer.funding_lines)) == (1, 1)
    assert (more.commitments, more.funding_lines) == ((), ())
