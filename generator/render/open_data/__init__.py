"""Open data as files: for spreadsheets, for programs, and what describes them."""
