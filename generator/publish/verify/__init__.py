"""Proves that what was published is what the data say: whole, unaltered, and the same figure everywhere."""
