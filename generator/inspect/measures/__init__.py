"""How each value is taken from the parts of a circular; one module for each part of the standard."""
