"""What clerks write, and what it is taken for."""
