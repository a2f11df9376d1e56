"""Scans: each catches the fault it is there for, and none finds fault with what is sound."""
