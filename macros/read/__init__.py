"""读原文 and 词语: an instrument with its provisions, and the glossary."""
