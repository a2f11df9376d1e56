"""Goals, scoring rules, and the sentences that publish them."""

TITLE = "目标值与计分"
