"""Reads the folders of policies/, and tells everything that is wrong with them at once."""
