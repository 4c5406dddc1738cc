"""From the structure of a document to facts, the same for every family."""
