"""Reads finished files as an outsider would: by their bytes alone, knowing nothing of how they were made."""
