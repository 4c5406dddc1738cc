"""The words that tell what a sum is, as patterns over the words before or behind it.

Each pattern ends in a bounded stretch of anything but a full stop, so that a cue reaches the sum of its own clause and
matching takes time in proportion to the text.
"""

from __future__ import annotations

import re

__all__ = [
    "ACT",
    "ADVANCE",
    "BEAR_BEHIND",
    "BUDGET_NEAR",
    "BY_COMPANIES",
    "BY_GIVING",
    "CHANGED_FROM",
    "CHANGED_TO",
    "CHANGES_RULE",
    "COST_BEFORE",
    "COST_EXCUSE",
    "CREDIT",
    "CRITERION",
    "EARLIER",
    "EARLIER_BEHIND",
    "GET",
    "GOVERNMENT",
    "GOVERNMENT_ACTS",
    "GOVERNMENT_DID",
    "GRANT_NEAR",
    "GRANT_NOUN_BEHIND",
    "GRANT_VERB",
    "INCOME",
    "INCOME_BEHIND",
    "LEFT_AS_IT_IS",
    "MAY_GET",
    "NAMED_RECIPIENT",
    "OPEN_CALL",
    "OTHERS_BEAR",
    "PARTICIPLE",
    "PASSIVE",
    "PERFECT",
    "PER_IN_NOUN",
    "PLEDGED",
    "RELATIVE",
    "REQUESTED",
    "RULE_BEHIND",
    "RULE_NOUN",
    "THIRD_PARTY",
    "THRESHOLD",
    "TITLE_AWARD",
    "TITLE_GRANT",
    "TITLE_TRANSFER",
    "TRANSFER",
    "TRANSFERRED",
    "VERB",
    "WHO_ACTS",
    "WITH_REGULAR",
]

GRANT_VERB = re.compile(
    r"\b(?:kent|kennen"
    r"|(?:verleent|(?<!het )verlenen(?!\s+van))(?!\s+(?:\w+\s+){0,4}(?:goedkeuring|machtiging|medewerking)))\b",
    re.IGNORECASE,
)

MAY_GET = re.compile(r"\b(?:kunnen|kan|mogen|mag|komen\s+in\s+aanmerking)\b[^.;]{0,120}$", re.IGNORECASE)

GET = re.compile(
    r"\b(?:ontvang|krijg|aanvra|bekom|geniet|lenen|verkrijg|oplopen|toegekend|aangevraagd|indienen)", re.IGNORECASE
)

RULE_NOUN = re.compile(
    r"\b\S*(?:premie|tarief|tarieven|boete|retributie|drempel\w*|grens|grensbedrag|loongrens|forfait\w*|ontleningsbedrag|leenbedrag|criterium|minimumbedrag"
    r"|maximumbedrag|bosbehoudsbijdrage|heffing|waarborg|toeslag|inschrijvingsgeld|\w*lening(?:en)?|huurprijs|dagprijs|aansluitingskost|startbedrag|basisbedrag"
    r"|subsidiabel\s+projectvoorstel|looptijd|certificaat|cofinanciering\s+per)\b[^.;]{0,90}$",
    re.IGNORECASE,
)

RULE_BEHIND = re.compile(
    r"^\s*(?:subsidieerbare|subsidiabele|in\s+aanmerking\s+komende|bruto|netto|of\s+minder|of\s+meer)\b", re.IGNORECASE
)

PER_IN_NOUN = re.compile(
    r"\b(?:subsidie|bedrag|budget|steun|bijdrage|tegemoetkoming|kapitaalinjectie)\b[^.;]{0,40}\bper\s+(?!jaar|werkjaar|schooljaar)\w+[^.;]{0,60}$",
    re.IGNORECASE,
)

REQUESTED = re.compile(
    r"\b(?:ge|aange)vraagde?|\bsteunvraag|\bsubsidie-?aanvra\w+|\bvraagt\b|(?<!aan te )\bvragen\b|\bverzoekt\b",
    re.IGNORECASE,
)

COST_BEFORE = re.compile(
    r"\b(?P<word>\w*kost(?:en)?|\w*kostprijs|kostenraming|geraamd|raming|ingeschat|geschat|omzet|uitgaven|bouwkost\w*|projectkost\w*|prijskaartje|marktwaarde|waarde"
    r"|investeringen\s+van\s+bedrijven|schade\w*|achterstand|besparing\w*|aankoopprijs|totale\s+investering\w*)\b[^.;]{0,120}$",
    re.IGNORECASE,
)

COST_EXCUSE = re.compile(
    r"\b(?:tegemoetkoming|[a-z]*subsidi\w+|steun|krediet\w*|budget\w*|kent|krijg\w*|ontvang\w*|cofinanciering\w*|middelen|bedrag\s+van)\b",
    re.IGNORECASE,
)

GOVERNMENT_ACTS = re.compile(r"\b(?:Vlaamse\s+Reg\w*|Vlaamse\s+over\w*|ze)\b")

BY_COMPANIES = re.compile(
    r"\binvestering\w*\b[^.;]{0,60}\b(?:van|door)\s+(?:de\s+)?(?:bedrijven|ondernemingen|privé\w*)|\bgedaan\s+door\s+(?:bedrijven|ondernemingen)",
    re.IGNORECASE,
)

THIRD_PARTY = re.compile(
    r"\binvesteer(?:t|de|den)\b|\binvesteren\b|\b(?:plant|plannen|totale|geplande)\b[^.;]{0,40}\binvestering\w*",
    re.IGNORECASE,
)

GOVERNMENT = re.compile(
    r"\b(?:Vlaamse\s+Reg|Vlaamse\s+over|[Zz]e\b|minister|Vlaanderen|VLAIO|agentschap|departement|regering)",
    re.IGNORECASE,
)

INCOME = re.compile(
    r"\b(?:ontvangst\w*|opbrengst\w*|inkomsten|levert\s+[^.;]{0,20}op|terugvorder\w*|terugbetaal\w*|terugstort\w*|teruggestort|dividend\w*|verkoopprijs|\w*overschot"
    r"|saldo\s+van\s+de\s+rekening|financieringsovereenkomst\s+(?:tussen|met\s+de\s+Europese\s+Investeringsbank))\b[^.;]{0,120}$",
    re.IGNORECASE,
)

INCOME_BEHIND = re.compile(
    r"^[^.;]{0,40}\b(?:terug\s+te\s+(?:vorderen|betalen|storten)|teruggevorderd|teruggestort|terugbetaald)\b",
    re.IGNORECASE,
)

LEFT_AS_IT_IS = re.compile(
    r"^[^.;]{0,60}?\b(?:blijft|blijven|niet\s+(?:volledig\s+|helemaal\s+|meer\s+)?(?:besteed|opgebruikt|benut|aangewend|nodig)"
    r"|(?:zal|kan)\s+niet\s+(?:volledig\s+)?)\b",
    re.IGNORECASE,
)

THRESHOLD = re.compile(
    r"\b(?:die|dat|waarvan\s+\S+\s+\S+|indien\s+\S+)\s+(?:meer|minder|hoger|lager)\s+(?:dan\s+)?(?:is\s+dan\s+)?$|\b(?:vanaf|boven|onder)\s+(?:de\s+)?$",
    re.IGNORECASE,
)

_PAST_VERB = (
    r"keurde|kende|besliste|werd|werden|bedroeg|bedroegen|voorzag|had|hadden|gaf|gaven|kon|konden|bepaalde|sloot|startte|ontving|ontvingen|stemde|voerde|deed|deden|wilde|herschikte|besliste|maakte|lanceerde|reserveerde|stelde|trok|kreeg|kregen|beschikte|herverdeelde|"
    r"investeerde|investeerden|besteedde|verleende|nam|legde|wees|ging|was|waren|toegezegd"
)

RELATIVE = re.compile(r"\b(?:die|dat|waar\w*)\b", re.IGNORECASE)

_PRESENT_VERB = (
    r"beoogt|ambieert|kent|keurt|beslist|hecht|voorziet|regelt|bepaalt|voert|verdeelt|selecteert|koopt|doet|verlengt|bevestigt|ondersteunt|financiert|maakt|reserveert|verleent|herverdeelt|herschikt|stelt|wordt|worden|is|zijn|zal|zullen|geeft|trekt|wijst|verhoogt|legt|wil"
    r"|investeert|bedraagt|stemt|bestemt|krijgt|krijgen|ontvangt|ontvangen|betaalt|kan|kunnen|moet|neemt|zet|bekrachtigt|machtigt|lanceert|bestendigt|draagt|vergt|gaat"
)

PERFECT = re.compile(r"\b(?:heeft|hebben)\b[^.;]{0,140}$", re.IGNORECASE)

PARTICIPLE = re.compile(
    r"^[^.;]{0,60}?\b(?:ge[a-zï]{3,}(?:d|t|en)|voorzien|besteed|toegezegd|toegekend|vastgelegd|uitgetrokken)\b",
    re.IGNORECASE,
)

VERB = re.compile(rf"\b(?:(?P<past>{_PAST_VERB})|(?P<present>{_PRESENT_VERB}))\b", re.IGNORECASE)

EARLIER = re.compile(
    r"(?<!opzichte van de )(?<!bovenop de )\b(?:eerder|eerdere|indertijd|destijds|vorig|vorige|begin\s+dit\s+jaar"
    r"|na\s+een\s+(?:eerste|tweede|eerdere)\s|(?:is|zijn|heeft)\s+al\s"
    r"|al\s+(?:een\s+)?(?:vastgelegde?|goedgekeurde?|toegekende?"
    r"|gereserveerde?|ingeschreven)|reeds|oorspronkelijke?|net\s+zoals"
    r"|nu\s+al|sinds\s+20\d\d|bestaande)\b[^.;]{0,140}$",
    re.IGNORECASE,
)

EARLIER_BEHIND = re.compile(
    r"^[^.;,]{0,40}\b(?:sinds\s+20\d\d|is\s+goedgekeurd\s+in|is\s+eerder|goed\s+in\s+\w+\s+20\d\d|werd\w*\s+eerder|die\s+(?:bij|in)\s[^.;]{0,40}werd)",
    re.IGNORECASE,
)

CHANGED_FROM = re.compile(
    r"\b(?:verhog|verhoog|verlaag|verlag|opgetrokken|optrek|aangepast|bijgesteld)\w*\b[^.;]{0,120}\bvan\s+$",
    re.IGNORECASE,
)

CHANGED_TO = re.compile(r"^\s{0,3}(?:tot|naar)\b", re.IGNORECASE)

TRANSFER = re.compile(
    r"\b(?:h\s?erverdel\w*|h\s?erverdeel\w*|h\s?erschik\w*|herbestem(?!ming)\w*|overgeheveld|overhevel\w*|overdracht\s+van|verschuif\w*|verschoven|verschuiving|toe\s+te\s+voegen|overboek\w*)\b",
    re.IGNORECASE,
)

TRANSFERRED = re.compile(
    r"\b(?:herverdeeld|herschikt|herbestemd|overgeheveld|verschoven|overgeboekt|te\s+her(?:verdelen|schikken|bestemmen)|toe\s+te\s+voegen|over\s+te\s+hevelen)\b",
    re.IGNORECASE,
)

ADVANCE = re.compile(r"\bvoorschot\w*\b[^.;]{0,60}$", re.IGNORECASE)

GRANT_NEAR = re.compile(
    r"(?:[a-zà-ÿ]*subsid\w*|[a-zà-ÿ]*steun(?:bedrag\w*)?\b|uitgekeerd|toelage\w*|dotatie|tegemoetkoming|cofinanciering\w*|projectfinanciering|werkingsmiddelen\s+toe|bijdrage|ondersteuning|vergoeding|"
    r"beurs|beurzen|toe\s{0,2}a\s?an\b|\bkrijg\w*|\bontvang\w*|toegekend|toekenn\w*|toe\s+te\s+kennen|betaalt|gesteund|ondersteunt|overdragen|[a-zà-ÿ]*noodhulp|bijdragen|[a-zà-ÿ]*forfait|\bkent\b)",
    re.IGNORECASE,
)

BUDGET_NEAR = re.compile(
    r"(?:\w*budget\w*|\w*krediet\w*|voorzie\w*|vrijgemaakt|vrij\s+te\s+maken|vrijgave|\bmaakt\b|uitgetrokken|uit\s+te\s+trekken|trekt|reserv\w*|gereserveerd|vastlegg\w*|vastgelegd|vast\s+te\s+leggen"
    r"|bested\w*|inzet\w*|in\s+te\s+zetten|ingezet|investe(?!\w*subsid)\w*|enveloppe|middelen|\b(?!co)[a-zà-ÿ]*financiering|ter\s+beschikking|oproep|provisie|begroot|begroting(?!sja)|schijf|toegewezen|toe\s+te\s+wijzen|wijst)",
    re.IGNORECASE,
)

TITLE_GRANT = re.compile(
    r"toekenning|subsidi|\bsteun\b|toelage|cofinanciering|projectsubsidie|financiële ondersteuning", re.IGNORECASE
)

TITLE_AWARD = re.compile(
    r"toekenning\s+van\s+(?:een|de|een\s+\w+)\s+\w*subsidie\b|\b(?:[Tt]oelage|[Ss]ubsidie)\s+aan\s|\bconvenant\s+\w",
    re.IGNORECASE,
)

OPEN_CALL = re.compile(r"oproep|regeling|reserv|krediet|provisie|voorwaarden|enveloppe|noodfonds", re.IGNORECASE)

GRANT_NOUN_BEHIND = re.compile(
    r"^\s{0,4}(?!(?:van|uit|vanuit|voor|aan|in)\b)(?:[a-zà-ÿé]+\s+){0,2}?[a-zà-ÿ]*(?:subsidie|subsidies|steun|toelage|dotatie|cofinanciering)\b",
    re.IGNORECASE,
)

CREDIT = re.compile(r"krediet", re.IGNORECASE)

_ACTS = (
    r"kent|keurt|beslist|hecht|voorziet|maakt|reserveert|verleent|herverdeelt|herschikt|wijzigt|neemt|stelt|stemt|bestendigt|herbevestigt|lanceert"
    r"|selecteert|verdeelt|wijst|trekt|bepaalt|investeert|bekrachtigt|machtigt|gelast|mandateert|gaat|geeft|sluit|verhoogt|verlengt|zet|legt|past|regelt"
    r"|voert|koopt|doet|steunt|ondersteunt|financiert|bevestigt"
)
ACT = re.compile(rf"\b(?:{_ACTS})\b", re.IGNORECASE)

WHO_ACTS = re.compile(r"\bVlaamse\s+[Rr]eg\w*|\b[Zz]e\b")

CHANGES_RULE = re.compile(
    r"\bwijziging\s+van\s+(?:de\s+)?(?:het|artikel\w*|diverse|besluit\w*|decreet)\b|wijzigingsbesluit", re.IGNORECASE
)

NAMED_RECIPIENT = re.compile(r"\b(?:toe\s+)?a\s?an\s+(?:de\s+|het\s+)?(?:[A-Z]|vzw|stad|gemeente|provincie)")

PASSIVE = re.compile(r"\b(?:wordt|worden)\b", re.IGNORECASE)

PLEDGED = re.compile(r"\b(?:verbintenis\w*|engagement\w*)\b[^.;]{0,140}\bom\b[^.;]{0,90}$", re.IGNORECASE)

TITLE_TRANSFER = re.compile(
    r"\b(?:herverdeling|kredietherschikking|herschikking|herverdelingsbesluit)\b", re.IGNORECASE
)

GOVERNMENT_DID = re.compile(
    r"\b(?:keurde|kende|besliste)\s+(?:de\s+)?Vlaamse\s+Reg|\bVlaamse\s+Regering\s+(?:keurde|kende|besliste)\b",
    re.IGNORECASE,
)

BY_GIVING = re.compile(
    r"\bdoor\s+(?:het\s+|de\s+|een\s+)?(?:toeken\w+|verlen\w+|voorzien|reserver\w+|vrijmak\w+)\b", re.IGNORECASE
)

CRITERION = re.compile(r"\b\w*criterium\s+(?:van\s+)?$", re.IGNORECASE)

OTHERS_BEAR = re.compile(r"\b(?:draagt|dragen)\b(?P<between>[^.;]{0,110})$", re.IGNORECASE)

BEAR_BEHIND = re.compile(r"^[^.;,]{0,24}\bbij\b(?!\s+(?:de|het|een)\b)", re.IGNORECASE)

WITH_REGULAR = re.compile(
    r"\b(?:samen\s+met|bovenop)\s+(?:de\s+)?(?:reguliere|bestaande)\s+middelen\b[^.;]{0,120}$", re.IGNORECASE
)
