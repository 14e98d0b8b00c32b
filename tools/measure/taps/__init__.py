"""How many taps, and how much scrolling, the people of tests/stories need until nothing more is asked."""
