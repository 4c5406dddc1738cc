"""Documents of no known family: what needs none is read, and what was left is said.

Names, programmes, figures and sections stand in every document. What promises, and which sums fund something, only the
family tells: in texts whose family nobody knew most sums were levels, costs and debts.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from flanders_care.diagnostics import Diagnostic, Severity, diagnostic_order
from flanders_care.families.kinds import FAMILIES
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble, noted
from flanders_care.reading.facts import Facts, read_facts


def read_unknown(document: Document) -> Loaded:
    """Read what needs no family.

    Args:
        document: Any document; any text is read, nothing is raised.

    Returns:
        Its actors, programmes with their parts and partners, and figures; and a diagnostic `unknown-family` that
        counts what was read and what was not, and names the families. An empty text gives `empty-text`.

    Example:
        >>> loaded = read_unknown(Document(id="d", text="TETRA telde in 2020 45 projecten."))
        >>> [p.name for p in loaded.corpus.programmes], [str(f.value) for f in loaded.corpus.indicators]
        (['TETRA'], ['45'])
    """
    if not document.text.strip():
        message = "the text is empty; check where it comes from"
        empty = Diagnostic(code="empty-text", severity=Severity.ERROR, message=message, document_id=document.id)
        return Loaded(corpus=Corpus(documents=(document,)), diagnostics=(empty,))
    facts = read_facts(document)
    loaded = assemble(facts, Parts(family=None))
    unknown = noted(facts, "unknown-family", _message(facts, loaded.corpus))
    return attrs.evolve(loaded, diagnostics=tuple(sorted((unknown, *loaded.diagnostics), key=diagnostic_order)))


def _message(facts: Facts, corpus: Corpus) -> str:
    found = ", ".join(_found(facts, corpus)) or "nothing"
    sums = len(facts.money.mentions)
    left = "promises" if not sums else f"promises, and what {sums} {'sum' if sums == 1 else 'sums'} may fund"
    return f"the text is of no known family; read: {found}; not read: {left}; name one: {', '.join(FAMILIES)}"


def _found(facts: Facts, corpus: Corpus) -> Iterator[str]:
    """Count what was read, as `2 actors`."""
    kinds = {
        "actor": corpus.actors,
        "programme": corpus.programmes,
        "figure": corpus.indicators,
        "date": facts.dates,
    }
    for name, records in kinds.items():
        if records:
            yield f"{len(records)} {name}{'s' if len(records) > 1 else ''}"
