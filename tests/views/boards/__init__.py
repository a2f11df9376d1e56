"""What sheets for notice boards and their pages say."""
