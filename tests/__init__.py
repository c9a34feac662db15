"""Tests: each name says a behaviour."""
