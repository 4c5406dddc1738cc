"""What each family of documents adds to what every document gives, and how a family is told."""

from flanders_care.families.recognition import FAMILIES, recognise

__all__ = ["FAMILIES", "recognise"]
