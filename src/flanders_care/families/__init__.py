"""What each family of documents adds to what every document gives, and how a family is told."""

from flanders_care.families.family import Cue, Family
from flanders_care.families.kinds import FAMILIES, KINDS
from flanders_care.families.recognition import recognise

__all__ = ["FAMILIES", "KINDS", "Cue", "Family", "recognise"]
