"""Names: each is registered once and written one way."""

TITLE = "名称与登记"
