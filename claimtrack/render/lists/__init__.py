"""Lists of claims, events, sources and so on, one file per format."""
