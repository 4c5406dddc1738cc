"""RDFa: what a web page says about itself in its attributes, with the places in its text.

Read is what pages of governments use of RDFa 1.1: `typeof`, `property`, `rel`, `resource`, `about`, `href`, `src`,
`content`, `datetime`, `datatype`, `prefix` and `vocab`. Prefixes that a page uses and does not declare are those of the
Flemish standards; quotation marks around a name, as editors leave them, are taken off.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from flanders_care.documents.web_page import Element, WebPage
from flanders_care.regex import regex

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "besluit": "http://data.vlaanderen.be/ns/besluit#",
        "besluitvorming": "http://data.vlaanderen.be/ns/besluitvorming#",
        "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
        "eli": "http://data.europa.eu/eli/ontology#",
        "prov": "http://www.w3.org/ns/prov#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        **dict.fromkeys(("dc", "dct", "dcterms"), "http://purl.org/dc/terms/"),
    }
)
"""What prefixes stand for where a page does not say it."""

_DECLARED = regex(r"([^\s:]{1,99}):\s{1,99}(\S{1,2000})")
_QUOTES = "“”„‘’'\"`"
_SAID = ("typeof", "property", "rel", "about", "resource", "prefix", "vocab")


@attrs.frozen(kw_only=True)
class Value:
    """One thing that is said about a resource.

    Attributes:
        text: The words or the address.
        resource: Whether it names a resource.
        start: Where it stands in the text of the page.
        end: One past its last character; `start` where the page does not show it.
    """

    text: str
    resource: bool
    start: int
    end: int


@attrs.define(kw_only=True)
class Resource:
    """What a page says about one thing.

    Attributes:
        id: Its address, or `_:` and a number where it has none.
        types: The addresses of what it is, each once.
        said: By the address of a property its values, in the order of the page.
        places: The stretches of the text of the page that are about it, in the order of the page.
    """

    id: str
    types: list[str] = attrs.field(factory=list[str])
    said: dict[str, list[Value]] = attrs.field(factory=dict[str, list[Value]])
    places: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])

    def values(self, *properties: str) -> list[Value]:
        """The values of properties, in the order asked and of the page."""
        return [value for name in properties for value in self.said.get(name, ())]


@attrs.frozen
class _Scope:
    """What holds within an element."""

    prefixes: Mapping[str, str]
    vocab: str
    subject: str


def read_rdfa(page: WebPage) -> dict[str, Resource]:
    """Read what a page says about itself.

    Args:
        page: The page.

    Returns:
        Each resource by its address, in the order in which the page names them; none where it says nothing.
    """
    return _Reader(page).found


class _Reader:
    """Goes through the elements once, in the order of the page."""

    def __init__(self, page: WebPage) -> None:
        self.found: dict[str, Resource] = {}
        self._page = page
        self._blank = 0
        outside = _Scope(PREFIXES, "", "")
        scopes: list[_Scope] = []
        for element in page.elements:
            around = outside if element.parent is None else scopes[element.parent]
            scopes.append(self._read(element, around) if _speaks(element.attributes) else around)

    def _read(self, element: Element, around: _Scope) -> _Scope:
        """Note what an element says, and tell what holds within it: the steps of RDFa Core 1.1, section 7.5."""
        said = element.attributes
        declared = {name.lower(): address for name, address in _DECLARED.findall(said.get("prefix", ""))}
        prefixes = {**around.prefixes, **declared} if declared else around.prefixes
        vocab = said.get("vocab", around.vocab).strip()
        types, properties, relations = (
            tuple(_expanded(word, prefixes, vocab) for word in said.get(name, "").split())
            for name in ("typeof", "property", "rel")
        )
        about = _address(said, ("about",), prefixes)
        target = _address(said, ("resource", "href", "src"), prefixes)
        literal = any(name in said for name in ("content", "datetime")) or bool(said.get("datatype"))
        thing = target or (self._new() if types and about is None else None)
        relations = tuple(name for name in relations if ":" in name)  # others are words of HTML, such as `stylesheet`
        subject = about or around.subject
        if relations or (properties and not literal):
            inner = thing if relations or types else None
            typed = about or thing
        else:
            subject = typed = about or thing or around.subject
            inner = None
        self._note(typed, element, types)
        value = self._value(element, None if literal else target or (thing if types else None))
        for name in properties:
            self._add(subject, name, value)
        for name in relations:
            self._add(subject, name, self._value(element, thing))
        return _Scope(prefixes, vocab, inner or subject)

    def _note(self, thing: str | None, element: Element, types: tuple[str, ...]) -> None:
        """Say of which types a thing is, and where the page is about it."""
        if thing is None or not types:
            return
        held = self.found.setdefault(thing, Resource(id=thing))
        held.types += (name for name in dict.fromkeys(types) if name not in held.types)
        if element.end > element.start:
            held.places.append((element.start, element.end))

    def _add(self, subject: str, name: str, value: Value) -> None:
        self.found.setdefault(subject, Resource(id=subject)).said.setdefault(name, []).append(value)

    def _value(self, element: Element, resource: str | None) -> Value:
        words = element.attributes.get("content", element.attributes.get("datetime"))
        text = self._page.shown(element) if words is None else " ".join(words.split())
        return Value(text=resource or text, resource=resource is not None, start=element.start, end=element.end)

    def _new(self) -> str:
        self._blank += 1
        return f"_:{self._blank}"


def _speaks(attributes: Mapping[str, str]) -> bool:
    return any(name in attributes for name in _SAID)


def _address(said: Mapping[str, str], names: tuple[str, ...], prefixes: Mapping[str, str]) -> str | None:
    for name in names:
        if word := said.get(name, "").strip().strip("[]"):
            return _expanded(word, prefixes, "") if name in ("about", "resource") else word
    return None


def _expanded(word: str, prefixes: Mapping[str, str], vocab: str) -> str:
    """The whole address of a name; one that nothing declares stays as it is."""
    name = word.strip(_QUOTES)
    prefix, colon, rest = name.partition(":")
    if not colon:
        return f"{vocab}{name}"
    if rest.startswith("//"):
        return name
    return f"{prefixes[prefix.lower()]}{rest}" if prefix.lower() in prefixes else name
