"""People: who owns what is made."""
