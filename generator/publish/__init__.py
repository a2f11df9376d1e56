"""From rendered files to what the public sees: staged beside it, then switched in one step."""
