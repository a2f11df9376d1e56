"""Verifying: what was published is read again, and any value that is not what the data say is found."""
