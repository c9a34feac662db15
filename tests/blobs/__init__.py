"""Tests of blobs."""
