"""Machinery without product nouns: database, work, events, delivery."""
