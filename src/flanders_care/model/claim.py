"""What a report says, and the decisions that it cites for it (Dutch: *bewering in een verslag*)."""

from __future__ import annotations

import attrs

from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


@attrs.frozen(kw_only=True, repr=False)
class Claim(Shown):
    """A report's own statement and the decisions that it cites for it.

    Attributes:
        id: From its document and words.
        text: The statement, without citation marks and Markdown.
        decision_ids: The decisions cited, in the order of citation.
        section: Heading of the report, or section of the agreement, that it is about.
        sources: Where it stands.
    """

    id: str = attrs.field(validator=text_field)
    text: str = attrs.field(validator=instance_of(str))
    decision_ids: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    section: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))
