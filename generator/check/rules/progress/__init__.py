"""Quarterly reports, closed quarters and corrections."""

TITLE = "季度进度"
