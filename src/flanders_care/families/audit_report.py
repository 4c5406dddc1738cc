"""Reports of those who look on: courts of audit, advisory councils, offices that analyse budgets.

They find, estimate and recommend what others do. Nothing in them is promised, and no sum funds anything there: these
are levels, costs, yields and what was found to be spent.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.regex import regex

FAMILY = "audit-report"

_FINDS = regex(
    r"\b(?:het|de)\s[a-zà-ÿ-]{3,30}\s(?:stelt(?:\s[a-zà-ÿ]{1,15}){0,4}\s{1,3}vast|"
    r"merkt(?:\s[a-zà-ÿ]{1,15}){0,4}\s{1,3}op\b|beveelt\b|wijst\serop|adviseert\b)",
    re.IGNORECASE,
)
_OFTEN = 3  # findings and recommendations that make a text one of somebody who looks on


def looks_on(text: str) -> bool:
    """Tell whether a text says again and again what somebody found or recommends.

    Args:
        text: The words of a document of any family.

    Returns:
        Whether it is the word of somebody who audits or advises, who promises nothing.

    Example:
        >>> looks_on(
        ...     "De dienst stelt vast dat het loopt. De dienst wijst erop dat het kost. De dienst beveelt meten aan."
        ... )
        True
    """
    return len(list(itertools.islice(_FINDS.finditer(text), _OFTEN))) == _OFTEN


def load(document: Document) -> Loaded:
    """Read a report that audits, advises or analyses.

    Args:
        document: The report; any text is read, nothing is raised.

    Returns:
        Its actors, programmes and figures, without promises and funding lines; `sums-fund-nothing` says how many sums
        were seen.

    Example:
        >>> loaded = load(Document(id="a", text="De raad stelt vast dat TETRA 2 miljoen euro kostte."))
        >>> [p.name for p in loaded.corpus.programmes], loaded.corpus.funding_lines, loaded.diagnostics[0].message
        (['TETRA'], (), '1 sum was seen; in a report that audits or advises it funds nothing')
    """
    facts = read_facts(document)
    return assemble(facts, Parts(family=FAMILY, counts=lambda _: False, diagnostics=_diagnostics(facts)))


def _diagnostics(facts: Facts) -> Iterator[Diagnostic]:
    sums = len(facts.money.mentions)
    if sums:
        seen = "1 sum was seen; in a report that audits or advises it funds"
        if sums > 1:
            seen = f"{sums} sums were seen; in a report that audits or advises they fund"
        yield attrs.evolve(noted(facts, "sums-fund-nothing", f"{seen} nothing"), severity=Severity.INFO)
