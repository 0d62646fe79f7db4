"""What things are: frozen dataclasses that check themselves, on the standard library alone."""
