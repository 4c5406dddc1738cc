"""What a sum is: granted, budgeted, moved, asked for, a cost, a rule, an income, or only mentioned.

The rules stand in order and have names; the first that holds decides, and `AmountMention.rule` says which it was.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Callable
from decimal import Decimal

from flanders_care.dutch.amount_scan import Found
from flanders_care.dutch.money_context import Place
from flanders_care.dutch.money_multiples import gives_each
from flanders_care.dutch.money_time import per_unit
from flanders_care.money import Qualifier

__all__ = ["FUNDING_ROLES", "Role", "agree", "role_of"]


class Role(enum.StrEnum):
    """What a sum is in its document."""

    GRANTED = "granted"  # toegekend: subsidie, steun
    BUDGET = "budget"  # voorzien, gereserveerd, vrijgemaakt
    TRANSFERRED = "transferred"  # herverdeeld tussen kredieten
    ADVANCE = "advance"  # voorschot
    REQUESTED = "requested"  # aangevraagd
    COST = "cost"  # kostprijs, raming, investering van een ander
    NORM = "norm"  # plafond, tarief, premie, drempel
    INCOME = "income"  # ontvangst, lening, opbrengst
    REFERENCE = "reference"  # een vroegere beslissing, context


FUNDING_ROLES = frozenset({Role.GRANTED, Role.BUDGET, Role.TRANSFERRED, Role.ADVANCE})
"""The roles of sums that fund something."""

_SMALL = Decimal(10_000)
_PERSONAL = Decimal(300_000)
_LIMITS = frozenset({Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.RANGE})

_GRANT_VERB = re.compile(
    r"\b(?:kent|kennen|(?:verleent|verlenen)(?!\s+(?:\w+\s+){0,4}(?:goedkeuring|machtiging|medewerking)))\b", re.IGNORECASE
)
_MAY_GET = re.compile(
    r"\b(?:kunnen|kan|mogen|mag|komen\s+in\s+aanmerking)\b[^.;]{0,120}$", re.IGNORECASE
)
_GET = re.compile(r"\b(?:ontvang|krijg|aanvra|bekom|geniet|lenen|verkrijg|oplopen|toegekend|aangevraagd|indienen)", re.IGNORECASE)
_RULE_NOUN = re.compile(
    r"\b\S*(?:premie|tarief|tarieven|boete|retributie|drempel\w*|grens|grensbedrag|loongrens|forfait\w*|ontleningsbedrag|leenbedrag|minimumbedrag"
    r"|maximumbedrag|bosbehoudsbijdrage|heffing|waarborg|toeslag|inschrijvingsgeld|huurprijs|dagprijs|aansluitingskost|startbedrag|basisbedrag"
    r"|subsidiabel\s+projectvoorstel|looptijd|certificaat|cofinanciering\s+per)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_RULE_BEHIND = re.compile(r"^\s*(?:subsidieerbare|subsidiabele|in\s+aanmerking\s+komende|bruto|netto|of\s+minder|of\s+meer)\b", re.IGNORECASE)
_PER_IN_NOUN = re.compile(r"\b(?:subsidie|bedrag|budget|steun|bijdrage|tegemoetkoming|kapitaalinjectie)\b[^.;]{0,40}\bper\s+(?!jaar|werkjaar|schooljaar)\w+[^.;]{0,60}$", re.IGNORECASE)
_REQUESTED = re.compile(r"\b(?:ge|aange)vraagde?|\bsteunvraag|\bsubsidie-?aanvra\w+|\bvraagt\b|\bvragen\b|\bverzoekt\b", re.IGNORECASE)
_COST_BEFORE = re.compile(
    r"\b(?P<word>\w*kost(?:en)?|\w*kostprijs|kostenraming|geraamd|raming|ingeschat|geschat|omzet|uitgaven|bouwkost\w*|projectkost\w*|prijskaartje|marktwaarde|waarde"
    r"|investeringen\s+van\s+bedrijven|schade\w*|achterstand|aankoopprijs|totale\s+investering\w*)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_COST_EXCUSE = re.compile(
    r"\b(?:tegemoetkoming|[a-z]*subsidi\w+|steun|krediet\w*|budget\w*|kent|krijg\w*|ontvang\w*|cofinanciering\w*|middelen|bedrag\s+van)\b",
    re.IGNORECASE,
)
_GOVERNMENT_ACTS = re.compile(r"\b(?:Vlaamse\s+Reg\w*|Vlaamse\s+over\w*|ze)\b")
_THIRD_PARTY = re.compile(
    r"\binvesteer(?:t|de|den)\b|\binvesteren\b|\b(?:plant|plannen|totale|geplande)\b[^.;]{0,40}\binvestering\w*", re.IGNORECASE
)
_GOVERNMENT = re.compile(r"\b(?:Vlaamse\s+Reg|Vlaamse\s+over|[Zz]e\b|minister|Vlaanderen|VLAIO|agentschap|departement|regering)", re.IGNORECASE)
_INCOME = re.compile(
    r"\b(?:ontvangst\w*|opbrengst\w*|inkomsten|levert\s+[^.;]{0,20}op|terugvorder\w*|terugbetaal\w*|terugstort\w*|teruggestort|dividend\w*|verkoopprijs|\w*overschot"
    r"|saldo\s+van\s+de\s+rekening|financieringsovereenkomst\s+tussen)\b[^.;]{0,120}$",
    re.IGNORECASE,
)
_INCOME_BEHIND = re.compile(r"^[^.;]{0,40}\b(?:terug\s+te\s+(?:vorderen|betalen|storten)|teruggevorderd|teruggestort|terugbetaald)\b", re.IGNORECASE)
_LEFT_AS_IT_IS = re.compile(
    r"^[^.;]{0,60}?\b(?:blijft|blijven|niet\s+(?:volledig\s+|helemaal\s+|meer\s+)?(?:besteed|opgebruikt|benut|aangewend|nodig)"
    r"|(?:zal|kan)\s+niet\s+(?:volledig\s+)?)\b",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(r"\b(?:die|dat|waarvan\s+\S+\s+\S+|indien\s+\S+)\s+(?:meer|minder|hoger|lager)\s+(?:dan\s+)?(?:is\s+dan\s+)?$|\b(?:vanaf|boven|onder)\s+(?:de\s+)?$", re.IGNORECASE)
_PAST_VERB = (
    r"keurde|kende|besliste|werd|werden|bedroeg|bedroegen|voorzag|had|hadden|maakte|lanceerde|reserveerde|stelde|trok|kreeg|kregen|beschikte|herverdeelde|"
    r"investeerde|investeerden|besteedde|verleende|nam|legde|wees|ging|was|waren|toegezegd"
)
_RELATIVE = re.compile(r"\b(?:die|dat|waar\w*)\b", re.IGNORECASE)
_PRESENT_VERB = (
    r"beoogt|ambieert|kent|keurt|beslist|hecht|voorziet|voorzien|maakt|reserveert|verleent|herverdeelt|herschikt|stelt|wordt|worden|is|zijn|zal|zullen|geeft|trekt|wijst|verhoogt|legt|wil"
    r"|investeert|bedraagt|stemt|bestemt|krijgt|krijgen|ontvangt|ontvangen|betaalt|kan|kunnen|moet|neemt|zet|bekrachtigt|machtigt|lanceert|bestendigt|draagt|vergt|gaat"
)
_PERFECT = re.compile(r"\b(?:heeft|hebben)\b[^.;]{0,140}$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"^[^.;]{0,60}?\b(?:ge[a-zï]{3,}(?:d|t|en)|voorzien|besteed|toegezegd|toegekend|vastgelegd|uitgetrokken)\b", re.IGNORECASE)
_VERB = re.compile(rf"\b(?:(?P<past>{_PAST_VERB})|(?P<present>{_PRESENT_VERB}))\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?<!opzichte van de )(?<!bovenop de )\b(?:eerder|eerdere|indertijd|destijds|vorig|vorige|al\s+(?:een\s+)?(?:vastgelegde?|goedgekeurde?|toegekende?|gereserveerde?|ingeschreven)|reeds|oorspronkelijke?|net\s+zoals"
    r"|nu\s+al|sinds\s+20\d\d|bestaande)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(r"^[^.;,]{0,40}\b(?:sinds\s+20\d\d|is\s+goedgekeurd\s+in|is\s+eerder|goed\s+in\s+\w+\s+20\d\d|werd\w*\s+eerder|die\s+(?:bij|in)\s[^.;]{0,40}werd)", re.IGNORECASE)
_CHANGED_FROM = re.compile(r"\b(?:verhog|verhoog|verlaag|verlag|opgetrokken|optrek|aangepast|bijgesteld)\w*\b[^.;]{0,120}\bvan\s+$", re.IGNORECASE)
_CHANGED_TO = re.compile(r"^\s{0,3}(?:tot|naar)\b", re.IGNORECASE)
_TRANSFER = re.compile(
    r"\b(?:herverdel\w*|herverdeel\w*|herschik\w*|herbestem(?!ming)\w*|overgeheveld|overhevel\w*|overdracht\s+van|verschuif\w*|verschoven|verschuiving|toe\s+te\s+voegen|overboek\w*)\b",
    re.IGNORECASE,
)
_TRANSFERRED = re.compile(
    r"\b(?:herverdeeld|herschikt|herbestemd|overgeheveld|verschoven|overgeboekt|te\s+her(?:verdelen|schikken|bestemmen)|toe\s+te\s+voegen|over\s+te\s+hevelen)\b",
    re.IGNORECASE,
)
_ADVANCE = re.compile(r"\bvoorschot\w*\b[^.;]{0,60}$", re.IGNORECASE)
_GRANT_NEAR = re.compile(
    r"(?:[a-zà-ÿ]*subsid\w*|[a-zà-ÿ]*steun\b|toelage\w*|dotatie|tegemoetkoming|cofinanciering\w*|projectfinanciering|werkingsmiddelen\s+toe|bijdrage|ondersteuning|vergoeding|"
    r"beurs|beurzen|toe\s{0,2}a\s?an\b|\bkrijg\w*|\bontvang\w*|toegekend|toekenn\w*|toe\s+te\s+kennen|betaalt|gesteund|overdragen|[a-zà-ÿ]*noodhulp|bijdragen|[a-zà-ÿ]*forfait|\bkent\b)",
    re.IGNORECASE,
)
_BUDGET_NEAR = re.compile(
    r"(?:\w*budget\w*|\w*krediet\w*|voorzie\w*|vrijgemaakt|vrij\s+te\s+maken|vrijgave|\bmaakt\b|uitgetrokken|uit\s+te\s+trekken|trekt|reserv\w*|gereserveerd|vastlegg\w*|vast\s+te\s+leggen"
    r"|bested\w*|inzet\w*|in\s+te\s+zetten|ingezet|investe(?!\w*subsid)\w*|enveloppe|middelen|ter\s+beschikking|oproep|provisie|begroot|begroting(?!sja)|schijf|toegewezen|toe\s+te\s+wijzen|wijst)",
    re.IGNORECASE,
)
_TITLE_GRANT = re.compile(r"toekenning|subsidi|\bsteun\b|toelage|cofinanciering|projectsubsidie|financiële ondersteuning", re.IGNORECASE)
_BEHIND = 12  # a word behind a sum says less of it than one before it
_TITLE_AWARD = re.compile(r"toekenning\s+van\s+(?:een|de|een\s+\w+)\s+\w*subsidie\b|\b(?:[Tt]oelage|[Ss]ubsidie)\s+aan\s|\bconvenant\s+\w", re.IGNORECASE)
_OPEN_CALL = re.compile(r"oproep|regeling|reserv|krediet|provisie|voorwaarden|enveloppe|noodfonds", re.IGNORECASE)
_GRANT_NOUN_BEHIND = re.compile(r"^\s{0,4}(?!(?:van|uit|vanuit|voor|aan|in)\b)(?:[a-zà-ÿé]+\s+){0,2}?[a-zà-ÿ]*(?:subsidie|subsidies|steun|toelage|dotatie|cofinanciering)\b", re.IGNORECASE)
_CREDIT = re.compile(r"krediet", re.IGNORECASE)
_OWN_ACT = re.compile(r"\b(?:Vlaamse\s+Reg\w*|ze)\b[^.]{0,80}\b(?:kent|keurt|beslist|hecht|voorziet|maakt|reserveert|verleent|herverdeelt|wijzigt|neemt|stelt|stemt)\b|\b(?:kent|keurt|beslist|hecht|voorziet|maakt|verleent|wijzigt|verlengt|neemt|stelt|stemt)\b[^.]{0,30}\b(?:de\s+Vlaamse\s+Reg|ze\b)", re.IGNORECASE)


def role_of(item: Found, place: Place, qualifier: Qualifier, text: str, head: str) -> tuple[Role, str]:
    """Say what a sum is.

    Args:
        item: The sum.
        place: Its surroundings.
        qualifier: How firmly it is stated.
        text: The whole text, levelled.
        head: Title and long title, `""` where there is none.

    Returns:
        The role and the name of the rule that decided.
    """
    for name, role, rule in _RULES:
        if rule(item, place, qualifier, text):
            return role, name
    return _granted_or_budget(place, head)


def _unit_rate(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return item.times == 1 and per_unit(place) and not gives_each(place) and (
        not _GRANT_VERB.search(place.before) or bool(re.match(r"\s*\w*\s*per\b", place.clause_after))
    )


def _rule_limit(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    if qualifier not in _LIMITS or item.value >= 50_000_000:
        return False
    may = _MAY_GET.search(place.before)
    return bool(may and (_GET.search(may[0]) or _GET.search(place.after[:80]))) or bool(_PER_IN_NOUN.search(place.clause_before))


def _rule_noun(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    if item.value >= _PERSONAL or _GRANT_VERB.search(place.before[-200:]):
        return False
    return bool(_RULE_NOUN.search(place.clause_before[-160:]) or _RULE_BEHIND.match(place.clause_after))


def _threshold(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return bool(_THRESHOLD.search(place.clause_before[-60:])) and item.value < 10_000_000


def _unchanged(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    """What stays as it is, or was not spent, is no new money."""
    return qualifier is Qualifier.EXACT and bool(_LEFT_AS_IT_IS.match(place.clause_after))


def _small(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return item.value < _SMALL and item.times == 1 and not _GRANT_VERB.search(place.before)


def _requested(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return bool(_REQUESTED.search(place.clause_before[-110:])) and not _GRANT_VERB.search(place.clause_before[-110:])


def _cost(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    before = place.clause_before[-170:]
    match = _COST_BEFORE.search(before)
    if match is not None and not _COST_EXCUSE.search(before):
        return not _GOVERNMENT_ACTS.search(before, match.end("word"))
    near = before[-110:] + " " + place.clause_after[:70]
    return bool(_THIRD_PARTY.search(near)) and not _GOVERNMENT.search(place.before) and not _GRANT_NEAR.search(near)


def _income(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return bool(_INCOME.search(place.before[-260:]) or _INCOME_BEHIND.match(place.clause_after))


@functools.lru_cache(maxsize=8)
def _tells_own_act(text: str) -> bool:
    """Whether the text tells of an act of the government itself; asked once for each text, not for each sum."""
    return _OWN_ACT.search(text) is not None


def _past_act(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    """The decision speaks of its own act in the present tense; what it tells in the past tense is another act."""
    if place.in_head or not _tells_own_act(text):
        return False
    if _EARLIER.search(place.clause_before[-120:]) or _EARLIER_BEHIND.match(place.clause_after):
        return True
    if _PERFECT.search(place.before) and _PARTICIPLE.match(place.after):
        return True
    verb = None
    for verb in _VERB.finditer(place.before):
        pass
    if verb is None:
        verb = _main_verb(place.after)
    return verb is not None and verb["past"] is not None


def _main_verb(after: str) -> re.Match[str] | None:
    """Find the finite verb behind a subject; the verb of a relative clause (`die werden betoelaagd`) comes before it."""
    verbs = list(_VERB.finditer(after))[:2]
    relative = _RELATIVE.search(after)
    if len(verbs) == 2 and relative is not None and relative.start() < verbs[0].start():
        return verbs[1]
    return verbs[0] if verbs else None


def _ambition(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    """What a government wants to reach is no money that it gives: `wil deze regeerperiode voor 3 miljard investeren`."""
    verb = None
    for verb in _VERB.finditer(place.before):
        pass
    return verb is not None and verb[0].lower() in {"wil", "beoogt", "ambieert"} and not place.in_head


def _changed_from(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return bool(_CHANGED_FROM.search(place.before[-180:]) and _CHANGED_TO.match(place.after))


def _transfer(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    match = None
    for match in _TRANSFER.finditer(place.before):
        pass
    if match is None:
        return bool(_TRANSFERRED.search(place.clause_after[:160])) and not _GRANT_VERB.search(place.before)
    return not _GRANT_VERB.search(place.before, match.end())


def _advance(item: Found, place: Place, qualifier: Qualifier, text: str) -> bool:
    return bool(_ADVANCE.search(place.clause_before[-90:]))


_RULES: tuple[tuple[str, Role, Callable[[Found, Place, Qualifier, str], bool]], ...] = (
    ("requested", Role.REQUESTED, _requested),
    ("changed-from", Role.REFERENCE, _changed_from),
    ("unit-rate", Role.NORM, _unit_rate),
    ("rule-limit", Role.NORM, _rule_limit),
    ("rule-noun", Role.NORM, _rule_noun),
    ("threshold", Role.NORM, _threshold),
    ("small-sum", Role.NORM, _small),
    ("advance", Role.ADVANCE, _advance),
    ("past-act", Role.REFERENCE, _past_act),
    ("unchanged", Role.REFERENCE, _unchanged),
    ("ambition", Role.REFERENCE, _ambition),
    ("cost", Role.COST, _cost),
    ("income", Role.INCOME, _income),
    ("transfer", Role.TRANSFERRED, _transfer),
)


def _granted_or_budget(place: Place, head: str) -> tuple[Role, str]:
    """Weigh the words of granting against those of budgeting: the nearest wins, the title breaks ties."""
    near, behind = place.clause_before[-140:], place.clause_after[:90]
    if _GRANT_NOUN_BEHIND.match(behind):
        return Role.GRANTED, "grant-noun"
    if _GRANT_VERB.search(place.before):
        credit = _CREDIT.search(place.before[-200:]) or _CREDIT.search(behind[:20])
        return (Role.BUDGET, "credit-granted") if credit else (Role.GRANTED, "grant-verb")
    grant = min(_last(_GRANT_NEAR, near), _first(_GRANT_NEAR, behind) + _BEHIND)
    budget = min(_last(_BUDGET_NEAR, near), _first(_BUDGET_NEAR, behind) + _BEHIND)
    if grant < budget:
        return Role.GRANTED, "grant-word"
    if _TITLE_AWARD.search(head) and not _OPEN_CALL.search(place.before) and "voorwaarden" not in head:
        return Role.GRANTED, "title-award"
    if budget < 999:
        return Role.BUDGET, "budget-word"
    return (Role.GRANTED, "title-grant") if _TITLE_GRANT.search(head) else (Role.BUDGET, "otherwise-budget")


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Return how far before the sum the last hit ends; 999 without one."""
    hits = [match.end() for match in pattern.finditer(text)]
    return len(text) - hits[-1] if hits else 999


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else 999


_CLAUSE_VERB = re.compile(
    r"\b(?:kent|kennen|keurt|verleent|verlenen|voorzi\w+|reserv\w+|maakt|beslist|wordt|worden|krijg\w*|ontvang\w*|legt|trekt|bedraagt|zal|stelt|gaat|herverdeel\w*|wijst)\b",
    re.IGNORECASE,
)
_WORD_RULES = frozenset({"grant-word", "budget-word", "title-award", "title-grant", "otherwise-budget"})


def agree(
    roles: list[tuple[Role, str]], places: list[Place], part_of: list[int | None]
) -> list[tuple[Role, str]]:
    """Let sums that stand together have one role.

    `coordinated`: a sum whose own clause has no verb has the role of the sum before it in the sentence
    (`reserveert A uit het fonds en B vanuit de dotatie`). `as-whole`: a part is funding of the kind that its whole is.
    `as-parts`: a whole of granted parts is granted.

    Args:
        roles: What `role_of` said of each sum.
        places: Their surroundings.
        part_of: Index of the whole of each part.

    Returns:
        The roles, with the name of the rule that decided last.
    """
    agreed = list(roles)
    for i in range(1, len(agreed)):
        role, rule = agreed[i]
        before = agreed[i - 1][0]
        together = places[i].sentence == places[i - 1].sentence and not _CLAUSE_VERB.search(places[i].clause_before)
        if together and rule in _WORD_RULES and before in FUNDING_ROLES and role is not before:
            agreed[i] = before, "coordinated"
    for i, whole in enumerate(part_of):
        if whole is None or not {agreed[i][0], agreed[whole][0]} <= FUNDING_ROLES:
            continue
        if agreed[i][1] == "grant-verb" or agreed[i][0] is agreed[whole][0]:
            agreed[whole] = agreed[i][0], "as-parts" if agreed[whole][1] in _WORD_RULES else agreed[whole][1]
        elif agreed[i][1] in _WORD_RULES or agreed[i][1] == "coordinated":
            agreed[i] = agreed[whole][0], "as-whole"
    return agreed
