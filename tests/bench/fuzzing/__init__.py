"""Random inputs for every reader, each of which must end soon, without a traceback, and say why."""
