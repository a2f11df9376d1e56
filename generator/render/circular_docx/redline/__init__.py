"""One document made of two: the later one with every difference from the earlier as a tracked change.

To accept them all gives the later document, to reject them all the earlier one, in Word as in LibreOffice.
"""
