"""The parts of a report."""

from __future__ import annotations

from flanders_care.families.report.parts import ReportParts, split_report

SECTION = "<details>\n  <summary>Regeerakkoord Sectie </summary>\n  <p>1.2 Dijken We bouwen dijken. </p>\n  </details>"
LIST = "<details>\n<summary> Referenties</summary>\n[0] : (2021-03-05) Dijk\n</details>"


def words(text: str, parts: ReportParts) -> tuple[str | None, list[str], str | None]:
    """The words of section, body and references."""
    section = None if parts.section is None else text[slice(*parts.section)]
    references = None if parts.references is None else text[slice(*parts.references)]
    return section, [text[slice(*stretch)].strip() for stretch in parts.body], references


def test_a_whole_report() -> None:
    """Section, body and references are told apart, and the title is the first heading."""
    text = f"# Dijken\n\n{SECTION}\n\nEr kwam een dijk [0].\n\n{LIST}\n\nNawoord."
    parts = split_report(text)
    assert parts.title == "Dijken"
    assert words(text, parts) == (
        "1.2 Dijken We bouwen dijken.",
        ["# Dijken", "Er kwam een dijk [0].", "Nawoord."],
        LIST,
    )
    assert parts.open_blocks == ()


def test_parts_that_are_missing() -> None:
    """A report without section, references, or both is all body."""
    assert words("Tekst.", split_report("Tekst.")) == (None, ["Tekst."], None)
    assert split_report("Tekst.").title is None
    assert split_report("").body == ()
    only_section = f"{SECTION}\nTekst."
    assert words(only_section, split_report(only_section))[1] == ["Tekst."]


def test_a_section_that_never_ends() -> None:
    """A section block that is not closed ends at the first blank line, and so does one that is cut off."""
    for rest in ("\n\nTekst.", f"\n\nTekst.\n\n{LIST}"):
        text = "<details><summary>Regeerakkoord Sectie</summary>\n<p>1.2 Dijken We bouwen." + rest
        parts = split_report(text)
        section, body, _ = words(text, parts)
        assert (section, body) == ("1.2 Dijken We bouwen.", ["Tekst."])
        assert parts.open_blocks == (0,)
    cut = "<details><summary>Regeerakkoord Sectie</summary>\n<p>1.2 Dijken We bouwen."
    assert words(cut, split_report(cut))[:2] == ("1.2 Dijken We bouwen.", [])


def test_references_that_never_end() -> None:
    """A reference block that is not closed is said."""
    text = f"Tekst.\n{LIST.removesuffix('</details>')}"
    assert split_report(text).open_blocks == (7,)


def test_section_without_paragraph_tags() -> None:
    """The words of the agreement may stand without tags around them."""
    text = "<details><summary>Regeerakkoord Sectie</summary>1.2 Dijken We bouwen.</details>"
    assert words(text, split_report(text))[0] == "1.2 Dijken We bouwen."
