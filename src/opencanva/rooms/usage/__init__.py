"""Usage: what was made, and what it cost."""
