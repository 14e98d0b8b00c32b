"""What `make bench-core` measures."""
