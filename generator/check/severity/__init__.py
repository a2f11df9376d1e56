"""How weighty a change is: one rule a file, the weightiest that applies holds, and the bureau may only add weight."""
