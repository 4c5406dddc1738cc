"""Words that more than one pass goes by to tell what a sum is, as patterns over the words before or behind it.

What one rule alone goes by stands beside that rule. A pattern that ends in a bounded stretch of anything but a full
stop reaches the sum of its own clause, and takes time in proportion to the text.
"""

from __future__ import annotations

import re

GRANT_VERB = re.compile(
    r"\b(?:kent|kennen"
    r"|(?:verleent|(?<!het )verlenen(?!\s+van))(?!\s+(?:\w+\s+){0,4}(?:goedkeuring|machtiging|medewerking)))\b",
    re.IGNORECASE,
)

GRANT_NEAR = re.compile(
    r"(?:[a-zà-ÿ]*subsid\w*|[a-zà-ÿ]*steun(?:bedrag\w*)?\b|uitgekeerd|toelage\w*|dotatie|tegemoetkoming|cofinanciering\w*|projectfinanciering|werkingsmiddelen\s+toe|bijdrage|ondersteuning|vergoeding|"
    r"beurs|beurzen|toe\s{0,2}a\s?an\b|\bkrijg\w*|\bontvang\w*|toegekend|toekenn\w*|toe\s+te\s+kennen|betaalt|gesteund|ondersteunt|overdragen|[a-zà-ÿ]*noodhulp|bijdragen|[a-zà-ÿ]*forfait|\bkent\b)",
    re.IGNORECASE,
)

TITLE_TRANSFER = re.compile(
    r"\b(?:herverdeling|kredietherschikking|herschikking|herverdelingsbesluit)\b", re.IGNORECASE
)

_ACTS = (
    r"kent|keurt|beslist|hecht|voorziet|maakt|reserveert|verleent|herverdeelt|herschikt|wijzigt|neemt|stelt|stemt|bestendigt|herbevestigt|lanceert"
    r"|selecteert|verdeelt|wijst|trekt|bepaalt|investeert|bekrachtigt|machtigt|gelast|mandateert|gaat|geeft|sluit|verhoogt|verlengt|zet|legt|past|regelt"
    r"|voert|koopt|doet|steunt|ondersteunt|financiert|bevestigt"
)

ACT = re.compile(rf"\b(?:{_ACTS})\b", re.IGNORECASE)

WHO_ACTS = re.compile(r"\bVlaamse\s+[Rr]eg\w*|\b[Zz]e\b")

CHANGE = (
    r"verhog|verhoog|opgetrokken|optrek|op\s+te\s+trekken|verlaag|verlag|stijg|steeg|groei|daal|dalen|halveer|breng"
    r"|gebracht"
)
"""Beginnings of verbs that change a figure into another, one beside the other in a pattern."""
