"""What is computed from the library before any page is drawn: words, marks, limits, cross-references."""
