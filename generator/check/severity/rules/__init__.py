"""The rules: each says how weighty one sort of change is."""
