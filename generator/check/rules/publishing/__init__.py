"""Rules on publishing: what a release needs, and what was published."""

TITLE = "发布"
