"""The benchmark: a seeded maker of data, a runner over HTTP against the real program, and a table."""
