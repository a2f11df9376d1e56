"""The built site in a real browser: what a person sees, finds, types and hears."""
