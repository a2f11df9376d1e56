"""The review report in every form that people, forges and programs read."""
