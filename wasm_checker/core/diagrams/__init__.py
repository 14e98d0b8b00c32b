"""Conditions, and the decision diagrams they are compiled into."""
