"""Replays: a branch of the lineage asked for again, step by step, on other models."""
