"""One scan, one module, found by walking this folder."""
