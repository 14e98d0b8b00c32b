"""`python -m tools.serve`."""

from tools.serve.server import main

if __name__ == "__main__":
    main()
