"""A case's answers: read, checked, and what follows from them; days."""
