"""zhengben: one bureau's plan, kept as data, rendered into everything the bureau must show."""

__version__ = "0.1.0"
