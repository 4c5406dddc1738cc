"""Press releases of ministers and administrations (*persbericht*).

The shape: a date and perhaps a title and labels of the web page, a lead, short headings, quotes with a speaker. Money
is announced; a sum that the lead and the body state is one sum. Those who speak in quotes bind themselves.
Where the release tells what somebody audited or advises, nothing is promised and no sum funds anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.promises.reading import Setting
from flanders_care.families.audit_report import looks_on
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble, main_programme, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.reading.pledges import find_commitments
from flanders_care.reading.quotes import find_quotes, speaker_at
from flanders_care.reading.running_text import Sentence
from flanders_care.regex import regex

FAMILY = "press-release"

_LABELS = frozenset(
    {"tags", "category", "categorie", "categorieën", "thema", "thema's", "thema’s", "delen", "share", "contact", "pers"}
)
_HEAD = 8  # blocks that may hold date, title and labels
_TITLE = 200  # longest title (characters)
_AROUND_DATE = 60  # characters beside the date in its line
_KIND = regex(r"^(?:persbericht|persmededeling|press release|nieuws|nieuwsbericht)\b", re.IGNORECASE)


def load(document: Document) -> Loaded:
    r"""Read a press release.

    Args:
        document: The press release; any text is read, nothing is raised.

    Returns:
        Its programmes with pillars and partners, actors, announced sums, figures and promises, and what was not
        understood: `no-date-found`, `no-programme-found`, `quote-without-speaker`.

    Example:
        >>> text = "14 mei 2020\n\nMinister Crevits trekt elk jaar 3 miljoen euro uit voor TETRA.\n"
        >>> corpus = load(Document(id="p", text=text)).corpus
        >>> corpus.documents[0].date, str(corpus.funding_lines[0].amount), corpus.funding_lines[0].stage.value
        ('2020-05-14', '3.000.000 EUR', 'announced')
    """
    facts = read_facts(document)
    main = main_programme(facts)
    quotes = find_quotes(facts)
    setting = None if looks_on(facts.reading.text) else Setting.STATEMENT  # who audits promises and funds nothing
    parts = Parts(
        family=FAMILY,
        commitments=find_commitments(
            facts,
            setting_of=lambda _: setting,
            section_of=lambda s: _section(facts, s),
            speaker_of=lambda s: speaker_at(quotes, s.start),
            main=main,
        ),
        main=main,
        announced=True,
        counts=lambda _: setting is not None,
        diagnostics=_diagnostics(facts),
        title=_title(facts),
        date=_date(facts),
    )
    return assemble(facts, parts)


def _head(facts: Facts) -> list[str]:
    """The short blocks before the lead."""
    found: list[str] = []
    for passage in facts.reading.passages[:_HEAD]:
        words = facts.reading.words(passage)
        if len(words) > _TITLE or (words.endswith(".") and not read_dates(words)):
            break
        found.append(words)
    return found


def _date(facts: Facts) -> str | None:
    """The first date of the head, else none: dates in the text are of what it tells."""
    return next((read_dates(words)[0].iso for words in _head(facts) if _is_dated(words)), None)


def _is_label(words: str) -> bool:
    return words.strip().strip(":").lower() in _LABELS or _KIND.match(words) is not None


def _is_dated(words: str) -> bool:
    """Tell whether a line gives the date of the release and little else."""
    dates = read_dates(words)
    return bool(dates) and len(words) - len(dates[0].quote) < _AROUND_DATE


def _title(facts: Facts) -> str | None:
    """The first block of the head that is neither date nor label and has text below it."""
    head = _head(facts)
    if len(head) == len(facts.reading.passages):
        head = head[:1]
    titles = (words for words in head if not _is_label(words) and not read_dates(words) and len(words.split()) > 2)
    return next(titles, None)


def _section(facts: Facts, sentence: Sentence) -> str | None:
    """The heading above a sentence; the labels of the web page are none."""
    name = facts.reading.section_name(sentence.start)
    return None if name is None or _is_label(name) or _is_dated(name) else name


def _diagnostics(facts: Facts) -> Iterator[Diagnostic]:
    if _date(facts) is None:
        yield noted(facts, "no-date-found", "no date stands at the head of the press release")
    if not facts.programmes:
        yield noted(facts, "no-programme-found", "the press release names no programme that is known by name")
    for quote in find_quotes(facts):
        if quote.speaker is None:
            yield noted(facts, "quote-without-speaker", "nobody is named who says this", (quote.start, quote.end))
