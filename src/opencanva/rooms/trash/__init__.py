"""The trash: what was put away, for how long, and the only place where anything is destroyed."""
