"""Small pure things without I/O or product nouns."""
