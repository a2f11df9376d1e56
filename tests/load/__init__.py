"""What may stand in the files of a bureau, what is refused, and where."""
