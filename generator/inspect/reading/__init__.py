"""What stands on the paper: glyphs, lines of text, rules and shapes in millimetres, and the file's own facts."""
