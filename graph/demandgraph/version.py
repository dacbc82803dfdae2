"""The version of the package, and with it of its rules and its vocabulary."""

__version__ = "0.1.0"
