"""What outputs print: words, order, figures."""
