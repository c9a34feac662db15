"""Open Canva: a self-hosted workspace for making images with AI, built around sessions."""

__version__ = "0.1.0"
