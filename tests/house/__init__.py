"""Tests of the house itself: its rules hold because these fail when they do not."""
