"""Lineage: what grew out of what."""
