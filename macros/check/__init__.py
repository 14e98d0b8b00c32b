"""自己查: the questionnaire's page, and the sheets for paper."""
