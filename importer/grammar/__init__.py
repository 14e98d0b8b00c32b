"""How Chinese instruments number and cite their provisions: numerals, labels, ids, citations. The loader of policies/ stands on it too."""
