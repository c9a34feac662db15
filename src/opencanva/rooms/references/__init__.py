"""References: the pictures that a session keeps at hand as input, and where they were used."""
