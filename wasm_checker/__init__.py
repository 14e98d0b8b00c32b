"""The checker: the rule core, the pack it runs on, and the page around it."""
