"""Engines as people set them up: their settings, limits and order."""
