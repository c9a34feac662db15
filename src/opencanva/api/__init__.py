"""HTTP: the only floor that knows a web framework."""
