"""Names of bodies and persons, programmes and instruments."""
