"""Sheets for notice boards as PDF: tagged and archival, legible from where one stands."""
