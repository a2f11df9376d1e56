"""What the program must do, shown on real files."""
