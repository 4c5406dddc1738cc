"""Strategies for a whole corpus, whose references and quotes hold, and for what a loader gives back."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from flanders_care.model.actor import Actor, actor_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme, programme_id
from flanders_care.model.references import references
from flanders_care.testing.records import (
    actors,
    claims,
    commitments,
    decisions,
    diagnostics,
    funding_lines,
    indicators,
    plain_documents,
    programmes,
    sources_in,
)
from flanders_care.testing.text import actor_spellings, plain_words

R = TypeVar("R")

_DOCUMENTS = st.lists(plain_documents(), min_size=1, max_size=2, unique_by=lambda document: document.id)


@st.composite
def corpora(draw: st.DrawFn, *, max_size: int = 2) -> Corpus:
    """Draw a corpus as a loader gives it back.

    Args:
        draw: Given by hypothesis.
        max_size: Most records of each class.

    Returns:
        A corpus whose sources all quote its documents, whose references all lead to its records, and which is merged
        in itself: `corpus | corpus == corpus`.
    """
    documents = draw(_DOCUMENTS)
    source = sources_in(documents)
    decided = draw(_few(decisions(source=source), max_size))
    loose = Corpus(
        documents=tuple(documents),
        actors=draw(_few(actors(source=source), max_size)),
        programmes=draw(_few(programmes(source=source), max_size)),
        commitments=draw(_few(commitments(source=source), max_size)),
        decisions=decided,
        funding_lines=draw(_few(funding_lines(source=source), max_size)),
        claims=draw(_few(claims(decision_ids=[d.id for d in decided], source=source), max_size)),
        indicators=draw(_few(indicators(source=source), max_size)),
    )
    return _with_referents(loose)


def _few(strategy: st.SearchStrategy[R], most: int) -> st.SearchStrategy[tuple[R, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _with_referents(corpus: Corpus) -> Corpus:
    """Add a bare actor or programme for each reference, so that none leads nowhere."""
    actor_names = {actor_id(name): name for name, *_ in actor_spellings()}
    programme_names = {programme_id(name): name for name in plain_words("programmes")}
    named = {identity for record in corpus for identity in references(record)}
    return corpus | Corpus(
        actors=tuple(Actor(id=i, name=actor_names[i]) for i in sorted(named & actor_names.keys())),
        programmes=tuple(Programme(id=i, name=programme_names[i]) for i in sorted(named & programme_names.keys())),
    )


def loaded() -> st.SearchStrategy[Loaded]:
    """Draw what a loader gives back: a corpus and diagnostics."""
    return st.builds(Loaded, corpus=corpora(max_size=1), diagnostics=st.lists(diagnostics(), max_size=2).map(tuple))
