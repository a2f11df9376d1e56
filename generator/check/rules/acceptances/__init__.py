"""The list of flaws that stand in issued texts and are accepted by name."""

TITLE = "原文如此的清单"
