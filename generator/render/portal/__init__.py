"""The portal package: articles with their fields and files, ready for the editor of a CMS."""
