"""Charts as SVG: one drawing for site, documents and boards, at the width it will be seen at.

Letters keep their size whatever the width, so a chart for a phone is drawn for a phone, not scaled down to it.
"""
