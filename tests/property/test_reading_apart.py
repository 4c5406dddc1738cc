"""Law 3 and law 9 over whole documents: how the work is split changes nothing, money included."""

from __future__ import annotations

import functools
import os
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.loading.folder import find_files
from flanders_care.model.references import references
from flanders_care.testing import strategies

SHARED = Path(os.environ.get("FLANDERS_CARE_SHARED", "../shared"))
REPORTS, DECISIONS = SHARED / "corpus/adherence_reports", SHARED / "corpus/decisions.jsonl"
TITLE = "{sum} subsidie voor VITO"
SUMS = ["3.148.200 euro", "3.150.000 euro", "3,15 miljoen euro", "3 miljoen euro", "900.000 euro"]
FEWER = settings(max_examples=settings().max_examples // 4)


def merged(parts: Sequence[fc.Corpus], seed: int) -> fc.Corpus:
    """Merge in a random order and grouping."""
    chance = random.Random(seed)  # noqa: S311  # an order, no secret
    left = list(parts)
    while len(left) > 1:
        chance.shuffle(left)
        size = chance.randint(2, 3)
        left = [fc.merge(left[:size]), *left[size:]]
    return left[0]


def whole_in_itself(corpus: fc.Corpus) -> None:
    """Every id on every record names a record of the corpus, and merging it with itself changes nothing."""
    assert not {identity for record in corpus for identity in references(record) if identity not in corpus}
    assert corpus | corpus == corpus


@given(strategies.documents())
def test_a_document_is_merged_in_itself(drawn: strategies.DrawnDocument) -> None:
    """`c | c == c` straight from one document, and every id on its records is found in it."""
    whole_in_itself(fc.load(drawn.document).corpus)


def test_a_promise_said_twice_in_one_document_is_one() -> None:
    """One record with both places, as merging makes it."""
    promise = "We voorzien regelluwe zones om innovaties in de zorg uit te testen."
    corpus = fc.load_text(f"1.3 Zorg {promise} De zorg groeit. {promise}", family="agreement-section").corpus
    [commitment] = corpus.commitments
    assert [source.quote for source in commitment.sources] == [promise, promise]
    whole_in_itself(corpus)


@FEWER
@given(st.lists(strategies.documents(), min_size=1, max_size=4), st.integers(0, 99))
def test_documents_read_apart(drawn: list[strategies.DrawnDocument], seed: int) -> None:
    """Reading documents one by one and merging gives what merging all of them at once gives, in any grouping."""
    texts = {one.document.id: one.document for one in drawn}
    parts = [fc.load(document).corpus for document in texts.values()]
    assert merged(parts, seed) == fc.merge(parts)
    whole_in_itself(fc.merge(parts))


@st.composite
def money_documents(draw: st.DrawFn) -> list[fc.Document]:
    """Draw a dump of decisions and reports that state their sums: the same, rounded, or another."""
    told = [draw(st.sampled_from(SUMS)) for _ in range(draw(st.integers(1, 3)))]
    row = '{{"id": "D{n}", "date": "2021-03-05", "title": "{t}", "text": "De regering kent {s} toe aan VITO."}}'
    dump = "\n".join(row.format(n=n, t=TITLE.format(sum=s), s=draw(st.sampled_from(SUMS))) for n, s in enumerate(told))
    reports = []
    for number in range(draw(st.integers(0, 3))):
        cited, said = draw(st.sampled_from(told)), draw(st.sampled_from(SUMS))
        text = f"Er werd {said} toegekend [0].\n\n[0] : (2021-03-05) {TITLE.format(sum=cited)}"
        reports.append(fc.Document(id=f"verslag-{number}", text=text, family="adherence-report"))
    return [fc.Document(id="dump", text=dump, family="decisions"), *reports]


@given(money_documents(), st.integers(0, 99))
def test_money_read_apart(documents: list[fc.Document], seed: int) -> None:
    """Sums that several documents state are linked as if all had been read together, and a total is the same."""
    parts = [fc.load(document).corpus for document in documents]
    whole = fc.merge(parts)
    assert merged(parts, seed) == whole
    assert functools.reduce(lambda one, other: one | other, parts) == whole == whole | parts[0]
    whole_in_itself(whole)


@FEWER
@given(money_documents(), st.data())
def test_dumps_split_anyhow(documents: list[fc.Document], data: st.DataObject) -> None:
    """A dump in two files is the dump in one, also where the files give one id two texts."""
    rows = documents[0].text.split("\n")
    rows += [row.replace("aan VITO", "aan imec") for row in data.draw(st.lists(st.sampled_from(rows), max_size=2))]
    cut = data.draw(st.integers(0, len(rows)))
    parts = ["\n".join(rows[:cut]), "\n".join(rows[cut:])]
    apart = [fc.load_text(text, family="decisions", document_id=f"deel-{n}").corpus for n, text in enumerate(parts)]
    assert apart[0] | apart[1] == fc.load_text("\n".join(rows), family="decisions", document_id="alles").corpus


def test_a_folder_is_its_files_merged(tmp_path: Path) -> None:
    """`load(folder)` gives what loading its files and merging them gives."""
    (tmp_path / "dump.json").write_text(
        '{"id": "D", "date": "2021-03-05", "title": "3 miljoen euro voor VITO", "text": "Dijk."}', encoding="utf-8"
    )
    for name in ("een", "twee"):
        text = "Er werd 3 miljoen euro toegekend [0].\n\n[0] : (2021-03-05) 3 miljoen euro voor VITO"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    folder = fc.load(tmp_path).corpus
    files = [fc.load(file.path, document_id=file.document_id).corpus for file in find_files(tmp_path)[0]]
    assert fc.merge(files) == folder
    found = fc.total(folder.funding_lines, stages=list(fc.Stage))
    assert found.amount is not None
    assert found.amount.value == 3_000_000
    assert any(line.matched for line in folder.funding_lines)


def test_the_seeds_read_apart() -> None:
    """The five documents merged in any grouping are `load_seeds()`."""
    seeds = fc.load_seeds()
    parts = [fc.load(document).corpus for document in seeds.documents]
    for seed in range(3):
        assert merged(parts, seed) == seeds
    whole_in_itself(seeds)


@pytest.mark.skipif(not REPORTS.is_dir(), reason="needs the reports and decisions of the shared folder")
def test_real_reports_and_decisions_read_apart() -> None:
    """53 reports and 4,298 decisions: one by one, in groups, and as folders, with every euro once."""
    files = find_files(REPORTS)[0]
    parts = [fc.load(file.path, document_id=file.document_id).corpus for file in files]
    folder, decisions = fc.load(REPORTS).corpus, fc.load(DECISIONS).corpus
    assert merged(parts, 1) == folder
    both = folder | decisions
    assert merged([*parts, decisions], 2) == both
    whole_in_itself(both)
    own = {line.id for line in decisions.funding_lines}
    for line in both.funding_lines:
        assert not line.matched or line.same_as in own
