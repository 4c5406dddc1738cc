"""Web pages: the text that a reader sees, and what the page says about itself."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.web_page import is_web_page, read_page
from flanders_care.families.council import council
from flanders_care.families.recognition import recognise
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document


def load_page(
    html: str, document_id: str, family: str | None, read: Callable[[Document, str | None], Loaded], *, sure: bool
) -> Loaded:
    """Read a web page.

    Args:
        html: What may be a page; any other text that begins with a tag is read as it is.
        document_id: Name of the document.
        family: What it is said to be.
        read: Reads a text as a document of a family.
        sure: Whether it is a page however it begins.

    Returns:
        What was read in the text of the page, and `deep-html` where its structure could not be read.

    Raises:
        MissingExtraError: If selectolax is not installed.
    """
    if not sure and not is_web_page(html):
        return read(Document(id=document_id, text=html), family)
    page = read_page(html)
    document = Document(id=document_id, text=page.text, title=page.title)
    loaded: Loaded | None = None
    if family in (None, council.FAMILY):
        known = (family or recognise(page.text)) == council.FAMILY
        loaded = council.load_page(document, page, sure=known)
    if loaded is None:
        loaded = read(document, family)
    if not page.too_deep:
        return loaded
    message = "elements stand too deep within each other; the page was read by its tags alone"
    deep = Diagnostic(code="deep-html", message=message, document_id=document_id)
    return attrs.evolve(loaded, diagnostics=(deep, *loaded.diagnostics))
