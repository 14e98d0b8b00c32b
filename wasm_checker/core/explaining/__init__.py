"""Why a verdict came out, and what would change it."""
