"""Does the inspector report what is wrong on paper, and only that?"""
