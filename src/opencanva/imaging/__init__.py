"""Pictures as pure functions of bytes: probe, thumbnail, placeholder."""
