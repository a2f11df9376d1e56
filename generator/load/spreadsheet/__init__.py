"""A clerk's spreadsheet: guarded before it is opened, then read as cells that know where they stand."""
