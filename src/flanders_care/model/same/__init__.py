"""When sums are the same money, part of one another or successors: within a document, across documents, over steps."""
