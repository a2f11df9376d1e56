"""Circulars and their annexes as PDF: tagged and archival, on the grid of GB/T 9704-2012."""
