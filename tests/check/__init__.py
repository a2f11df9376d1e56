"""What is wrong with a bureau that can be read, and what of it is accepted."""
