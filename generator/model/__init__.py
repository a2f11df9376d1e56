"""The data as values: frozen, typed, without input or output."""
