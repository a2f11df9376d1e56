"""What the commands print, and the statuses they leave by."""
