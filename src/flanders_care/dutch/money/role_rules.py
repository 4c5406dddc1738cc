"""What a sum is: granted, budgeted, moved, asked for, a cost, a rule, an income, or only mentioned.

The rules stand in order and have names; the first that holds decides, and `AmountMention.rule` says which it was.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from flanders_care.dutch.money import cues
from flanders_care.dutch.money.funding_rules import FUNDING_RULES
from flanders_care.dutch.money.norm_rules import CHANGED_RULE, NORM_RULES
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import RoleRule, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.dutch.text.patterns import last_match
from flanders_care.money import Qualifier

# characters beside a sum in which the words of these rules tell of it
_REQUEST_BEFORE, _EARLIER_BEFORE, _COST_BEFORE_SUM = 110, 200, 170
_COMPANIES_BEFORE, _COMPANIES_BEHIND, _OTHERS_BEFORE, _OTHERS_BEHIND = 200, 90, 110, 70
_MOVED_BEHIND = 160


def give_roles(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Give each sum its role, by its own words."""
    return tuple(_decided(item) for item in sums)


def _decided(item: Sum) -> Sum:
    rule = next(rule for rule in ROLE_RULES if rule.holds(item))
    return attrs.evolve(item, role=rule.role, rule=rule)


# --- asked for, or changed ------------------------------------------------------------------------------------------

_REQUESTED = re.compile(
    r"\b(?:ge|aange)vraagde?|\bsteunvraag|\bsubsidie-?aanvra\w+|\bvraagt\b|(?<!aan te )\bvragen\b|\bverzoekt\b",
    re.IGNORECASE,
)
_CHANGED_FROM = re.compile(
    r"\b(?:verhog|verhoog|verlaag|verlag|opgetrokken|optrek|aangepast|bijgesteld)\w*\b[^.;]{0,120}\bvan\s+$",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(r"^\s{0,3}(?:tot|naar)\b", re.IGNORECASE)


def _requested(item: Sum) -> bool:
    near = item.clause_before[-_REQUEST_BEFORE:]
    return bool(_REQUESTED.search(near)) and not cues.GRANT_VERB.search(near)


def _changed_from(item: Sum) -> bool:
    return bool(_CHANGED_FROM.search(item.before) and _CHANGED_TO.match(item.after))


# --- money of others, and plans -------------------------------------------------------------------------------------

_ADVANCE = re.compile(r"\bvoorschot\w*\b[^.;]{0,60}$", re.IGNORECASE)
_OTHERS_BEAR = re.compile(r"\b(?:draagt|dragen)\b(?P<between>[^.;]{0,110})$", re.IGNORECASE)
_BEAR_BEHIND = re.compile(r"^[^.;,]{0,24}\bbij\b(?!\s+(?:de|het|een)\b)", re.IGNORECASE)
_WITH_REGULAR = re.compile(
    r"\b(?:samen\s+met|bovenop)\s+(?:de\s+)?(?:reguliere|bestaande)\s+middelen\b[^.;]{0,120}$", re.IGNORECASE
)
_PLEDGED = re.compile(r"\b(?:verbintenis\w*|engagement\w*)\b[^.;]{0,140}\bom\b[^.;]{0,90}$", re.IGNORECASE)
_BY_GIVING = re.compile(
    r"\bdoor\s+(?:het\s+|de\s+|een\s+)?(?:toeken\w+|verlen\w+|voorzien|reserver\w+|vrijmak\w+)\b", re.IGNORECASE
)
_LEFT_AS_IT_IS = re.compile(
    r"^[^.;]{0,60}?\b(?:blijft|blijven|niet\s+(?:volledig\s+|helemaal\s+|meer\s+)?(?:besteed|opgebruikt|benut|aangewend|nodig)"
    r"|(?:zal|kan)\s+niet\s+(?:volledig\s+)?)\b",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    r"\b(?:Vlaamse\s+Reg|Vlaamse\s+over|[Zz]e\b|minister|Vlaanderen|VLAIO|agentschap|departement|regering)",
    re.IGNORECASE,
)
_WANTS = frozenset({"wil", "beoogt", "ambieert"})


def _advance(item: Sum) -> bool:
    return bool(_ADVANCE.search(item.clause_before))


def _others_pay(item: Sum) -> bool:
    """What third parties add is no money of the government: `de lokale besturen dragen 360.000 euro bij`."""
    bears = _OTHERS_BEAR.search(item.clause_before)
    if bears is None or not _BEAR_BEHIND.match(item.clause_after):
        return False
    return not _GOVERNMENT.search(item.before[-60 - len(bears[0]) :])


def _regular_means(item: Sum) -> bool:
    """A plan that holds money given elsewhere is no sum of this act: `samen met reguliere middelen`."""
    return bool(_WITH_REGULAR.search(item.clause_before))


def _unchanged(item: Sum) -> bool:
    """What stays as it is, or was not spent, is no new money."""
    return item.qualifier is Qualifier.EXACT and bool(_LEFT_AS_IT_IS.match(item.clause_after))


def _ambition(item: Sum) -> bool:
    """What a government wants to reach is no money that it gives: `wil voor 3 miljard investeren`."""
    verb = last_match(_VERB, item.before)
    if verb is None or verb[0].lower() not in _WANTS or item.in_head:
        return False
    return _BY_GIVING.search(item.before, verb.end()) is None  # wil steunen door het toekennen van een subsidie


def _pledge(item: Sum) -> bool:
    """What somebody has bound itself to spend is context: `de verbintenis om jaarlijks 14,5 miljoen te besteden`."""
    return bool(_PLEDGED.search(item.clause_before))


# --- another act, in the past ---------------------------------------------------------------------------------------

_PAST_VERB = (
    r"keurde|kende|besliste|werd|werden|bedroeg|bedroegen|voorzag|had|hadden|gaf|gaven|kon|konden|bepaalde|sloot|startte|ontving|ontvingen|stemde|voerde|deed|deden|wilde|herschikte|besliste|maakte|lanceerde|reserveerde|stelde|trok|kreeg|kregen|beschikte|herverdeelde|"
    r"investeerde|investeerden|besteedde|verleende|nam|legde|wees|ging|was|waren|toegezegd"
)
_PRESENT_VERB = (
    r"beoogt|ambieert|kent|keurt|beslist|hecht|voorziet|regelt|bepaalt|voert|verdeelt|selecteert|koopt|doet|verlengt|bevestigt|ondersteunt|financiert|maakt|reserveert|verleent|herverdeelt|herschikt|stelt|wordt|worden|is|zijn|zal|zullen|geeft|trekt|wijst|verhoogt|legt|wil"
    r"|investeert|bedraagt|stemt|bestemt|krijgt|krijgen|ontvangt|ontvangen|betaalt|kan|kunnen|moet|neemt|zet|bekrachtigt|machtigt|lanceert|bestendigt|draagt|vergt|gaat"
)
_VERB = re.compile(rf"\b(?:(?P<past>{_PAST_VERB})|(?P<present>{_PRESENT_VERB}))\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:die|dat|waar\w*)\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:heeft|hebben)\b[^.;]{0,140}$", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"^[^.;]{0,60}?\b(?:ge[a-zï]{3,}(?:d|t|en)|voorzien|besteed|toegezegd|toegekend|vastgelegd|uitgetrokken)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:wordt|worden)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?<!opzichte van de )(?<!bovenop de )\b(?:eerder|eerdere|indertijd|destijds|vorig|vorige|begin\s+dit\s+jaar"
    r"|na\s+een\s+(?:eerste|tweede|eerdere)\s|(?:is|zijn|heeft)\s+al\s"
    r"|al\s+(?:een\s+)?(?:vastgelegde?|goedgekeurde?|toegekende?"
    r"|gereserveerde?|ingeschreven)|reeds|oorspronkelijke?|net\s+zoals"
    r"|nu\s+al|sinds\s+20\d\d|bestaande)\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    r"^[^.;,]{0,40}\b(?:sinds\s+20\d\d|is\s+goedgekeurd\s+in|is\s+eerder|goed\s+in\s+\w+\s+20\d\d|werd\w*\s+eerder|die\s+(?:bij|in)\s[^.;]{0,40}werd)",
    re.IGNORECASE,
)
_GOVERNMENT_DID = re.compile(
    r"\b(?:keurde|kende|besliste)\s+(?:de\s+)?Vlaamse\s+Reg|\bVlaamse\s+Regering\s+(?:keurde|kende|besliste)\b",
    re.IGNORECASE,
)


def _past_act(item: Sum) -> bool:
    """The decision speaks of its own act in the present tense; what it tells in the past tense is another act."""
    if item.in_head:
        return False
    if not item.own_act:
        return bool(_GOVERNMENT_DID.search(item.before))
    near = item.clause_before[-_EARLIER_BEFORE:]
    earlier = _EARLIER.search(near)
    after_it = _VERB.search(near, earlier.start()) if earlier else None
    if _EARLIER_BEHIND.match(item.clause_after) or (earlier and (after_it is None or after_it["past"])):
        return True
    told = _PERFECT.search(item.before)
    if told and not _PASSIVE.search(item.before, 0, told.start()) and _PARTICIPLE.match(item.after):
        return True
    verb = last_match(_VERB, item.before) or _main_verb(item.after)
    return verb is not None and verb["past"] is not None


def _main_verb(after: str) -> re.Match[str] | None:
    """Find the finite verb behind a subject; that of a relative clause (`die werden betoelaagd`) comes before."""
    verbs = list(_VERB.finditer(after))[:2]
    relative = _RELATIVE.search(after)
    if len(verbs) == 2 and relative is not None and relative.start() < verbs[0].start():
        return verbs[1]
    return verbs[0] if verbs else None


# --- costs, incomes, transfers --------------------------------------------------------------------------------------

_COST_BEFORE = re.compile(
    r"\b(?P<word>\w*kost(?:en)?|\w*kostprijs|kostenraming|geraamd|raming|ingeschat|geschat|omzet|uitgaven|bouwkost\w*|projectkost\w*|prijskaartje|marktwaarde|waarde"
    r"|investeringen\s+van\s+bedrijven|schade\w*|achterstand|besparing\w*|aankoopprijs|totale\s+investering\w*)\b[^.;]{0,120}$",
    re.IGNORECASE,
)
_COST_EXCUSE = re.compile(
    r"\b(?:tegemoetkoming|[a-z]*subsidi\w+|steun|krediet\w*|budget\w*|kent|krijg\w*|ontvang\w*|cofinanciering\w*|middelen|bedrag\s+van)\b",
    re.IGNORECASE,
)
_GOVERNMENT_ACTS = re.compile(r"\b(?:Vlaamse\s+Reg\w*|Vlaamse\s+over\w*|ze)\b")
_BY_COMPANIES = re.compile(
    r"\binvestering\w*\b[^.;]{0,60}\b(?:van|door)\s+(?:de\s+)?(?:bedrijven|ondernemingen|privé\w*)|\bgedaan\s+door\s+(?:bedrijven|ondernemingen)",
    re.IGNORECASE,
)
_THIRD_PARTY = re.compile(
    r"\binvesteer(?:t|de|den)\b|\binvesteren\b|\b(?:plant|plannen|totale|geplande)\b[^.;]{0,40}\binvestering\w*",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"\b(?:ontvangst\w*|opbrengst\w*|inkomsten|levert\s+[^.;]{0,20}op|terugvorder\w*|terugbetaal\w*|terugstort\w*|teruggestort|dividend\w*|verkoopprijs|\w*overschot"
    r"|saldo\s+van\s+de\s+rekening|financieringsovereenkomst\s+(?:tussen|met\s+de\s+Europese\s+Investeringsbank))\b[^.;]{0,120}$",
    re.IGNORECASE,
)
_INCOME_BEHIND = re.compile(
    r"^[^.;]{0,40}\b(?:terug\s+te\s+(?:vorderen|betalen|storten)|teruggevorderd|teruggestort|terugbetaald)\b",
    re.IGNORECASE,
)
_TRANSFER = re.compile(
    r"\b(?:h\s?erverdel\w*|h\s?erverdeel\w*|h\s?erschik\w*|herbestem(?!ming)\w*|overgeheveld|overhevel\w*|overdracht\s+van|verschuif\w*|verschoven|verschuiving|toe\s+te\s+voegen|overboek\w*)\b",
    re.IGNORECASE,
)
_TRANSFERRED = re.compile(
    r"\b(?:herverdeeld|herschikt|herbestemd|overgeheveld|verschoven|overgeboekt|te\s+her(?:verdelen|schikken|bestemmen)|toe\s+te\s+voegen|over\s+te\s+hevelen)\b",
    re.IGNORECASE,
)


def _cost(item: Sum) -> bool:
    before = item.clause_before[-_COST_BEFORE_SUM:]
    match = _COST_BEFORE.search(before)
    if match is not None and not _COST_EXCUSE.search(before):
        return not _GOVERNMENT_ACTS.search(before, match.end("word"))
    if _BY_COMPANIES.search(item.before[-_COMPANIES_BEFORE:] + " " + item.clause_after[:_COMPANIES_BEHIND]):
        return True
    near = before[-_OTHERS_BEFORE:] + " " + item.clause_after[:_OTHERS_BEHIND]
    return bool(_THIRD_PARTY.search(near)) and not _GOVERNMENT.search(item.before) and not cues.GRANT_NEAR.search(near)


def _income(item: Sum) -> bool:
    return bool(_INCOME.search(item.before) or _INCOME_BEHIND.match(item.clause_after))


def _transfer(item: Sum) -> bool:
    match = last_match(_TRANSFER, item.before)
    if match is None:
        return bool(_TRANSFERRED.search(item.clause_after[:_MOVED_BEHIND])) and not cues.GRANT_VERB.search(item.before)
    return not cues.GRANT_VERB.search(item.before, match.end())


OTHERS_PAY: Final = RoleRule("others-pay", SumRole.COST, _others_pay)
PAST_ACT: Final = RoleRule("past-act", SumRole.REFERENCE, _past_act)

ROLE_RULES: Final[tuple[RoleRule, ...]] = (
    RoleRule("requested", SumRole.REQUESTED, _requested),
    RoleRule("changed-from", SumRole.REFERENCE, _changed_from),
    *NORM_RULES,
    RoleRule("advance", SumRole.ADVANCE, _advance),
    OTHERS_PAY,
    RoleRule("regular-means", SumRole.REFERENCE, _regular_means),
    PAST_ACT,
    RoleRule("unchanged", SumRole.REFERENCE, _unchanged),
    RoleRule("ambition", SumRole.REFERENCE, _ambition),
    RoleRule("pledge", SumRole.REFERENCE, _pledge),
    RoleRule("cost", SumRole.COST, _cost),
    RoleRule("income", SumRole.INCOME, _income),
    RoleRule("transfer", SumRole.TRANSFERRED, _transfer),
    CHANGED_RULE,
    *FUNDING_RULES,
)
"""All rules, in order: the first that holds decides."""
