"""Kinds of decision that seldom carry out a promise (appointments), or often (plans), read from the title."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from flanders_care.alignment.profiles import Kind
from flanders_care.model.decision import Decision
from flanders_care.regex import regex
from flanders_care.vectors import Array

_GAP = regex(r"\s{2,}")
_LONGEST = 300


def kind_title(decision: Decision) -> str:
    """Return what tells the kind: the title, or the first part of the text where there is none; in lower case.

    Example:
        >>> kind_title(Decision(id="d1", title="Benoeming gouverneur"))
        ' benoeming gouverneur '
    """
    title = decision.title or _GAP.split(decision.text[:_LONGEST].strip(), maxsplit=1)[0]
    return f" {title.lower()} "


def is_kind(title: str, kind: Kind) -> bool:
    """Tell whether a title, as from `kind_title`, is of a kind."""
    return any(word in title for word in kind.words)


def kind_flags(decisions: Sequence[Decision], kinds: Sequence[Kind]) -> Array:
    """Return which decisions are of which kind: kinds by decisions, 0 or 1."""
    flags = np.zeros((len(kinds), len(decisions)), dtype=np.float32)
    for number, decision in enumerate(decisions if kinds else ()):
        title = kind_title(decision)
        flags[:, number] = [is_kind(title, kind) for kind in kinds]
    return flags
