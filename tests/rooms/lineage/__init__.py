"""Lineage without HTTP: thousands of pictures, and what must hold whatever grows out of what."""
