"""A scoring profile of its own: councils repeat themselves, so words that many decisions share count less."""

from __future__ import annotations

import attrs

import flanders_care as fc

__all__ = ["MINUTES"]

MINUTES: fc.scoring.Profile = attrs.evolve(
    fc.scoring.PROFILES["default"],
    name="minutes",
    version="1",
    rarity_power=fc.scoring.PROFILES["default"].rarity_power * 1.25,
    provenance="the default profile, with rarer words weighing more; not fitted",
)
