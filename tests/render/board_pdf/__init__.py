"""Sheets for notice boards, as they come out of the press."""
