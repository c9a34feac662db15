"""One content-addressed store for bytes."""
