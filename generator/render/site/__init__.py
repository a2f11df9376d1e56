"""The website's pages as HTML from our own templates, ready to be poured into the theme's frame."""
