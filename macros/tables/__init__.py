"""The neutral table and book, and one module for each format it is taken away in."""
