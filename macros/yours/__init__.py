"""比您那里的: the page on which a reader sets the text of his own place beside the five. Its Python is the room `yours`."""
