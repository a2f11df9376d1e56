"""The pages of the site, before and after the theme frames them."""
