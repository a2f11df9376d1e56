"""Does the data make sense? Rules, each in its own file, find what is wrong in a dossier that was read."""
