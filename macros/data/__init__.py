"""数据: the published files with their schemas, and every table to take away."""
