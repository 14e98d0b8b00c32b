"""The shape of each file in policies/."""
