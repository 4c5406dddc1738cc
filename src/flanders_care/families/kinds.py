"""The list of the families: everything that goes through all kinds of documents goes through this."""

from __future__ import annotations

from flanders_care.errors import UnknownNameError
from flanders_care.families import agreement, audit_report, closing, debate, note, press, question, register
from flanders_care.families.family import Family, Reader, read_cues
from flanders_care.families.report import report
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document


def _read_decisions(document: Document) -> Loaded:
    # HTML, JSON and time zones are for decisions alone
    from flanders_care.families.decisions import decisions

    return decisions.load(document)


def _read_council(document: Document) -> Loaded:
    # so are its pages, and days in Brussels
    from flanders_care.families.council import council

    return council.load(document)


def _kind(name: str, read: Reader) -> Family:
    return Family(name, read_cues(name), read)


KINDS: tuple[Family, ...] = (
    _kind("adherence-report", report.load),
    _kind(closing.FAMILY, closing.load),
    _kind(question.FAMILY, question.load),
    _kind(press.FAMILY, press.load),
    _kind(note.FAMILY, note.load),
    _kind("agreement-section", agreement.load),
    _kind(debate.FAMILY, debate.load),
    _kind(audit_report.FAMILY, audit_report.load),
    _kind("decisions", _read_decisions),
    _kind(register.FAMILY, register.load),
    _kind("decision-list", _read_council),
)
"""The families, in the order of the documentation."""

FAMILIES: tuple[str, ...] = tuple(family.name for family in KINDS)
"""The names of the document families, in the order of the documentation."""


def find_family(name: str) -> Family:
    """Find a family by its name.

    Args:
        name: One of `FAMILIES`.

    Returns:
        The family.

    Raises:
        UnknownNameError: If there is no such family; the message lists those there are.

    Example:
        >>> find_family("closing-report").cues[0].weight
        1.0
    """
    for family in KINDS:
        if family.name == name:
            return family
    raise UnknownNameError(f"no family {name!r}; the families are {', '.join(FAMILIES)}")
