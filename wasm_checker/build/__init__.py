"""Builds the checker's assets from its scripts, its data and the runtime."""
