"""Batches and generations: one press of Generate and what came of it."""
