"""Open data, read back as others would."""
