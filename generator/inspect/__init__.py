"""The inspector: measures a finished circular, ours or another's, against the clauses of GB/T 9704-2012.

It reads bytes and knows nothing of the rest of the program: `reading` says what stands on the paper, `parts`
recognises the circular's parts by their own signs, `measures` takes each value, and `table` says what the
standard wants of it.
"""
