"""The step that a decision is for its file, read from its words (Dutch: *stap*).

The cabinet names its own steps in set phrases: *keurt principieel goed*, *na advies van de Raad van State …
definitief*, *bekrachtiging en afkondiging*. The phrases stand in ``data/step_rules.txt``, most telling first;
the first that fits decides.
"""

from __future__ import annotations

from flanders_care.dutch.text.phrases import read_phrases
from flanders_care.model.decision import Decision, Step
from flanders_care.regex import regex

_BREAK = regex(r"\s{2,}|\n")
_OPENING = regex(r"(?:^|(?<=[\s\u200b]))De Vlaamse Regering\s")
# a sentence that ends, or a government that acts; "besluit van de Vlaamse Regering" stands in headings too
_PROSE = regex(r"[^\W\d_]{3}[)’']?\.\s+[A-Z]|(?<!van )(?<!door )(?<!\w)de Vlaamse Regering\s+[a-z]")
_DRAFT = regex(r"(?:voor)?ontwerp(?:besluit|decreet|\s+van\s+(?:besluit|decreet))")
_LONGEST_HEADING = 1200
_READ_OF_SUMMARY = 6000


def split_announcement(decision: Decision) -> tuple[str, str]:
    """Split a decision into what announces it and what tells it.

    Args:
        decision: A decision, with or without a title of its own.

    Returns:
        The heading (title and long title) and the summary; the summary is "" where only titles are known.

    Example:
        >>> split_announcement(
        ...     Decision(id="d", title="Bosdecreet", text="Ontwerpdecreet  De Vlaamse Regering keurt goed.")
        ... )
        ('Bosdecreet Ontwerpdecreet', 'De Vlaamse Regering keurt goed.')
    """
    title, text = decision.title.strip(), decision.text.strip()
    if not text:
        title, text = "", title
    long_title, summary = _split(text, titled=bool(title))
    return f"{title} {long_title}".strip(), summary


def _split(text: str, *, titled: bool) -> tuple[str, str]:
    """Split a text at the first wide gap, or where the government itself begins to act."""
    opening = _OPENING.search(text)
    gap = _BREAK.search(text)
    if gap and gap.start() <= _LONGEST_HEADING and not (opening and opening.start() < gap.start()):
        head = text[: gap.start()]
        if not (titled and _reads_as_prose(head)):
            return head, text[gap.end() :]
    if opening and not _reads_as_prose(text[: opening.start()]):
        return text[: opening.start()].rstrip(), text[opening.start() :]
    return ("", text) if _reads_as_prose(text) else (text, "")


def _reads_as_prose(text: str) -> bool:
    return text.rstrip().endswith(".") or _PROSE.search(text) is not None


def read_step(decision: Decision) -> Step:
    """Read how far a file has come with a decision.

    Args:
        decision: Any decision; its own `step` is not looked at.

    Returns:
        The step; `other` where no phrase of the word list fits.

    Example:
        >>> read_step(
        ...     Decision(id="d", title="Bosdecreet", text="De Vlaamse Regering keurt principieel het decreet goed.")
        ... )
        <Step.DRAFT_PRINCIPLE: 'draft_principle'>
    """
    heading, summary = (" ".join(part.lower().replace("\u200b", "").split()) for part in split_announcement(decision))
    summary = summary[:_READ_OF_SUMMARY]
    texts = {
        "heading": heading,
        "plain": "" if _DRAFT.search(heading) else heading,
        "summary": summary,
        "any": f"{heading} ; {summary}",
        "bare": "" if summary else heading,
        "note": "" if summary or decision.kind != "mededeling" else heading,
    }
    found = (row.label for row in read_phrases("dossier/step_rules.txt") if row.phrase.search(texts[row.place]))
    return Step(next(found, Step.OTHER))
