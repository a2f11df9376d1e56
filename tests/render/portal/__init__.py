"""The portal package: what its folders hold."""
