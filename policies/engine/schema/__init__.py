"""The shape of every data file."""
