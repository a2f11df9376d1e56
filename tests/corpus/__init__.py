"""The corpus of bad input: one index over all cases, each put before the command itself."""
