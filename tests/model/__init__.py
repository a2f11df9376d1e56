"""What values mean before any stage uses them."""
