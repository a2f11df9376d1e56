"""What a clerk's cell means: one reading or a doubt, never a guess."""
