"""Record competing claims, group them into events, and report where they differ and who changed."""

__version__ = "0.1.0"
