"""The records: one module a concept, all frozen, keyword-only, validated, equal and hashable by value."""
