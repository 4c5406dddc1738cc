"""Is this sentence a promise, and how firm, and by when?

A promise binds its speaker to something that does not exist yet: ``we voorzien``, ``zal``, ``wordt opgericht``, or a
list item without a verb under a heading that plans. Questions, context, diagnosis, definitions and results are none.
In a coalition agreement nearly every sentence promises, and weighted cues find those that do not; elsewhere few
sentences do, and only a form that binds makes one.
"""

from __future__ import annotations

import enum
import math
import re

import attrs

from flanders_care.dutch.dates.mentions import DateMention, read_dates
from flanders_care.dutch.promises.cues import find_cues, split_words
from flanders_care.dutch.text.clauses import main_words
from flanders_care.dutch.text.wordlists import read_group
from flanders_care.fields import instance_of
from flanders_care.model.commitment import CommitmentKind
from flanders_care.period import PartialDate
from flanders_care.regex import regex

_THRESHOLD = 0.45
_SHORTEST_ACTION = 4
_WE = frozenset({"we", "wij"})
_WOULD = frozenset({"zou", "zouden"})
_FUTURE = frozenset({"zal", "zullen"})
_SOFT = read_group("soft verbs")
_WISHES = read_group("wishes")
_WANTS = frozenset({"wil", "willen"})
_ACTIONS = read_group("action infinitives")
_MUSTS = read_group("musts")
_PAST = read_group("past verbs")
_HAVE = frozenset({"heeft", "hebben", "hebt"})
_BECOME = frozenset({"wordt", "worden"})
_PROPOSED = regex(
    r"\b(?:voorgesteld|aangewezen|aanbevolen|mogelijkheden onderzocht|wordt (?:nog )?(?:bekeken|onderzocht))\b"
)
_BINDING = regex(
    r"\b(?:voorziet|voorzien we|maa?kt?(?:en)? (?:\w+ ){0,4}werk van|zet(?:ten)? (?:\S+ ){0,8}in\b|"
    r"er komt|komt er|komen er|gaat (?:\w+ ){0,4}van start|engageert zich|"
    r"verbindt zich|verzekert|richt (?:\w+ ){0,6}op|trekt (?:\w+ ){0,6}uit)\b"
)
_ONGOING = regex(r"\b(?:ontwikkelt(?! zich)|werkt (?:\w+ ){0,2}aan)\b")
_AIMING = regex(r"\b(?:gaat (?:\w+ ){0,2}voor|als missie|heeft tot doel|doelstelling (?:is|blijft)|bedoeling)\b")
_CONDITION = regex(r"(?:als|indien|wanneer)\b[^,]*,")
_PASSIVE_ACTION = regex(
    r"\b(?:op|in|uit|af|door|over|vrij|vast|voort|verder|aan)?(?:ge|be|ver)"
    r"(?:richt|werkt|maakt|zet|steld|lanceerd|start|voerd|bouwd|"
    r"breid|trokken|steund|organiseerd|financierd|stemd|legd|nomen|ankerd|groot|sterkt|evalueerd|bracht|geven|schaft|"
    r"voegd)\b"
    r"|\b(?:voorzien|ontwikkeld|opgericht|uitgebouwd|vrijgemaakt|ondersteund|toegekend|verdergezet)\b"
)
_STATED = regex(r"\b(?:is|zijn|was|waren|betekent|omvat|omvatten|bestaat|bestaan|bedraagt|bedragen|blijkt)\b")
_REPORTED = regex(r"\b(?:naar verwachting|verwacht|voorspeld|voorspellingen|prognoses?|toont|tonen)\b")
_MARKED = regex(r"[^\W_]+(?:[’'-][^\W_]+)*|[?.;:,!)]")
_MARK = regex(r"^\s*(?:[•·▪◦‣*–—-]|o(?=\s)|\(?(?:\d{1,2}|[a-z])[.)])\s*")
_LATEST = regex(
    r"\b(?:tegen|uiterlijk(?: op| in| tegen| eind)?|ten laatste(?: tegen| in| op)?|v[óo]+r|voor|tot(?: en met)?|"
    r"in de loop van|eind|einde|midden|medio|begin|najaar|voorjaar|in|op)\s"
    r"(?:de |het |eind |einde |begin |midden |jaar )*$",
    re.IGNORECASE,
)
_OPEN = regex(r"\b(?:vanaf|sinds|uit|van|sedert)\s(?:het |begin |eind |jaar )*$", re.IGNORECASE)


class Setting(enum.StrEnum):
    """What surrounds a sentence: how likely it is to promise before it is read."""

    AGREEMENT = "agreement"  # a coalition agreement: nearly all is promised
    PLAN = "plan"  # under a heading that plans (acties, vervolg): list items without a verb are planned actions
    STATEMENT = "statement"  # an answer, a press release, a note
    REPORT = "report"  # results, lessons, context


@attrs.frozen(kw_only=True)
class Promise:
    """What one sentence promises.

    Attributes:
        kind: How firmly.
        deadline: By when, as exactly as stated.
        score: How sure, 0..1: the cues' log odds through the logistic function in a coalition agreement; elsewhere
            1 for a firm form and 0.5 for a soft one.

    Example:
        >>> classify("We richten tegen 2025 een fonds op.").deadline
        PartialDate('2025')
    """

    kind: CommitmentKind = attrs.field(validator=instance_of(CommitmentKind))
    deadline: PartialDate | None = attrs.field(default=None, validator=instance_of(PartialDate, optional=True))
    score: float = attrs.field(default=1.0, validator=instance_of(float))

    @property
    def firm(self) -> bool:
        """Whether it binds."""
        return self.kind.firm


def classify(sentence: str, *, setting: Setting = Setting.STATEMENT) -> Promise | None:
    """Tell whether a sentence is a promise.

    Args:
        sentence: One sentence, its heading taken off and its broken words joined.
        setting: What surrounds it.

    Returns:
        The promise, or None for a question, context, diagnosis, definition or result.

    Example:
        >>> classify("We voorzien regelluwe zones.").kind
        <CommitmentKind.PROMISE: 'promise'>
        >>> classify("Hoe zal dit worden gerealiseerd?") is None
        True
    """
    plain = " ".join(_MARK.sub("", sentence).split())
    words = split_words(plain)
    if not words or plain.rstrip("\"'”’)").endswith("?"):
        return None
    if setting is Setting.AGREEMENT:
        odds = promise_score(plain)
        kind, score = (_soften(words) if odds > _THRESHOLD else None), 1 / (1 + math.exp(-odds))
    elif plain.endswith(":"):
        return None
    else:
        kind = _read_kind(main_words(_MARKED.findall(plain.lower())), plain, setting)
        score = 1.0 if kind is not None and kind.firm else 0.5
    return None if kind is None else Promise(kind=kind, deadline=read_deadline(plain), score=score)


def promise_score(sentence: str) -> float:
    """Weigh the cues of a sentence from a coalition agreement.

    Args:
        sentence: One sentence, its heading taken off and its broken words joined.

    Returns:
        The log odds that it promises, as the shipped cues add them up.

    Example:
        >>> promise_score("We investeren in walstroom.") > promise_score("Taalkennis is de sleutel.")
        True
    """
    return sum(cue.weight for cue in find_cues(sentence))


def read_deadline(sentence: str) -> PartialDate | None:
    """Find by when something is promised.

    Args:
        sentence: One sentence.

    Returns:
        The last date that a word of time points at (``tegen 2025``, ``eind 2022``, ``in 2021``), or None.
        ``vanaf`` says when something begins and is no deadline.

    Example:
        >>> read_deadline("Tegen 2025 investeren we in walstroom, vanaf 2021 in laadpalen.")
        PartialDate('2025')
    """
    found = [date for date in read_dates(sentence) if _limits(sentence, date)]
    if not found:
        return None
    last = max(found, key=lambda date: (date.until or date.iso, -date.start))
    return PartialDate.parse(last.until or last.iso)


def _limits(sentence: str, date: DateMention) -> bool:
    before = sentence[max(0, date.start - 40) : date.start]
    return _OPEN.search(before) is None and (_LATEST.search(before) is not None)


def _soften(words: list[str]) -> CommitmentKind:
    """Return how firm a promise of an agreement is."""
    present = set(words)
    if not present.isdisjoint(_WOULD):
        return CommitmentKind.PROPOSAL
    if present.isdisjoint(_WE | _FUTURE | _BECOME) and not present.isdisjoint({"kan", "kunnen"}):
        return CommitmentKind.PROPOSAL
    if not present.isdisjoint(_WISHES) and present.isdisjoint(_ACTIONS):
        return CommitmentKind.AMBITION
    return CommitmentKind.PROMISE


def _read_kind(words: list[str], plain: str, setting: Setting) -> CommitmentKind | None:
    """Return the kind of a sentence outside an agreement, by the form of its verbs."""
    present, low = set(words), plain.lower()
    if not present.isdisjoint(_PAST) or _REPORTED.search(low) is not None:
        return None
    if not present.isdisjoint(_WOULD) or _PROPOSED.search(low) is not None:
        return CommitmentKind.PROPOSAL
    if not present.isdisjoint(_FUTURE):
        return CommitmentKind.PROMISE
    wish = _read_wish(present, low)
    if wish is None and not present.isdisjoint(_SOFT):
        return CommitmentKind.PROPOSAL
    return wish or _read_firm(words, low, setting)


def _read_wish(present: set[str], low: str) -> CommitmentKind | None:
    """Tell what somebody wants: to do something, which is planned, or to become something, which is an ambition."""
    if not present.isdisjoint(_WANTS) and not present.isdisjoint(_ACTIONS):
        return CommitmentKind.PLANNED_ACTION
    wishes = not present.isdisjoint(_WISHES) or _AIMING.search(low) is not None
    return CommitmentKind.AMBITION if wishes else None


def _read_firm(words: list[str], low: str, setting: Setting) -> CommitmentKind | None:
    """Return the kind of a sentence without a modal verb."""
    present = set(words)
    if _CONDITION.match(low) is not None:
        return None
    if setting is Setting.PLAN and _is_verbless(present, low):
        return CommitmentKind.PLANNED_ACTION
    if setting is Setting.REPORT:
        return None
    if _binds(present, low):
        return CommitmentKind.PROMISE
    if _ONGOING.search(low) is not None:
        return CommitmentKind.PLANNED_ACTION
    if not present.isdisjoint(_MUSTS):
        return CommitmentKind.PROPOSAL
    return None


def _binds(present: set[str], low: str) -> bool:
    """Tell whether a form binds: *we* with the present, *wordt* with the participle of an act, or a verb that binds."""
    present_tense = present.isdisjoint(_HAVE)
    passive = not present.isdisjoint(_BECOME) and _PASSIVE_ACTION.search(low) is not None
    active = not present.isdisjoint(_WE) and _STATED.search(low) is None
    return (present_tense and (passive or active)) or _BINDING.search(low) is not None


def _is_verbless(present: set[str], low: str) -> bool:
    finite = _BECOME | _HAVE | _MUSTS | _FUTURE | _SOFT | _WISHES | _PAST | _WE
    return present.isdisjoint(finite) and _STATED.search(low) is None and len(low.split()) >= _SHORTEST_ACTION
