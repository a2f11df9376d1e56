"""The parts of a circular, each recognised by its own signs; a part that is not there is `None` or empty."""
