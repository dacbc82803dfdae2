"""Runs the command line: ``python -m demandgraph``."""

from demandgraph.cli import main

if __name__ == "__main__":
    main()
