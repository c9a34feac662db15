"""Prompts: texts with identity and history."""
