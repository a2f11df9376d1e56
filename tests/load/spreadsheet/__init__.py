"""What comes in as a spreadsheet, and what is refused before it is opened."""
