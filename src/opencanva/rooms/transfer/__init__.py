"""Transfer: what leaves the house as files."""
