"""The wording of everything that is printed: numbers, marks, names, dates, citations."""

TITLE = "文字"
