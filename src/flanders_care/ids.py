"""Ids, the same in every run because they are made from content, and the text that offsets in a decision count in."""

from __future__ import annotations

from flanders_care.model.actor import actor_id
from flanders_care.model.commitment import commitment_id
from flanders_care.model.decision import decision_document
from flanders_care.model.identity import content_id, name_key, slug
from flanders_care.model.programme import programme_id

__all__ = ["actor_id", "commitment_id", "content_id", "decision_document", "name_key", "programme_id", "slug"]
