"""The commands, one module each: the function ``command`` in it is what the command line runs."""
