"""Documents of every family with the facts that stand in them, laid out as such documents are."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

import attrs
from hypothesis import strategies as st

from flanders_care.errors import UnknownNameError
from flanders_care.model.identity import content_id
from flanders_care.money import Amount
from flanders_care.provenance import Document
from flanders_care.testing.amount_texts import Written, written_amounts
from flanders_care.testing.date_texts import written_day
from flanders_care.testing.layout import broken_words, bullets, laid_out
from flanders_care.testing.text import plain_words, words


@attrs.frozen(kw_only=True)
class DrawnDocument:
    """A document whose facts are known.

    Attributes:
        document: The document, of the family asked for.
        commitments: The promises in it, as they read without broken words.
        sums: The sums in it that fund something.
        decisions: Title and date of the decisions in it.
        programmes: Names of the programmes in it.
        pillars: Names of the parts of the programme, in their order.
    """

    document: Document
    commitments: tuple[str, ...] = ()
    sums: tuple[Amount, ...] = ()
    decisions: tuple[tuple[str, datetime.date], ...] = ()
    programmes: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()


_INTENTS: Final = (
    "We voorzien {}.",
    "We investeren in {}.",
    "We evalueren en versterken {}.",
    "We ondersteunen {}.",
    "We maken werk van {}.",
)
_GRANTS: Final = (
    "De Vlaamse Regering kent {} subsidie toe voor {}.",
    "De Vlaamse Regering voorziet {} voor {}.",
    "De Vlaamse Regering trekt {} uit voor {}.",
)
_DAYS: Final = st.dates(datetime.date(2019, 10, 1), datetime.date(2024, 5, 31))
_WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_LEAST: Final = 50_000  # smaller sums are prices and norms as often as they fund something
_SECTION: Final = "<details>\n        <summary>Regeerakkoord Sectie </summary>\n        <p>{}</p>\n</details>"
_SITE: Final = "https://beslissingenvlaamseregering.vlaanderen.be/?search="


@st.composite
def _promises(draw: st.DrawFn) -> list[str]:
    subjects = draw(st.lists(words("subjects"), min_size=1, max_size=4, unique=True))
    return [draw(st.sampled_from(_INTENTS)).format(subject) for subject in subjects]


@st.composite
def _decided(draw: st.DrawFn) -> list[tuple[str, datetime.date]]:
    subjects = draw(st.lists(words("subjects"), min_size=1, max_size=3, unique=True))
    forms = st.sampled_from(plain_words("decided"))
    return [(draw(forms).format(subject=subject, number=3), draw(_DAYS)) for subject in subjects]


@st.composite
def _grants(draw: st.DrawFn) -> list[tuple[str, Written]]:
    """Sentences that fund something, each with its sum."""
    written = draw(st.lists(written_amounts(least=_LEAST), min_size=1, max_size=2))
    forms, subjects = st.sampled_from(_GRANTS), words("subjects")
    return [(draw(forms).format(" ".join(one.words.split()), draw(subjects)), one) for one in written]


def _document(family: str, text: str, date: datetime.date | None = None) -> Document:
    day = None if date is None else date.isoformat()
    return Document(id=content_id(family, text), family=family, text=text, date=day)


@st.composite
def _agreement_section(draw: st.DrawFn) -> DrawnDocument:
    promises = draw(_promises())
    number = ".".join(str(part) for part in draw(st.lists(st.integers(1, 9), min_size=2, max_size=4)))
    text = f"{number} {draw(words('sections')).lstrip('0123456789. ')} " + draw(broken_words(" ".join(promises)))
    return DrawnDocument(document=_document("agreement-section", text), commitments=tuple(promises))


@st.composite
def _adherence_report(draw: st.DrawFn) -> DrawnDocument:
    section, decided = draw(_agreement_section()), draw(_decided())
    claims = [f"- **Stap {n + 1}**: {title} \\[{n}\\]." for n, (title, _) in enumerate(decided)]
    references = [
        f"**[\\[{n}\\]]({_SITE}{quote(title)}&dateOption=select&startDate={day}T08%3A00%3A00Z)** : **({day})** {title} "
        for n, (title, day) in enumerate(decided)
    ]
    text = "\n\n".join(
        [
            "# Verslag",
            _SECTION.format(section.document.text),
            "## Samenvatting",
            "De Vlaamse Regering nam verschillende beslissingen ter uitvoering van het regeerakkoord.",
            *claims,
            "## Conclusie",
            "De regering heeft inspanningen geleverd om haar beloften uit het regeerakkoord na te komen.",
            "<details>\n        <summary> Referenties</summary>\n        " + "\n\n".join(references) + "\n</details>",
        ]
    )
    return DrawnDocument(
        document=_document("adherence-report", text),
        commitments=section.commitments,
        decisions=tuple(decided),
    )


@st.composite
def _decisions(draw: st.DrawFn) -> DrawnDocument:
    decided, grants = draw(_decided()), draw(_grants())
    texts = [sentence for sentence, _ in grants]
    records = [
        {"id": content_id("besluit", title, str(day)), "title": title, "date": day.isoformat(), "kind": "nota"}
        | {"text": texts.pop(0) if texts else "De Vlaamse Regering hecht haar goedkeuring aan het voorstel."}
        for title, day in decided
    ]
    lines = draw(st.booleans())
    dumped = [json.dumps(record, ensure_ascii=draw(st.booleans())) for record in records]
    text = "\n".join(dumped) if lines else f"[{', '.join(dumped)}]"
    sums = tuple(one.amount for _, one in grants[: len(records)])
    return DrawnDocument(document=_document("decisions", text), decisions=tuple(decided), sums=sums)


@st.composite
def _press_release(draw: st.DrawFn) -> DrawnDocument:
    day, grants, name = draw(_DAYS), draw(_grants()), draw(words("programmes"))
    said = f"“We maken van {name} een hefboom voor Vlaanderen, voor iedereen en overal.” - Hilde Crevits"
    body = [f"Met het ‘{name}’ versterkt Vlaams minister van Innovatie Hilde Crevits {draw(words('subjects'))}."]
    body += [*(sentence for sentence, _ in grants), said, "Perscontact: woordvoerder van minister Crevits"]
    text = f"{written_day(day)}\n\nTags\n\nCategory\n\n" + "\n\n".join(body)
    sums = tuple(one.amount for _, one in grants)
    return DrawnDocument(document=_document("press-release", text, day), sums=sums, programmes=(name,))


@st.composite
def _written_question(draw: st.DrawFn) -> DrawnDocument:
    grants, name = draw(_grants()), draw(words("programmes"))
    asked = [f"{n}. Hoeveel middelen gaan er naar {draw(words('subjects'))}?" for n in range(1, len(grants) + 1)]
    answered = [f"{n}. {sentence}" for n, (sentence, _) in enumerate(grants, 1)]
    opening = (
        f"Schriftelijke vraag nr. {draw(st.integers(1, 900))}\n\nIn de beleidsnota kondigde de minister het {name} aan."
    )
    parts = [opening, *asked, "Antwoord", f"Het {name} is lopende.", *answered]
    text = "\n\n".join(_folded(part) for part in parts)
    sums = tuple(one.amount for _, one in grants)
    return DrawnDocument(document=_document("written-question", text), sums=sums, programmes=(name,))


def _folded(paragraph: str) -> str:
    half = paragraph.find(" ", 60)
    return paragraph if half < 0 else f"{paragraph[:half]} \n{paragraph[half + 1 :]}"


@st.composite
def _closing_report(draw: st.DrawFn) -> DrawnDocument:
    name = draw(words("programmes"))
    pillars = draw(st.lists(words("pillars"), min_size=2, max_size=3, unique=True))
    counts = [f"{draw(st.integers(2, 90))} projecten rond {pillar.lower()} werden afgerond." for pillar in pillars]
    numbered = [f"{n}. {pillar}" for n, pillar in enumerate(pillars, 1)]
    text = "\n\n".join(
        [
            f"1. Inleiding\nDit eindverslag geeft de behaalde resultaten van het {name}.",
            "Het programma rust op deze pijlers:\n" + "\n".join(numbered),
            "2. Doelstellingen en resultaten\n" + draw(bullets(counts)),
            "3. Geleerde lessen\nSamenwerken vraagt tijd.",
            "4. Vervolgtrajecten\nDe werking wordt voortgezet.",
        ]
    )
    return DrawnDocument(document=_document("closing-report", text), programmes=(name,), pillars=tuple(pillars))


@st.composite
def _policy_note(draw: st.DrawFn) -> DrawnDocument:
    grants, name, promises = draw(_grants()), draw(words("programmes")), draw(_promises())
    paragraphs = [
        "VISIENOTA",
        "1 Inleiding",
        f"Deze visienota beschrijft het {name} en de middelen die ervoor nodig zijn in de komende jaren.",
        "1.1 Uitdagingen en kansen",
        *(sentence for sentence, _ in grants),
        "Fig. 1 Overzicht van de acties",
        "2 Acties",
        *promises,
    ]
    sums = tuple(one.amount for _, one in grants)
    text = draw(laid_out(paragraphs))
    return DrawnDocument(
        document=_document("policy-note", text), sums=sums, programmes=(name,), commitments=tuple(promises)
    )


_REGISTER_HEAD: Final = "Verstrekker;KBO-nr;Naam subsidieontvanger;Jaar;Subthema;Toegekend (EUR);Betaald (EUR)"


@st.composite
def _subsidy_register(draw: st.DrawFn) -> DrawnDocument:
    mark, end = draw(st.sampled_from([";", ",", "\t"])), draw(st.sampled_from(["\n", "\r\n"]))
    rows = [list[str](_REGISTER_HEAD.split(";"))]
    sums, names = list[Amount](), dict[str, None]()
    for first in draw(st.lists(st.integers(1, 99_999_999), min_size=1, max_size=6)):
        number, name = f"{first:08}{97 - first % 97:02}", draw(words("programmes"))
        awarded, paid = (draw(st.integers(-9_999_999, 9_999_999)) for _ in "ab")
        year, payer = str(draw(st.integers(2015, 2030))), draw(words("subjects"))
        rows.append([payer, number, draw(words("pillars")), year, name, f"{awarded:,}", f"{paid:,}"])
        sums += [Amount.of(value) for value in (awarded, paid) if value]
        names[name] = None
    text = "".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) + end for row in rows)
    return DrawnDocument(document=_document("subsidy-register", text), sums=tuple(sums), programmes=tuple(names))


@st.composite
def _debate(draw: st.DrawFn) -> DrawnDocument:
    promises = [
        f"Ik werk met mijn administratie een plan rond {subject} uit."
        for subject in draw(st.lists(words("subjects"), min_size=1, max_size=2, unique=True))
    ]
    day, member, minister = draw(_DAYS), "An Peeters (Partij)", "Minister Jan Janssens"
    asked = f"Wat zal de minister doen rond {draw(words('subjects'))}, en wanneer zal dat gebeuren in de komende jaren?"
    told = f"Dank u wel voor uw vraag over {draw(words('subjects'))}, die ik graag en uitvoerig beantwoord. "
    head = f"over {draw(words('subjects'))}\n{_WEEKDAYS[day.weekday()]} {written_day(day)}\nhttps://parlement.example/verslag"
    speeches = [(member, asked), (minister, told + " ".join(promises)), (member, f"Dank u, minister. {asked}")]
    text = "\n\n".join([head, *(f"{speaker}\n{speech}" for speaker, speech in speeches)])
    return DrawnDocument(document=_document("debate", text, day), commitments=tuple(promises))


@st.composite
def _audit_report(draw: st.DrawFn) -> DrawnDocument:
    name = draw(words("programmes"))
    text = "\n\n".join(
        [
            f"Audit van het {name}",
            "Vaststellingen",
            f"Het onderzoek van het {name} liep een jaar. De dienst stelt vast dat de doelen niet meetbaar zijn.",
            f"De dienst wijst erop dat {draw(words('subjects'))} niet wordt opgevolgd.",
            "Aanbevelingen",
            f"De dienst beveelt aan {draw(words('subjects'))} op te volgen. Deze aanbevelingen zijn voor de minister.",
        ]
    )
    return DrawnDocument(document=_document("audit-report", text), programmes=(name,))


@st.composite
def _decision_list(draw: st.DrawFn) -> DrawnDocument:
    day, name = draw(_DAYS), draw(st.sampled_from(("Besluitenlijst", "Notulen")))
    titles = draw(st.lists(words("subjects"), min_size=1, max_size=6, unique=True))
    outcomes = ("Goedgekeurd", "Kennisname", "Verdaagd", "Unaniem goedgekeurd", "Verworpen")
    items = [f"{n}. {title.capitalize()}.\n\n{draw(st.sampled_from(outcomes))}" for n, title in enumerate(titles, 1)]
    text = "\n\n".join([f"{name} gemeenteraad", f"Zitting van {written_day(day)}", "Openbare zitting", *items])
    decided = tuple((f"{title.capitalize()}.", day) for title in titles)
    return DrawnDocument(document=_document("decision-list", text, day), decisions=decided)


_FAMILIES: Final[dict[str, Callable[[], st.SearchStrategy[DrawnDocument]]]] = {
    "adherence-report": _adherence_report,
    "closing-report": _closing_report,
    "written-question": _written_question,
    "press-release": _press_release,
    "policy-note": _policy_note,
    "agreement-section": _agreement_section,
    "decisions": _decisions,
    "subsidy-register": _subsidy_register,
    "debate": _debate,
    "audit-report": _audit_report,
    "decision-list": _decision_list,
}


def documents(family: str | None = None) -> st.SearchStrategy[DrawnDocument]:
    """Draw a document of a family with the facts that stand in it.

    Args:
        family: One of `flanders_care.FAMILIES`, or `None` for any of them.

    Returns:
        A strategy. The documents have what such documents have: words broken by the PDF, page breaks and footnotes,
        lists in several styles, references with links.

    Raises:
        UnknownNameError: If there is no such family.

    Example:
        >>> from hypothesis import find
        >>> drawn = find(documents("agreement-section"), lambda drawn: len(drawn.commitments) == 1)
        >>> drawn.document.family, drawn.commitments[0].startswith("We ")
        ('agreement-section', True)
    """
    if family is None:
        return st.sampled_from(list(_FAMILIES)).flatmap(documents)
    if family not in _FAMILIES:
        raise UnknownNameError(f"no family {family!r}; the families are {', '.join(_FAMILIES)}")
    return _FAMILIES[family]()
