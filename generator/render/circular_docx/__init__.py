"""A circular as an editable DOCX, on the same grid as its PDF."""
