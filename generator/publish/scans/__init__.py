"""Scans of what is about to be published: the last gate before the switch."""
