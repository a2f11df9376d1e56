"""Rules on approvals: what was approved is what stands there, once, and in order."""

TITLE = "批准的记录"
