"""Counts and measures that are no money (Dutch: *resultaat, kengetal*)."""

from __future__ import annotations

from decimal import Decimal

import attrs

from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.money import Qualifier, decimal_field, qualifier_of
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


@attrs.frozen(kw_only=True, repr=False)
class Indicator(Shown):
    """One count or measure: 70 partners, 26,7 %, 100.000 m2.

    Attributes:
        id: From its document and place.
        value: The figure, in `unit`.
        unit: What is counted or measured, such as `"%"`, `"m2"` or `"projecten"`.
        subject: The words that say of what.
        qualifier: How firmly it is stated.
        years: The years it holds for, as far as stated.
        sources: Where it stands.
    """

    id: str = attrs.field(validator=text_field)
    value: Decimal = attrs.field(validator=decimal_field)
    unit: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    subject: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, converter=qualifier_of)
    years: tuple[int, ...] = attrs.field(default=(), validator=tuple_of(int))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))
