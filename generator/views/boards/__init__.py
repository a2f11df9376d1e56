"""What is printed for notice boards."""
