"""Ids: permanent, each used once, each in its place."""

TITLE = "编号"
