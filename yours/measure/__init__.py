"""How well the comparison does: each of the five in turn counts as the reader's text, and what the four others give finds it again."""
