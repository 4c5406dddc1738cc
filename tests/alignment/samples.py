"""Small records for the tests of alignment."""

from __future__ import annotations

import datetime

from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

SOLAR = Commitment(id="c-solar", section="1.1 Energie", text="We geven gezinnen een premie voor zonnepanelen.")
BRIDGE = Commitment(id="c-bridge", section="2.1 Mobiliteit", text="We bouwen een fietsbrug over de Schelde.")
CARE = Commitment(id="c-care", section="3.1 Zorg", text="We verlagen de wachtlijsten in de ouderenzorg.")
EMPTY = Commitment(id="c-empty", text="")

PREMIUM = Decision(
    id="d-premium",
    title="Premie voor zonnepanelen",
    text="De Vlaamse Regering geeft gezinnen een premie voor zonnepanelen. De premie loopt tot 2024.",
    kind="nota",
    date=datetime.date(2020, 5, 8),
)
PREMIUM_FINAL = Decision(
    id="d-premium-final",
    title="Premie voor zonnepanelen",
    text="De Vlaamse Regering keurt de premie voor zonnepanelen definitief goed. De premie loopt tot 2024.",
    kind="nota",
    date=datetime.date(2020, 9, 4),
)
CYCLING = Decision(id="d-bridge", title="Fietsbrug Temse", text="Er komt een fietsbrug over de Schelde.", kind="nota")
HOMES = Decision(id="d-homes", title="Woonzorgcentra", text="Meer plaatsen verkorten de wachtlijsten in de zorg.")
APPOINTMENT = Decision(id="d-post", title="Benoeming gouverneur", kind="mededeling", date=datetime.date(2021, 1, 15))

COMMITMENTS = (SOLAR, BRIDGE, CARE)
DECISIONS = (PREMIUM, PREMIUM_FINAL, CYCLING, HOMES, APPOINTMENT)
