"""What follows from the data: figures, fingerprints, the public edition. Pure functions of the model."""
