"""Rules on what hangs on the notice boards."""

TITLE = "公示张贴"
