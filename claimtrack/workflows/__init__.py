"""One verb each, no terminal: what the program can be asked to do."""
