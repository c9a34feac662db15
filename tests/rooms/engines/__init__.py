"""Engines as people set them up."""
