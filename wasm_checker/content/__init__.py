"""What the checker's page is made from: the rule pack, its words, the compiled rules."""
