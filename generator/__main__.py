"""`python -m generator` and the console script `zhengben`."""

from generator.cli import main

if __name__ == "__main__":
    main()
