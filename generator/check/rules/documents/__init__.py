"""Circulars, the documents they cite, and the prose they print."""

TITLE = "公文与文稿"
