"""Minutes of municipal councils (Dutch: *notulen van de gemeenteraad*) for flanders_care."""

from council_minutes.loader import FAMILY, load_minutes
from council_minutes.profile import MINUTES

__all__ = ["FAMILY", "MINUTES", "load_minutes"]
