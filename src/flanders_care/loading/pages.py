"""Web pages: the text that a reader sees, and what the page says about itself."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.web_page import read_page
from flanders_care.families.council import council
from flanders_care.families.recognition import recognise
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

WEB_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
"""Files that are web pages however they begin."""


def load_page(html: str, document_id: str, read: Callable[[Document], Loaded], family: str | None) -> Loaded:
    """Read a web page.

    Args:
        html: The page.
        document_id: Name of the document.
        read: Reads the text of the page, where it does not describe itself.
        family: What the page is said to be.

    Returns:
        What was read in the text of the page, and `deep-html` where its structure could not be read.

    Raises:
        MissingExtraError: If selectolax is not installed.
    """
    page = read_page(html)
    document = Document(id=document_id, text=page.text, title=page.title)
    loaded: Loaded | None = None
    if family in (None, council.FAMILY):
        loaded = council.load_page(document, page, sure=(family or recognise(page.text)) == council.FAMILY)
    loaded = read(document) if loaded is None else loaded
    if not page.too_deep:
        return loaded
    message = "elements stand too deep within each other; the page was read by its tags alone"
    deep = Diagnostic(code="deep-html", message=message, document_id=document_id)
    return attrs.evolve(loaded, diagnostics=(deep, *loaded.diagnostics))
