"""比一比: the comparison and the pages beside it."""
