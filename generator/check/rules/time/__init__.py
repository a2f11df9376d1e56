"""Days and quarters of the plan's year."""

TITLE = "时间"
