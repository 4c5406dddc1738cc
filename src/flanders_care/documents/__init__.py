"""From bytes to a document with structure: files, lines, layout, Markdown, HTML, JSON."""
