"""比您那里的: a reader's own text beside the five. Standard library only but for what `yours.held` and `yours.measure` need at build time."""
