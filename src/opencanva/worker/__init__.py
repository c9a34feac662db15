"""Runs what was ordered: claim, heartbeat, make, save, retry, sweep."""
