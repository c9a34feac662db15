"""Organising as people do it: a model of the tree, and tests that hold the program to it."""
