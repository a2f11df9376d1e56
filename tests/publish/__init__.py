"""Publishing: whole or not at all, whatever happens."""
