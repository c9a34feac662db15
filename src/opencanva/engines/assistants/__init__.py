"""Assistants: what makes a better prompt of a prompt, by rules or by a language model."""
