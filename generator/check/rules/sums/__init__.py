"""Points and counts: what the plan declares and what the data adds up to."""

TITLE = "分值与个数"
